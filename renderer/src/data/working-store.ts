/** Reading for, and writing of, prepared changes: gather, compute (core), write in one strict transaction. */
import type { Applicable } from '@core/change/apply';
import type { Prepared, Written } from '@core/change/prepare';
import { createRecordSet, type RecordSet } from '@core/change/record-set';
import type { TableName, Write } from '@core/change/tables';
import { type TallyRow, tallyRowsAfter } from '@core/change/tally-row';
import { touches } from '@core/change/touches';
import type { Id } from '@core/model/identity';
import type { JournalHead } from '@preload/contract';
import type { Table } from 'dexie';
import type { FramewrightDatabase, PlainTable, StoreHead } from './database';
import { createDocumentIds, type DocumentIds } from './document-ids';
import {
  createPageIndex,
  knownPagesFor,
  type PageIndex,
  type PagePlan,
  type PagesRead,
  planPages,
  readPagesFor,
} from './pages';

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

/** From so many documents in one commit on it is worth reading which there are, for it and those that follow. */
const worthKnowing = 20;

/** The records that some changes touch, with the pages that hold the annotations among them. */
export interface Gathered {
  readonly records: RecordSet;
  readonly pages: ReadonlyMap<Id, PagesRead>;
}

/** What some changes touch: ids by table, and ids of annotations by document. */
interface Wanted {
  readonly byTable: ReadonlyMap<PlainTable, ReadonlySet<Id>>;
  readonly byDocument: ReadonlyMap<Id, ReadonlySet<Id>>;
}

/** The same as `gather`, at once, where all that the changes touch is remembered; null where it is not. */
export function gatherKnown(store: WorkingStore, changes: readonly Applicable[]): Gathered | null {
  const { byTable, byDocument } = wantedBy(changes);
  if (byTable.size > 0) return null;
  const pages = new Map<Id, PagesRead>();
  for (const [document_id, ids] of byDocument) {
    const known = knownPagesFor(store.pages, document_id, ids);
    if (known === undefined) return null;
    pages.set(document_id, known);
  }
  const records = createRecordSet();
  takeAnnotations(records, pages, byDocument);
  return { records, pages };
}

/** Reads in one transaction: thousands of documents cost no more turns than one. */
export async function gather(store: WorkingStore, changes: readonly Applicable[]): Promise<Gathered> {
  const { database, documentIds } = store;
  const { byTable, byDocument } = wantedBy(changes);
  if ((byTable.get('document')?.size ?? 0) >= worthKnowing) await documentIds.load();
  const idsToRead = (table: PlainTable, ids: ReadonlySet<Id>): Id[] =>
    table === 'document' || table === 'structure' ? documentIds.among(ids) : [...ids];
  const tables: Table[] = [...byTable.keys()].map((name) => database.plain[name]);
  const [plain, pages] = await database.transaction('r', [...tables, database.pages], () =>
    Promise.all([
      Promise.all([...byTable].map(([table, ids]) => readPlain(database, table, idsToRead(table, ids)))),
      Promise.all(
        [...byDocument].map(async ([document_id, ids]) => {
          const known = knownPagesFor(store.pages, document_id, ids);
          return [document_id, known ?? (await readPagesFor(database, store.pages, document_id))] as const;
        }),
      ),
    ]),
  );
  const records = createRecordSet();
  for (const writes of plain) records.write(writes);
  takeAnnotations(records, pages, byDocument);
  return { records, pages: new Map(pages) };
}

function wantedBy(changes: readonly Applicable[]): Wanted {
  const byTable = new Map<PlainTable, Set<Id>>();
  const byDocument = new Map<Id, Set<Id>>();
  for (const key of changes.flatMap(touches)) {
    if (key.table === 'annotation') idsIn(byDocument, key.document_id).add(key.id);
    else idsIn(byTable, key.table).add(key.id);
  }
  return { byTable, byDocument };
}

function takeAnnotations(
  records: RecordSet,
  pages: Iterable<readonly [Id, PagesRead]>,
  byDocument: Wanted['byDocument'],
): void {
  for (const [document_id, { rows }] of pages) {
    const ids = byDocument.get(document_id);
    const own = rows.flatMap(({ annotations }) => annotations.filter(({ id }) => ids?.has(id) === true));
    records.write(own.map((record) => ({ table: 'annotation', id: record.id, document_id, record })));
  }
}

/** Which pages of which documents were written. */
export type TouchedPages = ReadonlyMap<Id, ReadonlySet<number>>;

/**
 * Writes what changes did in one transaction, together with the store's own account of itself. Rejects, having
 * written nothing, when the store is not at the change it is thought to be at.
 */
export async function write(
  store: WorkingStore,
  gathered: Gathered,
  prepared: Prepared,
  journal: JournalHead,
): Promise<TouchedPages> {
  const plan = planPages(gathered.pages, prepared.written);
  const head = nextHead(store, prepared, plan, journal);
  const before = new Map([...gathered.pages].map(([document_id, { tally }]) => [document_id, tally]));
  const tallies = tallyRowsAfter(before, prepared.written);
  const { database } = store;
  const plainTables = new Set(prepared.written.map(({ table }) => table).filter(isPlain));
  const tables: Table[] = [...plainTables].map((name) => database.plain[name]);
  const counting = tallies.size === 0 ? [] : [database.pages, database.tallies];
  await database.transaction('rw', [...tables, ...counting, database.meta], async () => {
    const [stored] = await Promise.all([
      database.meta.get('head'),
      ...[...plainTables].map((name) => writePlain(database, name, prepared.written)),
      putInTurns(database.pages, plan.puts, pagesInTurn),
      plan.deletes.length === 0 ? null : database.pages.bulkDelete([...plan.deletes]),
      writeTallies(database, tallies),
      database.meta.put(head),
    ]);
    // All was asked for at once, to wait for one turn only; what throws here takes all of it back.
    if (stored?.applied_seq !== store.head.applied_seq || stored.epoch !== store.head.epoch) {
      throw new Error('The store was written by somebody else');
    }
  });
  store.head = head;
  store.documentIds.follow(prepared.written);
  store.pages.follow(plan, tallies);
  const touched = new Map<Id, Set<number>>();
  for (const row of plan.puts) numbersIn(touched, row.document_id).add(row.number);
  for (const [document_id, number] of plan.deletes) numbersIn(touched, document_id).add(number);
  return touched;
}

function nextHead(store: WorkingStore, prepared: Prepared, plan: PagePlan, journal: JournalHead): StoreHead {
  const counts = { ...store.head.counts };
  for (const { table, before, record } of prepared.written) {
    counts[table] += Number(record !== null) - Number(before !== null);
  }
  counts.page += plan.made;
  const last_change = prepared.changes.at(-1)?.id ?? store.head.last_change;
  const applied_seq = journal.seq;
  return { ...store.head, applied_seq, tallied_seq: applied_seq, chain: journal.chain, last_change, counts };
}

function isPlain(table: TableName): table is PlainTable {
  return table !== 'annotation';
}

async function readPlain(database: FramewrightDatabase, table: PlainTable, ids: Id[]): Promise<Write[]> {
  if (ids.length === 0) return [];
  const rows: readonly unknown[] = await database.plain[table].bulkGet(ids);
  return ids.flatMap((id, position) => {
    const record = rows[position];
    // What a table answers is its records, under the ids that were asked for.
    return record === undefined ? [] : [{ table, id, document_id: null, record } as Write];
  });
}

async function writePlain(
  database: FramewrightDatabase,
  name: PlainTable,
  written: readonly Written[],
): Promise<void> {
  // The records of a table's writes are that table's; the union of all tables cannot see it.
  const table = database.plain[name] as unknown as Table<unknown, Id>;
  const own = written.filter((one) => one.table === name);
  const puts = own.map(({ record }) => record).filter((record) => record !== null);
  const deletes = own.filter(({ record }) => record === null).map(({ id }) => id);
  await Promise.all([
    putInTurns(table, puts, putsInTurn),
    deletes.length === 0 ? null : table.bulkDelete(deletes),
  ]);
}

/** Records handed to the store in one turn: it copies each whole, and the window draws between two turns. */
const putsInTurn = 25;
/** Of pages fewer: each holds up to 256 annotations. */
const pagesInTurn = 8;

async function putInTurns<T, Key>(
  table: Table<T, Key>,
  records: readonly T[],
  inTurn: number,
): Promise<void> {
  for (let at = 0; at < records.length; at += inTurn) {
    await table.bulkPut(records.slice(at, at + inTurn));
  }
}

async function writeTallies(
  database: FramewrightDatabase,
  tallies: ReadonlyMap<Id, TallyRow | null>,
): Promise<void> {
  const puts = [...tallies.values()].filter((row) => row !== null);
  const deletes = [...tallies].flatMap(([document_id, row]) => (row === null ? [document_id] : []));
  await Promise.all([
    putInTurns(database.tallies, puts, putsInTurn),
    deletes.length === 0 ? null : database.tallies.bulkDelete(deletes),
  ]);
}

function idsIn<K>(groups: Map<K, Set<Id>>, key: K): Set<Id> {
  const group = groups.get(key) ?? new Set<Id>();
  groups.set(key, group);
  return group;
}

function numbersIn(groups: Map<Id, Set<number>>, key: Id): Set<number> {
  const group = groups.get(key) ?? new Set<number>();
  groups.set(key, group);
  return group;
}
