import type { Id } from '../../model/identity';
import { derivedId } from '../derived-id';
import { canonicalId } from '../import-stage';

/** Kinds of thing that have a guid of their own in a REFI file. */
export type GuidKind =
  | 'coder'
  | 'code'
  | 'set'
  | 'attribute'
  | 'document'
  | 'annotation'
  | 'coding'
  | 'memo'
  | 'link';

/** The guid of a record: always the same for the same record, and no two records of a file share one. */
export type GuidOf = (kind: GuidKind, id: Id) => string;

/**
 * Our ids are guids already; only one that is no UUID, or stands in the file for something else, is made anew. Of the
 * others only what they stand for is kept: a file may have half a million.
 */
export function refiGuids(): GuidOf {
  const ids = new Map<Id, GuidKind>();
  const made = new Map<GuidKind, Map<Id, string>>();
  const taken = new Set<string>();
  return (kind, id) => {
    if (ids.get(id) === kind) return id;
    const ofKind = made.get(kind) ?? new Map<Id, string>();
    made.set(kind, ofKind);
    const found = ofKind.get(id);
    if (found !== undefined) return found;
    const own = canonicalId(id);
    const isFree = (guid: string): boolean => !taken.has(guid) && !ids.has(guid);
    if (own === id && isFree(id)) {
      ids.set(id, kind);
      return id;
    }
    let guid = own ?? derivedId(kind, id);
    for (let n = 1; !isFree(guid); n++) guid = derivedId(kind, id, String(n));
    taken.add(guid);
    ofKind.set(id, guid);
    return guid;
  };
}
