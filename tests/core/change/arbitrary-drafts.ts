import type { Annotation, Coding } from '@core/model/annotation';
import type { Block } from '@core/model/block';
import type { ChangeDraft } from '@core/model/change';
import type { Code } from '@core/model/code';
import type { Document, Structure } from '@core/model/document';
import type { Memo } from '@core/model/memo';
import type { Pass } from '@core/model/pass';
import fc from 'fast-check';

/** Few ids, so that drafts of a sequence meet each other's records, and miss them. */
const id = (table: string): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max: 2 }).map((n) => `${table}-${n}`);
const time = fc
  .integer({ min: 0, max: 1_000_000 })
  .map((n) => new Date(Date.UTC(2026, 0, 1) + n * 1000).toISOString());
const word = fc.constantFrom('order', 'envoy', 'harbour', '');
const hash = fc.constantFrom('a'.repeat(64), 'b'.repeat(64));

const coding: fc.Arbitrary<Coding> = fc.record(
  {
    id: id('coding'),
    code_id: id('code'),
    code_rev: fc.nat(3),
    certainty: fc.constant('unsure' as const),
    stance: fc.constantFrom('affirms' as const, 'denies' as const),
    origin: fc.constantFrom('hand' as const, 'import' as const),
    created_at: time,
    modified_at: time,
  },
  { requiredKeys: ['id', 'code_id', 'code_rev', 'origin', 'created_at', 'modified_at'] },
);

export const annotation: fc.Arbitrary<Annotation> = fc.record(
  {
    id: id('annotation'),
    document_id: id('document'),
    text_sha256: hash,
    coder_id: id('coder'),
    round: fc.constant(1),
    target: fc.oneof(
      fc.constant({ kind: 'document' as const }),
      fc.record({
        kind: fc.constant('passage' as const),
        start: fc.nat(50),
        end: fc.nat(99),
        quote: word,
        prefix: word,
        suffix: word,
      }),
    ),
    voice: fc.constantFrom('own' as const, 'reported' as const),
    codings: fc.uniqueArray(coding, { selector: (one) => one.id, maxLength: 3 }),
    origin: fc.constant('hand' as const),
    created_at: time,
    modified_at: time,
  },
  {
    requiredKeys: [
      ...(['id', 'document_id', 'text_sha256', 'coder_id', 'round', 'target', 'codings'] as const),
      ...(['origin', 'created_at', 'modified_at'] as const),
    ],
  },
);

const block: fc.Arbitrary<Block> = fc.record({
  id: id('block'),
  start: fc.nat(50),
  end: fc.nat(99),
  kind: fc.constantFrom('body' as const, 'headline' as const),
  in_scope: fc.boolean(),
  source: fc.constant('hand' as const),
  rule_rev: fc.constant(1),
});
const value = fc.record({
  value: fc.oneof(word, fc.nat(9), fc.boolean()),
  state: fc.constant('edited' as const),
});
const document: fc.Arbitrary<{ document: Document; structure: Structure }> = fc
  .record({
    id: id('document'),
    title: word,
    order: fc.nat(9),
    path: word,
    text_sha256: hash,
    raw_sha256: hash,
    encoding: fc.constant('utf-8'),
    length: fc.nat(99),
    words: fc.nat(20),
    imported_at: time,
    values: fc.dictionary(id('attribute'), value, { maxKeys: 2 }),
  })
  .map((one) => ({
    document: one,
    structure: {
      ...{ document_id: one.id, blocks: [], sentences: [[0, 3] as const] },
      segmenter: { icu: '78.1', rules_rev: 1 },
    },
  }));
const code: fc.Arbitrary<Code> = fc.record({
  ...{ id: id('code'), key: word, name: word, parent_id: fc.option(id('code')), order: fc.nat(9) },
  ...{ kind: fc.constant('code' as const), color: word, mark: word, description: word },
  ...{ include: word, exclude: word, examples: fc.constant([]), rev: fc.nat(4) },
});
const memo: fc.Arbitrary<Memo> = fc.record({
  id: id('memo'),
  target: fc.record({ kind: fc.constant('document' as const), id: id('document') }),
  ...{ coder_id: id('coder'), markdown: word, text: word, created_at: time, modified_at: time },
});
const pass: fc.Arbitrary<Pass> = fc.record({
  ...{ id: id('pass'), document_id: id('document'), coder_id: id('coder'), round: fc.nat(2) },
  ...{ code_ids: fc.constant('all' as const), codebook_rev: fc.nat(3), scope_rev: fc.nat(3) },
  ...{ state: fc.constantFrom('open' as const, 'done' as const), started_at: time },
});
const attribute = fc.record({
  ...{ id: id('attribute'), key: word, name: word, type: fc.constant('text' as const) },
});
const property = fc.record({
  ...{ id: id('property'), key: word, name: word },
  ...{ on: fc.constant('coding' as const), type: fc.constant('ordinal' as const) },
});
const actor = fc.record({
  ...{ id: id('actor'), name: word, kind: fc.constant('state' as const), aliases: fc.array(word) },
});
const link = fc.record({
  ...{ id: id('link'), from: id('annotation'), to: id('annotation') },
  ...{ kind: fc.constant('copy' as const), coder_id: id('coder') },
});

/** Some fields, among them a required one that null must not take away and one that nobody knows. */
const fields = (known: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<object> =>
  fc.record({ ...known, name: fc.option(word), from_a_newer_version: fc.option(word) }, { requiredKeys: [] });
const ofAnnotation = { document_id: id('document'), annotation_id: id('annotation') };
const set = (kind: string, table: string, known: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record({
    kind: fc.constant(kind),
    data: fc.record({ id: id(table), fields: fields(known) }),
    before: fc.constant({ fields: {} }),
  });
const added = (kind: string, data: fc.Arbitrary<object>) => fc.record({ kind: fc.constant(kind), data });
const removed = (kind: string, name: string, record: fc.Arbitrary<{ readonly id: string }>) =>
  record.map((one) => ({ kind, data: { id: one.id }, before: { [name]: one } }));
const named = (name: string, record: fc.Arbitrary<object>) => record.map((one) => ({ [name]: one }));
const put = (kind: string, record: fc.Arbitrary<{ readonly id: string }>) =>
  fc
    .tuple(record, fc.boolean())
    .map(([one, there]) => ({ kind, data: { id: one.id, value: there ? one : null }, before: null }));

/**
 * A draft of any kind that has an inverse; its `before` is a guess, which completing puts right. The kinds are
 * mixed, so their types are those of the union.
 */
export const draft: fc.Arbitrary<ChangeDraft> = fc
  .oneof(
    set('project.set', 'project', { codebook_rev: fc.nat(5), codebook_locked: fc.option(fc.boolean()) }),
    set('coder.set', 'coder', { initials: fc.option(word) }),
    added('document.added', document),
    set('document.set', 'document', { title: word, language: fc.option(word), order: fc.nat(9) }),
    fc.tuple(document, fc.constantFrom(null, 0.1, 0.75)).map(([one, guess]) => {
      const { text_sha256, encoding, length, words } = one.document;
      const guessed = guess === null ? {} : { encoding_guess: guess };
      const text = { text_sha256, encoding, ...guessed, length, words, structure: one.structure };
      return { kind: 'document.text-set', data: { id: one.document.id, text }, before: { text } };
    }),
    document.map((one) => ({ kind: 'document.removed', data: { id: one.document.id }, before: one })),
    fc.tuple(id('document'), block, fc.boolean()).map(([document_id, one, there]) => ({
      kind: 'block.set',
      data: { document_id, block_id: one.id, value: there ? one : null },
      before: null,
    })),
    added('attribute.added', named('attribute', attribute)),
    set('attribute.set', 'attribute', { key: word }),
    removed('attribute.removed', 'attribute', attribute),
    fc.tuple(id('document'), id('attribute'), fc.option(value)).map(([document_id, attribute_id, one]) => ({
      kind: 'attribute.value-set',
      data: { document_id, attribute_id, value: one },
      before: null,
    })),
    added('property.added', named('property', property)),
    set('property.set', 'property', { required: fc.option(fc.boolean()) }),
    removed('property.removed', 'property', property),
    added('actor.added', named('actor', actor)),
    set('actor.set', 'actor', { member_of: fc.option(id('actor')) }),
    removed('actor.removed', 'actor', actor),
    added('code.added', named('code', code)),
    set('code.set', 'code', { parent_id: fc.option(id('code')), set: fc.option(word), rev: fc.nat(9) }),
    removed('code.removed', 'code', code),
    added('annotation.added', named('annotation', annotation)),
    removed('annotation.removed', 'annotation', annotation),
    fc.record({
      kind: fc.constant('annotation.target-set'),
      data: fc.record({ ...ofAnnotation, target: annotation.map((one) => one.target) }),
      before: fc.constant({ target: { kind: 'document' } }),
    }),
    fc.record({
      kind: fc.constant('annotation.set'),
      data: fc.record({
        ...ofAnnotation,
        fields: fields({
          voice: fc.option(word),
          review: fc.option(fc.constant('accepted')),
          id: word,
          modified_at: time,
        }),
      }),
      before: fc.constant({ fields: {} }),
    }),
    fc.record({ kind: fc.constant('coding.added'), data: fc.record({ ...ofAnnotation, coding }) }),
    fc.record({
      kind: fc.constant('coding.set'),
      data: fc.record({
        ...{ ...ofAnnotation, coding_id: id('coding') },
        fields: fields({ stance: fc.option(word), code_id: id('code') }),
      }),
      before: fc.constant({ fields: {} }),
    }),
    fc.record({
      kind: fc.constant('coding.removed'),
      data: fc.record({ ...ofAnnotation, coding_id: id('coding') }),
      before: coding.map((one) => ({ coding: one, index: 0 })),
    }),
    put('memo.set', memo),
    added('link.added', named('link', link)),
    removed('link.removed', 'link', link),
    put('pass.set', pass),
  )
  // As from JSON: plain objects. Each arm has the shape of its kind, which a test of its own checks.
  .map((one) => structuredClone(one) as unknown as ChangeDraft);
