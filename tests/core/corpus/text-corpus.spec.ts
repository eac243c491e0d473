import {
  blockAtOffset,
  blocksOf,
  isInScopeAt,
  packStructure,
  sentenceAtOffset,
  sentencePairsOf,
  sentencesOf,
} from '@core/corpus/packed-structure';
import { type CorpusChange, type CorpusDocument, createTextCorpus } from '@core/corpus/text-corpus';
import { blockKinds } from '@core/model/block';
import type { Structure } from '@core/model/document';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';

const block = (start: number, end: number, kind: 'headline' | 'body' | 'residue') => ({
  ...{ id: `${start}`, start, end, kind, in_scope: kind !== 'residue' },
  ...{ source: 'rule' as const, rule_rev: 1 },
});
const structure: Structure = {
  document_id: 'one',
  blocks: [block(0, 5, 'headline'), block(6, 20, 'body'), block(22, 30, 'residue')],
  sentences: [
    [6, 12],
    [13, 20],
  ],
  segmenter: { icu: '1', rules_rev: 1 },
};
const document = (id: string, order: number, text_sha256: string): CorpusDocument => ({
  ...{ id, order, text_sha256, title: id, path: `${id}.txt`, words: 2, values: {} },
});

test('a packed structure tells its blocks and sentences, and what holds an offset', () => {
  const packed = packStructure(structure);
  expect(blocksOf(packed)).toEqual(
    structure.blocks.map(({ start, end, kind, in_scope }) => ({ start, end, kind, in_scope })),
  );
  expect(sentencesOf(packed)).toEqual([
    { start: 6, end: 12 },
    { start: 13, end: 20 },
  ]);
  const kinds = [0, 4, 5, 6, 19, 21, 29, 30].map((at) => blockAtOffset(packed, at)?.kind ?? null);
  expect(kinds).toEqual(['headline', 'headline', null, 'body', 'body', null, 'residue', null]);
  expect([5, 6, 12, 13, 25].map((at) => sentenceAtOffset(packed, at)?.start ?? null)).toEqual([
    null,
    6,
    null,
    13,
    null,
  ]);
});

test('what is packed comes back, with blocks or without, with sentences or without', () => {
  const unit = fc.nat(0xffff_ffff);
  const blocks = fc.array(
    fc.record({
      ...{ start: unit, end: unit, kind: fc.constantFrom(...blockKinds), in_scope: fc.boolean() },
      ...{ id: fc.constant(''), source: fc.constant('rule' as const), rule_rev: fc.constant(1) },
    }),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(blocks, fc.array(fc.tuple(unit, unit), { maxLength: 6 }), (some, sentences) => {
      const packed = packStructure({ blocks: some, sentences });
      expect(blocksOf(packed)).toEqual(
        some.map(({ start, end, kind, in_scope }) => ({ start, end, kind, in_scope })),
      );
      expect(sentencePairsOf(packed)).toEqual(sentences);
      expect(isInScopeAt(packed, 0xffff_ffff)).toBe(some.length === 0);
    }),
  );
});

test('texts, structures and documents come in any order and go', () => {
  const corpus = createTextCorpus();
  const told: CorpusChange[] = [];
  const stop = corpus.subscribe((change) => told.push(change));
  const packed = packStructure(structure);
  corpus.add({ documents: [document('two', 2, 'b'), document('one', 1, 'a')] });
  expect(told).toEqual([]);
  corpus.add({ texts: [{ sha256: 'a', text: 'Alpha' }], structures: [['one', packed]] });
  corpus.add({ structures: [['two', packed]] });
  corpus.add({ texts: [{ sha256: 'b', text: 'Beta' }] });
  expect(told).toEqual([
    { came: ['one'], went: [] },
    { came: ['two'], went: [] },
  ]);
  expect(corpus.entries().map(({ content }) => content?.text)).toEqual(['Alpha', 'Beta']);

  // A title or an attribute is no other text.
  const before = corpus.find('one')?.content;
  corpus.follow([{ table: 'document', id: 'one', record: { ...document('one', 3, 'a'), title: 'Other' } }]);
  expect(told).toHaveLength(2);
  expect(corpus.find('one')?.content).toBe(before);
  expect(corpus.entries().map(({ document: { title } }) => title)).toEqual(['two', 'Other']);

  // Another text takes the place of the first when it has come.
  corpus.follow([
    { table: 'document', id: 'one', record: document('one', 1, 'c') },
    { table: 'structure', id: 'one', record: packStructure(structure) },
  ]);
  expect(corpus.find('one')?.content).toBeNull();
  corpus.add({ texts: [{ sha256: 'c', text: 'Gamma' }] });
  corpus.follow([
    { table: 'document', id: 'two', record: null },
    { table: 'structure', id: 'two', record: null },
  ]);
  expect(told.slice(2)).toEqual([
    { came: [], went: ['one'] },
    { came: ['one'], went: [] },
    { came: [], went: ['two'] },
  ]);
  expect(corpus.entries().map(({ content }) => content?.text)).toEqual(['Gamma']);
  stop();
  corpus.follow([{ table: 'document', id: 'one', record: null }]);
  expect(told).toHaveLength(5);
});

test('two documents of one text share it', () => {
  const corpus = createTextCorpus();
  const packed = packStructure(structure);
  corpus.add({
    documents: [document('one', 1, 'a'), document('two', 2, 'a')],
    structures: [
      ['one', packed],
      ['two', packed],
    ],
    texts: [{ sha256: 'a', text: 'Alpha' }],
  });
  expect(corpus.entries().map(({ content }) => content?.text)).toEqual(['Alpha', 'Alpha']);
});
