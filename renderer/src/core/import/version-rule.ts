import type { Document } from '../model/document';
import type { Id } from '../model/identity';

type Known = Pick<Document, 'id' | 'path' | 'title' | 'title_found' | 'raw_sha256' | 'order' | 'version_of'>;

/**
 * Answers which document of a project a file of one text is a later version of: the same path and the same title, but
 * other bytes; of several versions the last. A title that a person gave counts for nothing here. Another title makes it
 * another text: whether it is one, nobody can tell from its path alone.
 */
export function versionRule(
  known: readonly Known[],
): (file: { readonly path: string; readonly title: string; readonly raw_sha256: string }) => Id | undefined {
  const byPath = new Map<string, Known[]>();
  for (const document of known) {
    const same = byPath.get(document.path) ?? [];
    byPath.set(document.path, same);
    same.push(document);
  }
  return ({ path, title, raw_sha256 }) => {
    const versions = (byPath.get(path) ?? []).filter((each) => (each.title_found ?? each.title) === title);
    // A file of several documents has them all under one path.
    const firsts = versions.filter(({ version_of }) => version_of === undefined);
    if (firsts.length !== 1 || versions.some((each) => each.raw_sha256 === raw_sha256)) return undefined;
    return versions.toSorted((one, other) => other.order - one.order)[0]?.id;
  };
}
