import type { Actor } from './actor';
import type { Annotation, Coding, Target } from './annotation';
import type { Attribute, AttributeValue } from './attribute';
import type { Block } from './block';
import type { Code } from './code';
import type { Coder } from './coder';
import type { Document, DocumentText, Structure } from './document';
import type { Id, Origin, Time } from './identity';
import type { Link } from './link';
import type { Memo } from './memo';
import type { Pass } from './pass';
import type { Project } from './project';
import type { Property } from './property';

/**
 * Some fields of a record. Fields, not records, are changed, so that two edits of different fields both survive a
 * merge. `null` takes an optional field away.
 */
export type Fields<T> = { readonly [K in keyof T]?: T[K] | null };

export type AnnotationFields = Fields<Pick<Annotation, 'speaker_ids' | 'voice' | 'values' | 'review'>>;
export type CodingFields = Fields<Pick<Coding, 'code_id' | 'code_rev' | 'certainty' | 'stance' | 'values'>>;
export type DocumentFields = Fields<
  Pick<Document, 'title' | 'title_found' | 'order' | 'path' | 'language' | 'version_of'>
>;
export type CodeFields = Fields<Omit<Code, 'id'>>;
export type ProjectFields = Fields<Omit<Project, 'id' | 'created_at'>>;

interface Added<T> {
  readonly data: T;
  readonly before?: null;
}
interface Removed<T> {
  /** Which one. */
  readonly data: { readonly id: Id; readonly document_id?: Id };
  /** All that was removed, so that the inverse needs no state. */
  readonly before: T;
}
interface FieldsSet<F> {
  readonly data: { readonly id: Id; readonly fields: F };
  readonly before: { readonly fields: F };
}
/** For records that are put and taken away as one: absent is null. */
interface Put<T, W> {
  readonly data: W & { readonly value: T | null };
  readonly before: T | null;
}
interface OfDocument {
  readonly document_id: Id;
}
interface OfAnnotation extends OfDocument {
  readonly annotation_id: Id;
}
/**
 * When the annotation was last modified. In `data` it stands for the change's own time, so that an undo can put the
 * old time back; in `before` it is the old time, which the committer fills in.
 */
interface Dated {
  readonly modified_at?: Time;
}
/** The same for the coding, which may be older than its annotation's last change. */
interface CodingDated extends Dated {
  readonly coding_modified_at?: Time;
}

/** What a change of each kind carries. Kinds are small and additive. */
export interface ChangeBodies {
  'project.added': Added<{ readonly project: Project }>;
  'project.set': FieldsSet<ProjectFields>;
  'coder.added': Added<{ readonly coder: Coder }>;
  'coder.set': FieldsSet<Fields<Omit<Coder, 'id'>>>;
  'document.added': Added<{ readonly document: Document; readonly structure: Structure }>;
  'document.set': FieldsSet<DocumentFields>;
  /** Another reading of the same source takes the place of the text. Only while nothing in it is coded. */
  'document.text-set': {
    readonly data: { readonly id: Id; readonly text: DocumentText };
    readonly before: { readonly text: DocumentText };
  };
  'document.removed': Removed<{ readonly document: Document; readonly structure: Structure }>;
  'block.set': Put<Block, OfDocument & { readonly block_id: Id }>;
  'attribute.added': Added<{ readonly attribute: Attribute }>;
  'attribute.set': FieldsSet<Fields<Omit<Attribute, 'id'>>>;
  'attribute.removed': Removed<{ readonly attribute: Attribute }>;
  'attribute.value-set': Put<AttributeValue, OfDocument & { readonly attribute_id: Id }>;
  'property.added': Added<{ readonly property: Property }>;
  'property.set': FieldsSet<Fields<Omit<Property, 'id'>>>;
  'property.removed': Removed<{ readonly property: Property }>;
  'actor.added': Added<{ readonly actor: Actor }>;
  'actor.set': FieldsSet<Fields<Omit<Actor, 'id'>>>;
  'actor.removed': Removed<{ readonly actor: Actor }>;
  'code.added': Added<{ readonly code: Code }>;
  'code.set': FieldsSet<CodeFields>;
  'code.removed': Removed<{ readonly code: Code }>;
  'annotation.added': Added<{ readonly annotation: Annotation }>;
  'annotation.removed': Removed<{ readonly annotation: Annotation }>;
  'annotation.target-set': {
    readonly data: OfAnnotation & Dated & { readonly target: Target };
    readonly before: Dated & { readonly target: Target };
  };
  'annotation.set': {
    readonly data: OfAnnotation & Dated & { readonly fields: AnnotationFields };
    readonly before: Dated & { readonly fields: AnnotationFields };
  };
  'coding.added': {
    /** `index`: its place among the annotation's codings; at the end when absent. */
    readonly data: OfAnnotation & Dated & { readonly coding: Coding; readonly index?: number };
    readonly before?: Dated | null;
  };
  'coding.set': {
    readonly data: OfAnnotation & CodingDated & { readonly coding_id: Id; readonly fields: CodingFields };
    readonly before: CodingDated & { readonly fields: CodingFields };
  };
  'coding.removed': {
    readonly data: OfAnnotation & Dated & { readonly coding_id: Id };
    /** `index`: its place among the annotation's codings. */
    readonly before: Dated & { readonly coding: Coding; readonly index: number };
  };
  'memo.set': Put<Memo, { readonly id: Id }>;
  'link.added': Added<{ readonly link: Link }>;
  'link.removed': Removed<{ readonly link: Link }>;
  'pass.set': Put<Pass, { readonly id: Id }>;
}

export type ChangeKind = keyof ChangeBodies;

/** What a command makes; the journal's envelope is put round it when it is committed. */
export type ChangeDraft = {
  [K in ChangeKind]: { readonly kind: K } & ChangeBodies[K] & {
      readonly origin?: Origin;
      /** On an undo or redo: the id of the change it takes back. */
      readonly undoes?: Id;
      readonly marks?: ChangeMarks;
    };
}[ChangeKind];

/**
 * Of a change that an import made: when its fields were set where they come from, by field ("*" for all others), as
 * time, rank and id of the change there (see `core/exchange/merge`). Merging goes by these, whatever came when.
 */
export type ChangeMarks = Readonly<Record<string, readonly [at: Time, rank: number, change: Id]>>;

export interface Envelope {
  /** Major version of the format of the line. */
  readonly v: 1;
  readonly id: Id;
  /** Position in the project's journal, from 1. Given by main when it appends. */
  readonly seq: number;
  readonly project_id: Id;
  readonly at: Time;
  /** IANA name of the time zone the coder worked in. */
  readonly tz: string;
  readonly coder_id: Id;
  readonly device_id: Id;
  readonly origin: Origin;
  /** Changes with one batch_id are one step for undo. */
  readonly batch_id?: Id;
  readonly undoes?: Id;
  readonly marks?: ChangeMarks;
  /** Name and version of the program that wrote it. */
  readonly app: string;
}

export type Change = { [K in ChangeKind]: Envelope & { readonly kind: K } & ChangeBodies[K] }[ChangeKind];
