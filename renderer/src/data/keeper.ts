/** Keeps what a rebuild needs outside the store while a project is open: its account of itself, and snapshots. */
import type { Bridge, Problem, StoreAccount } from '@preload/contract';
import type { Committer } from './commit';
import { createSource, type Observable } from './observable';
import { type SnapshotOptions, takeSnapshot } from './take-snapshot';
import type { WorkingStore } from './working-store';

export interface Keeper {
  /** Why the last snapshot could not be written, for the person to be told. */
  readonly problem: Observable<Problem | null>;
  /** Before the window closes: notes the account, and takes a snapshot where that is quick. */
  finish(): Promise<void>;
  stop(): void;
}

/** Milliseconds. */
const times = {
  /** At most so long after a commit the account is noted. */
  note: 3_000,
  look: 5_000,
  /** So long after a change a snapshot is due, at the next moment without a commit. */
  due: 120_000,
  quiet: 3_000,
  /** Then one is taken even so, and commits wait for the moment it takes to read the store. */
  overdue: 240_000,
  /** What a snapshot may take of the time in which the window closes. */
  closing: 2_000,
} as const;

export function startKeeper(bridge: Bridge, store: WorkingStore, committer: Committer): Keeper {
  const problem = createSource<Problem | null>(null);
  const now = (): number => performance.now();
  let changedAt = -Infinity;
  /** When the first change was made that no snapshot holds. */
  let dirtySince: number | null = null;
  let noting: ReturnType<typeof setTimeout> | undefined;
  let taking: Promise<void> | null = null;

  const note = (): void => {
    clearTimeout(noting);
    noting = undefined;
    bridge.noteStore(accountOf(store));
  };

  const take = async (options: SnapshotOptions): Promise<void> => {
    const since = dirtySince;
    dirtySince = null;
    const taken = await takeSnapshot(bridge, store, options);
    if (taken.ok) {
      if (taken.value === 'disturbed') dirtySince = since;
      problem.set(null);
    } else {
      // Tried again when the next one would be due.
      dirtySince = now();
      const { code, detail } = taken.error;
      problem.set({ code: 'snapshot-failed', detail: detail ?? code });
    }
  };

  const begin = (options: SnapshotOptions): Promise<void> => {
    taking ??= take(options).finally(() => {
      taking = null;
    });
    return taking;
  };

  const unsubscribe = committer.subscribe(() => {
    changedAt = now();
    dirtySince ??= changedAt;
    noting ??= setTimeout(note, times.note);
  });
  const looking = setInterval(() => {
    if (dirtySince === null) return;
    const waited = now() - dirtySince;
    const isQuiet = now() - changedAt > times.quiet;
    if (waited > times.overdue || (waited > times.due && isQuiet)) {
      void begin({ locked: waited > times.overdue });
    }
  }, times.look);
  note();

  return {
    problem,
    finish: async () => {
      await committer.settled();
      note();
      await taking;
      if (dirtySince !== null) await begin({ locked: false, within: times.closing });
    },
    stop: () => {
      unsubscribe();
      clearInterval(looking);
      clearTimeout(noting);
    },
  };
}

function accountOf({ head }: WorkingStore): StoreAccount {
  const { applied_seq, chain, epoch, counts } = head;
  return { applied_seq, chain, epoch, counts };
}
