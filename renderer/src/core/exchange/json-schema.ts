import { blockKinds } from '../model/block';
import {
  count,
  type Decoder,
  either,
  finite,
  flag,
  list,
  mapOf,
  oneOf,
  optional,
  pair,
  record,
  text,
} from './json-decoder';

/** What may stand in a file. Little is required: what a script leaves out is filled in when it is imported. */
type FileOf<D> = D extends Decoder<infer T> ? T : never;

const texts = list(text);
const origin = oneOf('hand', 'copy', 'search', 'indicator', 'suggestion', 'import', 'script');
const plainValue = either(
  either(text, finite, 'a text or a number'),
  either(flag, texts, 'true, false or a list of texts'),
  'a text, a number, true, false or a list of texts',
);
const valueTypes = ['text', 'integer', 'number', 'date', 'boolean', 'choice', 'choices'] as const;

const project = record({
  id: optional(text),
  name: optional(text),
  created_at: optional(text),
  codebook_locked: optional(flag),
  codebook_rev: optional(count),
  scope_rev: optional(count),
});

const coder = record({
  id: optional(text),
  name: text,
  initials: optional(text),
  created_at: optional(text),
});

const code = record({
  id: optional(text),
  key: optional(text),
  name: text,
  parent_id: optional(text),
  order: optional(finite),
  kind: optional(oneOf('code', 'folder')),
  set: optional(text),
  color: optional(text),
  mark: optional(text),
  description: optional(text),
  include: optional(text),
  exclude: optional(text),
  indicators: optional(text),
  examples: optional(texts),
  rev: optional(count),
  archived_at: optional(text),
  added_in: optional(count),
  revised_in: optional(count),
});

const attribute = record({
  id: optional(text),
  key: text,
  name: optional(text),
  type: optional(oneOf(...valueTypes)),
  choices: optional(texts),
});

const property = record({
  id: optional(text),
  key: text,
  name: optional(text),
  on: optional(oneOf('document', 'annotation', 'coding')),
  code_ids: optional(texts),
  type: optional(oneOf(...valueTypes, 'actor', 'ordinal')),
  choices: optional(texts),
  required: optional(flag),
});

const actor = record({
  id: optional(text),
  name: text,
  kind: optional(oneOf('person', 'organisation', 'state', 'group', 'medium')),
  member_of: optional(text),
  aliases: optional(texts),
});

const attributeValue = record({
  value: plainValue,
  precision: optional(oneOf('day', 'month', 'year')),
  evidence: optional(list(pair(count))),
  confidence: optional(finite),
  state: optional(oneOf('suggested', 'accepted', 'edited')),
});

const block = record({
  id: optional(text),
  start: count,
  end: count,
  kind: oneOf(...blockKinds),
  in_scope: flag,
  source: optional(oneOf('rule', 'hand')),
  rule_rev: optional(count),
});

const document = record({
  id: optional(text),
  title: optional(text),
  title_found: optional(text),
  path: optional(text),
  order: optional(finite),
  text_sha256: optional(text),
  length: optional(count),
  attributes: optional(mapOf(plainValue)),
  raw_sha256: optional(text),
  encoding: optional(text),
  encoding_guess: optional(finite),
  words: optional(count),
  language: optional(text),
  version_of: optional(text),
  imported_at: optional(text),
  values: optional(mapOf(attributeValue)),
  blocks: optional(list(block)),
  sentences: optional(list(pair(count))),
  segmenter: optional(record({ icu: text, rules_rev: count })),
  text: optional(text),
});

const coding = record({
  id: optional(text),
  code_id: text,
  code_rev: optional(count),
  certainty: optional(oneOf('unsure')),
  stance: optional(oneOf('affirms', 'denies', 'mentions')),
  values: optional(mapOf(plainValue)),
  origin: optional(origin),
  created_at: optional(text),
  modified_at: optional(text),
});

const annotation = record({
  id: optional(text),
  document_id: optional(text),
  text_sha256: optional(text),
  coder_id: optional(text),
  round: optional(count),
  start: optional(count),
  end: optional(count),
  start_codepoint: optional(count),
  end_codepoint: optional(count),
  quote: optional(text),
  prefix: optional(text),
  suffix: optional(text),
  codings: optional(list(coding)),
  code_ids: optional(texts),
  memo: optional(text),
  speaker_ids: optional(texts),
  voice: optional(oneOf('own', 'reported', 'direct', 'endorsed')),
  values: optional(mapOf(plainValue)),
  review: optional(oneOf('to_review', 'accepted')),
  origin: optional(origin),
  origin_guid: optional(text),
  copied_from: optional(text),
  created_at: optional(text),
  modified_at: optional(text),
});

const memo = record({
  id: optional(text),
  target: record({
    kind: oneOf('project', 'document', 'code', 'annotation', 'coding'),
    id: text,
    document_id: optional(text),
  }),
  coder_id: optional(text),
  markdown: optional(text),
  text: optional(text),
  created_at: optional(text),
  modified_at: optional(text),
});

const link = record({
  id: optional(text),
  from: text,
  to: text,
  kind: oneOf('copy', 'continues', 'contradicts', 'restates', 'quotes'),
  coder_id: optional(text),
  detached: optional(flag),
});

const pass = record({
  id: optional(text),
  document_id: text,
  coder_id: optional(text),
  round: optional(count),
  code_ids: optional(either(oneOf('all'), texts, '"all" or a list of texts')),
  codebook_rev: optional(count),
  scope_rev: optional(count),
  state: oneOf('open', 'done', 'skipped'),
  started_at: optional(text),
  done_at: optional(text),
  note: optional(text),
});

const root = {
  format: text,
  version: count,
  minor: optional(count),
  exported_at: optional(text),
  generator: optional(text),
  project: optional(project),
  coders: optional(list(coder)),
  codes: optional(list(code)),
  attributes: optional(list(attribute)),
  properties: optional(list(property)),
  actors: optional(list(actor)),
  documents: optional(list(document)),
  annotations: optional(list(annotation)),
  memos: optional(list(memo)),
  links: optional(list(link)),
  passes: optional(list(pass)),
};

export const fileSchema = record(root);

/** The names of the root that are ours; whatever else stands there came from a newer version. */
export const rootFields: ReadonlySet<string> = new Set(Object.keys(root));

export type JsonFile = FileOf<typeof fileSchema>;
export type FileCoder = FileOf<typeof coder>;
export type FileCode = FileOf<typeof code>;
export type FileAttribute = FileOf<typeof attribute>;
export type FileProperty = FileOf<typeof property>;
export type FileActor = FileOf<typeof actor>;
export type FileDocument = FileOf<typeof document>;
export type FileBlock = FileOf<typeof block>;
export type FileAttributeValue = FileOf<typeof attributeValue>;
export type FileAnnotation = FileOf<typeof annotation>;
export type FileCoding = FileOf<typeof coding>;
export type FileMemo = FileOf<typeof memo>;
export type FileLink = FileOf<typeof link>;
export type FilePass = FileOf<typeof pass>;
