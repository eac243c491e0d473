import type { Id } from '../../model/identity';

/** Kinds of record that are merged by themselves; `value`: of an attribute, in a document. */
export type MergedKind =
  | 'project'
  | 'coder'
  | 'attribute'
  | 'property'
  | 'actor'
  | 'code'
  | 'document'
  | 'value'
  | 'block'
  | 'annotation'
  | 'coding'
  | 'memo'
  | 'link'
  | 'pass';

export const markKey = (kind: MergedKind, id: Id): string => `${kind} ${id}`;
export const valueId = (document_id: Id, attribute_id: Id): Id => `${document_id}/${attribute_id}`;
/** A project has another id elsewhere, and is one project all the same. */
export const projectId: Id = '';
/** Stands for every field that has no mark of its own; the one mark of what is put and taken away as one. */
export const whole = '*';

/** Among the marks of a change of the project: a record that is not here was taken away elsewhere. */
export const goneElsewhere = 'gone/';

/** What never differs between two records of one id, or is looked at by itself. */
export const unmerged: { readonly [K in MergedKind]?: ReadonlySet<string> } = {
  // Its name is its own, revisions are counted by each for itself, searches of both are kept: a journal may tell of all.
  project: new Set([...['id', 'name', 'created_at', 'codebook_rev', 'scope_rev', 'searches', 'root_fields']]),
  coder: new Set(['id', 'created_at']),
  attribute: new Set(['id', 'key']),
  property: new Set(['id', 'key']),
  actor: new Set(['id']),
  // Revisions of the codebook are counted by each project for itself.
  code: new Set(['id', 'key', 'rev', 'added_in', 'revised_in']),
  document: new Set([
    ...['id', 'text_sha256', 'raw_sha256', 'encoding', 'encoding_guess', 'length', 'words', 'imported_at'],
    'values',
  ]),
  annotation: new Set([
    ...['id', 'document_id', 'text_sha256', 'coder_id', 'round', 'codings', 'created_at', 'modified_at'],
    ...['origin', 'origin_guid', 'copied_from'],
  ]),
  coding: new Set(['id', 'created_at', 'modified_at', 'origin', 'query']),
};
