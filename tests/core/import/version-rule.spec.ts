import { versionRule } from '@core/import/version-rule';
import { expect, test } from '@playwright/test';

const known = [
  { id: 'a', path: 'wire/1.txt', title: 'Lamp lit', raw_sha256: 'one', order: 0 },
  { id: 'b', path: 'wire/1.txt', title: 'Lamp lit', raw_sha256: 'two', order: 5, version_of: 'a' },
  { id: 'c', path: 'wire/2.csv', title: 'Ferry', raw_sha256: 'three', order: 2 },
  { id: 'd', path: 'wire/2.csv', title: 'Ferry', raw_sha256: 'three', order: 3 },
  {
    ...{ id: 'e', path: 'wire/3.txt', title: 'Mole, my words', title_found: 'Mole stands', order: 4 },
    raw_sha256: 'four',
  },
];
const cases = [
  {
    name: 'other bytes under the same path and title',
    path: 'wire/1.txt',
    title: 'Lamp lit',
    raw: 'new',
    of: 'b',
  },
  {
    name: 'the bytes of an earlier version',
    path: 'wire/1.txt',
    title: 'Lamp lit',
    raw: 'one',
    of: undefined,
  },
  { name: 'another title', path: 'wire/1.txt', title: 'Quay closed', raw: 'new', of: undefined },
  {
    name: 'the title that was found, where a person gave another',
    path: 'wire/3.txt',
    title: 'Mole stands',
    raw: 'new',
    of: 'e',
  },
  { name: 'another path', path: 'other/1.txt', title: 'Lamp lit', raw: 'new', of: undefined },
  { name: 'a path of several documents', path: 'wire/2.csv', title: 'Ferry', raw: 'new', of: undefined },
];
for (const { name, path, title, raw, of } of cases)
  test(`a later version: ${name}`, () => {
    expect(versionRule(known)({ path, title, raw_sha256: raw })).toBe(of);
  });
