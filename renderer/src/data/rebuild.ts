/** Builds the store anew from the newest usable snapshot and the journal after it: in memory first, then in batches, its account of itself last. */
import { apply } from '@core/change/apply';
import type { RecordSet } from '@core/change/record-set';
import { type TableName, tableNames } from '@core/change/tables';
import { type Tally, tallyPasses } from '@core/change/tally';
import { type TallyRow, talliesOf, tallyOfRows } from '@core/change/tally-row';
import type { Annotation } from '@core/model/annotation';
import type { Id } from '@core/model/identity';
import { succeed } from '@core/result';
import type { Bridge, JournalHead, Outcome } from '@preload/contract';
import type { Table } from 'dexie';
import {
  type Counts,
  countRows,
  deleteDatabase,
  type FramewrightDatabase,
  openDatabase,
  type PageRow,
  type StoreHead,
} from './database';
import { eachCommit } from './journal';
import { pageSize } from './pages';
import { type StartingState, startingState } from './starting-state';
import { storeTimeout, withTimeout } from './store-problem';

export interface RebuiltStore {
  readonly database: FramewrightDatabase;
  readonly head: StoreHead;
  readonly tally: Tally;
  /** Where it began: 0 is the beginning of the journal. */
  readonly from: Pick<StartingState, 'seq' | 'passed_over'>;
}

interface Options {
  readonly newId: () => Id;
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Rejects when the store can be neither deleted nor written; a problem is one of the journal, and leaves the store
 * as it was. `open`: the connection to the store as it stands, which is used up.
 */
export async function rebuild(
  bridge: Bridge,
  journal: JournalHead,
  options: Options,
  open?: FramewrightDatabase,
): Promise<Outcome<RebuiltStore>> {
  const from = await startingState(bridge, journal.seq);
  const { records } = from;
  let last_change: Id | null = from.last_change;
  const read = await eachCommit(bridge, from.seq + 1, journal.seq, (changes) => {
    for (const change of changes) records.write(apply(records, change));
    last_change = changes.at(-1)?.id ?? last_change;
    options.onProgress?.(changes.at(-1)?.seq ?? 0, journal.seq);
  });
  if (!read.ok) {
    open?.close({ disableAutoOpen: true });
    return read;
  }
  const database = await freshDatabase(open);
  const pages = pagesOf(records.all('annotation'));
  const tallies = talliesOf(pages);
  await Promise.all([
    ...tableNames.map((name) => fill(database, name, records)),
    inBatches(database, database.pages, pages, 200),
    inBatches(database, database.tallies, tallies, 1_000),
  ]);
  const counts = countsOf(records, pages.length);
  const written: Omit<Counts, 'annotation'> = await countRows(database);
  for (const [table, count] of Object.entries(written)) {
    // Both are counts by table.
    if (counts[table as keyof Counts] !== count) throw new Error(`The rebuilt store lacks rows: ${table}`);
  }
  const head: StoreHead = {
    key: 'head',
    applied_seq: journal.seq,
    chain: journal.chain,
    last_change,
    counts,
    epoch: options.newId(),
    tallied_seq: journal.seq,
  };
  await database.meta.put(head);
  return succeed({ database, head, tally: tallyOf(tallies, records), from });
}

/** An empty store: a new one as it is, else deleted and made again, or emptied where it cannot be deleted. */
async function freshDatabase(open: FramewrightDatabase | undefined): Promise<FramewrightDatabase> {
  if (open !== undefined && (await isEmpty(open))) return open;
  open?.close({ disableAutoOpen: true });
  try {
    await deleteDatabase();
    return await openDatabase();
  } catch {
    const database = await openDatabase();
    await database.transaction('rw', database.tables, async () => {
      for (const table of database.tables) await table.clear();
    });
    return database;
  }
}

async function isEmpty(database: FramewrightDatabase): Promise<boolean> {
  try {
    const rows = await withTimeout(countRows(database), 10_000, 'Counting');
    const { meta, tallies, doubts } = database;
    const others = await Promise.all([meta.count(), tallies.count(), doubts.count()]);
    return [...Object.values(rows), ...others].every((count) => count === 0);
  } catch {
    return false;
  }
}

async function fill(database: FramewrightDatabase, name: TableName, records: RecordSet): Promise<void> {
  if (name === 'annotation') return;
  // The records of a table are that table's; the union of all tables cannot see it.
  const table = database.plain[name] as unknown as Table<unknown, Id>;
  await inBatches(database, table, records.all(name), 500);
}

/** Hands the engine the next batch while it still writes the last. */
async function inBatches<T, K>(
  database: FramewrightDatabase,
  table: Table<T, K>,
  rows: readonly T[],
  size: number,
): Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  for (let from = 0; from < rows.length; from += size) {
    const putting = database.transaction('rw', table, () => table.bulkPut(rows.slice(from, from + size)));
    const next = withTimeout(putting, storeTimeout, 'Writing the store');
    // Waited for below; where the one before it fails, that is told instead.
    next.catch(() => undefined);
    await last;
    last = next;
  }
  await last;
}

function pagesOf(annotations: readonly Annotation[]): readonly PageRow[] {
  const byDocument = Map.groupBy(annotations, ({ document_id }) => document_id);
  return [...byDocument].flatMap(([document_id, own]) =>
    Array.from({ length: Math.ceil(own.length / pageSize) }, (_, number) => ({
      document_id,
      number,
      annotations: own.slice(number * pageSize, (number + 1) * pageSize),
    })),
  );
}

function countsOf(records: RecordSet, page: number): Counts {
  const counts = tableNames.map((name) => [name, records.all(name).length] as const);
  return { ...(Object.fromEntries(counts) as Record<TableName, number>), page }; // every table has its count
}

function tallyOf(tallies: readonly TallyRow[], records: RecordSet): Tally {
  const passes = records.all('pass').map((after) => ({ before: null, after }));
  return tallyPasses(tallyOfRows(tallies), passes);
}
