import type { Document } from '../model/document';
import type { Id } from '../model/identity';

type Known = Pick<Document, 'id' | 'version_of'>;

/** The versions before a document, the nearest first; a circle, as a foreign file may hold one, ends it. */
export function earlierVersions<D extends Known>(id: Id, documents: readonly D[]): readonly D[] {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const earlier: D[] = [];
  const seen = new Set([id]);
  for (let next = byId.get(id)?.version_of; next !== undefined && !seen.has(next); ) {
    seen.add(next);
    const document = byId.get(next);
    if (document !== undefined) earlier.push(document);
    next = document?.version_of;
  }
  return earlier;
}

/** The last version that followed a document; undefined where it is the last itself. */
export function latestVersion<D extends Known>(id: Id, documents: readonly D[]): D | undefined {
  const seen = new Set([id]);
  let latest: D | undefined;
  for (let at = id; ; ) {
    const next = documents.findLast(({ id: other, version_of }) => version_of === at && !seen.has(other));
    if (next === undefined) return latest;
    seen.add(next.id);
    [latest, at] = [next, next.id];
  }
}
