import { createSuperseded } from '@core/copies/superseded';
import { findCopies } from '@core/exchange/find-copies';
import { latestVersions } from '@core/import/changed-texts';
import { expect, test } from '@playwright/test';
import { fictional } from './fictional-reprints';

test('a document is out of date as long as one of its later versions is there', () => {
  const superseded = createSuperseded();
  const out = (): string => ['a', 'b', 'c', 'd'].filter((id) => superseded.has(id)).join('');
  expect(superseded.came({ id: 'a' })).toBeUndefined();
  expect(superseded.came({ id: 'b', version_of: 'a' })).toBe('a');
  expect(superseded.came({ id: 'b', version_of: 'a' })).toBeUndefined();
  expect(superseded.came({ id: 'c', version_of: 'b' })).toBe('b');
  expect(superseded.came({ id: 'd', version_of: 'a' })).toBeUndefined();
  expect(out()).toBe('ab');
  expect(superseded.went('b')).toBeUndefined();
  expect(superseded.went('d')).toBe('a');
  expect(superseded.went('c')).toBe('b');
  expect(superseded.went('c')).toBeUndefined();
  expect(out()).toBe('');
});

test('a version of another document than before, and one of itself', () => {
  const superseded = createSuperseded();
  superseded.came({ id: 'b', version_of: 'a' });
  expect(superseded.came({ id: 'b', version_of: 'c' })).toBe('c');
  expect([superseded.has('a'), superseded.has('c')]).toEqual([false, true]);
  expect(superseded.came({ id: 'x', version_of: 'x' })).toBeUndefined();
  expect(superseded.has('x')).toBe(false);
});

test('of a chain of versions the last is up to date; the version of a document that is not there too', () => {
  const chain = [
    { id: 'a' },
    { id: 'b', version_of: 'a' },
    { id: 'c', version_of: 'b' },
    { id: 'd', version_of: 'gone' },
    { id: 'e' },
  ];
  expect(latestVersions(chain).map(({ id }) => id)).toEqual(['c', 'd', 'e']);
});

test('in exports, too, a text is no reprint of its own earlier version', () => {
  const [first] = fictional;
  if (first === undefined) throw new Error('There is no fictional reprint');
  const twin = { ...first, id: 'twin' };
  const texts = new Map([[first.id, first.text]]);
  const found = (version_of?: string): number => {
    const documents = [first, twin].map(({ id }) => ({
      ...{ id, order: 0, title: id, path: id, text_sha256: first.id, raw_sha256: id, encoding: 'utf-8' },
      ...{ length: first.text.length, words: 1, imported_at: '2031-03-21T00:00:00.000Z', values: {} },
      ...(id !== 'twin' || version_of === undefined ? {} : { version_of }),
    }));
    const segmenter = { icu: '78', rules_rev: 1 };
    const structures = [first, twin].map(({ id, structure }) => ({
      document_id: id,
      ...structure,
      segmenter,
    }));
    const groups = findCopies({ documents, structures }, texts);
    return groups.filter(({ members }) => new Set(members.map((one) => one.document_id)).size > 1).length;
  };
  expect(found()).toBeGreaterThan(0);
  expect(found(first.id)).toBe(0);
});
