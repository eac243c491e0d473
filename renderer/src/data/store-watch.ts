/** Checks the whole store once while a project is open, in moments in which nobody works. */
import type { Problem } from '@preload/contract';
import { checkStore } from './check-store';
import type { Committer } from './commit';
import type { StoreDoubt } from './database';
import { createSource, type Observable } from './observable';
import { pause } from './store-problem';
import type { WorkingStore } from './working-store';

export interface StoreWatch {
  /** What was found wrong, for the person to be told: the next opening builds the store anew. */
  readonly problem: Observable<Problem | null>;
  /** What somebody found who could not read the store: told, and left in it for the next opening. */
  doubt(detail: string): Promise<Problem>;
  stop(): void;
}

/** Milliseconds. */
const times = {
  /** From opening to the first step: what the screen needs comes first. */
  begin: 10_000,
  /** Between two steps, so that a commit never waits for more than one. */
  between: 50,
  /** Without a commit, for somebody not to be at work. */
  quiet: 2_000,
} as const;

export function watchStore({ database }: WorkingStore, committer: Committer): StoreWatch {
  const problem = createSource<Problem | null>(null);
  let isStopped = false;
  let busyUntil = performance.now() + times.begin;
  const unsubscribe = committer.subscribe(() => {
    busyUntil = performance.now() + times.quiet;
  });

  const next = async (): Promise<'go-on' | 'stop'> => {
    do await pause(Math.max(times.between, busyUntil - performance.now()));
    while (performance.now() < busyUntil && !isStopped);
    await new Promise((resolve) => requestIdleCallback(resolve));
    return isStopped ? 'stop' : 'go-on';
  };

  const check = async (): Promise<void> => {
    const doubt = await checkStore(database, next);
    if (doubt !== null && !isStopped) await leave(doubt);
  };
  const leave = async (doubt: StoreDoubt): Promise<Problem> => {
    // Where even this cannot be written, the next opening finds as much by itself.
    await database.doubts.put(doubt).catch(() => undefined);
    const told: Problem = { code: 'store-doubted', detail: doubt.detail };
    problem.set(told);
    return told;
  };
  void check();

  return {
    problem,
    doubt: (detail) => leave({ key: 'doubt', reason: 'unreadable', detail }),
    stop: () => {
      isStopped = true;
      unsubscribe();
    },
  };
}
