/** The clock of a throttle; tests bring their own. */
export interface Timers {
  readonly set: (run: () => void, milliseconds: number) => number;
  readonly clear: (timer: number) => void;
}

export interface Throttle {
  /** Something changed: `write` runs within the interval, once however often this is called. */
  touch(): void;
  /** Writes at once what is pending, if anything is. */
  flush(): void;
  /** Lets go of what is pending. */
  cancel(): void;
  isPending(): boolean;
}

const windowTimers: Timers = {
  set: (run, milliseconds) => window.setTimeout(run, milliseconds),
  clear: (timer) => window.clearTimeout(timer),
};

/**
 * Calls `write` at most once an interval while changes come in, and no later than one interval after the last of
 * them.
 */
export function createThrottle(
  write: () => void,
  milliseconds: number | (() => number),
  timers: Timers = windowTimers,
): Throttle {
  let timer: number | null = null;
  const cancel = (): void => {
    if (timer !== null) timers.clear(timer);
    timer = null;
  };
  return {
    touch: () => {
      if (timer !== null) return;
      const run = (): void => {
        timer = null;
        write();
      };
      timer = timers.set(run, typeof milliseconds === 'number' ? milliseconds : milliseconds());
    },
    flush: () => {
      if (timer === null) return;
      cancel();
      write();
    },
    cancel,
    isPending: () => timer !== null,
  };
}
