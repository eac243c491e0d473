import { passOf, setPassState } from '@core/commands/set-pass';
import type { Pass } from '@core/model/pass';
import { expect, test } from '@playwright/test';
import { makeContext, makeProject } from '../make-records';

const project = makeProject({ codebook_rev: 3, scope_rev: 1 });
const context = makeContext();
const done: Pass = {
  id: 'pass',
  document_id: 'document',
  coder_id: 'coder',
  round: 1,
  code_ids: 'all',
  codebook_rev: 3,
  scope_rev: 1,
  state: 'done',
  started_at: '2031-01-01T00:00:00.000Z',
  done_at: '2031-01-01T01:00:00.000Z',
  note: 'tired',
};

function set(present: Pass | undefined, state: Pass['state'], now = project): unknown {
  const [draft, ...more] = setPassState(now, 'document', present, state, context);
  expect(more).toEqual([]);
  return draft?.kind === 'pass.set' ? draft.data.value : undefined;
}

test('a pass begins, and is done, at the revisions that hold', () => {
  expect(set(undefined, 'open')).toMatchObject({
    state: 'open',
    codebook_rev: 3,
    scope_rev: 1,
    started_at: context.now,
  });
  expect(set(undefined, 'open')).not.toHaveProperty('done_at');
  expect(set({ ...done, state: 'open' }, 'done')).toMatchObject({
    id: 'pass',
    state: 'done',
    started_at: done.started_at,
    done_at: context.now,
    note: 'tired',
  });
});

test('taking it back forgets when it was done', () => {
  expect(set(done, 'open')).not.toHaveProperty('done_at');
  expect(set(done, 'skipped')).toMatchObject({ state: 'skipped', note: 'tired' });
});

const again: readonly (readonly [why: string, present: Pass, isWritten: boolean])[] = [
  ['nothing moved', done, false],
  ['the codebook was revised', { ...done, codebook_rev: 2 }, true],
  ['the scope was revised', { ...done, scope_rev: 0 }, true],
  ['only some codes were looked for', { ...done, code_ids: ['a'] }, true],
];
for (const [why, present, isWritten] of again) {
  test(`done again where ${why}: ${isWritten ? 'written' : 'not written'}`, () => {
    const value = set(present, 'done');
    if (isWritten) expect(value).toMatchObject({ code_ids: 'all', codebook_rev: 3, scope_rev: 1 });
    else expect(value).toBeUndefined();
  });
}

test('a pass belongs to one document, coder and round', () => {
  const others = [
    { ...done, round: 2 },
    { ...done, coder_id: 'x' },
    { ...done, document_id: 'x' },
  ];
  expect(passOf(others, 'document', context)).toBeUndefined();
  expect(passOf([...others, done], 'document', context)).toBe(done);
});

test('a pass for certain codes says which, and is written anew only for others', () => {
  const [draft] = setPassState(project, 'document', undefined, 'done', context, ['a', 'b']);
  const value = draft?.kind === 'pass.set' ? draft.data.value : null;
  expect(value?.code_ids).toEqual(['a', 'b']);
  const present = value ?? undefined;
  expect(setPassState(project, 'document', present, 'done', context, ['a', 'b'])).toEqual([]);
  expect(setPassState(project, 'document', present, 'done', context)).toHaveLength(1);
});
