import { emptyTally, type Tally, tallyAnnotations, tallyPasses } from '@core/change/tally';
import { createStandings } from '@core/codebook/pass-standing';
import { latestRound, passInRound } from '@core/codebook/rounds';
import type { AttributeValue } from '@core/model/attribute';
import type { Pass } from '@core/model/pass';
import {
  compileDocumentFilter,
  type DocumentFilter,
  everyDocument,
  isAsking,
  statesOf,
} from '@core/query/document-filter';
import { expect, test } from '@playwright/test';
import { makeAnnotation, makeCodes, makeCoding, makeProject } from '../make-records';

const project = makeProject({ codebook_rev: 5 });
const codes = makeCodes('frames/', 'frames/threat', 'frames/threat/war', 'tone').map((code) =>
  code.id === 'tone' ? { ...code, added_in: 4 } : code,
);
const of = { coder_id: 'coder', round: 1 };

function pass(
  document_id: string,
  fields: Partial<Pass> = {},
): { readonly before: null; readonly after: Pass } {
  const after: Pass = {
    ...{
      id: `pass-${document_id}-${fields.round ?? 1}`,
      document_id,
      ...of,
      code_ids: 'all',
      codebook_rev: 5,
    },
    ...{ scope_rev: 1, state: 'done', started_at: '2031-01-01T00:00:00.000Z', ...fields },
  };
  return { before: null, after };
}
const coded = (document_id: string, code: string) => ({
  before: null,
  after: makeAnnotation({ id: `in-${document_id}`, document_id, codings: [makeCoding(code)] }),
});
const tally: Tally = tallyPasses(
  tallyAnnotations(emptyTally, [coded('done', 'war'), coded('older', 'tone')]),
  [
    pass('done'),
    pass('older', { codebook_rev: 3 }),
    pass('nothing'),
    pass('begun', { state: 'open' }),
    pass('skipped', { state: 'skipped' }),
    pass('skipped', { round: 2 }),
    pass('unread', { coder_id: 'another', round: 3 }),
  ],
);
const values: Readonly<Record<string, Readonly<Record<string, AttributeValue>>>> = {
  done: { place: { value: 'Osmora', state: 'accepted' } },
  nothing: { place: { value: 'Hallis', state: 'suggested' } },
};
const ids = ['done', 'older', 'nothing', 'begun', 'skipped', 'unread'];

function found(filter: Partial<DocumentFilter>, round = 1): string {
  const standingOf = createStandings(project, codes);
  const meets = compileDocumentFilter({ ...everyDocument, ...filter }, { tally, codes });
  return ids
    .filter((id) => {
      const standing = standingOf(passInRound(tally, id, { ...of, round }));
      return meets({ id, values: values[id] ?? {} }, statesOf(standing, id, tally));
    })
    .join();
}

const questions: readonly (readonly [
  why: string,
  filter: Partial<DocumentFilter>,
  round: number,
  found: string,
])[] = [
  ['nothing asked', {}, 1, ids.join()],
  ['unread', { states: ['unread'] }, 1, 'unread'],
  ['done, which what holds nothing is too', { states: ['done'] }, 1, 'done,nothing'],
  ['nothing found', { states: ['nothing'] }, 1, 'nothing'],
  ['done under an older codebook', { states: ['done-older'] }, 1, 'older'],
  ['one state or another', { states: ['open', 'skipped'] }, 1, 'begun,skipped'],
  ['another round', { states: ['done'] }, 2, 'skipped'],
  ['a code', { code_ids: ['tone'] }, 1, 'older'],
  ['a code above', { code_ids: ['threat'] }, 1, 'done'],
  ['one code or another', { code_ids: ['frames', 'tone'] }, 1, 'done,older'],
  ['a code and a state', { code_ids: ['frames', 'tone'], states: ['done'] }, 1, 'done'],
  ['an attribute', { attributes: [{ kind: 'contains', attribute_id: 'place', text: 'os' }] }, 1, 'done'],
  [
    'a missing value',
    { attributes: [{ kind: 'missing', attribute_id: 'place' }] },
    1,
    'older,begun,skipped,unread',
  ],
];

for (const [why, filter, round, expected] of questions) {
  test(why, () => {
    expect(found(filter, round)).toBe(expected);
    expect(isAsking({ ...everyDocument, ...filter })).toBe(why !== 'nothing asked');
  });
}

test('the latest round is that of the coder, and 1 before any', () => {
  expect(latestRound(tally, 'coder')).toBe(2);
  expect(latestRound(tally, 'another')).toBe(3);
  expect(latestRound(tally, 'nobody')).toBe(1);
});
