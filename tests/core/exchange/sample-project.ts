import { describeAnchor } from '@core/anchor/describe-anchor';
import type { ProjectSnapshot } from '@core/exchange/project-snapshot';
import type { Annotation, Coding, Target } from '@core/model/annotation';
import type { Block, BlockKind } from '@core/model/block';
import type { Code } from '@core/model/code';
import { sha256 } from '../../support/generate-project';

/** Id number n of a kind, so that a test can name records: uuid('a', 1). */
export function uuid(kind: 'a' | 'b' | 'c' | 'd' | 'e' | 'f', n: number): string {
  return `${kind.repeat(8)}-0000-4000-8000-${String(n).padStart(12, '0')}`;
}

const at = '2026-03-01T10:00:00.000Z';
const dated = { created_at: at, modified_at: at };

/** A headline, a dateline and body on one line, a paragraph with an emoji and accents, and residue. */
export const text =
  'Harbour calm 😀 again\n\nVELDHAVEN, March 1. Order was restored. The envoy denied it.\n\n=Café 👩‍👩‍👧 was shut.\nAll news';
const emptyText = '';

function block(n: number, part: string, kind: BlockKind): Block {
  const start = text.indexOf(part);
  const span = { start, end: start + part.length };
  return { id: uuid('b', n), ...span, kind, in_scope: kind === 'body', source: 'rule', rule_rev: 1 };
}

function sentence(part: string): readonly [number, number] {
  return [text.indexOf(part), text.indexOf(part) + part.length];
}

function code(n: number, key: string, name: string, fields: Partial<Code> = {}): Code {
  const look = { color: 'blue', mark: 'solid', description: '', include: '', exclude: '', examples: [] };
  return { id: uuid('c', n), key, name, parent_id: null, order: n, kind: 'code', ...look, rev: 2, ...fields };
}

export function coding(n: number, codeNumber: number, fields: Partial<Coding> = {}): Coding {
  return {
    id: uuid('e', n),
    code_id: uuid('c', codeNumber),
    code_rev: 1,
    origin: 'hand',
    ...dated,
    ...fields,
  };
}

export function passage(quote: string): Target {
  const start = text.indexOf(quote);
  return describeAnchor(text, { start, end: start + quote.length });
}

function annotation(n: number, target: Target, codings: readonly Coding[], fields = {}): Annotation {
  const place = { document_id: uuid('d', 1), text_sha256: sha256(text), coder_id: uuid('f', 1), round: 1 };
  return { id: uuid('a', n), ...place, target, codings, origin: 'hand', ...dated, ...fields };
}

const facts = { raw_sha256: sha256('raw'), encoding: 'utf-8', imported_at: at };

/** A project small enough to know by heart: two coders, two documents (one empty), five annotations. */
export const sample: ProjectSnapshot = {
  project: { id: uuid('f', 9), name: 'Harbour', created_at: at, codebook_rev: 4, scope_rev: 2 },
  coders: [
    { id: uuid('f', 1), name: 'Ada', created_at: at },
    { id: uuid('f', 2), name: '@Bo', created_at: '2026-03-02T10:00:00.000Z' },
  ],
  documents: [
    {
      ...{ id: uuid('d', 2), title: 'Nothing', order: 1, path: 'b/nothing.txt', ...facts },
      ...{ text_sha256: sha256(emptyText), length: 0, words: 0, values: {} },
    },
    {
      ...{ id: uuid('d', 1), title: '=Harbour', order: 0, path: 'a/harbour.txt', ...facts },
      ...{ text_sha256: sha256(text), length: text.length, words: 10, language: 'en' },
      values: {
        [uuid('e', 91)]: { value: '-3', state: 'accepted' },
        [uuid('e', 92)]: { value: ['port', 'order'], state: 'edited' },
      },
    },
  ],
  structures: [
    { document_id: uuid('d', 2), blocks: [], sentences: [], segmenter: { icu: '78.1', rules_rev: 1 } },
    {
      document_id: uuid('d', 1),
      blocks: [
        block(1, 'Harbour calm 😀 again', 'headline'),
        block(2, 'VELDHAVEN, March 1. ', 'dateline'),
        block(3, 'Order was restored. The envoy denied it.', 'body'),
        block(4, '=Café 👩‍👩‍👧 was shut.', 'body'),
        block(5, 'All news', 'residue'),
      ],
      sentences: [
        sentence('Harbour calm 😀 again'),
        sentence('Order was restored.'),
        sentence('The envoy denied it.'),
        sentence('=Café 👩‍👩‍👧 was shut.'),
      ],
      segmenter: { icu: '78.1', rules_rev: 1 },
    },
  ],
  attributes: [
    { id: uuid('e', 92), key: 'topics', name: 'Topics', type: 'choices', choices: ['port', 'order'] },
    { id: uuid('e', 91), key: 'agency', name: 'Agency', type: 'text' },
  ],
  properties: [
    { id: uuid('e', 81), key: 'strength', name: 'Strength', on: 'coding', type: 'ordinal' },
    { id: uuid('e', 82), key: 'source', name: 'Source', on: 'annotation', type: 'actor' },
  ],
  actors: [
    { id: uuid('e', 71), name: 'Embassy', kind: 'state', aliases: [] },
    {
      id: uuid('e', 72),
      name: 'Envoy',
      kind: 'person',
      member_of: uuid('e', 71),
      aliases: ['the ambassador'],
    },
  ],
  codes: [
    code(1, 'order', 'Order'),
    code(2, 'restored', 'Restored', { parent_id: uuid('c', 1), description: 'Calm is back' }),
    code(3, 'denial', 'Denial', { order: 0 }),
    code(4, 'frames', 'Frames', { kind: 'folder' }),
  ],
  annotations: [
    annotation(3, { kind: 'document' }, [coding(5, 1)]),
    annotation(2, passage('😀 again'), []),
    annotation(
      1,
      passage('Order was restored. The envoy'),
      [
        coding(1, 2, { certainty: 'unsure', values: { [uuid('e', 81)]: 2 } }),
        coding(2, 3, { stance: 'affirms', origin: 'suggestion' }),
      ],
      {
        ...{ speaker_ids: [uuid('e', 71), uuid('e', 72)], voice: 'reported', review: 'to_review' },
        values: { [uuid('e', 82)]: uuid('e', 72) },
      },
    ),
    annotation(4, passage('👩‍👩‍👧 was'), [coding(3, 1)], { coder_id: uuid('f', 2), round: 2 }),
    annotation(5, passage('=Café'), [coding(4, 1)]),
  ],
  memos: [
    {
      ...{ id: uuid('f', 31), coder_id: uuid('f', 1), markdown: '**Why** here', text: 'Why here', ...dated },
      target: { kind: 'annotation', id: uuid('a', 1), document_id: uuid('d', 1) },
    },
    {
      ...{ id: uuid('f', 32), coder_id: uuid('f', 1), markdown: '+1', text: '+1 more', ...dated },
      target: { kind: 'coding', id: uuid('e', 2), document_id: uuid('d', 1) },
    },
  ],
  links: [
    {
      ...{ id: uuid('f', 41), from: uuid('a', 1), to: uuid('a', 4) },
      ...{ kind: 'continues', coder_id: uuid('f', 1) },
    },
  ],
  passes: [
    {
      ...{ id: uuid('f', 51), document_id: uuid('d', 2), coder_id: uuid('f', 1), round: 1, code_ids: 'all' },
      ...{ codebook_rev: 4, scope_rev: 2, state: 'done', started_at: at, done_at: at, note: 'empty' },
    },
  ],
};

export const sampleTexts: ReadonlyMap<string, string> = new Map([
  [sha256(text), text],
  [sha256(emptyText), emptyText],
]);
