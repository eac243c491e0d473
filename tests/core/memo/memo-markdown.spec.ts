import {
  type MemoBlock,
  type MemoInline,
  type MemoList,
  type MemoRun,
  memoText,
} from '@core/memo/memo-content';
import { normalizeMemo } from '@core/memo/normalize-memo';
import { parseMemo } from '@core/memo/parse-memo';
import { writeMemo } from '@core/memo/write-memo';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { trials } from '../../support/trials';

const run = (text: string, style: Partial<MemoRun> = {}): MemoRun => ({
  kind: 'text',
  text,
  bold: false,
  italic: false,
  ...style,
});

/** Words full of what Markdown reads as markup. */
const words = fc
  .array(
    fc.constantFrom(
      'a',
      'b',
      ' ',
      'é',
      'мир',
      '😀',
      '*',
      '_',
      '[',
      ']',
      '(',
      ')',
      '\\',
      '>',
      '-',
      '+',
      '1.',
      '#',
      '`',
      '~',
      '&#32;',
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(''));
const runs = fc.record({
  kind: fc.constant('text' as const),
  text: words,
  bold: fc.boolean(),
  italic: fc.boolean(),
});
const inline: fc.Arbitrary<MemoInline> = fc.oneof(
  { weight: 5, arbitrary: runs },
  { weight: 1, arbitrary: fc.constant({ kind: 'break' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('link' as const),
      href: fc.constantFrom('fw:code/0f8f', 'fw:annotation/12-ab', 'https://example.org/a_b*c?d=[e]'),
      label: fc.array(runs, { minLength: 1, maxLength: 3 }),
    }),
  },
);
const content = fc.array(inline, { maxLength: 6 });
const { list } = fc.letrec<{ list: MemoBlock & { kind: 'list' } }>((tie) => ({
  list: fc.record({
    kind: fc.constant('list' as const),
    ordered: fc.boolean(),
    start: fc.integer({ min: 0, max: 120 }),
    items: fc.array(
      fc.record({
        content,
        lists: fc.oneof(
          { depthSize: 'small', withCrossShrink: true },
          fc.constant([]),
          fc.array(tie('list'), { maxLength: 2 }),
        ),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
}));
const blocks: fc.Arbitrary<readonly MemoBlock[]> = fc.array(
  fc.oneof(fc.record({ kind: fc.constantFrom('paragraph' as const, 'quote' as const), content }), list),
  { maxLength: 4 },
);

/** Styles taken off: where they overlap within a word no Markdown is certain, and only the text is promised. */
function plain(memo: readonly MemoBlock[]): readonly MemoBlock[] {
  const off = (run: MemoRun): MemoRun => ({ ...run, bold: false, italic: false });
  const plainInline = (content: readonly MemoInline[]): readonly MemoInline[] =>
    content.map((part) => {
      if (part.kind === 'text') return off(part);
      return part.kind === 'link' ? { ...part, label: part.label.map(off) } : part;
    });
  const plainList = (found: MemoList): MemoList => ({
    ...found,
    items: found.items.map((item) => ({
      content: plainInline(item.content),
      lists: item.lists.map(plainList),
    })),
  });
  return normalizeMemo(
    memo.map((block) =>
      block.kind === 'list' ? plainList(block) : { ...block, content: plainInline(block.content) },
    ),
  );
}

test('no text, link, list or quote is lost on the way through Markdown', () => {
  fc.assert(
    fc.property(blocks, (memo) => {
      const before = normalizeMemo(memo);
      const after = parseMemo(writeMemo(memo));
      expect(memoText(after)).toBe(memoText(before));
      expect(plain(after)).toEqual(plain(before));
    }),
    { numRuns: trials(150, 2000) },
  );
});

test('bold and italic that change between words come back', () => {
  const styled = fc.array(
    fc.record({
      kind: fc.constant('text' as const),
      text: words.map((text) => `${text.trim() || 'x'} `),
      bold: fc.boolean(),
      italic: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  );
  fc.assert(
    fc.property(styled, (runsOfLine) => {
      const memo: readonly MemoBlock[] = [{ kind: 'paragraph', content: runsOfLine }];
      expect(parseMemo(writeMemo(memo))).toEqual(normalizeMemo(memo));
    }),
    { numRuns: trials(150, 2000) },
  );
});

test('writing what was read changes nothing the second time', () => {
  fc.assert(
    fc.property(
      fc.array(words, { maxLength: 6 }),
      fc.constantFrom('\n', '\n\n', '\n  '),
      (lines, between) => {
        const once = writeMemo(parseMemo(lines.join(between)));
        expect(writeMemo(parseMemo(once))).toBe(once);
      },
    ),
    { numRuns: trials(150, 2000) },
  );
});

test('reads what people write by hand', () => {
  expect(parseMemo('**bold** and *italic*, _too_, ***both***')).toEqual([
    {
      kind: 'paragraph',
      content: [
        run('bold', { bold: true }),
        run(' and '),
        run('italic', { italic: true }),
        run(', '),
        run('too', { italic: true }),
        run(', '),
        run('both', { bold: true, italic: true }),
      ],
    },
  ]);
  expect(memoText(parseMemo('snake_case_name, 5 * 3 * 2, C:\\texts\\new, 2 > 1, # no heading'))).toBe(
    'snake_case_name, 5 * 3 * 2, C:\\texts\\new, 2 > 1, # no heading',
  );
  expect(memoText(parseMemo('See [External interference](fw:code/12) here'))).toBe(
    'See External interference here',
  );
  expect(memoText(parseMemo('> said\n> twice\n\n1. one\n   - under\n2. two\n\nIn\n1999. No list.'))).toBe(
    'said\ntwice\n\none\nunder\ntwo\n\nIn\n1999. No list.',
  );
});

test('writes plainly', () => {
  const source =
    '> quoted\n\n- first\n  more\n- second\n  1. deep\n\nsnake_case and **bold *both*** then [to](fw:code/1)';
  expect(writeMemo(parseMemo(source))).toBe(source);
  expect(writeMemo([{ kind: 'paragraph', content: [run('- not an item')] }])).toBe('\\- not an item');
  expect(writeMemo([])).toBe('');
});
