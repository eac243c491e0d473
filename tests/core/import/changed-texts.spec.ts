import { changedFile, filesOfPath, latestVersions, matchTexts } from '@core/import/changed-texts';
import { expect, test } from '@playwright/test';

const document = (id: string, title: string, version_of?: string) => ({
  ...{ id, title, path: 'wire/1.txt', raw_sha256: `raw ${id}`, text_sha256: `text ${id}` },
  ...(version_of === undefined ? {} : { version_of }),
});
const text = (title: string, text_sha256: string) => ({ title, text_sha256 });

test('of each document the latest version is what files are compared with', () => {
  const all = [document('a', 'Lamp'), document('b', 'Lamp', 'a'), document('c', 'Ferry')];
  expect(latestVersions(all).map(({ id }) => id)).toEqual(['b', 'c']);
});

const listed = ['wire/1.txt', 'old/wire/1.txt', '1.txt', 'wire/2.txt', 'x1.txt'].map((path) => ({ path }));
const paths: readonly (readonly [path: string, found: readonly string[]])[] = [
  ['wire/1.txt', ['wire/1.txt']],
  ['press/wire/1.txt', ['wire/1.txt', '1.txt']],
  ['2.txt', ['wire/2.txt']],
  ['3.txt', []],
];
for (const [path, found] of paths)
  test(`files that ${path} may stand for`, () => {
    expect(filesOfPath(listed)(path)).toEqual(found.map((each) => ({ path: each })));
  });

const versions = [{ raw_sha256: 'one' }, { raw_sha256: 'two' }];
const files: readonly (readonly [name: string, hashes: readonly string[], expected: string])[] = [
  ['that is not there', [], 'missing'],
  ['with the bytes of the latest version', ['two'], 'unchanged'],
  ['put back to an earlier version', ['one'], 'unchanged'],
  ['with other bytes', ['three'], 'file 0'],
  ['of which one copy is as it was', ['three', 'two'], 'unchanged'],
  ['twice, with the same new bytes', ['three', 'three'], 'file 0'],
  ['twice, with different new bytes', ['three', 'four'], 'unclear'],
];
for (const [name, hashes, expected] of files)
  test(`a file ${name} is ${expected}`, () => {
    const present = hashes.map((raw_sha256, n) => ({ file: `file ${n}`, raw_sha256 }));
    expect(changedFile(present, versions)).toBe(expected);
  });

const one = [document('a', 'Lamp')];
const several = [document('a', 'Lamp'), document('b', 'Ferry'), document('c', 'Quay'), document('d', 'Quay')];
const matches = [
  {
    name: 'the only text of a file is a version of its only document, whatever its title',
    versions: one,
    texts: [text('Lamp lit again', 'new')],
    changed: [['new', 'a']],
    unmatched: [],
  },
  {
    name: 'a file whose text is the same though its bytes are not',
    versions: one,
    texts: [text('Lamp', 'text a')],
    changed: [],
    unmatched: [],
  },
  {
    name: 'of several texts those of one title belong together; the rest is nobody’s',
    versions: several,
    texts: [text('Lamp', 'new'), text('Ferry', 'text b'), text('Quay', 'other'), text('Mole', 'mole')],
    changed: [['new', 'a']],
    unmatched: ['other', 'mole'],
  },
  {
    name: 'a title that a person gave is not what texts are known by',
    versions: [{ ...document('a', 'My words'), title_found: 'Lamp' }, document('b', 'Ferry')],
    texts: [text('Lamp', 'new'), text('My words', 'newer')],
    changed: [['new', 'a']],
    unmatched: ['newer'],
  },
  {
    name: 'two new texts of one title are nobody’s',
    versions: [document('a', 'Lamp'), document('b', 'Ferry')],
    texts: [text('Lamp', 'new'), text('Lamp', 'newer')],
    changed: [],
    unmatched: ['new', 'newer'],
  },
];
for (const { name, versions: known, texts, changed, unmatched } of matches)
  test(`matching: ${name}`, () => {
    const matched = matchTexts(texts, known);
    expect(matched.changed.map(({ text, earlier }) => [text.text_sha256, earlier.id])).toEqual(changed);
    expect(matched.unmatched.map(({ text_sha256 }) => text_sha256)).toEqual(unmatched);
  });
