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
      for (const row of plan.puts)
        documents.get(row.document_id)?.sizes.set(row.number, row.annotations.length);
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

/** Pages read for a change of one document. */
export interface PagesRead {
  readonly rows: readonly PageRow[];
  /** Number of the document's last page, read or not; -1 where it has none. */
  readonly highest: number;
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
): Promise<PagesRead> {
  const known = index.find(document_id);
  if (known !== undefined) {
    const highest = Math.max(-1, ...known.sizes.keys());
    const wanted = pagesWanted(known, ids);
    const rows = await database.pages.bulkGet([...wanted].map((number): PageKey => [document_id, number]));
    const there = rows.filter((row) => row !== undefined);
    const found = new Set(there.flatMap(({ annotations }) => annotations.map(({ id }) => id)));
    const asRemembered = [...ids].every((id) => known.of.has(id) === found.has(id));
    if (asRemembered && there.length === wanted.size) return { rows: there, highest };
  }
  const rows = await readDocumentPages(database, document_id);
  index.learn(document_id, rows);
  return { rows, highest: Math.max(-1, ...rows.map(({ number }) => number)) };
}

function pagesWanted(known: DocumentPages, ids: ReadonlySet<Id>): ReadonlySet<number> {
  const wanted = new Set<number>();
  let homeless = 0;
  for (const id of ids) {
    const number = known.of.get(id);
    if (number === undefined) homeless += 1;
    else wanted.add(number);
  }
  for (const [number, size] of known.sizes) {
    if (homeless <= 0) break;
    if (size >= pageSize) continue;
    wanted.add(number);
    homeless -= pageSize - size;
  }
  return wanted;
}

/** What is to be written of the pages, and where annotations come to lie. */
export interface PagePlan {
  readonly puts: readonly PageRow[];
  readonly deletes: readonly PageKey[];
  readonly moves: readonly { readonly document_id: Id; readonly id: Id; readonly number: number | null }[];
  /** Pages there are more than before; fewer when negative. */
  readonly made: number;
}

/** Puts annotations into the pages that were read for them; new ones where there is room, else on a new page. */
export function planPages(read: ReadonlyMap<Id, PagesRead>, written: readonly Written[]): PagePlan {
  const plans = [...writesByDocument(written)].map(([document_id, writes]) =>
    planDocument(document_id, read.get(document_id) ?? { rows: [], highest: -1 }, writes),
  );
  return {
    puts: plans.flatMap(({ puts }) => puts),
    deletes: plans.flatMap(({ deletes }) => deletes),
    moves: plans.flatMap(({ moves }) => moves),
    made: plans.reduce((sum, { made }) => sum + made, 0),
  };
}

type AnnotationWrite = Extract<Written, { table: 'annotation' }>;

function writesByDocument(written: readonly Written[]): ReadonlyMap<Id, AnnotationWrite[]> {
  const byDocument = new Map<Id, AnnotationWrite[]>();
  for (const write of written) {
    if (write.table !== 'annotation') continue;
    const list = byDocument.get(write.document_id) ?? [];
    byDocument.set(write.document_id, list);
    list.push(write);
  }
  return byDocument;
}

function planDocument(document_id: Id, read: PagesRead, writes: readonly AnnotationWrite[]): PagePlan {
  const pages = new Map(read.rows.map((row) => [row.number, contentOf(row)]));
  const touched = new Set<number>();
  const moves = writes.flatMap(({ id, record }) => {
    const home = [...pages].find(([, content]) => content.has(id))?.[0];
    if (record === null && home === undefined) return [];
    const withRoom = home ?? [...pages].find(([, content]) => content.size < pageSize)?.[0];
    const number = withRoom ?? Math.max(read.highest, ...pages.keys()) + 1;
    const content = pages.get(number) ?? new Map<Id, Annotation>();
    pages.set(number, content);
    touched.add(number);
    if (record === null) content.delete(id);
    else content.set(id, record);
    return [{ document_id, id, number: record === null ? null : number }];
  });
  const after = [...touched].map((number) => {
    const annotations = [...(pages.get(number)?.values() ?? [])];
    return { document_id, number, annotations };
  });
  const existed = new Set(read.rows.map(({ number }) => number));
  const puts = after.filter(({ annotations }) => annotations.length > 0);
  const emptied = after.filter(({ number, annotations }) => annotations.length === 0 && existed.has(number));
  return {
    puts,
    deletes: emptied.map(({ number }): PageKey => [document_id, number]),
    moves,
    made: puts.filter(({ number }) => !existed.has(number)).length - emptied.length,
  };
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
