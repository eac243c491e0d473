import type { CopyGroup } from '../copies/copy-groups';
import { copyGroupOf } from '../copies/copy-runs';
import type { Structure } from '../model/document';
import type { Id } from '../model/identity';
import type { Span } from '../model/span';

/** The groups of a document's sentences, by the place of the sentence from 0. */
export type CopyGroupsOf = (document_id: Id) => ReadonlyMap<number, CopyGroup>;

/** The cell `copy_group` of any stretch of a document. */
export type CopyGroupCell = (document_id: Id, span: Span) => string;

export function copyGroupCells(
  structures: readonly Structure[],
  groupsOf: CopyGroupsOf | undefined,
): CopyGroupCell {
  if (groupsOf === undefined) return () => '';
  const sentences = new Map(structures.map((structure) => [structure.document_id, structure.sentences]));
  return (document_id, span) => copyGroupOf(groupsOf(document_id), sentences.get(document_id) ?? [], span);
}
