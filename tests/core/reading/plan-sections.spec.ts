import type { Span } from '@core/model/span';
import { planSections } from '@core/reading/plan-sections';
import { expect, test } from '@playwright/test';

/** Lines of these lengths, a blank line between each two. */
function linesOf(...lengths: readonly number[]): readonly Span[] {
  let at = 0;
  return lengths.map((length) => {
    const line = { start: at, end: at + length };
    at = line.end + 2;
    return line;
  });
}

const cases: readonly (readonly [
  name: string,
  lines: readonly Span[],
  sections: readonly (readonly [first: number, end: number, rows: number])[],
])[] = [
  ['nothing', [], []],
  ['one short line', linesOf(40), [[0, 1, 1]]],
  ['an empty line fills a row', linesOf(0, 78, 79), [[0, 3, 4]]],
  [
    'never more than twenty lines',
    linesOf(...Array.from({ length: 41 }, () => 10)),
    [
      [0, 20, 20],
      [20, 40, 20],
      [40, 41, 1],
    ],
  ],
  [
    'never more than five thousand units',
    linesOf(3_000, 2_000, 1),
    [
      [0, 2, 65],
      [2, 3, 1],
    ],
  ],
  [
    'but a line is never parted',
    linesOf(20_000, 10, 20_000),
    [
      [0, 1, 257],
      [1, 2, 1],
      [2, 3, 257],
    ],
  ],
];

for (const [name, lines, sections] of cases) {
  test(name, () => {
    expect(planSections(lines).map(({ first, end, rows }) => [first, end, rows])).toEqual(sections);
  });
}

test('a million words stay within some thousand sections, each a few views high', () => {
  const sections = planSections(linesOf(...Array.from({ length: 14_700 }, () => 420)));
  expect(sections.length).toBeLessThan(1_500);
  expect(Math.max(...sections.map(({ rows }) => rows))).toBeLessThanOrEqual(80);
});
