/** Reading for, and writing of, prepared changes: gather, compute (core), write in one strict transaction. */
import type { Applicable } from '@core/change/apply';
import type { Prepared, Written } from '@core/change/prepare';
import { createRecordSet, type RecordSet } from '@core/change/record-set';
import type { TableName, Write } from '@core/change/tables';
import { touches } from '@core/change/touches';
import type { Id } from '@core/model/identity';
import type { JournalHead } from '@preload/contract';
import type { Table } from 'dexie';
import type { FramewrightDatabase, PlainTable, StoreHead } from './database';
import { type PageIndex, type PagePlan, type PagesRead, planPages, readPagesFor } from './pages';

/** The open store, its memory of pages, and what it was last known to hold. Only the committer writes through it. */
export interface WorkingStore {
  readonly database: FramewrightDatabase;
  readonly pages: PageIndex;
  head: StoreHead;
}

/** The records that some changes touch, with the pages that hold the annotations among them. */
export interface Gathered {
  readonly records: RecordSet;
  readonly pages: ReadonlyMap<Id, PagesRead>;
}

export async function gather(store: WorkingStore, changes: readonly Applicable[]): Promise<Gathered> {
  const keys = changes.flatMap(touches);
  const records = createRecordSet();
  const byTable = new Map<PlainTable, Set<Id>>();
  const byDocument = new Map<Id, Set<Id>>();
  for (const key of keys) {
    if (key.table === 'annotation') idsIn(byDocument, key.document_id).add(key.id);
    else idsIn(byTable, key.table).add(key.id);
  }
  for (const [table, ids] of byTable) records.write(await readPlain(store.database, table, [...ids]));
  const pages = new Map<Id, PagesRead>();
  for (const [document_id, ids] of byDocument) {
    const read = await readPagesFor(store.database, store.pages, document_id, ids);
    pages.set(document_id, read);
    for (const { annotations } of read.rows) {
      for (const record of annotations) {
        if (ids.has(record.id)) records.write([{ table: 'annotation', id: record.id, document_id, record }]);
      }
    }
  }
  return { records, pages };
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
  const { database } = store;
  const plainTables = new Set(prepared.written.map(({ table }) => table).filter(isPlain));
  const tables: Table[] = [...plainTables].map((name) => database.plain[name]);
  await database.transaction('rw', [...tables, database.pages, database.meta], async () => {
    const stored = await database.meta.get('head');
    if (stored?.applied_seq !== store.head.applied_seq || stored.epoch !== store.head.epoch) {
      throw new Error('The store was written by somebody else');
    }
    for (const name of plainTables) await writePlain(database, name, prepared.written);
    if (plan.puts.length > 0) await database.pages.bulkPut([...plan.puts]);
    if (plan.deletes.length > 0) await database.pages.bulkDelete([...plan.deletes]);
    await database.meta.put(head);
  });
  store.head = head;
  store.pages.follow(plan);
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
  return { ...store.head, applied_seq: journal.seq, chain: journal.chain, last_change, counts };
}

function isPlain(table: TableName): table is PlainTable {
  return table !== 'annotation';
}

async function readPlain(database: FramewrightDatabase, table: PlainTable, ids: Id[]): Promise<Write[]> {
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
  if (puts.length > 0) await table.bulkPut(puts);
  if (deletes.length > 0) await table.bulkDelete(deletes);
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
