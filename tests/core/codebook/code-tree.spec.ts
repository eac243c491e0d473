import {
  type CodeNode,
  codePath,
  codesInOrder,
  codeTree,
  parentInTree,
  withDescendants,
} from '@core/codebook/code-tree';
import type { Code } from '@core/model/code';
import { expect, test } from '@playwright/test';
import { makeCode, makeCodes } from '../make-records';

function drawn(nodes: readonly CodeNode[]): readonly string[] {
  return nodes.flatMap(({ code, depth, children }) => ['-'.repeat(depth) + code.id, ...drawn(children)]);
}

function idMap(codes: readonly Code[]): ReadonlyMap<string, Code> {
  return new Map(codes.map((code) => [code.id, code]));
}

test('siblings stand by order, then by name, whatever order they come in', () => {
  const codes = [
    makeCode({ id: 'c', order: 2 }),
    makeCode({ id: 'b', order: 1.5, name: 'B' }),
    makeCode({ id: 'a', order: 1.5, name: 'A' }),
    makeCode({ id: 'd', order: -1 }),
  ];
  expect(drawn(codeTree(codes))).toEqual(['d', 'a', 'b', 'c']);
});

test('levels nest and parents come before their children', () => {
  const codes = makeCodes('a', 'a/b', 'a/b/c', 'd', 'd/e');
  expect(drawn(codeTree(codes.toReversed()))).toEqual(['a', '-b', '--c', 'd', '-e']);
  expect(codesInOrder(codes.toReversed()).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test('a code whose parent is missing stands at the top, and keeps what is below it', () => {
  const codes = makeCodes('gone/b', 'b/c', 'd');
  expect(drawn(codeTree(codes))).toEqual(['b', '-c', 'd']);
});

test('a circle is broken and what hangs below it keeps its place', () => {
  const codes = [
    ...makeCodes('b/a', 'a/b', 'a/below'),
    makeCode({ id: 'self', parent_id: 'self', order: 9 }),
  ];
  expect(drawn(codeTree(codes))).toEqual(['a', '-below', 'b', 'self']);
  expect(codesInOrder(codes)).toHaveLength(4);
  expect(parentInTree(makeCode({ id: 'below', parent_id: 'a' }), idMap(codes))).toBe('a');
});

test('a path runs from the top, and ends where a circle closes', () => {
  const codes = makeCodes('a', 'a/b', 'a/b/c', 'gone/d', 'f/e', 'e/f');
  const pathOf = (id: string): readonly string[] => {
    const byId = idMap(codes);
    const code = byId.get(id);
    return code === undefined ? [] : codePath(code, byId);
  };
  expect(pathOf('c')).toEqual(['a', 'b', 'c']);
  expect(pathOf('d')).toEqual(['d']);
  expect(pathOf('e')).toEqual(['f', 'e']);
});

test('descendants hold the code itself and end in circles', () => {
  const codes = makeCodes('a/b/c', 'a/b', 'a', 'd', 'f/e', 'e/f');
  expect(withDescendants('a', codes)).toEqual(new Set(['a', 'b', 'c']));
  expect(withDescendants('e', codes)).toEqual(new Set(['e', 'f']));
  expect(withDescendants('d', codes)).toEqual(new Set(['d']));
});
