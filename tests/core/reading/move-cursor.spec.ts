import { extendByUnit, stepOffset } from '@core/reading/move-cursor';
import { expect, test } from '@playwright/test';

/** Three sentences with gaps: [0,10) [11,20) [25,30). */
const units = [
  { start: 0, end: 10 },
  { start: 11, end: 20 },
  { start: 25, end: 30 },
];

const steps = [
  [0, 'next', 11],
  [5, 'next', 11],
  [11, 'next', 25],
  [22, 'next', 25],
  [27, 'next', null],
  [27, 'previous', 11],
  [25, 'previous', 11],
  [15, 'previous', 0],
  [3, 'previous', null],
] as const;

for (const [offset, step, expected] of steps) {
  test(`${step} from ${offset} is ${expected}`, () => {
    expect(stepOffset(units, offset, step)).toBe(expected);
  });
}

test('no units, no step', () => {
  expect(stepOffset([], 0, 'next')).toBeNull();
  expect(stepOffset([], 0, 'previous')).toBeNull();
});

const extensions = [
  ['a bare cursor takes its unit', 13, 13, 'next', 11, 20],
  ['and backwards from its end', 13, 13, 'previous', 20, 11],
  ['on to the end of the next', 11, 20, 'next', 11, 30],
  ['not past the last', 11, 30, 'next', 11, 30],
  ['back to the end of the one before', 11, 30, 'previous', 11, 20],
  ['back to nothing, not past the anchor', 11, 20, 'previous', 11, 11],
  ['backwards to the start of the one before', 20, 11, 'previous', 20, 0],
  ['forwards again towards the anchor', 20, 0, 'next', 20, 11],
  ['forwards, not past the anchor', 20, 11, 'next', 20, 20],
  ['a selection from the middle of a unit goes to its end', 13, 15, 'next', 13, 20],
] as const;

for (const [name, anchor, focus, step, newAnchor, newFocus] of extensions) {
  test(name, () => {
    expect(extendByUnit(units, { anchor, focus }, step)).toEqual({ anchor: newAnchor, focus: newFocus });
  });
}

test('what lies under a bare cursor and is no unit is taken whole, then the next unit with it', () => {
  const between = { start: 21, end: 24 };
  expect(extendByUnit(units, { anchor: 21, focus: 21 }, 'next', between)).toEqual({ anchor: 21, focus: 24 });
  expect(extendByUnit(units, { anchor: 21, focus: 21 }, 'previous', between)).toEqual({
    ...{ anchor: 24, focus: 21 },
  });
  expect(extendByUnit(units, { anchor: 21, focus: 24 }, 'next')).toEqual({ anchor: 21, focus: 30 });
});
