import type { Block } from '@core/model/block';
import type { Structure } from '@core/model/document';
import { paragraphsOf, readingUnits } from '@core/reading/reading-units';
import { readingTarget, widenTarget } from '@core/reading/target';
import { expect, test } from '@playwright/test';

const text = 'Calm returns\n\nVELDA, May 3. /ANV/. Roads opened. Shops too.\nThe end.';
const block = (start: number, end: number, kind: Block['kind']): Block => ({
  id: `${start}`,
  start,
  end,
  kind,
  in_scope: kind !== 'dateline',
  source: 'rule',
  rule_rev: 1,
});
const structure: Structure = {
  document_id: 'd',
  blocks: [block(0, 12, 'headline'), block(14, 35, 'dateline'), block(35, 59, 'body'), block(60, 68, 'body')],
  sentences: [
    [0, 12],
    [35, 48],
    [49, 59],
    [60, 68],
  ],
  segmenter: { icu: '', rules_rev: 1 },
};
const units = readingUnits(structure, text);

test('blocks of one line make one paragraph', () => {
  expect(paragraphsOf(structure, text).map(({ start, end, number }) => [start, end, number])).toEqual([
    [0, 12, 1],
    [14, 59, 2],
    [60, 68, 3],
  ]);
});

const cursors = [
  ['in a headline', 3, 'Calm returns'],
  ['in a dateline, which holds no sentence', 20, 'VELDA, May 3. /ANV/.'],
  ['in the first sentence', 40, 'Roads opened.'],
  ['between two sentences', 48, 'Roads opened.'],
  ['in the second', 52, 'Shops too.'],
  ['at the very end', 68, 'The end.'],
] as const;

for (const [name, cursor, expected] of cursors) {
  test(`the sentence under the cursor ${name}`, () => {
    const target = readingTarget({ selection: null, inHand: null, cursor }, units, structure.blocks, text);
    expect(target?.kind).toBe('span');
    if (target?.kind === 'span') expect(text.slice(target.span.start, target.span.end)).toBe(expected);
  });
}

test('a selection comes before everything, nothing gives nothing', () => {
  const selection = { start: 35, end: 40 };
  expect(readingTarget({ selection, inHand: null, cursor: 3 }, units, structure.blocks, text)).toEqual({
    kind: 'span',
    span: selection,
    from: 'selection',
  });
  expect(
    readingTarget({ selection: null, inHand: null, cursor: null }, units, structure.blocks, text),
  ).toBeNull();
});

const word = { start: 35, end: 40 };
const sentence = { start: 35, end: 48 };
const paragraph = { start: 14, end: 59 };
const ladder = [word, sentence, paragraph];
const widenings = [
  ['wider', word, sentence],
  ['wider', sentence, paragraph],
  ['wider', paragraph, null],
  ['narrower', paragraph, sentence],
  ['narrower', sentence, word],
  ['narrower', word, null],
] as const;

for (const [way, from, expected] of widenings) {
  test(`${way} than ${from.start}-${from.end}`, () => {
    expect(widenTarget(from, ladder, way)).toEqual(expected);
  });
}
