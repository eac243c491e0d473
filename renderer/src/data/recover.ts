/** Opens the store and makes it agree with the journal: as it is, by replaying the tail, or by building it anew. */
import { replay } from '@core/change/prepare';
import type { Tally } from '@core/change/tally';
import { fail, succeed } from '@core/result';
import type { Bridge, JournalHead, Outcome, Problem, StoreAccount } from '@preload/contract';
import { type Counts, countRows, type FramewrightDatabase, openDatabase, type StoreHead } from './database';
import { gather } from './gather';
import { eachCommit } from './journal';
import { rebuild } from './rebuild';
import { storeProblem, storeTimeout, withTimeout } from './store-problem';
import { countTallies, readTally } from './tallies';
import { createWorkingStore, type WorkingStore } from './working-store';
import { writePrepared } from './write-prepared';

export type RebuildReason =
  /** The store is empty or says nothing of itself: wiped, or first opened here. */
  | 'missing'
  /** It knows changes that the journal does not. */
  | 'ahead'
  /** It was filled from another journal. */
  | 'different'
  /** It has fewer or more rows than it says. */
  | 'counts'
  /** It knows less than it is known to have held: it has lost its end, its own account included. */
  | 'lost'
  /** It could not be opened or read. */
  | 'unreadable';

/** What opening took, for the person to be told where it was not clean. `changes`: how many were applied. */
export type Recovery =
  | { readonly kind: 'clean' }
  | { readonly kind: 'replayed'; readonly changes: number }
  | {
      readonly kind: 'rebuilt';
      readonly changes: number;
      readonly reason: RebuildReason;
      /** The system's own word. */
      readonly detail?: string;
      /** The change up to which a snapshot was taken over; absent where all came from the journal. */
      readonly snapshot?: number;
      /** Snapshots that could not be used. */
      readonly passed_over?: readonly Problem[];
    };

export interface OpenedProject {
  readonly store: WorkingStore;
  readonly tally: Tally;
  readonly recovery: Recovery;
}

export interface OpenOptions {
  readonly newId: () => string;
  /** What main has noted of the store. */
  readonly account?: StoreAccount | null;
  /** The system's own word for what could not be read of the store as it is: it is built anew. */
  readonly doubt?: string;
  /** Told while a store is built anew, with the changes applied so far. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Never answers a store that is not complete. A problem means that not even a rebuild was possible. */
export async function openProject(
  bridge: Bridge,
  journal: JournalHead,
  options: OpenOptions,
): Promise<Outcome<OpenedProject>> {
  const looked =
    options.doubt === undefined
      ? await look(bridge, journal, options.account ?? null)
      : ({ kind: 'bad', reason: 'unreadable', detail: options.doubt } satisfies Looked);
  if (looked.kind === 'good') return succeed(looked.opened);
  const { reason, detail } = looked;
  const isFirst = journal.seq === 0 && reason === 'missing';
  try {
    if (!isFirst) {
      // What is there is never erased: main keeps it.
      looked.database?.close({ disableAutoOpen: true });
      const kept = await withTimeout(bridge.quarantineStore(reason), asideTimeout, 'Setting the store aside');
      if (!kept.ok) return kept;
    }
    const rebuilt = await rebuild(bridge, journal, options, isFirst ? looked.database : undefined);
    if (!rebuilt.ok) return rebuilt;
    const { database, head, tally, from } = rebuilt.value;
    const store = createWorkingStore(database, head);
    const recovery: Recovery = isFirst
      ? { kind: 'clean' }
      : {
          ...{ kind: 'rebuilt', changes: journal.seq, reason },
          ...(detail === undefined ? {} : { detail }),
          ...(from.seq === 0 ? {} : { snapshot: from.seq }),
          ...(from.passed_over.length === 0 ? {} : { passed_over: from.passed_over }),
        };
    return succeed({ store, tally, recovery });
  } catch (error) {
    return fail(storeProblem(error));
  }
}

type Looked =
  | { readonly kind: 'good'; readonly opened: OpenedProject }
  | {
      readonly kind: 'bad';
      readonly reason: RebuildReason;
      readonly detail?: string;
      readonly database?: FramewrightDatabase;
    };

const readTimeout = 60_000;
const asideTimeout = 120_000;

/** Opens the store as it is and brings it up to date, where it can be trusted. */
async function look(bridge: Bridge, journal: JournalHead, account: StoreAccount | null): Promise<Looked> {
  let database: FramewrightDatabase | undefined;
  try {
    database = await openDatabase();
    const [head, doubt] = await withTimeout(
      Promise.all([database.meta.get('head'), database.doubts.get('doubt')]),
      readTimeout,
      'The store',
    );
    if (head === undefined) return { kind: 'bad', reason: 'missing', database };
    if (doubt !== undefined) return { kind: 'bad', reason: doubt.reason, detail: doubt.detail, database };
    const wrong = (await compare(bridge, head, journal)) ?? lost(head, account);
    if (wrong !== null) return { kind: 'bad', reason: wrong, database };
    const rows = await withTimeout(countRows(database), readTimeout, 'Counting');
    if (!sameCounts(head.counts, { ...rows, annotation: head.counts.annotation })) {
      return { kind: 'bad', reason: 'counts', database };
    }
    const isTallied = head.tallied_seq === head.applied_seq;
    const tallied = isTallied
      ? head
      : await withTimeout(countTallies(database, head), readTimeout, 'Counting the pages');
    const store = createWorkingStore(database, tallied);
    const changes = journal.seq - head.applied_seq;
    if (changes > 0 && !(await catchUp(bridge, store, journal))) {
      return { kind: 'bad', reason: 'different', database };
    }
    const tally = await withTimeout(readTally(database), readTimeout, 'Reading the counts');
    if (tally.annotations !== store.head.counts.annotation)
      return { kind: 'bad', reason: 'counts', database };
    const recovery: Recovery = changes > 0 ? { kind: 'replayed', changes } : { kind: 'clean' };
    return { kind: 'good', opened: { store, tally, recovery } };
  } catch (error) {
    const detail = storeProblem(error).detail ?? '';
    return { kind: 'bad', reason: 'unreadable', detail, ...(database === undefined ? {} : { database }) };
  }
}

async function compare(bridge: Bridge, head: StoreHead, journal: JournalHead): Promise<RebuildReason | null> {
  if (head.applied_seq > journal.seq) return 'ahead';
  if (head.applied_seq === journal.seq) return head.chain === journal.chain ? null : 'different';
  if (head.applied_seq === 0) return null;
  let there: string | null = null;
  const { applied_seq } = head;
  const read = await eachCommit(bridge, applied_seq, applied_seq, ([change]) => {
    there = change?.id ?? null;
  });
  return read.ok && there === head.last_change ? null : 'different';
}

/** Whether a store is less than what was noted of it. Nothing was noted of one that was built since. */
function lost(head: StoreHead, account: StoreAccount | null): RebuildReason | null {
  if (account === null || account.epoch !== head.epoch) return null;
  if (head.applied_seq < account.applied_seq) return 'lost';
  if (head.applied_seq > account.applied_seq) return null;
  const noted = new Map(Object.entries(account.counts));
  const same = Object.entries(head.counts).every(([table, count]) => noted.get(table) === count);
  return same ? null : 'counts';
}

function sameCounts(one: Counts, other: Counts): boolean {
  const counted = new Map<string, number>(Object.entries(other));
  return Object.entries(one).every(([table, count]) => counted.get(table) === count);
}

/** Applies the journal's tail, a commit a transaction. */
async function catchUp(bridge: Bridge, store: WorkingStore, journal: JournalHead): Promise<boolean> {
  const read = await eachCommit(bridge, store.head.applied_seq + 1, journal.seq, async (changes) => {
    const gathered = await withTimeout(gather(store, changes), storeTimeout, 'Reading the store');
    const last = changes.at(-1)?.seq ?? journal.seq;
    // Only the chain at the journal's end is known; it is compared only when both ends are the same.
    const chain = last === journal.seq ? journal.chain : '';
    const writing = writePrepared(store, gathered, replay(gathered.records, changes), { seq: last, chain });
    await withTimeout(writing, storeTimeout, 'Writing the store');
  });
  return read.ok;
}
