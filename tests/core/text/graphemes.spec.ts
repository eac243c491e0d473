import { snapToGraphemes, trimSpan } from '@core/text/graphemes';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';

const family = '👨‍👩‍👧';
const table: readonly { name: string; text: string; span: [number, number]; snapped: [number, number] }[] = [
  { name: 'plain letters stay', text: 'abc', span: [1, 2], snapped: [1, 2] },
  { name: 'an empty span between letters stays', text: 'abc', span: [1, 1], snapped: [1, 1] },
  { name: 'half a surrogate pair', text: 'a😀b', span: [2, 4], snapped: [1, 4] },
  { name: 'a family is one', text: `a${family}b`, span: [3, 4], snapped: [1, 1 + family.length] },
  { name: 'a letter and its accent', text: 'e\u0301a', span: [1, 3], snapped: [0, 3] },
  { name: 'a flag', text: '🇰🇿🇷🇺', span: [2, 4], snapped: [0, 4] },
  { name: 'Hangul in parts', text: '\u1112\u1161\u11ABx', span: [1, 2], snapped: [0, 3] },
  { name: 'Devanagari with a vowel sign', text: 'नि x', span: [1, 3], snapped: [0, 3] },
  { name: 'not across a line feed', text: 'a\nb', span: [1, 2], snapped: [1, 2] },
  { name: 'an empty span inside a cluster takes it', text: '😀', span: [1, 1], snapped: [0, 2] },
  { name: 'the whole text', text: 'e\u0301', span: [0, 2], snapped: [0, 2] },
];

for (const { name, text, span, snapped } of table) {
  test(`graphemes: ${name}`, () => {
    const found = snapToGraphemes(text, { start: span[0], end: span[1] });
    expect([found.start, found.end]).toEqual(snapped);
  });
}

test('graphemes: agrees with the segmenter over the whole text, covers the span, and is stable', () => {
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.nat(), fc.nat(), (text, a, b) => {
      const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
      const boundaries = [...segmenter.segment(text)].map(({ index }) => index);
      boundaries.push(text.length);
      const snapped = snapToGraphemes(text, { start, end });
      expect(snapped.start).toBe(boundaries.findLast((at) => at <= start));
      const isEmptyBoundary = start === end && boundaries.includes(start);
      expect(snapped.end).toBe(
        isEmptyBoundary ? end : boundaries.find((at) => at >= end && at >= snapped.start),
      );
      expect(snapToGraphemes(text, snapped)).toEqual(snapped);
    }),
  );
});

test('graphemes: a place deep in a long line costs no more than in a short one', () => {
  const text = `${'слово '.repeat(500_000)}😀`;
  const start = performance.now();
  for (let at = 0; at < 200; at += 1) snapToGraphemes(text, { start: at * 10_000, end: at * 10_000 + 7 });
  expect(performance.now() - start).toBeLessThan(1000);
});

test('trim: white space goes from both ends, and from nothing else', () => {
  expect(trimSpan('x  a b\u00A0 y', { start: 1, end: 8 })).toEqual({ start: 3, end: 6 });
  expect(trimSpan('x   y', { start: 1, end: 4 })).toEqual({ start: 1, end: 1 });
  expect(trimSpan('abc', { start: 0, end: 3 })).toEqual({ start: 0, end: 3 });
});
