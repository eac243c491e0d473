import { corpusProgress, foundNothing, passStanding } from '@core/codebook/pass-standing';
import type { Annotation } from '@core/model/annotation';
import type { Pass } from '@core/model/pass';
import { expect, test } from '@playwright/test';
import { makeAnnotation, makeCode, makeCoding, makeProject } from '../make-records';

const project = makeProject({ codebook_rev: 9 });
const codes = [
  makeCode({ id: 'old' }),
  makeCode({ id: 'new', added_in: 6, revised_in: 8 }),
  makeCode({ id: 'redefined', added_in: 2, revised_in: 7 }),
  makeCode({ id: 'folder', added_in: 9, kind: 'folder' }),
  makeCode({ id: 'archived', added_in: 9, archived_at: '2031-01-01T00:00:00.000Z' }),
];
function pass(fields: Partial<Pass> = {}): Pass {
  return {
    ...{ id: 'pass', document_id: 'document', coder_id: 'coder', round: 1, code_ids: 'all', codebook_rev: 5 },
    ...{ scope_rev: 1, state: 'done', started_at: '2031-01-01T00:00:00.000Z', ...fields },
  };
}

const standings: readonly (readonly [
  why: string,
  pass: Pass | undefined,
  state: string,
  added: string,
  redefined: string,
])[] = [
  ['none', undefined, 'unread', '', ''],
  ['open', pass({ state: 'open' }), 'open', '', ''],
  ['skipped', pass({ state: 'skipped' }), 'skipped', '', ''],
  ['of now', pass({ codebook_rev: 9 }), 'done', '', ''],
  ['before both', pass(), 'done-older', 'new', 'redefined'],
  ['after the one was added', pass({ codebook_rev: 6 }), 'done-older', '', 'new,redefined'],
  ['after both, though the codebook moved on', pass({ codebook_rev: 8 }), 'done', '', ''],
  ['for certain codes', pass({ code_ids: ['old'] }), 'done', '', ''],
  [
    'for certain codes, one redefined',
    pass({ code_ids: ['old', 'redefined'] }),
    'done-older',
    '',
    'redefined',
  ],
];
for (const [why, one, state, added, redefined] of standings) {
  test(`a pass ${why} stands as ${state}`, () => {
    const standing = passStanding(one, project, codes);
    const ids = (list: readonly { readonly id: string }[]): string => list.map(({ id }) => id).join();
    expect([standing.state, ids(standing.added), ids(standing.redefined)]).toEqual([state, added, redefined]);
  });
}

const coded = makeAnnotation({ codings: [makeCoding('old')] });
const statements: readonly (readonly [
  why: string,
  pass: Pass,
  annotations: readonly Annotation[],
  isNothing: boolean,
])[] = [
  ['nothing is there', pass(), [], true],
  ['a passage is uncoded', pass(), [makeAnnotation()], true],
  ['something is coded', pass(), [coded], false],
  ['the document is coded', pass(), [{ ...coded, target: { kind: 'document' } }], false],
  [
    'another coder, round or document is coded',
    pass(),
    [
      { ...coded, coder_id: 'x' },
      { ...coded, round: 2 },
      { ...coded, document_id: 'x' },
    ],
    true,
  ],
  ['only other codes than those looked for are there', pass({ code_ids: ['new'] }), [coded], true],
  ['it is not done', pass({ state: 'open' }), [], false],
];
for (const [why, one, annotations, isNothing] of statements) {
  test(`${isNothing ? 'says' : 'does not say'} that nothing was found where ${why}`, () => {
    expect(foundNothing(one, annotations)).toBe(isNothing);
  });
}

test('documents are counted by how they stand, for one coder and round', () => {
  const documents = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => ({ id }));
  const passes = [
    pass({ document_id: 'a', codebook_rev: 9 }),
    pass({ document_id: 'b' }),
    pass({ document_id: 'c' }),
    pass({ document_id: 'd', code_ids: ['old'] }),
    pass({ document_id: 'e', state: 'open' }),
    pass({ document_id: 'f', state: 'skipped' }),
    pass({ document_id: 'g', coder_id: 'x' }),
    pass({ document_id: 'g', round: 2 }),
    pass({ document_id: 'gone' }),
  ];
  expect(corpusProgress(documents, passes, project, codes, { coder_id: 'coder', round: 1 })).toEqual({
    ...{ documents: 7, done: 2, doneOlder: 2, open: 1, skipped: 1, unread: 1 },
  });
});
