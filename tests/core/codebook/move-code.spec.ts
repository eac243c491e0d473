import { codesInOrder } from '@core/codebook/code-tree';
import { type CodePlace, type MoveStep, moveCode, placeBeside, placeOneStep } from '@core/codebook/move-code';
import type { Code } from '@core/model/code';
import { expect, test } from '@playwright/test';
import { makeCode, makeCodes } from '../make-records';

const codes = makeCodes('a', 'a/a1', 'a/a2', 'b', 'c', 'c/c1', 'd');

function get(id: string, among: readonly Code[] = codes): Code {
  const code = among.find((each) => each.id === id);
  if (code === undefined) throw new Error(id);
  return code;
}

function moved(among: readonly Code[], id: string, place: CodePlace): readonly Code[] {
  const moves = moveCode(among, get(id, among), place);
  return among.map((code) => {
    const fields = moves.find((move) => move.code.id === code.id)?.fields;
    return fields === undefined ? code : ({ ...code, ...fields } as Code);
  });
}

function outline(among: readonly Code[]): string {
  return codesInOrder(among)
    .map(({ id, parent_id }) => (parent_id === null ? id : `${parent_id}/${id}`))
    .join(' ');
}

const drops: readonly (readonly [
  moved: string,
  where: 'before' | 'after' | 'on',
  target: string,
  outline: string,
])[] = [
  ['d', 'before', 'a', 'd a a/a1 a/a2 b c c/c1'],
  ['a', 'after', 'd', 'b c c/c1 d a a/a1 a/a2'],
  ['a', 'before', 'c', 'b a a/a1 a/a2 c c/c1 d'],
  ['d', 'after', 'a', 'a a/a1 a/a2 d b c c/c1'],
  ['b', 'on', 'a', 'a a/a1 a/a2 a/b c c/c1 d'],
  ['b', 'on', 'd', 'a a/a1 a/a2 c c/c1 d d/b'],
  ['a2', 'before', 'a1', 'a a/a2 a/a1 b c c/c1 d'],
  ['a1', 'after', 'c1', 'a a/a2 b c c/c1 c/a1 d'],
  ['a1', 'before', 'b', 'a a/a2 a1 b c c/c1 d'],
];
for (const [id, where, target, expected] of drops) {
  test(`${id} dropped ${where} ${target}`, () => {
    const place = placeBeside(codes, id, get(target), where);
    expect(moveCode(codes, get(id), place)).toHaveLength(1);
    expect(outline(moved(codes, id, place))).toBe(expected);
  });
}

const nothing: readonly (readonly [moved: string, where: 'before' | 'after' | 'on', target: string])[] = [
  ['b', 'after', 'a'],
  ['b', 'before', 'c'],
  ['a2', 'on', 'a'],
  ['a', 'on', 'a'],
  ['a', 'on', 'a1'],
  ['a', 'before', 'a2'],
];
for (const [id, where, target] of nothing) {
  test(`${id} dropped ${where} ${target} changes nothing`, () => {
    expect(moveCode(codes, get(id), placeBeside(codes, id, get(target), where))).toEqual([]);
  });
}

const steps: readonly (readonly [id: string, step: MoveStep, outline: string | null])[] = [
  ['b', 'up', 'b a a/a1 a/a2 c c/c1 d'],
  ['b', 'down', 'a a/a1 a/a2 c c/c1 b d'],
  ['b', 'in', 'a a/a1 a/a2 a/b c c/c1 d'],
  ['a2', 'out', 'a a/a1 a2 b c c/c1 d'],
  ['a2', 'in', 'a a/a1 a1/a2 b c c/c1 d'],
  ['a', 'up', null],
  ['a', 'in', null],
  ['a', 'out', null],
  ['d', 'down', null],
  ['c1', 'up', null],
];
for (const [id, step, expected] of steps) {
  test(`${id} one step ${step}`, () => {
    const place = placeOneStep(codes, get(id), step);
    expect(place === null ? null : outline(moved(codes, id, place))).toBe(expected);
  });
}

test('an index beyond the end is the end, one below zero the beginning', () => {
  expect(outline(moved(codes, 'b', { parent: null, index: 99 }))).toBe('a a/a1 a/a2 c c/c1 d b');
  expect(outline(moved(codes, 'b', { parent: null, index: -5 }))).toBe('b a a/a1 a/a2 c c/c1 d');
});

test('five hundred moves into one gap keep their order', () => {
  let now: readonly Code[] = makeCodes('a', 'b', 'x', 'y');
  for (let n = 0; n < 500; n++) {
    now = moved(
      now,
      n % 2 === 0 ? 'x' : 'y',
      placeBeside(now, n % 2 === 0 ? 'x' : 'y', get('b', now), 'before'),
    );
    expect(outline(now)).toBe(n === 0 ? 'a x b y' : n % 2 === 0 ? 'a y x b' : 'a x y b');
  }
});

test('where orders leave no room, the siblings are numbered anew', () => {
  const equal = ['a', 'b', 'c'].map((id) => makeCode({ id, order: 7 }));
  expect(outline(moved(equal, 'c', { parent: null, index: 1 }))).toBe('a c b');
  expect(moveCode(equal, get('c', equal), { parent: null, index: 1 }).map(({ fields }) => fields)).toEqual([
    { order: 1 },
    { order: 2 },
    { order: 3 },
  ]);
});

test('archived codes keep their place, and what is below them is moved as the tree shows it', () => {
  const list = [
    makeCode({ id: 'a', order: 1 }),
    makeCode({ id: 'old', order: 2, archived_at: '2031-01-01T00:00:00.000Z' }),
    makeCode({ id: 'b', order: 3 }),
    makeCode({ id: 'child', order: 4, parent_id: 'old' }),
  ];
  expect(outline(moved(list, 'child', placeBeside(list, 'child', get('a', list), 'before')))).toBe(
    'child a old b',
  );
  expect(placeOneStep(list, get('child', list), 'up')).toEqual({ parent: null, index: 1 });
  expect(placeOneStep(list, get('b', list), 'in')).toEqual({ parent: 'a', index: 0 });
});
