import {
  addExample,
  archiveCode,
  exclusiveConflicts,
  removeExample,
  setCodebookLock,
  setExclusive,
  unarchiveCode,
} from '@core/commands/codebook-settings';
import { expect, test } from '@playwright/test';
import { makeAnnotation, makeCode, makeCodes, makeCoding, makeContext, makeProject } from '../make-records';
import { codeById, commandProject, succeeded } from './command-project';

const context = makeContext();

test('the codebook is locked and opened, and nothing is done twice', () => {
  const project = makeProject();
  expect(setCodebookLock(project, true)).toMatchObject([
    { data: { fields: { codebook_locked: true } }, before: { fields: { codebook_locked: null } } },
  ]);
  expect(setCodebookLock(makeProject({ codebook_locked: true }), false)).toMatchObject([
    { data: { fields: { codebook_locked: null } } },
  ]);
  expect(setCodebookLock(project, false)).toEqual([]);
});

test('a branch is archived and comes back; what was archived before stays so', () => {
  const on = commandProject({
    code: [
      ...makeCodes('a', 'a/b', 'b/c', 'd'),
      makeCode({ id: 'old', parent_id: 'a', archived_at: '2030-01-01T00:00:00.000Z' }),
    ],
  });
  const a = () => codeById(on.all('code'), 'a');
  on.commit(succeeded(archiveCode(on.codebook(), a(), context)));
  const used = () => on.all('code').flatMap(({ id, archived_at }) => (archived_at === undefined ? [id] : []));
  expect(used()).toEqual(['d']);
  expect(on.all('code').map(({ rev }) => rev)).toEqual([1, 1, 1, 1, 1]);
  expect(on.all('project')[0]?.codebook_rev).toBe(4);
  expect(archiveCode(on.codebook(), a(), context)).toEqual({ ok: true, value: [] });
  on.commit(succeeded(unarchiveCode(on.codebook(), a())));
  expect(used().toSorted()).toEqual(['a', 'b', 'c', 'd']);
  expect(a()).toMatchObject({ rev: 1, revised_in: 5 });
  expect(unarchiveCode(on.codebook(), a())).toEqual({ ok: true, value: [] });
});

test('a code does not come back under a name that is in use, nor into a locked codebook', () => {
  const gone = makeCode({ id: 'gone', name: 'Law', archived_at: context.now });
  const codes = [gone, makeCode({ id: 'law' })];
  expect(unarchiveCode({ project: makeProject(), codes }, gone)).toEqual({ ok: false, error: 'name-taken' });
  const locked = { project: makeProject({ codebook_locked: true }), codes };
  expect(unarchiveCode(locked, gone)).toEqual({ ok: false, error: 'locked' });
  expect(archiveCode(locked, codeById(codes, 'law'), context)).toEqual({ ok: false, error: 'locked' });
});

test('codes form a set, under the spelling that is there, and leave it; it is no revision', () => {
  const codes = [
    makeCode({ id: 'a', set: 'Tone' }),
    makeCode({ id: 'b' }),
    makeCode({ id: 'f', kind: 'folder' }),
  ];
  const codebook = { project: makeProject(), codes };
  expect(setExclusive(codebook, codes, ' tone ')).toMatchObject([
    { data: { id: 'b', fields: { set: 'Tone' } } },
  ]);
  expect(setExclusive(codebook, codes, null)).toMatchObject([{ data: { id: 'a', fields: { set: null } } }]);
  expect(setExclusive(codebook, codes, '  ')).toHaveLength(1);
});

test('passages with two codes of a set are found', () => {
  const codes = new Map(
    [makeCode({ id: 'a', set: 's' }), makeCode({ id: 'b', set: 's' }), makeCode({ id: 'c' })].map((code) => [
      code.id,
      code,
    ]),
  );
  const both = makeAnnotation({ id: 'both', codings: ['a', 'c', 'b'].map((id) => makeCoding(id)) });
  const one = makeAnnotation({ id: 'one', codings: ['a', 'c'].map((id) => makeCoding(id)) });
  expect(exclusiveConflicts([both, one], codes)).toEqual([
    { annotation: both, set: 's', code_ids: ['a', 'b'] },
  ]);
});

test('an example is added once and taken away; it is no revision', () => {
  const code = makeCode({ id: 'a', examples: ['one'] });
  expect(addExample(code, 'two')).toMatchObject([{ data: { fields: { examples: ['one', 'two'] } } }]);
  expect(addExample(code, 'one')).toEqual([]);
  expect(removeExample(code, 'one')).toMatchObject([{ data: { fields: { examples: [] } } }]);
  expect(removeExample(code, 'two')).toEqual([]);
});
