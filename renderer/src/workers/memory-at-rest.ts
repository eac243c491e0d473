declare global {
  /** The engine's collector, where the program was started with it. */
  var gc:
    | ((options: { readonly type: 'major'; readonly flavor: 'regular' | 'last-resort' }) => void)
    | undefined;
}

/** Milliseconds without anything coming after which a worker is at rest. */
const quiet = 500;
/** Milliseconds between two looks at whether a window is. */
const pause = 500;
/** Milliseconds free until the next frame, of 50 at most: with fewer somebody scrolls or types. */
const free = 40;

/**
 * Gives the memory of a worker back once it is at rest: what it took in leaves as much behind, and the engine keeps the
 * room for a next time that does not come. Answers what is to be called at each thing that comes.
 */
export function memoryAtRest(collect: () => void = giveBack): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(collect, quiet);
  };
}

/** The same of the window, once nobody does anything in it: it takes as long as some frames. */
export function windowAtRest(): void {
  requestIdleCallback((deadline) => {
    if (deadline.timeRemaining() >= free) giveBack();
    else setTimeout(windowAtRest, pause);
  });
}

/** Gives back at once what nothing holds any more. */
export function giveBack(): void {
  globalThis.gc?.({ type: 'major', flavor: 'last-resort' });
}
