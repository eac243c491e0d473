import { codesInOrder } from '@core/codebook/code-tree';
import { splitCode } from '@core/commands/split-code';
import { expect, test } from '@playwright/test';
import { makeAnnotation, makeCode, makeCoding, makeContext, makeProject } from '../make-records';
import { codeById, commandProject, makeMemo, succeeded } from './command-project';

const codes = [
  makeCode({ id: 'law', order: 1, set: 'grounds', rev: 3, parent_id: 'top' }),
  makeCode({ id: 'next', order: 2, parent_id: 'top' }),
  makeCode({ id: 'top' }),
];
const annotations = [
  makeAnnotation({
    id: 'one',
    codings: [makeCoding('law', { id: 'c1', stance: 'denies' }), makeCoding('next')],
  }),
  makeAnnotation({ id: 'stays', codings: [makeCoding('law', { id: 'c2' })] }),
  makeAnnotation({ id: 'hers', coder_id: 'other', codings: [makeCoding('law', { id: 'c3' })] }),
  makeAnnotation({ id: 'bare' }),
];

test('the chosen codings go to a new code behind the old one, as far as they are the coder’s own', () => {
  const on = commandProject({ code: codes, annotation: annotations, memo: [makeMemo('coding', 'c1')] });
  const chosen = annotations.filter(({ id }) => id !== 'stays');
  const split = succeeded(
    splitCode(on.codebook(), codeById(codes, 'law'), ' Treaty ', chosen, makeContext(), { description: 'd' }),
  );
  on.commit(split.drafts);
  expect(split).toMatchObject({
    moved: 1,
    code: { name: 'Treaty', rev: 1, set: 'grounds', description: 'd' },
  });
  expect(split.leftOut).toEqual([
    { reason: 'other-coder', annotation_ids: ['hers'] },
    { reason: 'not-coded', annotation_ids: ['bare'] },
  ]);
  expect(codesInOrder(on.all('code')).map(({ name }) => name)).toEqual(['top', 'law', 'Treaty', 'next']);
  expect(on.get('annotation', 'one')?.codings).toMatchObject([
    { id: 'c1', code_id: split.code.id, code_rev: 1, stance: 'denies' },
    { code_id: 'next' },
  ]);
  expect(on.get('annotation', 'stays')?.codings).toMatchObject([{ code_id: 'law' }]);
  expect(on.all('memo')).toMatchObject([{ target: { id: 'c1' } }]);
  // The old code means what it meant, until somebody says otherwise.
  expect(codeById(on.all('code'), 'law').rev).toBe(3);
  expect(on.all('project')).toMatchObject([{ codebook_rev: 4 }]);
});

const refused: readonly (readonly [name: string, locked: boolean, problem: string])[] = [
  ['  ', false, 'empty-name'],
  ['a > b', false, 'name-holds-separator'],
  ['NEXT', false, 'name-taken'],
  ['Treaty', true, 'locked'],
];
for (const [name, locked, problem] of refused) {
  test(`“${name}” is refused: ${problem}`, () => {
    const codebook = { project: makeProject(locked ? { codebook_locked: true } : {}), codes };
    const outcome = splitCode(codebook, codeById(codes, 'law'), name, [], makeContext());
    expect(outcome).toEqual({ ok: false, error: problem });
  });
}
