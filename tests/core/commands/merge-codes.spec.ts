import { mergeCodes } from '@core/commands/merge-codes';
import type { Coding } from '@core/model/annotation';
import type { Code } from '@core/model/code';
import { expect, test } from '@playwright/test';
import { makeAnnotation, makeCode, makeCodes, makeCoding, makeContext, makeProject } from '../make-records';
import { codeById, commandProject, makeMemo, succeeded } from './command-project';

const early = '2030-01-01T00:00:00.000Z';
const late = '2030-06-01T00:00:00.000Z';
const a = (fields: Partial<Coding>): Coding => makeCoding('a', fields);
const b = (fields: Partial<Coding>): Coding => makeCoding('b', fields);
const none = { annotations: [], memos: [], properties: [] };

function merged(codings: readonly Coding[], codes: readonly Code[] = makeCodes('a', 'b')) {
  const memos = codings.map(({ id }) => makeMemo('coding', id, `why ${id}`));
  const on = commandProject({ code: codes, annotation: [makeAnnotation({ codings })], memo: memos });
  const use = { annotations: on.all('annotation'), memos: on.all('memo'), properties: [] };
  const value = succeeded(
    mergeCodes(on.codebook(), codeById(codes, 'a'), codeById(codes, 'b'), use, makeContext()),
  );
  on.commit(value.drafts);
  return { value, on, codings: on.get('annotation', 'annotation')?.codings ?? [] };
}

test('a coding goes over with its time, stance and memo, under the revision of the code that stays', () => {
  const codes = [makeCode({ id: 'a' }), makeCode({ id: 'b', rev: 7 })];
  const { value, on, codings } = merged([a({ id: 'c', created_at: early, stance: 'denies' })], codes);
  expect(value).toMatchObject({ moved: 1, doubled: 0, lost: [] });
  expect(codings).toMatchObject([
    { id: 'c', code_id: 'b', code_rev: 7, created_at: early, stance: 'denies' },
  ]);
  expect(on.all('memo')).toMatchObject([{ target: { id: 'c' }, text: 'why c' }]);
  expect(on.all('code').map(({ id, rev }) => [id, rev])).toEqual([['b', 7]]);
  expect(on.all('project')).toMatchObject([{ codebook_rev: 4 }]);
});

const doubles: readonly (readonly [
  why: string,
  codings: readonly Coding[],
  left: Partial<Coding>,
  lost: number,
])[] = [
  [
    'the one that goes is older',
    [b({ id: 'young', created_at: late }), a({ id: 'old', created_at: early })],
    { id: 'old' },
    0,
  ],
  [
    'the one that stays is older',
    [b({ id: 'old', created_at: early }), a({ id: 'young', created_at: late })],
    { id: 'old' },
    0,
  ],
  [
    'both are of one time',
    [a({ id: 'x', created_at: early }), b({ id: 'y', created_at: early })],
    { id: 'y' },
    0,
  ],
  [
    'only the younger has a stance and is unsure',
    [
      b({ id: 'old', created_at: early }),
      a({ id: 'young', created_at: late, stance: 'affirms', certainty: 'unsure' }),
    ],
    { id: 'old', stance: 'affirms', certainty: 'unsure' },
    0,
  ],
  [
    'their stances differ',
    [
      b({ id: 'young', created_at: late, stance: 'denies' }),
      a({ id: 'old', created_at: early, stance: 'affirms' }),
    ],
    { id: 'old', stance: 'affirms' },
    1,
  ],
  [
    'both have values',
    [
      b({ id: 'old', created_at: early, values: { p: 1, q: 2 } }),
      a({ id: 'young', created_at: late, values: { q: 3, r: 4 } }),
    ],
    { id: 'old', values: { p: 1, q: 2, r: 4 } },
    1,
  ],
];
for (const [why, codings, left, lost] of doubles) {
  test(`two codings become one where ${why}: the older time, both memos`, () => {
    const { value, on, codings: now } = merged(codings);
    expect(value).toMatchObject({ moved: 0, doubled: 1 });
    expect(value.lost).toHaveLength(lost);
    expect(now).toMatchObject([{ ...left, code_id: 'b', created_at: early }]);
    expect(now).toHaveLength(1);
    const [memo, ...more] = on.all('memo');
    expect(more).toEqual([]);
    expect(memo?.target).toMatchObject({ kind: 'coding', id: now[0]?.id });
    for (const { id } of codings) expect(memo?.text).toContain(`why ${id}`);
  });
}

test('memos of several coders stay apart; the code’s own memo and its examples go over', () => {
  const codes = [makeCode({ id: 'a', examples: ['e1', 'e2'] }), makeCode({ id: 'b', examples: ['e2'] })];
  const on = commandProject({
    code: codes,
    memo: [
      makeMemo('code', 'a', 'mine on a'),
      makeMemo('code', 'b', 'mine on b', { created_at: early }),
      makeMemo('code', 'a', 'hers', { id: 'hers', coder_id: 'other' }),
    ],
  });
  const use = { ...none, memos: on.all('memo') };
  on.commit(
    succeeded(mergeCodes(on.codebook(), codeById(codes, 'a'), codeById(codes, 'b'), use, makeContext()))
      .drafts,
  );
  const memos = on.all('memo').map(({ coder_id, target, text }) => [coder_id, target.id, text]);
  expect(memos.toSorted()).toEqual([
    ['coder', 'b', 'mine on b\n\nmine on a'],
    ['other', 'b', 'hers'],
  ]);
  expect(codeById(on.all('code'), 'b').examples).toEqual(['e2', 'e1']);
});

test('sub-codes go below the code that stays, behind its own, with a new revision', () => {
  const codes = makeCodes('a', 'a/a1', 'a/a2', 'b', 'b/b1');
  const on = commandProject({ code: codes });
  const value = succeeded(
    mergeCodes(on.codebook(), codeById(codes, 'a'), codeById(codes, 'b'), none, makeContext()),
  );
  on.commit(value.drafts);
  const below = on.all('code').filter(({ parent_id }) => parent_id === 'b');
  expect(below.toSorted((x, y) => x.order - y.order).map(({ id, rev }) => [id, rev])).toEqual([
    ['b1', 1],
    ['a1', 2],
    ['a2', 2],
  ]);
});

for (const [below, outline] of [
  ['directly', ['a', 'a/b', 'a/c']],
  ['further down', ['a', 'a/m', 'm/b', 'a/c']],
] as const) {
  test(`a code may be merged into one that stands ${below} below it: that branch takes its place`, () => {
    const codes = makeCodes(...outline);
    const on = commandProject({ code: codes, annotation: [makeAnnotation({ codings: [a({ id: 'x' })] })] });
    const use = { ...none, annotations: on.all('annotation') };
    on.commit(
      succeeded(mergeCodes(on.codebook(), codeById(codes, 'a'), codeById(codes, 'b'), use, makeContext()))
        .drafts,
    );
    const parents = new Map(on.all('code').map(({ id, parent_id }) => [id, parent_id]));
    expect(parents.get('c')).toBe('b');
    expect(parents.get(below === 'directly' ? 'b' : 'm')).toBeNull();
    // The coding is of the revision that now holds.
    expect(on.all('annotation')[0]?.codings[0]?.code_rev).toBe(codeById(on.all('code'), 'b').rev);
  });
}

test('a property asked of the code is asked of the other; passages with two of a set are named', () => {
  const codes = [makeCode({ id: 'a' }), makeCode({ id: 'b', set: 's' }), makeCode({ id: 'c', set: 's' })];
  const on = commandProject({
    code: codes,
    annotation: [makeAnnotation({ codings: [a({ id: 'x' }), makeCoding('c')] })],
    property: [{ id: 'p', key: 'p', name: 'P', on: 'coding', type: 'text', code_ids: ['a', 'b'] }],
  });
  const use = { ...none, annotations: on.all('annotation'), properties: on.all('property') };
  const value = succeeded(
    mergeCodes(on.codebook(), codeById(codes, 'a'), codeById(codes, 'b'), use, makeContext()),
  );
  on.commit(value.drafts);
  expect(value.exclusive).toEqual(['annotation']);
  expect(on.all('property')).toMatchObject([{ code_ids: ['b'] }]);
});

const codes = [
  ...makeCodes('a', 'a/same', 'b', 'b/same', 'f/'),
  makeCode({ id: 'gone', archived_at: late }),
  makeCode({ id: 'twin', name: 'SAME', parent_id: 'a' }),
];
const refused: readonly (readonly [gone: string, into: string, problem: string])[] = [
  ['a', 'a', 'same-code'],
  ['a', 'f', 'other-kind'],
  ['f', 'a', 'other-kind'],
  ['b', 'gone', 'archived'],
  ['a', 'b', 'name-taken'],
];
for (const [gone, into, problem] of refused) {
  test(`${gone} into ${into} is refused: ${problem}`, () => {
    const codebook = { project: makeProject(), codes };
    const outcome = mergeCodes(codebook, codeById(codes, gone), codeById(codes, into), none, makeContext());
    expect(outcome).toEqual({ ok: false, error: problem });
  });
}

test('a locked codebook merges nothing', () => {
  const codebook = { project: makeProject({ codebook_locked: true }), codes };
  const outcome = mergeCodes(codebook, codeById(codes, 'b'), codeById(codes, 'a'), none, makeContext());
  expect(outcome).toEqual({ ok: false, error: 'locked' });
});

test("links in memos lead to the code that stays, in every coder's memo and in joined ones, and undo leads them back", () => {
  const codes = makeCodes('a', 'b');
  const link = (id: string) => `See [it](fw:code/${id}).`;
  const on = commandProject({
    code: codes,
    memo: [
      makeMemo('code', 'a', link('a')),
      makeMemo('code', 'b', link('b')),
      makeMemo('document', 'document', link('a'), { coder_id: 'another' }),
      makeMemo('project', 'project', 'Says nothing of it.'),
    ],
  });
  const begun = on.everything();
  const use = { annotations: [], memos: on.all('memo'), properties: [] };
  const value = succeeded(
    mergeCodes(on.codebook(), codeById(codes, 'a'), codeById(codes, 'b'), use, makeContext()),
  );
  const done = on.commit(value.drafts);
  const memos = on.all('memo');
  expect(memos.map(({ markdown }) => markdown).join('\n')).not.toContain('fw:code/a');
  expect(memos.find(({ target }) => target.kind === 'document')).toMatchObject({
    ...{ markdown: link('b'), coder_id: 'another', modified_at: '2031-01-01T00:00:00.000Z' },
  });
  expect(memos.find(({ target }) => target.kind === 'code')?.markdown.match(/fw:code\/b/g)).toHaveLength(2);
  on.undo(done);
  expect(on.everything()).toEqual(begun);
});
