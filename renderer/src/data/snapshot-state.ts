/** The whole state as lines of JSON, `["table",[record,...]]`: out of the store, and into memory again. */
import type { RecordSet } from '@core/change/record-set';
import { type TableName, tableNames, type Write } from '@core/change/tables';
import type { Id } from '@core/model/identity';
import type { SnapshotHead } from '@preload/contract';
import type { Collection, Table } from 'dexie';
import type { Counts, FramewrightDatabase, PlainTable, StoreHead } from './database';
import { eachPage } from './pages';

/** Records that make a line: few enough that writing them holds nobody up. */
const recordsAtOnce = 200;

/** Reads every table, some records at a time, and hands over a line for them. */
export async function eachLine(
  database: FramewrightDatabase,
  visit: (line: string, table: TableName, count: number) => void,
): Promise<void> {
  const give = (table: TableName, records: readonly unknown[]): void => {
    if (records.length > 0) visit(`${JSON.stringify([table, records])}\n`, table, records.length);
  };
  for (const name of tableNames) {
    if (name !== 'annotation') await eachRecord(database, name, (records) => give(name, records));
  }
  await eachPage(
    database,
    (rows) =>
      give(
        'annotation',
        rows.flatMap(({ annotations }) => annotations),
      ),
    recordsAtOnce,
  );
}

interface Keyed {
  readonly [key: string]: Id;
}

async function eachRecord(
  database: FramewrightDatabase,
  name: PlainTable,
  visit: (records: readonly unknown[]) => void,
): Promise<void> {
  // Read as they are, by key; the union of all tables cannot see what a table's records are.
  const table = database.plain[name] as unknown as Table<Keyed, Id>;
  const key = name === 'structure' ? 'document_id' : 'id';
  for (let after: Id | null = null; ; ) {
    const start: Collection<Keyed, Id> =
      after === null ? table.orderBy(':id') : table.where(':id').above(after);
    const records: readonly Keyed[] = await start.limit(recordsAtOnce).toArray();
    visit(records);
    const last = records.at(-1);
    if (last === undefined || records.length < recordsAtOnce) return;
    after = last[key] ?? null;
  }
}

/** What a snapshot of a store says of itself; null where there is nothing to take one of. */
export function snapshotHeadOf(head: StoreHead): SnapshotHead | null {
  const { applied_seq, chain, last_change } = head;
  if (applied_seq === 0 || chain === '' || last_change === null) return null;
  return { seq: applied_seq, chain, last_change, counts: recordCounts(head.counts) };
}

function recordCounts({ page: _page, ...counts }: Counts): { readonly [table: string]: number } {
  return counts;
}

/** Puts the records of some lines into memory. Throws on what is no line of this form or no table of this version. */
export function takeLines(lines: string, records: RecordSet): void {
  for (const line of lines.split('\n')) {
    if (line === '') continue;
    const parsed: unknown = JSON.parse(line);
    const [table, rows] = Array.isArray(parsed) ? (parsed as readonly unknown[]) : []; // of whatever
    const name = tableNames.find((each) => each === table);
    if (name === undefined || !Array.isArray(rows)) throw new Error('Not a line of a snapshot');
    records.write(rows.map((row: unknown) => writeOf(name, row)));
  }
}

function writeOf(table: TableName, record: unknown): Write {
  const fields = new Map<string, unknown>(Object.entries(record ?? {}));
  const document_id = fields.get('document_id');
  const id = table === 'structure' ? document_id : fields.get('id');
  if (typeof id !== 'string') throw new Error('A record of a snapshot has no id');
  // The snapshot was written from such records, and main has checked that every byte of it is what was written.
  return { table, id, document_id: table === 'annotation' ? document_id : null, record } as Write;
}

/** Whether memory holds as many records as the snapshot says. */
export function isWhole(records: RecordSet, { counts }: SnapshotHead): boolean {
  return tableNames.every((name) => records.all(name).length === (counts[name] ?? 0));
}
