import { placeNames, type WantedName } from '@core/paint/place-names';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';

const step = 17;
const name = (key: string, top: number, paragraph = 0, isHeld = false): WantedName => ({
  key,
  top,
  paragraph,
  isHeld,
});

interface Row {
  readonly title: string;
  readonly wanted: readonly WantedName[];
  readonly placed: readonly (readonly [key: string, top: number, more?: number])[];
}

const rows: readonly Row[] = [
  { title: 'nothing', wanted: [], placed: [] },
  {
    title: 'names that are far enough apart stand beside their passages',
    wanted: [name('a', 10), name('b', 60), name('c', 100, 1)],
    placed: [
      ['a', 10],
      ['b', 60],
      ['c', 100],
    ],
  },
  {
    title: 'several on one passage stand below each other',
    wanted: [name('a', 10), name('b', 10), name('c', 10)],
    placed: [
      ['a', 10],
      ['b', 27],
      ['c', 44],
    ],
  },
  {
    title: 'they are pushed up where the next paragraph begins',
    wanted: [name('a', 10), name('b', 60), name('c', 60), name('d', 80, 1)],
    placed: [
      ['a', 10],
      ['b', 46],
      ['c', 63],
      ['d', 80],
    ],
  },
  {
    title: 'what finds no room is counted on the last of its paragraph',
    wanted: [name('a', 10), name('b', 10), name('c', 10), name('d', 10), name('e', 45, 1)],
    placed: [
      ['a', 10],
      ['b', 27, 2],
      ['e', 45],
    ],
  },
  {
    title: 'the passage in hand is among those that are shown, at its place in the order',
    wanted: [name('a', 10), name('b', 12), name('c', 14, 0, true), name('d', 45, 1)],
    placed: [
      ['a', 10],
      ['c', 27, 1],
      ['d', 45],
    ],
  },
  {
    title: 'a paragraph has room for one name even where the next begins at once',
    wanted: [name('a', 10), name('b', 10), name('c', 20, 1)],
    placed: [
      ['a', 10, 1],
      ['c', 20],
    ],
  },
];

for (const { title, wanted, placed } of rows) {
  test(title, () => {
    expect(placeNames(wanted, step)).toEqual(placed.map(([key, top, more = 0]) => ({ key, top, more })));
  });
}

/** Paragraphs far enough apart for a name each, as lines of text are. */
const texts = fc
  .array(
    fc.record({
      height: fc.integer({ min: step, max: 200 }),
      names: fc.array(fc.record({ down: fc.nat(200), isHeld: fc.boolean() }), {
        minLength: 1,
        maxLength: 12,
      }),
    }),
    { maxLength: 12 },
  )
  .map((paragraphs) => {
    let top = 0;
    return paragraphs.flatMap(({ height, names }, paragraph) => {
      const from = top;
      top += height;
      return names
        .map(({ down, isHeld }, at) => ({
          ...name(`${paragraph}-${at}`, at === 0 ? from : from + (down % height), paragraph, isHeld),
        }))
        .toSorted((one, other) => one.top - other.top);
    });
  });

test('no two names touch, none stands above its paragraph, and none is forgotten', () => {
  fc.assert(
    fc.property(texts, (wanted) => {
      const placed = placeNames(wanted, step);
      const isApart = placed.every(
        ({ top }, at) => top - (placed[at - 1]?.top ?? Number.NEGATIVE_INFINITY) >= step,
      );
      const first = new Map(wanted.toReversed().map(({ paragraph, top }) => [paragraph, top]));
      const paragraphs = new Map(wanted.map(({ key, paragraph }) => [key, paragraph]));
      const isBelow = placed.every(
        ({ key, top }) => top >= (first.get(paragraphs.get(key) ?? -1) ?? Number.NaN),
      );
      const told = placed.length + placed.reduce((sum, { more }) => sum + more, 0);
      return isApart && isBelow && told === wanted.length;
    }),
    { numRuns: 200 },
  );
});

test('places do not hang on where the text that is laid out begins or ends', () => {
  fc.assert(
    fc.property(texts, fc.nat(12), fc.nat(12), (wanted, from, count) => {
      const all = new Map(placeNames(wanted, step).map((placed) => [placed.key, placed]));
      const part = wanted.filter(({ paragraph }) => paragraph >= from && paragraph <= from + count);
      const last = part.at(-1)?.paragraph;
      return (
        placeNames(part, step)
          // Below the last paragraph of the part is more room than in the whole.
          .filter(({ key }) => !key.startsWith(`${last}-`))
          .every(({ key, top, more }) => top === all.get(key)?.top && more === all.get(key)?.more)
      );
    }),
    { numRuns: 200 },
  );
});
