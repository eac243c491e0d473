import { documentRecords } from '@core/import/document-records';
import { duplicateRule } from '@core/import/duplicate-rule';
import { readParsedStructure } from '@core/import/read-parsed-structure';
import type { ParsedStructure } from '@core/structure/parsed-structure';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';

const known = [{ raw_sha256: 'aa', path: 'tass/000.txt' }];
const duplicates: readonly (readonly [raw_sha256: string, path: string, duplicate: boolean])[] = [
  ['aa', 'tass/000.txt', true],
  ['aa', '000.txt', true],
  ['aa', 'corpus/tass/000.txt', true],
  ['aa', '00.txt', false],
  ['aa', 'ss/000.txt', false],
  ['aa', 'ria/000.txt', false],
  ['bb', 'tass/000.txt', false],
];
for (const [raw_sha256, path, duplicate] of duplicates) {
  test(`${path} with bytes ${raw_sha256} is ${duplicate ? 'a duplicate' : 'new'}`, () => {
    expect(duplicateRule(known)({ raw_sha256, path })).toBe(duplicate);
  });
}

const sound: ParsedStructure = {
  title: 'Order restored',
  blocks: [
    { start: 0, end: 10, kind: 'headline', in_scope: true },
    { start: 11, end: 40, kind: 'body', in_scope: true },
  ],
  sentences: [[11, 40]],
  segmenter: { icu: '78.1', rules_rev: 1 },
  words: 6,
  values: { date: { value: '2022-01', precision: 'month', state: 'suggested' } },
};
const block = { start: 0, end: 10, kind: 'body', in_scope: true };
const structures: readonly (readonly [name: string, structure: unknown, length: number, good: boolean])[] = [
  ['sound', sound, 40, true],
  ['longer than its text', sound, 39, false],
  ['with overlapping blocks', { ...sound, blocks: [block, { ...block, start: 9 }] }, 40, false],
  ['with blocks that touch', { ...sound, blocks: [block, { ...block, start: 10, end: 12 }] }, 40, true],
  ['with half a unit', { ...sound, sentences: [[0.5, 3]] }, 40, false],
  ['with a span that ends before it begins', { ...sound, sentences: [[5, 3]] }, 40, false],
  ['with a kind nobody knows', { ...sound, blocks: [{ ...block, kind: 'script' }] }, 40, false],
  ['with a value without a state', { ...sound, values: { date: { value: '2022' } } }, 40, false],
  ['that is none', null, 40, false],
];
for (const [name, structure, length, good] of structures) {
  test(`a structure ${name} is ${good ? 'taken' : 'refused'}`, () => {
    expect(readParsedStructure(JSON.stringify(structure), length)).toEqual(good ? structure : null);
  });
}

test('whatever the parser answers, nothing is thrown', () => {
  fc.assert(
    fc.property(
      fc.anything(),
      (json) => void readParsedStructure(JSON.stringify({ json }).slice('{"json":'.length, -1), 100),
    ),
  );
});

test('a text without a title goes by its file; values go to their attributes', () => {
  let count = 0;
  const { document, structure } = documentRecords(
    {
      ...{ path: 'tass/003.wire.txt', raw_sha256: 'aa', text_sha256: 'bb', encoding: 'utf-8', length: 40 },
      structure: { ...sound, title: ' ' },
    },
    {
      ...{ order: 7, now: '2026-01-01T00:00:00.000Z', attribute_ids: new Map([['date', 'attribute-1']]) },
      newId: () => {
        count += 1;
        return `id-${count}`;
      },
    },
  );
  expect(document).toMatchObject({ id: 'id-1', title: '003.wire', order: 7, words: 6 });
  expect(document.values).toEqual({ 'attribute-1': sound.values.date });
  expect(structure.blocks.map(({ id, source }) => [id, source])).toEqual([
    ['id-2', 'rule'],
    ['id-3', 'rule'],
  ]);
});
