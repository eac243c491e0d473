import { groupOfRow, headingItem, itemAt, itemOfRow } from '@core/query/listed-items';
import {
  chooseAll,
  chosenRanges,
  extendTo,
  noRows,
  type RowSelection,
  takeRow,
  toggleRow,
} from '@core/query/row-selection';
import { expect, test } from '@playwright/test';

const cases: readonly (readonly [
  what: string,
  made: RowSelection,
  at: number,
  ranges: readonly (readonly number[])[],
])[] = [
  ['nothing', noRows, -1, []],
  ['the row in hand alone', takeRow(4), 4, [[4, 5]]],
  ['down from it', extendTo(extendTo(takeRow(4), 5), 6), 6, [[4, 7]]],
  ['down and back up past it', extendTo(extendTo(takeRow(4), 6), 2), 2, [[2, 5]]],
  [
    'several here and there',
    toggleRow(toggleRow(takeRow(4), 9), 7),
    7,
    [
      [4, 5],
      [7, 8],
      [9, 10],
    ],
  ],
  [
    'one let go of again',
    toggleRow(toggleRow(toggleRow(takeRow(4), 5), 6), 5),
    5,
    [
      [4, 5],
      [6, 7],
    ],
  ],
  [
    'a range besides what was chosen',
    extendTo(toggleRow(toggleRow(takeRow(1), 8), 4), 5),
    5,
    [
      [1, 2],
      [4, 6],
      [8, 9],
    ],
  ],
  ['all', chooseAll(takeRow(2), 5), 2, [[0, 5]]],
];

for (const [what, made, at, ranges] of cases) {
  test(`chooses ${what}`, () => {
    expect(made.at).toBe(at);
    expect(chosenRanges(made)).toEqual(ranges);
  });
}

test('items and rows find each other', () => {
  const groups = [
    { key: 'a', from: 0, count: 2 },
    { key: 'b', from: 2, count: 1 },
    { key: 'c', from: 3, count: 3 },
  ];
  const drawn = Array.from({ length: 9 }, (_, at) => {
    const item = itemAt(groups, at);
    return item.kind === 'heading' ? `# ${item.group}` : `${item.row} of ${item.group}`;
  });
  expect(drawn).toEqual(['# 0', '0 of 0', '1 of 0', '# 1', '2 of 1', '# 2', '3 of 2', '4 of 2', '5 of 2']);
  expect([0, 1, 2, 3, 4, 5].map((row) => itemOfRow(groups, row))).toEqual([1, 2, 4, 6, 7, 8]);
  expect([0, 2, 5].map((row) => groupOfRow(groups, row))).toEqual([0, 1, 2]);
  expect([0, 1, 2].map((group) => headingItem(groups, group))).toEqual([0, 3, 5]);
});
