/** Which documents the store holds, so that an import need not ask it for each of the thousands that are new. */
import type { Written } from '@core/change/prepare';
import type { Id } from '@core/model/identity';
import type { FramewrightDatabase } from './database';

/**
 * Follows every write; that nobody else wrote is made sure of when the store is written. A structure is there where
 * its document is: the two come and go together.
 */
export interface DocumentIds {
  /** Reads them, where they are not known yet. */
  load(): Promise<void>;
  /** Those of some ids of documents, or of their structures, that the store may hold: all while nothing is known. */
  among(ids: ReadonlySet<Id>): Id[];
  follow(written: readonly Written[]): void;
  forget(): void;
}

export function createDocumentIds(database: FramewrightDatabase): DocumentIds {
  let known: Set<Id> | null = null;
  return {
    load: async () => {
      known ??= new Set(await database.plain.document.toCollection().primaryKeys());
    },
    among: (ids) => {
      const there = known;
      return there === null ? [...ids] : [...ids].filter((id) => there.has(id));
    },
    follow: (written) => {
      for (const { table, id, record } of written) {
        if (table !== 'document') continue;
        if (record === null) known?.delete(id);
        else known?.add(id);
      }
    },
    forget: () => {
      known = null;
    },
  };
}
