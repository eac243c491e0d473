import { filterMemos, type MemoFilter, memoEntries, orderMemos } from '@core/memo/memo-entries';
import type { Document } from '@core/model/document';
import type { Memo, MemoTarget } from '@core/model/memo';
import { expect, test } from '@playwright/test';
import { makeAnnotation, makeCodes, makeCoding } from '../make-records';

function makeDocument(id: string, order: number, title: string): Document {
  return {
    ...{ id, order, title, path: `${id}.txt`, text_sha256: '', raw_sha256: '', encoding: 'utf-8' },
    ...{ length: 100, words: 10, imported_at: '2031-01-01T00:00:00.000Z', values: {} },
  };
}

let day = 0;
function makeMemo(id: string, target: MemoTarget, text: string, coder_id = 'ada'): Memo {
  day += 1;
  const time = `2031-01-${String(day).padStart(2, '0')}T00:00:00.000Z`;
  return { id, target, coder_id, markdown: text, text, created_at: time, modified_at: time };
}

const passage = (id: string, document_id: string, start: number, quote: string, code?: string) =>
  makeAnnotation({
    ...{ id, document_id, codings: code === undefined ? [] : [makeCoding(code)] },
    target: { kind: 'passage', start, end: start + quote.length, quote, prefix: '', suffix: '' },
  });
const late = passage('late', 'd1', 40, 'the tide was late', 'frame');
const early = passage('early', 'd1', 4, 'an Übung at sea');

const sources = {
  documents: [makeDocument('d1', 1, 'Harbour pilots'), makeDocument('d2', 2, 'Bread queues')],
  codes: makeCodes('first', 'first/frame', 'second'),
  holders: new Map([
    ['late', late],
    ['coding-frame', late],
    ['early', early],
  ]),
};
const entries = memoEntries(
  [
    makeMemo('on-second', { kind: 'code', id: 'second' }, 'later code'),
    makeMemo('on-late', { kind: 'annotation', id: 'late', document_id: 'd1' }, 'who says so?'),
    makeMemo('on-coding', { kind: 'coding', id: 'coding-frame', document_id: 'd1' }, 'why this'),
    makeMemo('on-d2', { kind: 'document', id: 'd2' }, 'whole text', 'ben'),
    makeMemo('on-gone', { kind: 'annotation', id: 'nowhere', document_id: 'd1' }, 'kept even so'),
    makeMemo('on-frame', { kind: 'code', id: 'frame' }, 'earlier code'),
    makeMemo('on-early', { kind: 'annotation', id: 'early', document_id: 'd1' }, 'early on'),
    makeMemo('on-d1', { kind: 'document', id: 'd1' }, 'whole text'),
    makeMemo('on-project', { kind: 'project', id: 'project' }, 'the question'),
    makeMemo('on-removed', { kind: 'code', id: 'removed' }, 'no code any more'),
  ],
  sources,
);
const ids = (found: typeof entries) => found.map(({ memo }) => memo.id);

test('what a memo is about is found, or said to be gone', () => {
  expect(entries.map(({ memo, subject }) => `${memo.id} ${subject.kind}`)).toEqual([
    'on-second code',
    'on-late annotation',
    'on-coding coding',
    'on-d2 document',
    'on-gone gone',
    'on-frame code',
    'on-early annotation',
    'on-d1 document',
    'on-project project',
    'on-removed gone',
  ]);
  const subjects = new Map(entries.map(({ memo, subject }) => [memo.id, subject]));
  expect(subjects.get('on-frame')).toMatchObject({ path: 'first > frame' });
  expect(subjects.get('on-coding')).toMatchObject({ code: { id: 'frame' }, document: { id: 'd1' } });
});

test('by target: project, documents with their passages in text order, codes, then what is gone', () => {
  expect(ids(orderMemos(entries, 'target', sources))).toEqual([
    'on-project',
    'on-d1',
    'on-early',
    'on-late',
    'on-coding',
    'on-d2',
    'on-frame',
    'on-second',
    'on-removed',
    'on-gone',
  ]);
});

test('newest first', () => {
  expect(ids(orderMemos(entries, 'newest', sources)).slice(0, 3)).toEqual([
    'on-removed',
    'on-project',
    'on-d1',
  ]);
});

const all: MemoFilter = { words: '', kind: null, coder_id: null };
const filters: readonly (readonly [why: string, filter: Partial<MemoFilter>, found: readonly string[]])[] = [
  ['words of the memo, in any order and case', { words: 'Text WHOLE' }, ['on-d2', 'on-d1']],
  ['a quote, without its accents', { words: 'ubung' }, ['on-early']],
  [
    'a title finds what was written within',
    { words: 'harbour' },
    ['on-late', 'on-coding', 'on-early', 'on-d1'],
  ],
  ['a path', { words: 'first >' }, ['on-frame']],
  ['a kind', { kind: 'coding' }, ['on-coding']],
  ['a coder', { coder_id: 'ben' }, ['on-d2']],
  ['all of them together', { words: 'whole', kind: 'document', coder_id: 'ada' }, ['on-d1']],
  ['nothing', { words: 'whole tide' }, []],
];
for (const [why, filter, found] of filters) {
  test(`filter: ${why}`, () => {
    expect(ids(filterMemos(entries, { ...all, ...filter }))).toEqual(found);
  });
}
