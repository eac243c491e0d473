import { createPassageIndex, type PassageIndex } from '@core/query/passage-index';
import { everyPassage, type Grouping, type PassageQuery } from '@core/query/passage-query';
import { runQuery } from '@core/query/passage-run';
import { expect, test } from '@playwright/test';
import { ask, codes, coding, makeDocument, passage, records } from './query-records';

function filled(): PassageIndex {
  const index = createPassageIndex();
  index.add(records);
  return index;
}

const byDocument: Grouping = { by: 'document' };

function idsOf(query: PassageQuery, grouping = byDocument): readonly string[] {
  return runQuery(filled(), query, grouping)
    .rows(0, 100)
    .map(({ id }) => id);
}

const all = ['f1', 'f2', 'f3', 's0', 's1', 's2', 't1'];
const cases: readonly (readonly [what: string, query: Partial<PassageQuery>, ids: readonly string[]])[] = [
  ['nothing asked: all in the order of the corpus', {}, all],
  ['any of two codes', { codes: codes({ any: ['legit', 'blame'] }) }, ['f1', 'f2', 's0', 's1', 't1']],
  ['all of two codes', { codes: codes({ all: ['legit', 'order'] }) }, ['s1']],
  ['none of a code', { codes: codes({ none: ['legit'] }) }, ['f2', 'f3', 's2', 't1']],
  [
    'any, but not another',
    { codes: codes({ any: ['legit', 'order'], none: ['blame'] }) },
    ['f1', 's0', 's1'],
  ],
  ['a code alone, without those below', { codes: codes({ any: ['order'] }) }, ['f2', 's1']],
  ['a code with those below', { codes: codes({ any: ['order+'] }) }, ['f2', 'f3', 's1']],
  ['a folder', { codes: codes({ any: ['frames+'] }) }, ['f1', 'f2', 'f3', 's0', 's1']],
  ['a code that nothing carries', { codes: codes({ any: ['unheard'] }) }, []],
  ['coded', { coded: 'coded' }, ['f1', 'f2', 'f3', 's0', 's1', 't1']],
  ['uncoded', { coded: 'uncoded' }, ['s2']],
  ['a stance with no code', { stance: 'affirms' }, ['f1', 'f2', 's1']],
  ['a stance of that very code', { stance: 'denies', codes: codes({ any: ['legit'] }) }, ['s1']],
  [
    'a stance of another code of the passage',
    { stance: 'affirms', codes: codes({ all: ['order'] }) },
    ['s1'],
  ],
  ['unsure', { certainty: 'unsure' }, ['f3']],
  ['sure', { certainty: 'sure', codes: codes({ any: ['frames+'] }) }, ['f1', 'f2', 's0', 's1']],
  ['a document', { document_ids: ['second'] }, ['s0', 's1', 's2']],
  ['no document', { document_ids: [] }, []],
  ['another coder', { coder_id: 'lee' }, ['f3']],
  ['a round', { round: 2 }, ['f3']],
  ['a speaker', { speaker_id: 'envoy' }, ['s1']],
  ['a voice', { voice: 'reported' }, ['f3']],
  ['no voice', { voice: 'unset', coder_id: 'lee' }, []],
  ['no speaker', { speaker_id: 'unset', document_ids: ['second'] }, ['s0', 's2']],
  ['no stance', { stance: 'unset' }, ['f3', 's0', 't1']],
  ['a code without a stance', { stance: 'unset', codes: codes({ any: ['legit'] }) }, ['s0']],
  ['a review', { review: 'to_review' }, ['s1']],
  ['words in the quote, in any case', { text: 'AT 5 OF' }, ['t1']],
  ['words are no pattern', { text: 'Words.*' }, []],
  ['passages only', { level: 'passage' }, ['f1', 'f2', 'f3', 's1', 's2', 't1']],
  ['whole documents only', { level: 'document' }, ['s0']],
  ['documents done', { done: true }, ['f1', 'f2', 'f3', 's0', 's1', 's2']],
  ['documents done with the code asked for', { done: true, codes: codes({ all: ['order'] }) }, ['f2']],
  ['documents done by another', { done: true, coder_id: 'lee' }, []],
  ['a choice', { attributes: [{ kind: 'is', attribute_id: 'agency', values: ['NTA'] }] }, ['s0', 's1', 's2']],
  ['no value', { attributes: [{ kind: 'missing', attribute_id: 'agency' }] }, ['t1']],
  [
    'part of a value',
    { attributes: [{ kind: 'contains', attribute_id: 'agency', text: 'mer' }] },
    ['f1', 'f2', 'f3'],
  ],
  [
    'a range that a month overlaps',
    { attributes: [{ kind: 'between', attribute_id: 'date', from: '2031-02-10', to: '2031-02-11' }] },
    ['s0', 's1', 's2'],
  ],
  [
    'a range with one end, a day within a month',
    { attributes: [{ kind: 'between', attribute_id: 'date', from: null, to: '2031-01' }] },
    ['f1', 'f2', 'f3'],
  ],
  [
    'both of two conditions',
    {
      attributes: [
        { kind: 'between', attribute_id: 'date', from: '2031', to: '2031' },
        { kind: 'is', attribute_id: 'agency', values: ['Merid'] },
      ],
      codes: codes({ any: ['blame'] }),
    },
    ['f2'],
  ],
];

for (const [what, query, ids] of cases) {
  test(`finds ${what}`, () => {
    expect(idsOf(ask(query))).toEqual(ids);
  });
}

const groupings: readonly (readonly [
  what: string,
  query: Partial<PassageQuery>,
  grouping: Grouping,
  groups: readonly (readonly [key: string, ids: readonly string[]])[],
])[] = [
  [
    'documents in corpus order',
    {},
    byDocument,
    [
      ['first', ['f1', 'f2', 'f3']],
      ['second', ['s0', 's1', 's2']],
      ['third', ['t1']],
    ],
  ],
  [
    'codes in codebook order, the uncoded last, a passage under each of its codes',
    {},
    { by: 'code' },
    [
      ['legit', ['f1', 's0', 's1']],
      ['order', ['f2', 's1']],
      ['curfew', ['f3']],
      ['blame', ['f2', 't1']],
      ['', ['s2']],
    ],
  ],
  [
    'only the codes that made a passage answer',
    { codes: codes({ any: ['order+'] }), stance: 'denies' },
    { by: 'code' },
    [['order', ['f2']]],
  ],
  [
    'values in the order of the choices, without a value last',
    { codes: codes({ any: ['legit', 'blame'] }) },
    { by: 'attribute', attribute_id: 'agency' },
    [
      ['NTA', ['s0', 's1']],
      ['Merid', ['f1', 'f2']],
      ['', ['t1']],
    ],
  ],
];

for (const [what, query, grouping, groups] of groupings) {
  test(`groups by ${what}`, () => {
    const run = runQuery(filled(), ask(query), grouping);
    const listed = run.found.groups.map(({ key, from, count }) => [
      key,
      run.rows(from, from + count).map(({ id }) => id),
    ]);
    expect(listed).toEqual(groups);
    expect(run.found.rows).toBe(groups.flatMap(([, ids]) => ids).length);
    expect(run.found.passages).toBe(new Set(groups.flatMap(([, ids]) => ids)).size);
  });
}

test('a row says all that a list shows', () => {
  const [, row] = runQuery(filled(), ask({ document_ids: ['second'] }), byDocument).rows(0, 2);
  expect(row).toEqual({
    id: 's1',
    document_id: 'second',
    span: { start: 10, end: 31 },
    quote: 'Words at 10 of second',
    prefix: 'before ',
    suffix: ' after',
    codings: [
      { code_id: 'legit', stance: 'denies' },
      { code_id: 'order', stance: 'affirms' },
    ],
    coder_id: 'kim',
    round: 1,
    speaker_ids: ['envoy'],
    review: 'to_review',
    left: null,
  });
});

test('a list stays as it was found, and says what has changed since', () => {
  const index = filled();
  const run = runQuery(index, ask({ codes: codes({ any: ['legit'] }) }), byDocument);
  const rowsNow = () => run.rows(0, 10).map(({ id, left, codings }) => [id, left, codings.length]);
  const recoded = passage('f1', 'first', 10, ['blame']);
  index.follow([
    { table: 'annotation', id: 'f1', document_id: 'first', record: recoded },
    { table: 'annotation', id: 's0', document_id: 'second', record: null },
    {
      table: 'annotation',
      id: 't1',
      document_id: 'third',
      record: passage('t1', 'third', 5, ['legit', 'blame']),
    },
  ]);
  expect(rowsNow()).toEqual([
    ['f1', 'changed', 1],
    ['s0', 'gone', 1],
    ['s1', null, 2],
  ]);
  expect(run.drift()).toEqual({ left: 2, fresh: 1 });
  expect(run.keys(0, 2)).toEqual([
    { id: 'f1', document_id: 'first' },
    { id: 's0', document_id: 'second' },
  ]);
  expect([run.rowOf('s1'), run.rowOf('t1')]).toEqual([2, -1]);
  expect(runQuery(index, ask({ codes: codes({ any: ['legit'] }) }), byDocument).drift()).toEqual({
    left: 0,
    fresh: 0,
  });
  // Undone, they are as they were found.
  index.follow([
    { table: 'annotation', id: 'f1', document_id: 'first', record: passage('f1', 'first', 10, ['legit!']) },
    { table: 'document', id: 'second', document_id: null, record: null },
  ]);
  expect(rowsNow()).toEqual([
    ['f1', null, 1],
    ['s0', 'gone', 1],
    ['s1', 'gone', 2],
  ]);
});

test('a change of the codebook or of a document counts', () => {
  const index = filled();
  const run = runQuery(
    index,
    ask({
      codes: codes({ any: ['order+'] }),
      attributes: [{ kind: 'is', attribute_id: 'agency', values: ['NTA'] }],
    }),
    byDocument,
  );
  expect(run.rows(0, 9).map(({ id }) => id)).toEqual(['s1']);
  const blame = [...index.codes.values()].find(({ id }) => id === 'blame');
  expect(blame).toBeDefined();
  index.follow([
    {
      table: 'code',
      id: 'blame',
      document_id: null,
      record: { ...(blame as NonNullable<typeof blame>), parent_id: 'order' },
    },
    {
      table: 'document',
      id: 'third',
      document_id: null,
      record: makeDocument('third', 0, { agency: 'NTA' }),
    },
  ]);
  expect(run.drift()).toEqual({ left: 0, fresh: 1 });
  expect(runQuery(index, everyPassage, byDocument).rows(0, 1)[0]?.id).toBe('t1');
});

test('a passage that moves is found in its new place', () => {
  const index = filled();
  index.follow([
    { table: 'annotation', id: 'f1', document_id: 'first', record: passage('f1', 'first', 70, []) },
    {
      ...{ table: 'annotation', id: 'new', document_id: 'first' },
      record: passage('new', 'first', 1, [], { codings: [coding('blame')] }),
    },
  ]);
  const run = runQuery(index, ask({ document_ids: ['first'] }), byDocument);
  expect(run.rows(0, 9).map(({ id }) => id)).toEqual(['new', 'f2', 'f1', 'f3']);
});
