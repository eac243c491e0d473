import { nextUncodedUnit } from '@core/reading/next-uncoded';
import { expect, test } from '@playwright/test';

const units = [
  { start: 0, end: 10 },
  { start: 11, end: 20 },
  { start: 21, end: 30 },
];
const all = [{ start: 0, end: 30 }];
const cases = [
  { name: 'the next one', passages: [], scoped: all, after: 0, is: 11 },
  { name: 'from before the text, the first', passages: [], scoped: all, after: -1, is: 0 },
  {
    name: 'one that a passage touches is passed over',
    passages: [{ start: 19, end: 20 }],
    scoped: all,
    after: 0,
    is: 21,
  },
  {
    name: 'a passage that ends where it begins does not touch it',
    passages: [{ start: 5, end: 11 }],
    scoped: all,
    after: 0,
    is: 11,
  },
  {
    name: 'what is out of scope is passed over',
    passages: [],
    scoped: [{ start: 21, end: 30 }],
    after: 0,
    is: 21,
  },
  { name: 'none is left', passages: all, scoped: all, after: -1, is: null },
];
for (const { name, passages, scoped, after, is } of cases) {
  test(`next uncoded paragraph: ${name}`, () => {
    expect(nextUncodedUnit(units, passages, scoped, after)?.start ?? null).toBe(is);
  });
}
