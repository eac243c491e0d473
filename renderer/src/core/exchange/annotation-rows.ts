import { pathSeparator } from '../codebook/code-tree';
import type { Annotation, Coding } from '../model/annotation';
import type { AttributeValue } from '../model/attribute';
import type { Document } from '../model/document';
import type { Sha256 } from '../model/identity';
import type { Property } from '../model/property';
import { type AnnotationColumn, annotationColumns } from './annotation-columns';
import type { Cell, Table } from './csv';
import { type DocumentPlaces, documentPlaces } from './document-places';
import { codingsInOrder, memoText, type SnapshotIndex } from './snapshot-index';

/** Parts the choices of a value that has several. */
export const choiceSeparator = '; ';

/** A value of an attribute or property as a cell; empty when there is none. */
export function valueCell(value: AttributeValue['value'] | undefined): Cell {
  if (value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'string') return value;
  return typeof value === 'boolean' ? String(value) : value.join(choiceSeparator);
}

type AnnotationCells = Readonly<Record<AnnotationColumn, Cell>>;

/** The cells of a document that every row about it repeats. */
function documentCells(index: SnapshotIndex, document: Document | undefined) {
  return {
    document: document?.title ?? '',
    path: document?.path ?? '',
    project: index.snapshot.project.name,
    document_order: document?.order ?? '',
  };
}

function targetCells({ target }: Annotation, places: DocumentPlaces | undefined) {
  if (target.kind === 'document') {
    return {
      start: '',
      end: '',
      start_codepoint: '',
      end_codepoint: '',
      quote: '',
      prefix: '',
      suffix: '',
      level: 'document',
      block_kind: '',
      paragraph: '',
      sentence: '',
      words: '',
    };
  }
  const { start, end, quote, prefix, suffix } = target;
  return {
    start,
    end,
    start_codepoint: places?.codePoint(start) ?? '',
    end_codepoint: places?.codePoint(end) ?? '',
    quote,
    prefix,
    suffix,
    level: 'passage',
    block_kind: places?.blockKind(target) ?? '',
    paragraph: places?.paragraph(target) ?? '',
    sentence: places?.sentence(target) ?? '',
    words: places?.words(target) ?? '',
  };
}

function annotationCells(index: SnapshotIndex, annotation: Annotation) {
  const speakers = annotation.speaker_ids ?? [];
  return {
    annotation_id: annotation.id,
    document_id: annotation.document_id,
    coder: index.coderById.get(annotation.coder_id)?.name ?? '',
    memo: memoText(index, annotation.id),
    created_at: annotation.created_at,
    modified_at: annotation.modified_at,
    text_sha256: annotation.text_sha256,
    coder_id: annotation.coder_id,
    round: annotation.round,
    speaker: speakers.map((id) => index.actorById.get(id)?.name ?? id).join(pathSeparator),
    voice: annotation.voice ?? '',
    review: annotation.review ?? '',
    copy_group: '',
    copied_from: '',
    escaped: '',
  };
}

function codingCells(index: SnapshotIndex, annotation: Annotation, coding: Coding | undefined) {
  const code = coding === undefined ? undefined : index.codeById.get(coding.code_id);
  return {
    code_id: coding?.code_id ?? '',
    code: code?.name ?? '',
    code_path: code === undefined ? '' : (index.pathByCode.get(code.id) ?? ''),
    coding_id: coding?.id ?? '',
    code_key: code?.key ?? '',
    code_rev: coding?.code_rev ?? '',
    certainty: coding?.certainty ?? '',
    stance: coding?.stance ?? '',
    origin: coding?.origin ?? annotation.origin,
    coding_memo: coding === undefined ? '' : memoText(index, coding.id),
  };
}

function propertyCell(
  index: SnapshotIndex,
  property: Property,
  document: Document | undefined,
  annotation: Annotation,
  coding: Coding | undefined,
): Cell {
  const value = {
    document: document?.values[property.id]?.value,
    annotation: annotation.values?.[property.id],
    coding: coding?.values?.[property.id],
  }[property.on];
  const actor =
    property.type === 'actor' && typeof value === 'string' ? index.actorById.get(value) : undefined;
  return actor?.name ?? valueCell(value);
}

/**
 * The annotation export: a row per annotation and coding, one with an empty code where there is no coding, in the
 * order of documents, start, end and codebook. Columns are those of `annotationColumns`, then `attr.<key>` and
 * `prop.<key>`. Where a text is missing, what is computed from it is empty.
 */
export function annotationRows(index: SnapshotIndex, texts: ReadonlyMap<Sha256, string>): Table {
  const columns = annotationColumns.map(({ name }) => name);
  const places = documentPlaces(index.snapshot, texts);
  const rows: Cell[][] = [];
  for (const annotation of index.annotations) {
    const document = index.documentById.get(annotation.document_id);
    const shared = {
      ...documentCells(index, document),
      ...targetCells(annotation, places(annotation.document_id)),
      ...annotationCells(index, annotation),
    };
    const values = index.attributes.map(({ id }) => valueCell(document?.values[id]?.value));
    const codings = codingsInOrder(index, annotation);
    for (const coding of codings.length === 0 ? [undefined] : codings) {
      const cells: AnnotationCells = { ...shared, ...codingCells(index, annotation, coding) };
      const row: Cell[] = columns.map((name) => cells[name]);
      for (const value of values) row.push(value);
      for (const property of index.properties) {
        row.push(propertyCell(index, property, document, annotation, coding));
      }
      rows.push(row);
    }
  }
  const keyed = [
    ...index.attributes.map(({ key }) => `attr.${key}`),
    ...index.properties.map(({ key }) => `prop.${key}`),
  ];
  return { columns: [...columns, ...keyed], rows };
}
