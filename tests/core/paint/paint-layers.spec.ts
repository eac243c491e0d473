import { hues } from '@core/codebook/hues';
import type { Span } from '@core/model/span';
import { assignLanes, laneCount } from '@core/paint/assign-lanes';
import { buildIntervalIndex, exchangeSpans, touching } from '@core/paint/interval-index';
import { type PaintedPassage, paintLayers } from '@core/paint/paint-layers';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';

const passage = (id: string, start: number, end: number, ...codes: number[]): PaintedPassage => ({
  id,
  start,
  end,
  codes: codes.map((n) => ({ id: `c${n}`, hue: hues[n] ?? 'slate', mark: 'solid' })),
});

const inOrder = (a: Span, b: Span): number => a.start - b.start || b.end - a.end;

const cases: readonly (readonly [
  string,
  readonly PaintedPassage[],
  string | null,
  Record<string, number[][]>,
])[] = [
  [
    'one code shows its tint',
    [passage('a', 0, 5, 0)],
    null,
    { 'tint-blue': [[0, 5]], 'line-1-blue-solid': [[0, 5]] },
  ],
  [
    'two codes show grey where they meet, never a mixture',
    [passage('a', 0, 6, 0), passage('b', 4, 9, 1)],
    null,
    {
      'tint-blue': [[0, 4]],
      'overlap-2': [[4, 6]],
      'tint-orange': [[6, 9]],
      'line-1-blue-solid': [[0, 4]],
      'line-1-orange-solid': [[4, 9]],
      'line-2-blue-solid': [[4, 6]],
    },
  ],
  [
    'three codes on one passage: deeper grey, two underlines at most',
    [passage('a', 0, 3, 0, 1, 2)],
    null,
    { 'overlap-3': [[0, 3]], 'line-1-blue-solid': [[0, 3]], 'line-2-orange-solid': [[0, 3]] },
  ],
  [
    'the same code twice is one code',
    [passage('a', 0, 8, 0), passage('b', 2, 4, 0)],
    null,
    { 'tint-blue': [[0, 8]], 'line-1-blue-solid': [[0, 8]], 'line-2-blue-solid': [[2, 4]] },
  ],
  ['an uncoded passage has a layer of its own', [passage('a', 1, 4)], null, { uncoded: [[1, 4]] }],
  [
    'where the passage in hand lies only its own tint shows',
    [passage('a', 0, 8, 0), passage('b', 2, 4, 1)],
    'a',
    {
      'hand-blue': [[0, 8]],
      'line-1-blue-solid': [
        [0, 2],
        [4, 8],
      ],
      'line-1-orange-solid': [[2, 4]],
      'line-2-blue-solid': [[2, 4]],
    },
  ],
];

for (const [name, passages, inHand, expected] of cases) {
  test(name, () => {
    const layers = [...paintLayers(passages, inHand)].map(([layer, spans]) => [
      layer,
      spans.map(({ start, end }) => [start, end]),
    ]);
    expect(Object.fromEntries(layers)).toEqual(expected);
  });
}

test('underlines are those of the two shortest passages with codes', () => {
  const layersOf = (...made: PaintedPassage[]): unknown[] =>
    [...paintLayers(made.sort(inOrder), null)]
      .filter(([layer]) => layer.startsWith('line-'))
      .flatMap(([layer, of]) => of.filter(({ start }) => start <= 5 && start > 2).map(() => layer));
  const found = layersOf(
    passage('long', 0, 20, 0),
    passage('uncoded', 5, 6),
    passage('middle', 3, 10, 1),
    passage('short', 4, 8, 2),
  );
  expect(new Set(found)).toEqual(
    new Set(['line-1-orange-solid', 'line-2-blue-solid', 'line-1-teal-solid', 'line-2-orange-solid']),
  );
});

const spans = fc.array(
  fc
    .tuple(fc.nat(200), fc.integer({ min: 1, max: 60 }))
    .map(([start, length]) => ({ start, end: start + length })),
  { maxLength: 60 },
);

test('every coded unit lies in exactly one tint layer', () => {
  fc.assert(
    fc.property(spans, (made) => {
      const passages = [...made]
        .sort(inOrder)
        .map(({ start, end }, index) => passage(`${index}`, start, end, index % 4));
      const layers = paintLayers(passages, null);
      const wrong: number[] = [];
      for (let unit = 0; unit < 260; unit++) {
        const covered = passages.some(({ start, end }) => start <= unit && unit < end);
        const tints = [...layers]
          .filter(([layer]) => !layer.startsWith('line-'))
          .filter(([, of]) => of.some(({ start, end }) => start <= unit && unit < end));
        if (tints.length !== (covered ? 1 : 0)) wrong.push(unit);
      }
      // One expectation a case: each costs far more than the comparison it makes.
      expect(wrong).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('the index finds what a look at everything finds', () => {
  fc.assert(
    fc.property(spans, fc.nat(260), fc.nat(60), (made, from, length) => {
      const to = from + length;
      const slow = [...made].sort(inOrder).filter(({ start, end }) => start < to && end > from);
      expect(touching(buildIntervalIndex(made), from, to)).toEqual(slow);
    }),
    { numRuns: 300 },
  );
});

test('no two spans of one lane overlap, and no lane is left free that would do', () => {
  fc.assert(
    fc.property(spans, (made) => {
      const sorted = [...made].sort(inOrder);
      const lanes = assignLanes(sorted);
      const wrong: unknown[] = [];
      for (const [at, span] of sorted.entries()) {
        const lane = lanes[at] ?? -1;
        const before = sorted.slice(0, at).map((other, place) => ({ ...other, lane: lanes[place] }));
        const isTaken = (of: number): boolean =>
          before.some((other) => other.lane === of && other.end >= span.start);
        if (lane < laneCount && isTaken(lane)) wrong.push(['taken', span, lane]);
        for (let lower = 0; lower < lane; lower++) {
          if (!isTaken(lower)) wrong.push(['free', span, lower]);
        }
      }
      expect(wrong).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test('spans taken out and put in leave the order a new list would have', () => {
  const indexed = fc.array(
    fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 9 }), fc.constantFrom('stay', 'go', 'come')),
  );
  fc.assert(
    fc.property(indexed, (made) => {
      const all = made.map(([start, length, fate]) => ({ start, end: start + length, fate }));
      const there = all.filter(({ fate }) => fate !== 'come').sort(inOrder);
      const gone = all.filter(({ fate }) => fate === 'go');
      const fresh = all.filter(({ fate }) => fate === 'come');
      const exchanged = exchangeSpans(there, gone, fresh);
      const wanted = all.filter(({ fate }) => fate !== 'go').sort(inOrder);
      const places = (list: readonly Span[]): unknown => list.map(({ start, end }) => [start, end]);
      expect(places(exchanged)).toEqual(places(wanted));
      expect(new Set(exchanged)).toEqual(new Set(wanted));
    }),
    { numRuns: 300 },
  );
});
