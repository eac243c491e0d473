import type { AttributeValue } from '../model/attribute';
import type { Sha256 } from '../model/identity';
import type { Property } from '../model/property';
import { type AnnotationRow, annotationColumns } from './annotation-columns';
import type { Cell, Table } from './csv';
import { documentPlaces } from './document-places';
import { codingsInOrder, type SnapshotIndex } from './snapshot-index';

/** Parts the choices of a value that has several. */
export const choiceSeparator = '; ';

/** A value of an attribute or property as a cell; empty when there is none. */
export function valueCell(value: AttributeValue['value'] | undefined): Cell {
  if (value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'string') return value;
  return typeof value === 'boolean' ? String(value) : value.join(choiceSeparator);
}

function propertyCell({ index, document, annotation, coding }: AnnotationRow, property: Property): Cell {
  const value = {
    document: document?.values[property.id]?.value,
    annotation: annotation.values?.[property.id],
    coding: coding?.values?.[property.id],
  }[property.on];
  const actor =
    property.type === 'actor' && typeof value === 'string' ? index.actorById.get(value) : undefined;
  return actor?.name ?? valueCell(value);
}

function cells(row: AnnotationRow): readonly Cell[] {
  const { attributes, properties } = row.index;
  const values = row.document?.values;
  const all = annotationColumns.map(({ cell }) => cell(row) ?? '');
  for (const { id } of attributes) all.push(valueCell(values?.[id]?.value));
  for (const property of properties) all.push(propertyCell(row, property));
  return all;
}

function* rows(index: SnapshotIndex, texts: ReadonlyMap<Sha256, string>): Generator<readonly Cell[]> {
  const placesOf = documentPlaces(index.snapshot, texts);
  for (const annotation of index.annotations) {
    const document = index.documentById.get(annotation.document_id);
    const passage = annotation.target.kind === 'passage' ? annotation.target : undefined;
    const places = placesOf(annotation.document_id);
    const codings = codingsInOrder(index, annotation);
    for (const coding of codings.length === 0 ? [undefined] : codings) {
      const code = coding === undefined ? undefined : index.codeById.get(coding.code_id);
      yield cells({ index, annotation, passage, document, places, coding, code });
    }
  }
}

/**
 * The annotation export: a row per annotation and coding, one with an empty code where there is no coding, in the
 * order of documents, start, end and codebook. Columns are those of `annotationColumns`, then `attr.<key>` and
 * `prop.<key>`. Where a text is missing, what is computed from it is empty. Rows are made as they are read.
 */
export function annotationRows(index: SnapshotIndex, texts: ReadonlyMap<Sha256, string>): Table {
  const columns = [
    ...annotationColumns.map(({ name }) => name),
    ...index.attributes.map(({ key }) => `attr.${key}`),
    ...index.properties.map(({ key }) => `prop.${key}`),
  ];
  return { columns, rows: rows(index, texts) };
}
