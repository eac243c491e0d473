import { storedStructure, structureOf } from '@core/corpus/stored-structure';
import { blockKinds } from '@core/model/block';
import type { Structure } from '@core/model/document';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';

const unit = fc.oneof(fc.nat(200), fc.constantFrom(0, 0xffff_ffff));
const block = fc.record({
  id: fc.uuid(),
  ...{ start: unit, end: unit },
  kind: fc.constantFrom(...blockKinds),
  in_scope: fc.boolean(),
  source: fc.constantFrom('rule' as const, 'hand' as const),
  rule_rev: fc.nat(9),
});
const structure: fc.Arbitrary<Structure> = fc.record({
  document_id: fc.uuid(),
  blocks: fc.array(block, { maxLength: 6 }),
  sentences: fc.array(fc.tuple(unit, unit), { maxLength: 8 }),
  segmenter: fc.record({ icu: fc.constantFrom('78.1', ''), rules_rev: fc.nat(3) }),
});

test('a structure comes back from its rows as it was, key by key', () => {
  fc.assert(
    fc.property(structure, (whole) => {
      const row = storedStructure(whole);
      expect('blocks' in row).toBe(false);
      expect(JSON.stringify(structureOf(row))).toBe(JSON.stringify(whole));
    }),
  );
});

const sound: Structure = {
  document_id: 'd',
  blocks: [{ id: 'b', start: 0, end: 4, kind: 'body', in_scope: true, source: 'rule', rule_rev: 1 }],
  sentences: [[0, 4]],
  segmenter: { icu: '78.1', rules_rev: 1 },
};
const [only] = sound.blocks;
/** What rows of numbers would change. */
const others: readonly (readonly [name: string, structure: unknown])[] = [
  ['a fact of a later version', { ...sound, notes: [] }],
  ['a block with a fact of a later version', { ...sound, blocks: [{ ...only, level: 2 }] }],
  ['a kind of a later version', { ...sound, blocks: [{ ...only, kind: 'table' }] }],
  ['a place that is no whole number', { ...sound, blocks: [{ ...only, end: 0.5 }] }],
  ['a place below the text', { ...sound, sentences: [[-1, 4]] }],
  ['a sentence of three numbers', { ...sound, sentences: [[0, 4, 9]] }],
  ['an id of two lines', { ...sound, blocks: [{ ...only, id: 'a\nb' }] }],
  ['an id that is empty', { ...sound, blocks: [{ ...only, id: '' }] }],
];
for (const [name, given] of others) {
  test(`a structure with ${name} is stored as it is`, () => {
    const row = storedStructure(given as Structure);
    expect(row).toBe(given);
    expect(structureOf(row)).toBe(given);
  });
}

test('what is no row is answered as it is', () => {
  for (const each of [undefined, null, 'text', {}, { block_rows: [] }]) expect(structureOf(each)).toBe(each);
});
