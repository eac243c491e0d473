import type { Timers } from '@renderer/ui/throttle';

/** A clock that stands still until it is told to go on. */
export interface FakeTimers extends Timers {
  /** Milliseconds since it was made. */
  now(): number;
  /** Runs what falls due on the way, in order. */
  advance(milliseconds: number): void;
}

export function fakeTimers(): FakeTimers {
  let at = 0;
  let last = 0;
  const due = new Map<number, { readonly at: number; readonly run: () => void }>();
  return {
    now: () => at,
    set: (run, milliseconds) => {
      last += 1;
      due.set(last, { at: at + milliseconds, run });
      return last;
    },
    clear: (timer) => due.delete(timer),
    advance: (milliseconds) => {
      const until = at + milliseconds;
      for (;;) {
        const [next] = [...due].filter(([, one]) => one.at <= until).sort(([, a], [, b]) => a.at - b.at);
        if (next === undefined) break;
        due.delete(next[0]);
        at = next[1].at;
        next[1].run();
      }
      at = until;
    },
  };
}
