import { parseChanges, sequenceIn, sequenceOf } from '@main/journal-line';
import { expect, test } from '@playwright/test';

/** Texts and records that look like the beginning of the next change. */
const changes = (first: number, count: number): readonly object[] =>
  Array.from({ length: count }, (_, place) => ({
    seq: first + place,
    data: {
      memo: `,{"seq":${first + place + 1}, \\",{"seq":${first + place + 1}}`,
      'a,{"seq":2': [{ n: 1 }],
      // A field of a newer version, or of whoever made a file that was imported.
      kept: [0, { seq: first + place + 1 }, { seq: first + place + 2, n: '\\\\' }, '\\'],
    },
  }));

const lines: readonly (readonly [what: string, json: string])[] = [
  ['one change', JSON.stringify(changes(7, 1))],
  ['many', JSON.stringify(changes(1, 300))],
  ['numbers that grow a digit', JSON.stringify(changes(95, 20))],
  ['a bare change', '[{"seq":3}]'],
  ['bare changes', '[{"seq":3},{"seq":4},{"seq":5}]'],
  ['another order of fields', '[ {"id": "a", "seq": 1}, {"id": "b", "seq": 2} ]'],
  ['no change', '[]'],
  ['no array', '{"seq":1}'],
  ['no JSON', '[{"seq"'],
];

for (const [what, json] of lines)
  test(`first and last are found without parsing: ${what}`, () => {
    expect(sequenceIn(Buffer.from(json))).toEqual(sequenceOf(parseChanges(json)));
  });

test('behind a gap nothing is counted', () => {
  expect(sequenceIn(Buffer.from('[{"seq":1},{"seq":12},{"seq":3}]'))).toEqual({ first: 1, last: 1 });
});
