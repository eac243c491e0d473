import type { AttributeValue } from '../model/attribute';
import type { Document, DocumentText, Structure } from '../model/document';
import type { Id, Sha256, Time } from '../model/identity';
import { type FieldKey, fieldKeys, type ParsedStructure } from '../structure/parsed-structure';

/** A frozen text as main stored it, with what the parser found in it. */
export interface FrozenSource {
  /** Relative to the imported folder, with "/". */
  readonly path: string;
  readonly raw_sha256: Sha256;
  readonly text_sha256: Sha256;
  readonly encoding: string;
  /** How sure the guess of the encoding was, 0 to 1; absent where it was not guessed. */
  readonly encoding_guess?: number;
  /** UTF-16 units. */
  readonly length: number;
  readonly structure: ParsedStructure;
  /** The document that it is a later version of. */
  readonly version_of?: Id;
}

export interface ImportContext {
  readonly order: number;
  readonly now: Time;
  /** Attribute of each field that the document has a value for. */
  readonly attribute_ids: ReadonlyMap<FieldKey, Id>;
  /** Attribute of each name that the document states a value under. */
  readonly extra_ids?: ReadonlyMap<string, Id>;
  readonly newId: () => Id;
}

/** The records of an imported document. */
export function documentRecords(
  source: FrozenSource,
  context: ImportContext,
): { readonly document: Document; readonly structure: Structure } {
  const { path, raw_sha256, structure: parsed } = source;
  const id = context.newId();
  const { structure, ...text } = documentText(source, id, context.newId);
  const document: Document = {
    id,
    title: titleOf(source),
    order: context.order,
    ...{ path, raw_sha256, ...text },
    ...(source.version_of === undefined ? {} : { version_of: source.version_of }),
    imported_at: context.now,
    values: { ...extraValues(parsed, context.extra_ids), ...valuesOf(parsed, context.attribute_ids) },
  };
  return { document, structure };
}

/** What the parser calls the text, else the file's name. */
export function titleOf({ path, structure }: FrozenSource): string {
  return structure.title.trim() === '' ? fileName(path) : structure.title;
}

/** All that is counted on the text of a document, with new blocks. */
export function documentText(source: FrozenSource, document_id: Id, newId: () => Id): DocumentText {
  const { text_sha256, encoding, encoding_guess, length, structure: parsed } = source;
  const blocks = parsed.blocks.map(({ start, end, kind, in_scope }) => ({
    ...{ id: newId(), start, end, kind, in_scope },
    source: 'rule' as const,
    rule_rev: parsed.segmenter.rules_rev,
  }));
  const { sentences, segmenter } = parsed;
  const guess = encoding_guess === undefined ? {} : { encoding_guess };
  return {
    ...{ text_sha256, encoding, ...guess, length, words: parsed.words },
    structure: { document_id, blocks, sentences, segmenter },
  };
}

/** The fields that the parser found a value for. */
export function fieldsFound(parsed: ParsedStructure): readonly FieldKey[] {
  return fieldKeys.filter((key) => parsed.values[key] !== undefined);
}

export function valuesOf(
  parsed: ParsedStructure,
  attribute_ids: ReadonlyMap<FieldKey, Id>,
): Readonly<Record<Id, AttributeValue>> {
  const entries = fieldKeys.flatMap((key) => {
    const id = attribute_ids.get(key);
    const value = parsed.values[key];
    return id === undefined || value === undefined ? [] : [[id, value] as const];
  });
  return Object.fromEntries(entries);
}

/** What the file states is taken as it is; the first of two values under one attribute counts. */
function extraValues(
  { extra = [] }: ParsedStructure,
  ids: ReadonlyMap<string, Id> = new Map(),
): Readonly<Record<Id, AttributeValue>> {
  const entries = extra.flatMap(({ name, value }) => {
    const id = ids.get(name);
    return id === undefined ? [] : [[id, { value, confidence: 1, state: 'suggested' } as const] as const];
  });
  return Object.fromEntries(entries.reverse());
}

/** The last part of a path, without its ending. */
function fileName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}
