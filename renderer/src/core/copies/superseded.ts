import type { Document } from '../model/document';
import type { Id } from '../model/identity';

/**
 * Which documents a later version took the place of. What a text shares with its own earlier version is no reprint:
 * it was published once.
 */
export interface Superseded {
  /** Answers which document is out of date from now on, if one is that was not. */
  came(document: Pick<Document, 'id' | 'version_of'>): Id | undefined;
  /** Answers which document is up to date again, if one is. */
  went(document_id: Id): Id | undefined;
  has(document_id: Id): boolean;
}

export function createSuperseded(): Superseded {
  const earlierOf = new Map<Id, Id>();
  const laterOf = new Map<Id, Set<Id>>();
  const went = (id: Id): Id | undefined => {
    const earlier = earlierOf.get(id);
    if (earlier === undefined) return undefined;
    earlierOf.delete(id);
    const later = laterOf.get(earlier);
    later?.delete(id);
    if (later === undefined || later.size > 0) return undefined;
    laterOf.delete(earlier);
    return earlier;
  };
  return {
    came: ({ id, version_of }) => {
      if (earlierOf.get(id) === version_of) return undefined;
      went(id);
      if (version_of === undefined || version_of === id) return undefined;
      earlierOf.set(id, version_of);
      const later = laterOf.get(version_of);
      laterOf.set(version_of, (later ?? new Set()).add(id));
      return later === undefined ? version_of : undefined;
    },
    went,
    has: (id) => laterOf.has(id),
  };
}
