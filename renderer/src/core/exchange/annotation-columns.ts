import { pathSeparator } from '../codebook/code-tree';
import type { Annotation, Coding, PassageTarget } from '../model/annotation';
import type { Code } from '../model/code';
import type { Document } from '../model/document';
import type { Cell } from './csv';
import type { DocumentPlaces } from './document-places';
import { memoText, type SnapshotIndex } from './snapshot-index';

/** What a column of a table holds, as Frictionless table schemas name it. */
export type FieldType = 'string' | 'integer' | 'number' | 'boolean' | 'datetime' | 'any';

export interface Column {
  readonly name: string;
  readonly type: FieldType;
  readonly description?: string;
}

/** What the cells of one row are taken from. */
export interface AnnotationRow {
  readonly index: SnapshotIndex;
  readonly annotation: Annotation;
  /** Absent for a whole document. */
  readonly passage: PassageTarget | undefined;
  readonly document: Document | undefined;
  /** Absent where text or structure is missing. */
  readonly places: DocumentPlaces | undefined;
  /** Absent for a passage without a coding. */
  readonly coding: Coding | undefined;
  readonly code: Code | undefined;
}

export interface AnnotationColumn extends Column {
  /** Undefined is an empty cell. */
  readonly cell: (row: AnnotationRow) => Cell | undefined;
}

function text(name: string, cell: AnnotationColumn['cell'], description?: string): AnnotationColumn {
  return { name, type: 'string', cell, ...(description === undefined ? {} : { description }) };
}

function integer(name: string, cell: AnnotationColumn['cell'], description: string): AnnotationColumn {
  return { name, type: 'integer', cell, description };
}

function time(name: string, cell: AnnotationColumn['cell'], description: string): AnnotationColumn {
  return { name, type: 'datetime', cell, description };
}

function speakers({ annotation, index }: AnnotationRow): string | undefined {
  return annotation.speaker_ids?.map((id) => index.actorById.get(id)?.name ?? id).join(pathSeparator);
}

/** The writer fills it. */
const none = (): undefined => undefined;

/**
 * The columns of annotations.csv, in order; those of attributes and properties come after them. Names and order
 * are an API: scripts rely on them.
 */
export const annotationColumns: readonly AnnotationColumn[] = [
  text('annotation_id', ({ annotation }) => annotation.id),
  text('document_id', ({ annotation }) => annotation.document_id),
  text('document', ({ document }) => document?.title, 'Title of the document'),
  text('path', ({ document }) => document?.path, 'Relative to the imported folder'),
  text('coder', ({ annotation, index }) => index.coderById.get(annotation.coder_id)?.name, 'Name'),
  text('code_id', ({ coding }) => coding?.code_id, 'Empty for a passage without a coding'),
  text('code', ({ code }) => code?.name, 'Name of the code'),
  text(
    'code_path',
    ({ code, index }) => (code === undefined ? undefined : index.pathByCode.get(code.id)),
    'Names from the top of the codebook, joined by " > "',
  ),
  integer('start', ({ passage }) => passage?.start, 'UTF-16 units of the frozen text'),
  integer('end', ({ passage }) => passage?.end, 'UTF-16 units of the frozen text, exclusive'),
  integer(
    'start_codepoint',
    ({ passage, places }) => passage && places?.codePoint(passage.start),
    'Unicode code points: text[start_codepoint:end_codepoint] in Python',
  ),
  integer(
    'end_codepoint',
    ({ passage, places }) => passage && places?.codePoint(passage.end),
    'Unicode code points, exclusive',
  ),
  text('quote', ({ passage }) => passage?.quote, 'The passage itself'),
  text('prefix', ({ passage }) => passage?.prefix, 'Up to 32 UTF-16 units before the passage'),
  text('suffix', ({ passage }) => passage?.suffix, 'Up to 32 UTF-16 units after the passage'),
  text('memo', ({ index, annotation }) => memoText(index, annotation.id), 'Of the annotation, plain text'),
  time('created_at', ({ annotation }) => annotation.created_at, 'Of the annotation'),
  time('modified_at', ({ annotation }) => annotation.modified_at, 'Of the annotation'),
  text('text_sha256', ({ annotation }) => annotation.text_sha256, 'Of the UTF-8 of the frozen text'),
  text('coding_id', ({ coding }) => coding?.id),
  text('level', ({ annotation }) => annotation.target.kind, 'passage or document'),
  text('coder_id', ({ annotation }) => annotation.coder_id),
  integer('round', ({ annotation }) => annotation.round, '1 for the first reading by this coder'),
  text('code_key', ({ code }) => code?.key, 'Survives renaming of the code'),
  integer('code_rev', ({ coding }) => coding?.code_rev, 'Revision of the code when it was applied'),
  text('certainty', ({ coding }) => coding?.certainty, 'unsure or empty'),
  text('stance', ({ coding }) => coding?.stance, 'affirms, denies, mentions or empty'),
  text('speaker', speakers, 'Speakers from outer to inner, joined by " > "'),
  text('voice', ({ annotation }) => annotation.voice, 'own, reported, direct, endorsed or empty'),
  text(
    'block_kind',
    ({ passage, places }) => passage && places?.blockKind(passage),
    'Kind of the first block the passage touches',
  ),
  integer(
    'paragraph',
    ({ passage, places }) => passage && places?.paragraph(passage),
    'Number, from 1, of the first paragraph the passage touches',
  ),
  integer(
    'sentence',
    ({ passage, places }) => passage && places?.sentence(passage),
    'Number, from 1, of the first frozen sentence the passage lies in or crosses',
  ),
  integer('words', ({ passage, places }) => passage && places?.words(passage.quote), 'Words of the passage'),
  text(
    'origin',
    ({ coding, annotation }) => coding?.origin ?? annotation.origin,
    'How the coding came to be; of the annotation where there is no coding',
  ),
  text('review', ({ annotation }) => annotation.review),
  text(
    'copy_group',
    ({ passage, annotation, index }) => passage && index.copyGroup(annotation.document_id, passage),
    'Groups of reprinted sentences that the passage lies in, joined by ";"',
  ),
  text('copied_from', ({ annotation }) => annotation.copied_from, 'Annotation that it was made a copy of'),
  text(
    'coding_memo',
    ({ index, coding }) => (coding === undefined ? undefined : memoText(index, coding.id)),
    'Of the coding, plain text',
  ),
  text('project', ({ index }) => index.snapshot.project.name, 'Name of the project'),
  integer('document_order', ({ document }) => document?.order, 'Position in the corpus'),
  text('escaped', none, 'Columns of this row that got a leading apostrophe, parted by spaces'),
];
