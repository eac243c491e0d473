import type { FramewrightDatabase, StoreHead } from './database';
import { createDocumentIds, type DocumentIds } from './document-ids';
import { createPageIndex, type PageIndex } from './page-index';

/** The open store, what is remembered of it, and what it was last known to hold. Only the committer writes through it. */
export interface WorkingStore {
  readonly database: FramewrightDatabase;
  readonly pages: PageIndex;
  readonly documentIds: DocumentIds;
  head: StoreHead;
}

export function createWorkingStore(database: FramewrightDatabase, head: StoreHead): WorkingStore {
  return { database, head, pages: createPageIndex(), documentIds: createDocumentIds(database) };
}
