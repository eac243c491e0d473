import { codesInOrder } from '@core/codebook/code-tree';
import { deleteCode } from '@core/commands/delete-code';
import { expect, test } from '@playwright/test';
import { makeAnnotation, makeCodes, makeCoding, makeProject } from '../make-records';
import { codeById, commandProject, makeLink, makeMemo, succeeded } from './command-project';

const codes = makeCodes('a', 'x', 'x/x1', 'x/x2', 'x2/deep', 'z');
const annotations = [
  makeAnnotation({ id: 'both', codings: [makeCoding('a', { id: 'c1' }), makeCoding('x', { id: 'c2' })] }),
  makeAnnotation({ id: 'only', round: 2, codings: [makeCoding('x', { id: 'c3' })] }),
  makeAnnotation({ id: 'hers', coder_id: 'other', codings: [makeCoding('x', { id: 'c4' })] }),
  makeAnnotation({ id: 'whole', target: { kind: 'document' }, codings: [makeCoding('x', { id: 'c5' })] }),
  makeAnnotation({
    id: 'told',
    round: 3,
    target: { kind: 'document' },
    codings: [makeCoding('x', { id: 'c6' })],
  }),
  makeAnnotation({ id: 'else', round: 3, codings: [makeCoding('a', { id: 'c7' })] }),
];
const memos = [
  makeMemo('code', 'x'),
  makeMemo('code', 'a'),
  makeMemo('coding', 'c2'),
  makeMemo('annotation', 'both'),
  makeMemo('annotation', 'told'),
];
const on = commandProject({
  code: codes,
  annotation: annotations,
  memo: memos,
  link: [makeLink('both', 'only')],
});
const use = { annotations: on.all('annotation'), memos: on.all('memo'), links: on.all('link') };
const deleted = succeeded(deleteCode(on.codebook(), codeById(codes, 'x'), use));
const before = on.everything();
const changes = on.commit(deleted.drafts);

test('the numbers are told: codings, passages left uncoded, memos', () => {
  expect(deleted).toMatchObject({ codings: 5, uncoded: 2, memos: 2 });
});

test('codings of all coders go with their memos, passages stay, an empty annotation of a document goes', () => {
  const left = on
    .all('annotation')
    .map(({ id, codings }) => [id, codings.map(({ code_id }) => code_id).join()]);
  expect(left).toEqual([
    ['both', 'a'],
    ['only', ''],
    ['hers', ''],
    ['told', ''],
    ['else', 'a'],
  ]);
  expect(on.all('memo').map(({ id }) => id)).toEqual([
    'memo-code-a',
    'memo-annotation-both',
    'memo-annotation-told',
  ]);
});

test('its sub-codes take its place, in their order, with a new revision', () => {
  const left = codesInOrder(on.all('code'));
  expect(left.map(({ id, parent_id, rev, revised_in }) => [id, parent_id, rev, revised_in])).toEqual([
    ['a', null, 1, undefined],
    ['x1', null, 2, 4],
    ['x2', null, 2, 4],
    ['deep', 'x2', 1, undefined],
    ['z', null, 1, undefined],
  ]);
  expect(on.all('project')[0]?.codebook_rev).toBe(4);
});

test('undo brings all of it back', () => {
  on.undo(changes);
  expect(on.everything()).toEqual(before);
});

test('a locked codebook keeps its codes', () => {
  const project = makeProject({ codebook_locked: true });
  expect(deleteCode({ project, codes }, codeById(codes, 'x'), use)).toEqual({ ok: false, error: 'locked' });
});
