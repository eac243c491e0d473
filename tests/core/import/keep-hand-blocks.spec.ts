import { keepHandBlocks } from '@core/import/keep-hand-blocks';
import type { Block } from '@core/model/block';
import { expect, test } from '@playwright/test';

/** A text of lines, a block each; "#" before a line stands for a block that a person called residue. */
function blocked(lines: readonly string[]) {
  const blocks: Block[] = [];
  let text = '';
  for (const [at, line] of lines.entries()) {
    const isSaid = line.startsWith('#');
    const words = isSaid ? line.slice(1) : line;
    const place = { id: `block ${at}`, start: text.length, end: text.length + words.length, rule_rev: 1 };
    blocks.push(
      isSaid
        ? { ...place, kind: 'residue', in_scope: false, source: 'hand' }
        : { ...place, kind: 'body', in_scope: true, source: 'rule' },
    );
    text += `${words}\n\n`;
  }
  return { text, blocks };
}

const cases: readonly (readonly [
  name: string,
  before: readonly string[],
  after: readonly string[],
  /** Lines of the text after that are what a person said. */
  kept: readonly string[],
  isReread: boolean,
])[] = [
  [
    'the same words elsewhere',
    ['One.', '#Write to us.'],
    ['Zero.', 'Write to us.', 'One.'],
    ['Write to us.'],
    false,
  ],
  ['nothing was said', ['One.', 'Two.'], ['One.', 'Two.'], [], false],
  ['other words', ['One.', '#Write to us.'], ['One.', 'Write to them.'], [], false],
  [
    'words that come twice in both: the second is the second',
    ['More', '#More'],
    ['More', 'One.', 'More'],
    ['More@2'],
    false,
  ],
  ['words that come more often now: nobody can tell which', ['#More'], ['More', 'More'], [], false],
  ['another reading of the same lines', ['Ïîðò', '#Åù¸'], ['Порт', 'Ещё'], ['Ещё'], true],
  ['another text of as many lines', ['Ïîðò', '#Åù¸'], ['Порт', 'Ещё'], [], false],
  ['another reading of more lines', ['Ïîðò', '#Åù¸'], ['Порт', 'Ещё', 'Ещё'], [], true],
];

for (const [name, earlier, later, kept, isReread] of cases)
  test(`blocks that a person corrected: ${name}`, () => {
    const [before, after] = [blocked(earlier), blocked(later)];
    const blocks = keepHandBlocks(before, after, { isReread });
    const said = blocks.flatMap(({ source, kind, in_scope }, at) => {
      if (source !== 'hand') return [];
      expect([kind, in_scope]).toEqual(['residue', false]);
      const words = later[at] ?? '';
      const isAlone = later.filter((each) => each === words).length === 1;
      return [isAlone ? words : `${words}@${at}`];
    });
    expect(said).toEqual(kept);
    // Places, ids and what nobody said anything of are those of the later text.
    const places = (all: readonly Block[]) =>
      all.map(({ id, start, end, rule_rev }) => [id, start, end, rule_rev]);
    expect(places(blocks)).toEqual(places(after.blocks));
  });
