/** Which pages of documents in use hold which annotations, so that a coding reads none. */
import { type TallyRow, talliesOf } from '@core/change/tally-row';
import type { Id } from '@core/model/identity';
import type { PageRow } from './database';
import type { PagePlan } from './page-plan';

/** What is remembered at most; the least recently used document is forgotten first, the last one never. */
const remembered = { documents: 64, annotations: 40_000 } as const;

/** A document's pages as they stand in the store. */
export interface DocumentPages {
  readonly of: Map<Id, number>;
  readonly rows: Map<number, PageRow>;
  tally: TallyRow | null;
}

/**
 * Remembers the pages of documents in use, so that a coding reads none and writes one. It follows every write; that
 * nobody else wrote is made sure of when the store is written.
 */
export interface PageIndex {
  find(document_id: Id): DocumentPages | undefined;
  learn(document_id: Id, rows: readonly PageRow[]): void;
  /** Follows what was written; documents that are not remembered stay so. */
  follow(plan: PagePlan, tallies: ReadonlyMap<Id, TallyRow | null>): void;
  forget(): void;
  /** Rises with all that happens to the index: what was read under an older one may be stale. */
  generation(): number;
}

export function createPageIndex(): PageIndex {
  const documents = new Map<Id, DocumentPages>();
  let generation = 0;
  const prune = (): void => {
    let annotations = 0;
    for (const { of } of documents.values()) annotations += of.size;
    for (const [oldest, { of }] of documents) {
      const fits = documents.size <= remembered.documents && annotations <= remembered.annotations;
      if (fits || documents.size === 1) return;
      documents.delete(oldest);
      annotations -= of.size;
    }
  };
  return {
    find: (document_id) => {
      const found = documents.get(document_id);
      if (found !== undefined) {
        documents.delete(document_id);
        documents.set(document_id, found);
      }
      return found;
    },
    learn: (document_id, rows) => {
      generation += 1;
      const of = new Map<Id, number>();
      for (const { number, annotations } of rows) for (const { id } of annotations) of.set(id, number);
      const byNumber = new Map(rows.map((row) => [row.number, row]));
      documents.delete(document_id);
      documents.set(document_id, { of, rows: byNumber, tally: talliesOf(rows)[0] ?? null });
      prune();
    },
    follow: (plan, tallies) => {
      generation += 1;
      for (const { document_id, id, number } of plan.moves) {
        const of = documents.get(document_id)?.of;
        if (number === null) of?.delete(id);
        else of?.set(id, number);
      }
      for (const row of plan.puts) documents.get(row.document_id)?.rows.set(row.number, row);
      for (const [document_id, number] of plan.deletes) documents.get(document_id)?.rows.delete(number);
      for (const [document_id, tally] of tallies) {
        const known = documents.get(document_id);
        if (known !== undefined) known.tally = tally;
      }
    },
    forget: () => {
      generation += 1;
      documents.clear();
    },
    generation: () => generation,
  };
}
