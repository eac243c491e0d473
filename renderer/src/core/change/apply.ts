import type { Annotation, Coding } from '../model/annotation';
import type { Block } from '../model/block';
import type { Change, Fields } from '../model/change';
import type { Id } from '../model/identity';
import { withText } from './document-text';
import { setFields } from './fields';
import { fits } from './shapes';
import type { Records, TableName, Tables, Write } from './tables';

type PlainTable = Exclude<TableName, 'annotation'>;

/** An applied or about to be applied change needs no place in the journal yet. */
export type Applicable = Change extends infer C ? (C extends Change ? Omit<C, 'seq'> : never) : never;

/**
 * What a change does to the records it touches. Never throws on a change that does not fit: where the record is
 * gone, the kind unknown or the body unreadable, nothing is written. Adding what is there already writes nothing, so
 * that the same changes applied again leave the same state.
 */
export function apply(records: Records, change: Applicable): readonly Write[] {
  return fits(change) ? write(records, change) : [];
}

function write(records: Records, change: Applicable): readonly Write[] {
  switch (change.kind) {
    case 'project.added':
      return add(records, 'project', change.data.project);
    case 'project.set':
      return set(records, 'project', change.data);
    case 'coder.added':
      return add(records, 'coder', change.data.coder);
    case 'coder.set':
      return set(records, 'coder', change.data);
    case 'document.added':
      return addDocument(records, change.data);
    case 'document.set':
      return set(records, 'document', change.data);
    case 'document.text-set':
      return setText(records, change.data);
    case 'document.removed':
      return [
        ...remove(records, 'document', change.data.id),
        ...remove(records, 'structure', change.data.id),
      ];
    case 'block.set':
      return setBlock(records, change.data);
    case 'attribute.added':
      return add(records, 'attribute', change.data.attribute);
    case 'attribute.set':
      return set(records, 'attribute', change.data);
    case 'attribute.removed':
      return remove(records, 'attribute', change.data.id);
    case 'attribute.value-set':
      return setValue(records, change.data);
    case 'property.added':
      return add(records, 'property', change.data.property);
    case 'property.set':
      return set(records, 'property', change.data);
    case 'property.removed':
      return remove(records, 'property', change.data.id);
    case 'actor.added':
      return add(records, 'actor', change.data.actor);
    case 'actor.set':
      return set(records, 'actor', change.data);
    case 'actor.removed':
      return remove(records, 'actor', change.data.id);
    case 'code.added':
      return add(records, 'code', change.data.code);
    case 'code.set':
      return set(records, 'code', change.data);
    case 'code.removed':
      return remove(records, 'code', change.data.id);
    case 'annotation.added': {
      const { annotation } = change.data;
      return records.get('annotation', annotation.id) === undefined
        ? [putAnnotation(annotation.document_id, annotation.id, annotation)]
        : [];
    }
    case 'annotation.removed': {
      const there = records.get('annotation', change.data.id);
      return there === undefined ? [] : [putAnnotation(there.document_id, there.id, null)];
    }
    case 'annotation.target-set':
      return edit(records, change, (annotation) => ({ ...annotation, target: change.data.target }));
    case 'annotation.set':
      return edit(records, change, (annotation) => setFields('annotation', annotation, change.data.fields));
    case 'coding.added':
      return edit(records, change, (annotation) =>
        addCoding(annotation, change.data.coding, change.data.index),
      );
    case 'coding.set': {
      const { coding_id, fields, coding_modified_at } = change.data;
      const modified_at = coding_modified_at ?? change.at;
      return edit(records, change, (annotation) =>
        replaceCoding(annotation, coding_id, (coding) => [
          { ...setFields('coding', coding, fields), modified_at },
        ]),
      );
    }
    case 'coding.removed':
      return edit(records, change, (annotation) =>
        replaceCoding(annotation, change.data.coding_id, () => []),
      );
    case 'memo.set':
      return putOrTake(records, 'memo', change.data);
    case 'link.added':
      return add(records, 'link', change.data.link);
    case 'link.removed':
      return remove(records, 'link', change.data.id);
    case 'pass.set':
      return putOrTake(records, 'pass', change.data);
  }
}

function put<T extends PlainTable>(table: T, id: Id, record: Tables[T] | null): Write {
  // Table and record belong together by the signature; the union of all tables cannot see it.
  return { table, id, document_id: null, record } as unknown as Write;
}

function putAnnotation(document_id: Id, id: Id, record: Annotation | null): Write {
  return { table: 'annotation', id, document_id, record };
}

function add<T extends Exclude<PlainTable, 'structure'>>(
  records: Records,
  table: T,
  record: Tables[T],
): Write[] {
  return records.get(table, record.id) === undefined ? [put(table, record.id, record)] : [];
}

function remove(records: Records, table: PlainTable, id: Id): Write[] {
  return records.get(table, id) === undefined ? [] : [put(table, id, null)];
}

function set<T extends PlainTable>(
  records: Records,
  table: T,
  data: { readonly id: Id; readonly fields: Fields<Tables[T]> },
): Write[] {
  const record = records.get(table, data.id);
  return record === undefined ? [] : [put(table, data.id, setFields(table, record, data.fields))];
}

function putOrTake<T extends 'memo' | 'pass'>(
  records: Records,
  table: T,
  data: { readonly id: Id; readonly value: Tables[T] | null },
): Write[] {
  if (data.value === null) return remove(records, table, data.id);
  return data.value.id === data.id ? [put(table, data.id, data.value)] : [];
}

function addDocument(
  records: Records,
  data: { readonly document: Tables['document']; readonly structure: Tables['structure'] },
): Write[] {
  const { document, structure } = data;
  if (structure.document_id !== document.id || records.get('document', document.id) !== undefined) return [];
  return [put('document', document.id, document), put('structure', document.id, structure)];
}

function setText(
  records: Records,
  { id, text }: Extract<Change, { kind: 'document.text-set' }>['data'],
): Write[] {
  const document = records.get('document', id);
  const isOfIt = text.structure.document_id === id && records.get('structure', id) !== undefined;
  if (document === undefined || !isOfIt) return [];
  return [put('document', id, withText(document, text)), put('structure', id, text.structure)];
}

function setBlock(
  records: Records,
  data: { readonly document_id: Id; readonly block_id: Id; readonly value: Block | null },
): Write[] {
  const structure = records.get('structure', data.document_id);
  if (structure === undefined) return [];
  const others = structure.blocks.filter((block) => block.id !== data.block_id);
  const { value } = data;
  if (value === null && others.length === structure.blocks.length) return [];
  if (value !== null && value.id !== data.block_id) return [];
  const after = value === null ? -1 : others.findIndex((block) => isBefore(value, block));
  const blocks = value === null ? others : others.toSpliced(after < 0 ? others.length : after, 0, value);
  return [put('structure', data.document_id, { ...structure, blocks })];
}

function isBefore(one: Block, other: Block): boolean {
  if (one.start !== other.start) return one.start < other.start;
  return one.end !== other.end ? one.end < other.end : one.id < other.id;
}

function setValue(records: Records, data: Extract<Change, { kind: 'attribute.value-set' }>['data']): Write[] {
  const document = records.get('document', data.document_id);
  if (document === undefined) return [];
  const values = new Map(Object.entries(document.values));
  if (data.value === null) values.delete(data.attribute_id);
  else values.set(data.attribute_id, data.value);
  return [put('document', document.id, { ...document, values: Object.fromEntries(values) })];
}

/** Edits the annotation a change names and dates it; `how` answers null where there is nothing to do. */
function edit(
  records: Records,
  change: Extract<Applicable, { data: { annotation_id: Id } }>,
  how: (annotation: Annotation) => Annotation | null,
): Write[] {
  const annotation = records.get('annotation', change.data.annotation_id);
  const edited = annotation === undefined ? null : how(annotation);
  if (edited === null) return [];
  const dated = { ...edited, modified_at: change.data.modified_at ?? change.at };
  return [putAnnotation(edited.document_id, edited.id, dated)];
}

function addCoding(annotation: Annotation, coding: Coding, index: number | undefined): Annotation | null {
  if (annotation.codings.some(({ id }) => id === coding.id)) return null;
  const place = Math.max(0, Math.min(index ?? annotation.codings.length, annotation.codings.length));
  return { ...annotation, codings: annotation.codings.toSpliced(place, 0, coding) };
}

function replaceCoding(
  annotation: Annotation,
  coding_id: Id,
  how: (coding: Coding) => readonly Coding[],
): Annotation | null {
  const index = annotation.codings.findIndex(({ id }) => id === coding_id);
  const coding = annotation.codings[index];
  if (coding === undefined) return null;
  return { ...annotation, codings: annotation.codings.toSpliced(index, 1, ...how(coding)) };
}
