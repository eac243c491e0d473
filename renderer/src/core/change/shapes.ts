import type { Coding } from '../model/annotation';
import type { Block } from '../model/block';
import type { ChangeKind } from '../model/change';
import type { TableName, Tables } from './tables';

/**
 * What a record must have so that the program can work with it. A journal line that does not fit is kept in the
 * journal and passed over. A field that becomes required later must be given a default where it is read: added here
 * it would make old journals unreadable.
 */
export type Check = (value: unknown) => boolean;
type RequiredKeys<T> = { [K in keyof T]-?: undefined extends T[K] ? never : K }[keyof T];
type Shape<T> = { readonly [K in RequiredKeys<T>]: Check };

export const text: Check = (value) => typeof value === 'string';
export const number: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const bool: Check = (value) => typeof value === 'boolean';
const anything: Check = () => true;
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
export const maybe =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
export const list =
  (item: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(item);
const pair: Check = (value) => Array.isArray(value) && value.length === 2 && value.every(number);

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
export const object = (shape: Readonly<Record<string, Check>>): Check => {
  // Taken apart once: a hundred thousand changes are looked at when a store is built.
  const fields = Object.entries(shape);
  return (value) => isObject(value) && fields.every(([key, check]) => check(value[key]));
};

const mapOf =
  (item: Check): Check =>
  (value) =>
    isObject(value) && Object.values(value).every(item);

const passage: Check = object({ start: number, end: number, quote: text, prefix: text, suffix: text });
const target: Check = (value) =>
  isObject(value) && (value['kind'] === 'document' || (value['kind'] === 'passage' && passage(value)));

const codingShape = {
  id: text,
  code_id: text,
  code_rev: number,
  origin: text,
  created_at: text,
  modified_at: text,
} as const satisfies Shape<Coding>;
const blockShape = {
  id: text,
  start: number,
  end: number,
  kind: text,
  in_scope: bool,
  source: text,
  rule_rev: number,
} as const satisfies Shape<Block>;
const coding = object(codingShape);
const block = object(blockShape);
const attributeValue = object({ value: anything, state: text });
export const sentences = list(pair);
export const segmenter = object({ icu: text, rules_rev: number });
export { attributeValue };

const recordShapes = {
  project: { id: text, name: text, created_at: text, codebook_rev: number, scope_rev: number },
  coder: { id: text, name: text, created_at: text },
  document: {
    id: text,
    title: text,
    order: number,
    path: text,
    text_sha256: text,
    raw_sha256: text,
    encoding: text,
    length: number,
    words: number,
    imported_at: text,
    values: mapOf(attributeValue),
  },
  structure: { document_id: text, blocks: list(block), sentences, segmenter },
  attribute: { id: text, key: text, name: text, type: text },
  property: { id: text, key: text, name: text, on: text, type: text },
  actor: { id: text, name: text, kind: text, aliases: list(text) },
  code: {
    id: text,
    key: text,
    name: text,
    parent_id: orNull(text),
    order: number,
    kind: text,
    color: text,
    mark: text,
    description: text,
    include: text,
    exclude: text,
    examples: list(text),
    rev: number,
  },
  annotation: {
    id: text,
    document_id: text,
    text_sha256: text,
    coder_id: text,
    round: number,
    target,
    codings: list(coding),
    origin: text,
    created_at: text,
    modified_at: text,
  },
  memo: {
    id: text,
    target: object({ kind: text, id: text, document_id: maybe(text) }),
    coder_id: text,
    markdown: text,
    text,
    created_at: text,
    modified_at: text,
  },
  link: { id: text, from: text, to: text, kind: text, coder_id: text },
  pass: {
    id: text,
    document_id: text,
    coder_id: text,
    round: number,
    code_ids: (value: unknown) => value === 'all' || list(text)(value),
    codebook_rev: number,
    scope_rev: number,
    state: text,
    started_at: text,
  },
} as const satisfies { readonly [T in TableName]: Shape<Tables[T]> };

/** The checks of a table's required fields, by field; of a coding where the table is 'coding'. */
export function requiredFields(table: TableName | 'coding'): Readonly<Record<string, Check>> {
  return table === 'coding' ? codingShape : recordShapes[table];
}

const record = (table: TableName): Check => object(recordShapes[table]);
const bodyOf = (data: Record<string, Check>, before: Check = anything): Check =>
  object({ data: object(data), before });
const ofAnnotation = { document_id: text, annotation_id: text, modified_at: maybe(text) };
const added = (table: TableName): Check => bodyOf({ [table]: record(table) });
const removed = (table: TableName): Check =>
  bodyOf({ id: text }, (before) => isObject(before) && record(table)(before[table]));
const set = bodyOf({ id: text, fields: isObject }, object({ fields: isObject }));
const putOf = (name: TableName): Check =>
  bodyOf({ id: text, value: orNull(record(name)) }, orNull(record(name)));
const dated = object({ modified_at: maybe(text), coding_modified_at: maybe(text) });

const documentText = object({
  text_sha256: text,
  encoding: text,
  encoding_guess: maybe(number),
  length: number,
  words: number,
  structure: record('structure'),
});

const bodies: Readonly<Record<ChangeKind, Check>> = {
  'project.added': added('project'),
  'project.set': set,
  'coder.added': added('coder'),
  'coder.set': set,
  'document.added': bodyOf({ document: record('document'), structure: record('structure') }),
  'document.set': set,
  'document.text-set': bodyOf({ id: text, text: documentText }, object({ text: documentText })),
  'document.removed': bodyOf(
    { id: text },
    object({ document: record('document'), structure: record('structure') }),
  ),
  'block.set': bodyOf({ document_id: text, block_id: text, value: orNull(block) }, orNull(block)),
  'attribute.added': added('attribute'),
  'attribute.set': set,
  'attribute.removed': removed('attribute'),
  'attribute.value-set': bodyOf(
    { document_id: text, attribute_id: text, value: orNull(attributeValue) },
    orNull(attributeValue),
  ),
  'property.added': added('property'),
  'property.set': set,
  'property.removed': removed('property'),
  'actor.added': added('actor'),
  'actor.set': set,
  'actor.removed': removed('actor'),
  'code.added': added('code'),
  'code.set': set,
  'code.removed': removed('code'),
  'annotation.added': added('annotation'),
  'annotation.removed': removed('annotation'),
  'annotation.target-set': bodyOf({ ...ofAnnotation, target }, object({ target })),
  'annotation.set': bodyOf({ ...ofAnnotation, fields: isObject }, object({ fields: isObject })),
  'coding.added': bodyOf({ ...ofAnnotation, coding, index: maybe(number) }, maybe(orNull(dated))),
  'coding.set': bodyOf(
    { ...ofAnnotation, coding_id: text, fields: isObject, coding_modified_at: maybe(text) },
    object({ fields: isObject }),
  ),
  'coding.removed': bodyOf({ ...ofAnnotation, coding_id: text }, object({ coding, index: number })),
  'memo.set': putOf('memo'),
  'link.added': added('link'),
  'link.removed': removed('link'),
  'pass.set': putOf('pass'),
};

export type Fits = (change: { readonly kind: string; readonly at?: unknown }) => boolean;

/** Whether what a change says can be read: its kind is known and its body has the fields that kind needs. */
export function fits(change: { readonly kind: string; readonly at?: unknown }): boolean {
  const { kind, at } = change;
  if (!Object.hasOwn(bodies, kind) || !maybe(text)(at)) return false;
  return bodies[kind as ChangeKind](change); // hasOwn says that it is a kind
}
