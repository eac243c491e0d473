/** Writing of prepared changes: all of it in one strict transaction. */
import type { Prepared, Written } from '@core/change/prepare';
import type { TableName } from '@core/change/tables';
import { type TallyRow, tallyRowsAfter } from '@core/change/tally-row';
import type { Id } from '@core/model/identity';
import type { JournalHead } from '@preload/contract';
import type { Table } from 'dexie';
import type { FramewrightDatabase, PlainTable, StoreHead } from './database';
import type { Gathered } from './gather';
import type { PagePlan } from './page-plan';
import { planPages } from './pages';
import type { WorkingStore } from './working-store';

/** Which pages of which documents were written. */
export type TouchedPages = ReadonlyMap<Id, ReadonlySet<number>>;

/**
 * Writes what changes did in one transaction, together with the store's own account of itself. Rejects, having
 * written nothing, when the store is not at the change it is thought to be at.
 */
export async function writePrepared(
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

function numbersIn(groups: Map<Id, Set<number>>, key: Id): Set<number> {
  const group = groups.get(key) ?? new Set<number>();
  groups.set(key, group);
  return group;
}
