import { distinctPassages } from '@core/copies/distinct-passages';
import { expect, test } from '@playwright/test';
import { fictional, indexOf, spanOf, textsOf } from './fictional-reprints';

const index = indexOf(fictional);
const textOf = textsOf(fictional);
const passage = (document_id: string, words: string, ...code_ids: string[]) => ({
  ...{ document_id, by: 'coder 1', code_ids },
  ...spanOf(
    fictional.find(({ id }) => id === document_id),
    words,
  ),
});
const decision = 'sixty pilots were sent to Elmara for a limited time';

const cases: readonly (readonly [
  name: string,
  passages: readonly ReturnType<typeof passage>[],
  circulated: number,
  distinct: number,
])[] = [
  ['one passage', [passage('first', decision, 'a')], 1, 1],
  ['its copies', ['first', 'second', 'third'].map((id) => passage(id, decision, 'a')), 3, 1],
  [
    'a copy with other ends, and one of other words of the same sentence',
    [
      passage('first', decision, 'a'),
      passage('second', 'pilots were sent to Elmara for a limited time', 'a'),
      passage('third', 'after the island council turned to the Compact for help', 'a'),
    ],
    3,
    2,
  ],
  [
    'what stands in no group counts itself',
    [
      passage('first', 'The ferries are running.', 'a'),
      passage('third', 'How many were hurt is not known.', 'a'),
    ],
    2,
    2,
  ],
  [
    'a sentence too short for a group is no border of one',
    [
      passage('third', 'shut the northern quay for a week. How many were hurt is not known.', 'a'),
      passage('first', 'shut the northern quay for a week.', 'a'),
    ],
    2,
    1,
  ],
  [
    'copies of another code count for that',
    [passage('first', decision, 'a'), passage('third', decision, 'b', 'a')],
    2,
    1,
  ],
  ['a code twice on a passage is one passage', [passage('first', decision, 'a', 'a')], 1, 1],
];

for (const [name, passages, circulated, distinct] of cases) {
  test(`circulated and distinct: ${name}`, () => {
    for (const order of [passages, passages.toReversed()]) {
      const counts = distinctPassages(order, (id) => index.groupsOf(id), textOf);
      expect(counts.get('a')).toEqual({ circulated, distinct });
    }
  });
}
