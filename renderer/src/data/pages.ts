/** Where annotations lie: which page of their document holds each. Nothing outside the store knows of pages. */
import type { Written } from '@core/change/prepare';
import { type TallyRow, talliesOf } from '@core/change/tally-row';
import type { Annotation } from '@core/model/annotation';
import type { Id } from '@core/model/identity';
import Dexie from 'dexie';
import type { FramewrightDatabase, PageKey, PageRow } from './database';
import type { DocumentPages, PageIndex } from './page-index';
import type { PagePlan } from './page-plan';

export const pageSize = 256;
/** Pages read at once: more would keep the window from drawing for longer than a frame while they are unpacked. */
const pagesAtOnce = 8;

/** All pages of a document, some at a time. Call inside a transaction or out of one. */
export async function readDocumentPages(database: FramewrightDatabase, document_id: Id): Promise<PageRow[]> {
  const rows: PageRow[] = [];
  for (;;) {
    const last = rows.at(-1);
    const from = last === undefined ? Dexie.minKey : last.number;
    const some = await database.pages
      .where(':id')
      .between([document_id, from], [document_id, Dexie.maxKey], last === undefined)
      .limit(pagesAtOnce)
      .toArray();
    rows.push(...some);
    if (some.length < pagesAtOnce) return rows;
  }
}

/** Pages for a change of one document, and what all its pages add up to. */
export interface PagesRead {
  readonly rows: readonly PageRow[];
  /** Number of the document's last page, read or not; -1 where it has none. */
  readonly highest: number;
  readonly tally: TallyRow | null;
}

/**
 * The pages that hold the given annotations of a document, and room for those that are in none; undefined where the
 * document is not remembered.
 */
export function knownPagesFor(
  index: PageIndex,
  document_id: Id,
  ids: ReadonlySet<Id>,
): PagesRead | undefined {
  const known = index.find(document_id);
  if (known === undefined) return undefined;
  const rows = [...pagesWanted(known, ids)].map((number) => known.rows.get(number));
  return {
    rows: rows.filter((row) => row !== undefined),
    highest: Math.max(-1, ...known.rows.keys()),
    tally: known.tally,
  };
}

/** Documents that have pages, read by their keys alone. */
export async function documentsWithPages(database: FramewrightDatabase): Promise<ReadonlySet<Id>> {
  const keys = await database.pages.toCollection().primaryKeys();
  return new Set(keys.map(([document_id]) => document_id));
}

/** Reads a document's pages whole, and remembers them. `filled`: the documents that have any, where that is known. */
export async function readPagesFor(
  database: FramewrightDatabase,
  index: PageIndex,
  document_id: Id,
  filled: ReadonlySet<Id> | null,
): Promise<PagesRead> {
  const isEmpty = filled?.has(document_id) === false;
  const rows = isEmpty ? [] : await readDocumentPages(database, document_id);
  index.learn(document_id, rows);
  const highest = Math.max(-1, ...rows.map(({ number }) => number));
  return { rows, highest, tally: talliesOf(rows)[0] ?? null };
}

function pagesWanted(known: DocumentPages, ids: ReadonlySet<Id>): ReadonlySet<number> {
  const wanted = new Set<number>();
  let homeless = 0;
  for (const id of ids) {
    const number = known.of.get(id);
    if (number === undefined) homeless += 1;
    else wanted.add(number);
  }
  for (const [number, { annotations }] of known.rows) {
    if (homeless <= 0) break;
    if (annotations.length >= pageSize) continue;
    wanted.add(number);
    homeless -= pageSize - annotations.length;
  }
  return wanted;
}

/** Puts annotations into the pages that were read for them; new ones where there is room, else on a new page. */
export function planPages(read: ReadonlyMap<Id, PagesRead>, written: readonly Written[]): PagePlan {
  const plans = [...writesByDocument(written)].map(([document_id, writes]) =>
    planDocument(document_id, read.get(document_id) ?? { rows: [], highest: -1, tally: null }, writes),
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

/** Annotations read at a time by those who are in no hurry, and by those beside whom a key is to be answered. */
export const atATime = { usual: 4_000, beside: 1_000 } as const;
/** A page holds as many as were coded in its document: how many pages make a number of annotations shows in reading. */
const firstPages = 8;
/** The next ones may be fuller than these. */
const mostPages = 200;

/**
 * Goes through all pages of the project in the order of their keys, about `wanted` annotations at a time: never the
 * whole table at once. The engine reads the next ones while these are dealt with.
 */
export async function eachPage(
  database: FramewrightDatabase,
  visit: (rows: readonly PageRow[]) => void,
  wanted: number = atATime.usual,
): Promise<void> {
  const keys: readonly PageKey[] = await database.pages.orderBy(':id').primaryKeys();
  const read = async (from: number, count: number): Promise<readonly PageRow[]> => {
    const first = keys[from];
    const last = keys[Math.min(from + count, keys.length) - 1];
    if (first === undefined || last === undefined) return [];
    return database.pages
      .where(':id')
      .between([...first], [...last], true, true)
      .toArray();
  };
  let count = firstPages;
  let from = 0;
  let next = read(from, count);
  while (from < keys.length) {
    const rows = await next;
    from += count;
    count = pagesFor(wanted, rows);
    next = read(from, count);
    // Waited for in the next turn, or not at all where `visit` throws.
    next.catch(() => undefined);
    visit(rows);
  }
}

/** How many pages hold about that many annotations, as these do. */
function pagesFor(wanted: number, rows: readonly PageRow[]): number {
  const held = rows.reduce((sum, { annotations }) => sum + annotations.length, 0);
  const wantedPages = Math.round((wanted * rows.length) / Math.max(1, held));
  return Math.min(Math.max(1, wantedPages), mostPages);
}
