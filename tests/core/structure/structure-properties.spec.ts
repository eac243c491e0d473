import { kindsWithSentences } from '@core/structure/block-scope';
import { parseStructure } from '@core/structure/parse-structure';
import type { ParsedStructure } from '@core/structure/parsed-structure';
import { canonicalText } from '@core/text/canonical-text';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';

const parse = (text: string): ParsedStructure => parseStructure(text, { icu: '78', pathName: 'name.txt' });

/** Lines that the rules look for, in any order, so that they meet in ways nobody thought of. */
const line = fc.oneof(
  fc.constantFrom(
    ...[
      '',
      ' ',
      '\t',
      'All news',
      'Related Posts',
      'Leave a Reply',
      'Source :',
      'Source: TASS',
      'Print',
      'Mass riots',
    ],
    ...['Picture: RIA Novosti', 'Ru-Main, 10.01.2022\u00A0', 'By Jane Doe', 'Published: 3 April 2031, 14:05'],
    ...[
      ' date 2022-01-19 MOSCOW, January 19. /TASS/. The port opened.',
      'PARIS, March 3 (AFP) - Rain.',
      '“Why?” he said.',
    ],
    ...[
      'A line that could be a title',
      'A longer line that ends as sentences do, on January 2, 2022. And another.',
    ],
    ...[
      '- an item',
      '1. a number',
      'Background',
      'WASHINGTON — The',
      'Continue reading →',
      'It ends so. Read more »',
    ],
  ),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);
const news = fc.array(line, { maxLength: 14 }).map((lines) => lines.join('\n'));
const anything = fc.string({ unit: 'binary', maxLength: 200 });
const spaced = fc.string({
  unit: fc.constantFrom('a', 'B', '.', ' ', '\n', '\u00A0', '\u2028', '«', '5', '/'),
  maxLength: 80,
});

for (const [name, texts] of Object.entries({ news, anything, spaced })) {
  test(`structure of ${name}: blocks tile the text as documented`, () => {
    fc.assert(
      fc.property(texts, (raw) => {
        const text = canonicalText(raw).text;
        const { blocks } = parse(text);
        let end = 0;
        for (const block of blocks) {
          expect(block.start).toBeGreaterThanOrEqual(end);
          expect(block.end).toBeGreaterThan(block.start);
          expectGap(text.slice(end, block.start), end === 0 || block.start === text.length);
          // Touching blocks share a line; the white space between them belongs to the earlier.
          if (block.start === end && end > 0) expect(text.charAt(block.start)).toMatch(/\S/);
          const content = text.slice(block.start, block.end);
          expect(content).toMatch(/\S/);
          expect(content.startsWith('\n') || content.endsWith('\n')).toBe(false);
          end = block.end;
        }
        expect(text.slice(end).trim()).toBe('');
        expect(text.slice(end).startsWith('\n') || end === text.length || end === 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test(`structure of ${name}: sentences lie in blocks that hold some, in order, trimmed`, () => {
    fc.assert(
      fc.property(texts, (raw) => {
        const text = canonicalText(raw).text;
        const { blocks, sentences } = parse(text);
        let before = 0;
        for (const [start, end] of sentences) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          const block = blocks.find((one) => one.start <= start && end <= one.end);
          expect(block && kindsWithSentences.has(block.kind)).toBe(true);
          const content = text.slice(start, end);
          expect(content).toBe(content.trim());
          before = end;
        }
      }),
      { numRuns: 500 },
    );
  });

  test(`structure of ${name}: the same twice, from raw text too, and evidence lies in the text`, () => {
    fc.assert(
      fc.property(texts, (raw) => {
        const text = canonicalText(raw).text;
        const found = parse(text);
        expect(parse(canonicalText(text).text)).toEqual(found);
        expect(() => parse(raw)).not.toThrow();
        for (const { evidence = [] } of Object.values(found.values)) {
          for (const [start, end] of evidence) expect(text.slice(start, end).trim()).not.toBe('');
        }
      }),
      { numRuns: 300 },
    );
  });
}

/** Between blocks only line feeds and blank lines. */
function expectGap(gap: string, isEdge: boolean): void {
  expect(gap.trim()).toBe('');
  if (gap !== '' && !isEdge) expect(gap.startsWith('\n') && gap.endsWith('\n')).toBe(true);
  if (gap !== '' && isEdge) expect(gap.endsWith('\n')).toBe(true);
}
