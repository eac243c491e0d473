import { type Codebook, createCode, setCode } from '@core/commands/codebook-commands';
import type { ChangeDraft, CodeFields } from '@core/model/change';
import type { Code } from '@core/model/code';
import { expect, test } from '@playwright/test';
import { makeCode, makeCodes, makeContext, makeProject } from '../make-records';

function book(codes: readonly Code[], locked = false): Codebook {
  return { project: makeProject(locked ? { codebook_locked: true } : {}), codes };
}

function added(drafts: readonly ChangeDraft[]): readonly Code[] {
  return drafts.flatMap((draft) => (draft.kind === 'code.added' ? [draft.data.code] : []));
}

test.describe('creating', () => {
  test('a path makes the parents that are not there, in one step with the codebook’s revision', () => {
    const result = createCode(book(makeCodes('Frames')), ' frames >  Blame>Outside  powers', makeContext());
    if (!result.ok) throw new Error(result.error);
    const { drafts, code } = result.value;
    expect(added(drafts).map(({ name, parent_id, key }) => [name, parent_id, key])).toEqual([
      ['Blame', 'Frames', 'blame'],
      ['Outside powers', 'new-1', 'outside_powers'],
    ]);
    expect(code.id).toBe('new-2');
    expect(drafts.at(-1)).toEqual({
      kind: 'project.set',
      data: { id: 'project', fields: { codebook_rev: 4 } },
      before: { fields: { codebook_rev: 3 } },
    });
  });

  test('a new code stands last, with a free colour and a key of its own', () => {
    const codes = [
      makeCode({ id: 'a', order: 7.5, key: 'order', color: 'blue' }),
      makeCode({ id: 'f', order: 2, kind: 'folder', color: 'orange' }),
    ];
    const result = createCode(book(codes), 'Order!', makeContext());
    if (!result.ok) throw new Error(result.error);
    expect(result.value.code).toMatchObject({
      order: 8.5,
      key: 'order_2',
      color: 'orange',
      mark: 'solid',
      rev: 1,
      added_in: 4,
    });
  });

  test('a name that is there gives the code that is there and changes nothing', () => {
    const codes = makeCodes('Legitimacy', 'Legitimacy/Mandate');
    for (const typed of ['legitimacy > MANDATE', 'Legitimacy>Mandate']) {
      const result = createCode(book(codes), typed, makeContext());
      expect(result).toEqual({ ok: true, value: { drafts: [], code: codes[1] } });
    }
    const below = createCode(book(codes), 'mandate', makeContext(), { below: 'Legitimacy' });
    expect(below.ok && below.value.code).toBe(codes[1]);
  });

  test('accents tell names apart, an archived name is free', () => {
    const codes = [
      makeCode({ id: 'a', name: 'Año' }),
      makeCode({ id: 'b', name: 'Gone', archived_at: '2031-01-01T00:00:00.000Z' }),
    ];
    for (const typed of ['Ano', 'gone']) {
      const result = createCode(book(codes), typed, makeContext());
      expect(result.ok && added(result.value.drafts).map(({ name }) => name)).toEqual([typed]);
    }
  });

  const refused: readonly (readonly [why: string, typed: string, problem: string])[] = [
    ['nothing', '  ', 'empty-name'],
    ['an empty level', 'a > > b', 'empty-name'],
    ['a trailing separator', 'a >', 'empty-name'],
    ['the name of a folder', 'actors', 'name-taken'],
  ];
  for (const [why, typed, problem] of refused) {
    test(`${why} is refused`, () => {
      expect(createCode(book(makeCodes('Actors/')), typed, makeContext())).toEqual({
        ok: false,
        error: problem,
      });
    });
  }

  test('a folder is made as one, and not where a code has the name', () => {
    const made = createCode(book([]), 'Actors', makeContext(), { kind: 'folder' });
    expect(made.ok && made.value.code.kind).toBe('folder');
    const taken = createCode(book(makeCodes('Actors')), 'Actors', makeContext(), { kind: 'folder' });
    expect(taken).toEqual({ ok: false, error: 'name-taken' });
  });

  test('a locked codebook creates nothing', () => {
    expect(createCode(book([], true), 'New', makeContext())).toEqual({ ok: false, error: 'locked' });
  });
});

test.describe('changing', () => {
  const codes = makeCodes('a', 'a/b', 'a/b/c', 'd');
  const [a = makeCode({ id: 'a' }), b = a] = codes;

  const revisions: readonly (readonly [fields: CodeFields, isRevised: boolean])[] = [
    [{ name: 'New name' }, true],
    [{ description: 'x' }, true],
    [{ include: 'x' }, true],
    [{ exclude: 'x' }, true],
    [{ parent_id: 'd' }, true],
    [{ color: 'teal' }, false],
    [{ mark: 'wavy' }, false],
    [{ order: 9 }, false],
  ];
  for (const [fields, isRevised] of revisions) {
    test(`${Object.keys(fields).join()} ${isRevised ? 'raises' : 'leaves'} the revision`, () => {
      const result = setCode(book(codes), b, fields);
      if (!result.ok) throw new Error(result.error);
      const [first, second] = result.value;
      expect(first).toMatchObject({
        kind: 'code.set',
        data: { id: 'b', fields: { ...fields, ...(isRevised ? { rev: 2, revised_in: 4 } : {}) } },
      });
      expect(second?.kind).toBe(isRevised ? 'project.set' : undefined);
      // A locked codebook keeps its meaning; looks and order stay free.
      expect(setCode(book(codes, true), b, fields).ok).toBe(!isRevised);
    });
  }

  test('before holds what was there', () => {
    const result = setCode(book(codes), b, { name: ' Blame   it ', set: 'tone' });
    expect(result.ok && result.value[0]).toMatchObject({
      data: { fields: { name: 'Blame it', set: 'tone', rev: 2 } },
      before: { fields: { name: 'b', set: null, rev: 1 } },
    });
  });

  const nothing: readonly CodeFields[] = [
    {},
    { name: ' b ' },
    { description: '' },
    { set: null },
    { parent_id: 'a' },
  ];
  for (const fields of nothing) {
    test(`${JSON.stringify(fields)} changes nothing`, () => {
      expect(setCode(book(codes), b, fields)).toEqual({ ok: true, value: [] });
      expect(setCode(book(codes, true), b, fields)).toEqual({ ok: true, value: [] });
    });
  }

  const refused: readonly (readonly [fields: CodeFields, problem: string])[] = [
    [{ name: '  ' }, 'empty-name'],
    [{ name: 'x > y' }, 'name-holds-separator'],
    [{ parent_id: 'a' }, 'own-descendant'],
    [{ parent_id: 'b' }, 'own-descendant'],
    [{ parent_id: 'c' }, 'own-descendant'],
    [{ name: 'D' }, 'name-taken'],
  ];
  for (const [fields, problem] of refused) {
    test(`${JSON.stringify(fields)} is refused: ${problem}`, () => {
      expect(setCode(book(codes), a, fields)).toEqual({ ok: false, error: problem });
    });
  }

  test('a name may change its case, and a code cannot move beside its namesake', () => {
    expect(setCode(book(codes), a, { name: 'A' }).ok).toBe(true);
    const twins = [...codes, makeCode({ id: 'twin', name: 'B', parent_id: 'd' })];
    expect(setCode(book(twins), b, { parent_id: 'd' })).toEqual({ ok: false, error: 'name-taken' });
    expect(setCode(book(twins), b, { parent_id: 'd', name: 'B2' }).ok).toBe(true);
  });
});
