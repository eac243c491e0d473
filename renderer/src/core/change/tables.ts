import type { Actor } from '../model/actor';
import type { Annotation } from '../model/annotation';
import type { Attribute } from '../model/attribute';
import type { Code } from '../model/code';
import type { Coder } from '../model/coder';
import type { Document, Structure } from '../model/document';
import type { Id } from '../model/identity';
import type { Link } from '../model/link';
import type { Memo } from '../model/memo';
import type { Pass } from '../model/pass';
import type { Project } from '../model/project';
import type { Property } from '../model/property';

/** Every kind of record a project holds, each under its id; a structure stands under its document's. */
export interface Tables {
  readonly project: Project;
  readonly coder: Coder;
  readonly document: Document;
  readonly structure: Structure;
  readonly attribute: Attribute;
  readonly property: Property;
  readonly actor: Actor;
  readonly code: Code;
  readonly annotation: Annotation;
  readonly memo: Memo;
  readonly link: Link;
  readonly pass: Pass;
}

export type TableName = keyof Tables;

export const tableNames = [
  'project',
  'coder',
  'document',
  'structure',
  'attribute',
  'property',
  'actor',
  'code',
  'annotation',
  'memo',
  'link',
  'pass',
] as const satisfies readonly TableName[];

/** Annotations are kept by document, so their key names it. */
export interface KeyOf<T extends TableName> {
  readonly table: T;
  readonly id: Id;
  readonly document_id: T extends 'annotation' ? Id : null;
}

export type RecordKey = { [T in TableName]: KeyOf<T> }[TableName];

/** A record as it is to be from now on; null takes it away. */
export type Write = { [T in TableName]: KeyOf<T> & { readonly record: Tables[T] | null } }[TableName];

/** Read access to the records that a change touches. */
export interface Records {
  get<T extends TableName>(table: T, id: Id): Tables[T] | undefined;
}
