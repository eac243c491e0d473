import { createGrants, type Granted } from '@main/grants';
import { expect, test } from '@playwright/test';

const leaves: readonly Granted[] = [
  { kind: 'corpus-folder', path: '/home/mara/wire' },
  { kind: 'corpus-files', paths: ['/home/mara/wire'] },
  { kind: 'corpus-places', paths: ['/home/mara/wire'] },
  { kind: 'corpus-file', path: '/home/mara/wire/a.txt', name: 'a.txt', root: '/home/mara/wire' },
  { kind: 'corpus-file', path: '/home/mara/wire/a.txt', name: 'a.txt', root: null },
  { kind: 'import', path: '/home/mara/wire' },
  { kind: 'save', target: { kind: 'file', path: '/home/mara/wire' } },
  { kind: 'save', target: { kind: 'folder', path: '/home/mara/wire' } },
];

test('a leave has one token however often it is given, another one in each window, and no other leave has it', () => {
  const [one, other] = [createGrants(), createGrants()];
  const tokens = leaves.map((leave) => one.give(leave));
  expect(new Set(tokens).size).toBe(leaves.length);
  expect(leaves.map((leave) => one.give(structuredClone(leave)))).toEqual(tokens);
  for (const [at, leave] of leaves.entries()) {
    const token = tokens[at] ?? '';
    expect(token).toMatch(/^[\w-]{24}$/);
    expect(one.find(token, leave.kind)).toEqual(leave);
    expect(one.find(token, leave.kind === 'save' ? 'import' : 'save')).toBeNull();
    expect(other.find(token, leave.kind)).toBeNull();
    expect(other.give(leave)).not.toBe(token);
  }
});
