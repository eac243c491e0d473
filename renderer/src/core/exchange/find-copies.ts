import type { CopyGroup } from '../copies/copy-groups';
import { createCopyIndex } from '../copies/copy-index';
import { latestVersions } from '../import/changed-texts';
import type { Id, Sha256 } from '../model/identity';
import type { CopyGroupsOf } from './copy-groups-of';
import type { ProjectSnapshot } from './project-snapshot';

/** The groups of reprinted sentences of a project; a document without its text has none, nor one with a later version. */
export function findCopies(
  { documents, structures }: Pick<ProjectSnapshot, 'documents' | 'structures'>,
  texts: ReadonlyMap<Sha256, string>,
): readonly CopyGroup[] {
  const hashes = new Map(latestVersions(documents).map(({ id, text_sha256 }) => [id, text_sha256]));
  const index = createCopyIndex();
  for (const structure of structures) {
    const id = structure.document_id;
    const text = texts.get(hashes.get(id) ?? '');
    if (text !== undefined) index.put({ id, text, structure });
  }
  return index.groups();
}

const none: ReadonlyMap<number, CopyGroup> = new Map();

/** The groups by document and place of the sentence. */
export function groupsByDocument(groups: readonly CopyGroup[]): CopyGroupsOf {
  const byDocument = new Map<Id, Map<number, CopyGroup>>();
  for (const group of groups) {
    for (const { document_id, sentence } of group.members) {
      const own = byDocument.get(document_id) ?? new Map<number, CopyGroup>();
      byDocument.set(document_id, own.set(sentence, group));
    }
  }
  return (document_id) => byDocument.get(document_id) ?? none;
}
