import { createChangeMapper } from '@core/change-mapper';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';

/** Pairs of lists that share items; few numbers, so that many do. */
const lists = fc.array(fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 12 }), { maxLength: 6 });

test('lists that follow each other are mapped as if each were the first', () => {
  fc.assert(
    fc.property(lists, (following) => {
      const map = createChangeMapper((item: number) => `${item}`);
      expect(following.map((list) => map(list))).toEqual(following.map((list) => list.map(String)));
    }),
    { numRuns: 300 },
  );
});

const items = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name }));
const [a, , c, , e] = items;
const cases: readonly (readonly [string, readonly (object | undefined)[], readonly string[]])[] = [
  ['nothing', items, []],
  ['one more in the middle', items.toSpliced(2, 0, { name: 'x' }), ['x']],
  ['one less', items.toSpliced(2, 1), []],
  ['one that is another', items.with(3, { name: 'x' }), ['x']],
  [
    'the first and the last: all between is made anew',
    [{ name: 'x' }, ...items.slice(1, 4), { name: 'y' }],
    ['x', 'b', 'c', 'd', 'y'],
  ],
  ['none left', [], []],
  ['some left', [a, c, e], ['c']],
];

for (const [name, next, expected] of cases) {
  test(`what is made when the list changes by ${name}`, () => {
    const made: string[] = [];
    const map = createChangeMapper((item: object | undefined) => {
      made.push(item !== undefined && 'name' in item ? String(item.name) : '');
      return { of: item };
    });
    const before = map(items);
    made.length = 0;
    const after = map(next);
    expect(made).toEqual(expected);
    expect(after.map(({ of }) => of)).toEqual(next);
    expect(after === before).toBe(next === items);
  });
}
