import { expect, test } from '@playwright/test';
import { createHeldCommit } from '../../main/held-commit';

const held = { ok: true, value: null } as const;
const refused = (code: 'invalid-request' | 'too-large') => ({ ok: false, error: { code } }) as const;

for (const [name, parts, last, whole] of [
  ['one that came at once', [], '[1]', '[1]'],
  ['one of two parts', ['[1,2'], ',3]', '[1,2,3]'],
  ['one of four', ['[1', ',2', ',3'], ',4]', '[1,2,3,4]'],
  ['the second, where the first was never ended', ['[1', ',2', '[3'], ',4]', '[3,4]'],
  ['one that came at once, where another was never ended', ['[1', ',2'], '[3]', '[3]'],
] as const) {
  test(`the whole commit: ${name}`, () => {
    const commit = createHeldCommit(100);
    for (const part of parts) expect(commit.hold(part)).toEqual(held);
    expect(commit.end(last)).toBe(whole);
  });
}

test('the rest of one that did not begin here is refused, also after its end', () => {
  const commit = createHeldCommit(100);
  expect(commit.hold(',1')).toEqual(refused('invalid-request'));
  expect(commit.end(',1]')).toBeNull();
  commit.hold('[1');
  expect(commit.end(',2]')).toBe('[1,2]');
  expect(commit.end(',2]')).toBeNull();
});

test('what is too long in all is dropped', () => {
  const commit = createHeldCommit(10);
  expect(commit.hold('[123456')).toEqual(held);
  expect(commit.hold(',12345')).toEqual(refused('too-large'));
  expect(commit.end(',1]')).toBeNull();
});
