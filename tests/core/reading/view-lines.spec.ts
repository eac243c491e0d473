import type { Paragraph } from '@core/reading/reading-units';
import { viewLines } from '@core/reading/view-lines';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';

const paragraph = (start: number, end: number, number = 1): Paragraph => ({
  ...{ start, end, number },
  firstBlock: number - 1,
  endBlock: number,
});
const words = fc.constantFrom('lamp ', 'порт ', '灯塔', '🕯️', 'e\u0301', 'longer-than-most\n');

test('a paragraph of common length is one line, whole', () => {
  const text = 'a'.repeat(12_000);
  expect(viewLines([paragraph(0, 12_000)], text)).toEqual([
    { ...paragraph(0, 12_000), begins: true, ends: true },
  ]);
});

test('parts of a very long paragraph follow each other without a gap, cut no character, and end behind a space where one is near', () => {
  fc.assert(
    fc.property(
      fc.array(words, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 12_001, max: 30_000 }),
      (list, least) => {
        const unit = list.join('');
        const text = `Head\n\n${unit.repeat(Math.ceil(least / unit.length))}`;
        const long = paragraph(6, text.length, 2);
        const [head, ...parts] = viewLines([paragraph(0, 4), long], text);
        expect(head).toMatchObject({ start: 0, end: 4, begins: true, ends: true });
        expect(parts.length).toBeGreaterThan(2);
        expect(parts.map(({ begins }) => begins)).toEqual(parts.map((_, at) => at === 0));
        expect(parts.map(({ ends }) => ends)).toEqual(parts.map((_, at) => at === parts.length - 1));
        expect(parts.map(({ start }) => start)).toEqual([6, ...parts.slice(0, -1).map(({ end }) => end)]);
        expect(parts.at(-1)?.end).toBe(text.length);
        const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' });
        for (const { start, end, number, firstBlock } of parts) {
          expect([number, firstBlock]).toEqual([2, 1]);
          expect(end - start).toBeLessThanOrEqual(5_000);
          if (end === text.length) continue;
          const around = clusters.segment(text.slice(end - 40, end + 40));
          if (/\s/u.test(text.slice(end - 400, end))) expect(text.charAt(end - 1)).toMatch(/\s/u);
          else expect(around.containing(40)?.index).toBe(40);
        }
      },
    ),
    { numRuns: 60 },
  );
});
