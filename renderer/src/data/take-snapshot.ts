/** Hands the state of the store to main, which writes it as a snapshot. */
import type { TableName } from '@core/change/tables';
import { fail, succeed } from '@core/result';
import type { Bridge, Outcome, SnapshotHead } from '@preload/contract';
import { eachLine, snapshotHeadOf } from './snapshot-state';
import { storeProblem, withTimeout } from './store-problem';
import type { WorkingStore } from './working-store';

export type SnapshotTaken =
  | 'written'
  /** Something was committed meanwhile, or the time was up: nothing was written. */
  | 'disturbed'
  /** The store is empty. */
  | 'nothing';

export interface SnapshotOptions {
  /** Keeps commits waiting for as long as the store is read, so that nothing can disturb it. */
  readonly locked: boolean;
  /** Milliseconds after which it is given up. */
  readonly within?: number;
}

/** A state is read whole or not at all: without the lock, what was read counts only when nothing was committed. */
export async function takeSnapshot(
  bridge: Bridge,
  store: WorkingStore,
  { locked, within = 60_000 }: SnapshotOptions,
): Promise<Outcome<SnapshotTaken>> {
  const until = performance.now() + within;
  try {
    const read = await withTimeout(readState(store, locked, until), within + 5_000, 'Reading the store');
    if (read === 'nothing' || read === 'disturbed') return succeed(read);
    const begun = await bridge.writeSnapshot({ kind: 'begin', head: read.head });
    if (!begun.ok) return begun;
    for (const lines of read.lines) {
      const given = await bridge.writeSnapshot({ kind: 'part', lines });
      if (!given.ok) return given;
      if (performance.now() > until) {
        await bridge.writeSnapshot({ kind: 'drop' });
        return succeed('disturbed');
      }
    }
    const ended = await bridge.writeSnapshot({ kind: 'end' });
    return ended.ok ? succeed('written') : ended;
  } catch (error) {
    return fail(storeProblem(error));
  }
}

interface StateRead {
  readonly head: SnapshotHead;
  readonly lines: readonly string[];
}

/** Thrown to leave the reading, and caught below. */
class Disturbed extends Error {}

async function readState(
  store: WorkingStore,
  locked: boolean,
  until: number,
): Promise<StateRead | 'disturbed' | 'nothing'> {
  const { database } = store;
  const read = async (): Promise<StateRead | 'nothing'> => {
    const stored = await database.meta.get('head');
    const head = stored === undefined ? null : snapshotHeadOf(stored);
    if (head === null) return 'nothing';
    const lines: string[] = [];
    const counted = new Map<TableName, number>();
    await eachLine(database, (line, table, count) => {
      if (!locked && store.head.applied_seq !== head.seq) throw new Disturbed();
      if (performance.now() > until) throw new Disturbed();
      lines.push(line);
      counted.set(table, (counted.get(table) ?? 0) + count);
    });
    if (!locked && store.head.applied_seq !== head.seq) throw new Disturbed();
    for (const [table, count] of Object.entries(head.counts)) {
      const there = new Map<string, number>(counted).get(table) ?? 0;
      if (there !== count) throw new Error(`The store lacks rows: ${table}`);
    }
    return { head, lines };
  };
  try {
    return locked ? await database.transaction('r', database.tables, read) : await read();
  } catch (error) {
    if (error instanceof Disturbed) return 'disturbed';
    throw error;
  }
}
