/** What a damaged store does, done to the engine in the page. */

/** Makes reads of many rows of one table fail, as those of a damaged store do. */
let mend: (() => void) | null = null;
export function breakReads(table: string): void {
  // A method of IDBObjectStore, called as it was for every other table.
  const original = Reflect.get(IDBObjectStore.prototype, 'getAll') as (...given: unknown[]) => IDBRequest;
  const replace = (value: unknown) => Object.defineProperty(IDBObjectStore.prototype, 'getAll', { value });
  mend = () => replace(original);
  replace(function (this: IDBObjectStore, ...given: unknown[]) {
    if (this.name === table) throw new DOMException('Failed to read large IndexedDB value', 'DataError');
    return original.apply(this, given);
  });
}

export function mendReads(): void {
  mend?.();
  mend = null;
}

export interface Silence {
  /** Resolves when one of the requests was made. */
  readonly asked: Promise<void>;
}

/** Has the next request of a kind to a table never settle, as those of a damaged store do. */
export function silence(table: string, method: 'get' | 'getAll' | 'count' | 'put'): Silence {
  const original = Reflect.get(IDBObjectStore.prototype, method) as (...given: unknown[]) => IDBRequest;
  const replace = (value: unknown) => Object.defineProperty(IDBObjectStore.prototype, method, { value });
  const asked = new Promise<void>((resolve) => {
    replace(function (this: IDBObjectStore, ...given: unknown[]) {
      const request = original.apply(this, given);
      if (this.name !== table) return request;
      replace(original);
      resolve();
      // The engine works on; whoever asked waits at a request that nobody answers.
      return {};
    });
  });
  return { asked };
}

/** Milliseconds from which on a timer is one that ends what does not answer. */
const longWait = 5_000;

/** Holds back long timers until it is told to be late. */
export function holdLongTimers(): { readonly late: () => void } {
  const held = new Map<number, () => void>();
  const set = window.setTimeout.bind(window);
  const clear = window.clearTimeout.bind(window);
  let last = 1_000_000_000;
  const replace = (name: string, value: unknown) => Object.defineProperty(window, name, { value });
  replace('setTimeout', (run: () => void, milliseconds = 0) => {
    if (milliseconds < longWait) return set(run, milliseconds);
    last += 1;
    held.set(last, run);
    return last;
  });
  replace('clearTimeout', (timer: number | undefined) => {
    if (timer === undefined || !held.delete(timer)) clear(timer);
  });
  return {
    late: () => {
      const due = [...held.values()];
      held.clear();
      for (const run of due) run();
    },
  };
}
