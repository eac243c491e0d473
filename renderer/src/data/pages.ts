/** Where annotations lie: which page of their document holds each. Nothing outside the store knows of pages. */
import type { Written } from '@core/change/prepare';
import type { Annotation } from '@core/model/annotation';
import type { Id } from '@core/model/identity';
import Dexie from 'dexie';
import type { FramewrightDatabase, PageKey, PageRow } from './database';

export const pageSize = 256;
/** Documents whose pages are remembered; the least recently used is forgotten first. */
const rememberedDocuments = 64;

interface DocumentPages {
  readonly of: Map<Id, number>;
  readonly sizes: Map<number, number>;
}

/** Remembers for documents in use the page of each annotation, so that one coding reads and writes one page. */
export interface PageIndex {
  find(document_id: Id): DocumentPages | undefined;
  learn(document_id: Id, rows: readonly PageRow[]): void;
  /** Follows what was written; documents that are not remembered stay so. */
  follow(plan: PagePlan): void;
  forget(): void;
  /** Rises with all that happens to the index: what was read under an older one may be stale. */
  generation(): number;
}

export function createPageIndex(): PageIndex {
  const documents = new Map<Id, DocumentPages>();
  let generation = 0;
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
      const sizes = new Map<number, number>();
      for (const { number, annotations } of rows) {
        sizes.set(number, annotations.length);
        for (const { id } of annotations) of.set(id, number);
      }
      documents.delete(document_id);
      documents.set(document_id, { of, sizes });
      const [oldest] = documents.keys();
      if (documents.size > rememberedDocuments && oldest !== undefined) documents.delete(oldest);
    },
    follow: (plan) => {
      generation += 1;
      for (const { document_id, id, number } of plan.moves) {
        const of = documents.get(document_id)?.of;
        if (number === null) of?.delete(id);
        else of?.set(id, number);
      }
      for (const row of plan.puts) documents.get(row.document_id)?.sizes.set(row.number, row.annotations.length);
      for (const [document_id, number] of plan.deletes) documents.get(document_id)?.sizes.delete(number);
    },
    forget: () => {
      generation += 1;
      documents.clear();
    },
    generation: () => generation,
  };
}

/** All pages of a document. Call inside a transaction or out of one. */
export async function readDocumentPages(database: FramewrightDatabase, document_id: Id): Promise<PageRow[]> {
  return database.pages
    .where(':id')
    .between([document_id, Dexie.minKey], [document_id, Dexie.maxKey])
    .toArray();
}

/**
 * Reads the pages that hold the given annotations of a document, and room for those that are in none. A document
 * not yet remembered is read whole, once.
 */
export async function readPagesFor(
  database: FramewrightDatabase,
  index: PageIndex,
  document_id: Id,
  ids: ReadonlySet<Id>,
): Promise<PageRow[]> {
  const known = index.find(document_id);
  if (known === undefined) {
    const rows = await readDocumentPages(database, document_id);
    index.learn(document_id, rows);
    return rows;
  }
  const numbers = new Set<number>();
  let homeless = 0;
  for (const id of ids) {
    const number = known.of.get(id);
    if (number === undefined) homeless += 1;
    else numbers.add(number);
  }
  for (const [number, size] of known.sizes) {
    if (homeless <= 0) break;
    if (size >= pageSize) continue;
    numbers.add(number);
    homeless -= pageSize - size;
  }
  const keys = [...numbers].map((number): PageKey => [document_id, number]);
  return (await database.pages.bulkGet(keys)).filter((row) => row !== undefined);
}

/** What is to be written of the pages, and where annotations come to lie. */
export interface PagePlan {
  readonly puts: readonly PageRow[];
  readonly deletes: readonly PageKey[];
  readonly moves: readonly { readonly document_id: Id; readonly id: Id; readonly number: number | null }[];
}

/** Puts annotations into the pages that were read for them; new ones where there is room, else on a new page. */
export function planPages(
  index: PageIndex,
  rows: ReadonlyMap<Id, readonly PageRow[]>,
  written: readonly Written[],
): PagePlan {
  const byDocument = new Map<Id, { id: Id; record: Annotation | null }[]>();
  for (const write of written) {
    if (write.table !== 'annotation') continue;
    const list = byDocument.get(write.document_id) ?? [];
    byDocument.set(write.document_id, list);
    list.push(write);
  }
  const puts: PageRow[] = [];
  const deletes: PageKey[] = [];
  const moves: { document_id: Id; id: Id; number: number | null }[] = [];
  for (const [document_id, writes] of byDocument) {
    const pages = new Map((rows.get(document_id) ?? []).map((row) => [row.number, contentOf(row)]));
    const known = index.find(document_id);
    let highest = Math.max(-1, ...(known?.sizes.keys() ?? []), ...pages.keys());
    const touched = new Set<number>();
    for (const { id, record } of writes) {
      const home = [...pages].find(([, content]) => content.has(id))?.[0];
      if (record === null && home === undefined) continue;
      const room = home ?? [...pages].find(([, content]) => content.size < pageSize)?.[0] ?? (highest += 1);
      const content = pages.get(room) ?? new Map<Id, Annotation>();
      pages.set(room, content);
      if (record === null) content.delete(id);
      else content.set(id, record);
      touched.add(room);
      moves.push({ document_id, id, number: record === null ? null : room });
    }
    for (const number of touched) {
      const annotations = [...(pages.get(number)?.values() ?? [])];
      if (annotations.length > 0) puts.push({ document_id, number, annotations });
      // A page that did not exist before needs no deleting either, but doing so costs nothing.
      else deletes.push([document_id, number]);
    }
  }
  return { puts, deletes, moves };
}

function contentOf(row: PageRow): Map<Id, Annotation> {
  return new Map(row.annotations.map((annotation) => [annotation.id, annotation]));
}

/** Goes through all pages of the project, some at a time: never the whole table at once. */
export async function eachPage(
  database: FramewrightDatabase,
  visit: (rows: readonly PageRow[]) => void,
  atATime = 400,
): Promise<void> {
  let after: PageKey | null = null;
  for (;;) {
    const start: Dexie.Collection<PageRow, PageKey> =
      after === null ? database.pages.orderBy(':id') : database.pages.where(':id').above(after);
    const rows: PageRow[] = await start.limit(atATime).toArray();
    if (rows.length > 0) visit(rows);
    const last = rows.at(-1);
    if (last === undefined || rows.length < atATime) return;
    after = [last.document_id, last.number];
  }
}
