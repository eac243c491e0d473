import { kindsWithSentences } from '@core/structure/block-scope';
import { parseStructure } from '@core/structure/parse-structure';
import type { ParsedStructure } from '@core/structure/parsed-structure';
import { canonicalText } from '@core/text/canonical-text';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { trials } from '../../support/trials';

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
  test(`structure of ${name}: blocks tile the text, sentences lie in them, nothing throws, twice is once`, () => {
    fc.assert(
      fc.property(texts, (raw) => {
        const text = canonicalText(raw).text;
        const found = parse(text);
        const faults = [
          ...tilingFaults(text, found),
          ...sentenceFaults(text, found),
          ...evidenceFaults(text, found),
        ];
        if (faults.length > 0) throw new Error(faults.join('; '));
        if (JSON.stringify(parse(canonicalText(text).text)) !== JSON.stringify(found))
          throw new Error('not the same');
        // Not every caller need have made its text canonical for the rules to hold out.
        parse(raw);
      }),
      { numRuns: trials(250, 2000) },
    );
  });
}

test('structure: the checks above notice what is wrong', () => {
  const text = 'One. Two.\n\nThree.';
  const found = parse(text);
  expect([...tilingFaults(text, found)]).toEqual([]);
  expect([...sentenceFaults(text, found)]).toEqual([]);
  const [first] = found.blocks;
  const shifted = { ...found, blocks: first === undefined ? [] : [{ ...first, end: first.end + 1 }] };
  expect([...tilingFaults(text, shifted)]).not.toEqual([]);
  expect([...sentenceFaults(text, { ...found, blocks: [] })]).not.toEqual([]);
});

/** As `Block` documents them: everything but line feeds between blocks and blank lines, in order, without overlap. */
function* tilingFaults(text: string, { blocks }: ParsedStructure): Generator<string> {
  let end = 0;
  for (const block of blocks) {
    const at = `block at ${block.start}`;
    if (block.start < end || block.end <= block.start) yield `${at} overlaps or is empty`;
    const gap = text.slice(end, block.start);
    if (gap.trim() !== '') yield `${at} leaves out text before it`;
    if (gap !== '' && !gap.endsWith('\n')) yield `${at} leaves out the head of its line`;
    if (gap !== '' && end > 0 && !gap.startsWith('\n'))
      yield `${at} follows a line that is not covered to its end`;
    const content = text.slice(block.start, block.end);
    if (content.trim() === '') yield `${at} is blank`;
    if (content.startsWith('\n') || content.endsWith('\n')) yield `${at} holds a line feed at an end`;
    if (gap === '' && end > 0 && /^\s/.test(content))
      yield `${at} has white space of the block that it touches`;
    end = block.end;
  }
  const rest = text.slice(end);
  if (rest.trim() !== '') yield 'text after the last block';
  if (end > 0 && rest !== '' && !rest.startsWith('\n')) yield 'the last line is not covered to its end';
}

function* sentenceFaults(text: string, { blocks, sentences }: ParsedStructure): Generator<string> {
  let before = 0;
  for (const [start, end] of sentences) {
    const at = `sentence at ${start}`;
    if (start < before || end <= start) yield `${at} is out of order or empty`;
    const block = blocks.find((one) => one.start <= start && end <= one.end);
    if (block === undefined || !kindsWithSentences.has(block.kind))
      yield `${at} lies in no block that has sentences`;
    const content = text.slice(start, end);
    if (content !== content.trim()) yield `${at} has white space at an end`;
    before = end;
  }
}

function* evidenceFaults(text: string, { values }: ParsedStructure): Generator<string> {
  for (const [key, { evidence = [] }] of Object.entries(values)) {
    for (const [start, end] of evidence)
      if (text.slice(start, end).trim() === '') yield `no evidence for ${key}`;
  }
}
