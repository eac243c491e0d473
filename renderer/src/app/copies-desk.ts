import { createSource, type Observable } from '../data/observable';
import { type CorpusDesk, corpusOf } from './corpus-worker';
import type { Workbench } from './open-workbench';

/** How far copies have been found; another object each time there may be others. */
export interface CopiesFound {
  /** Documents still to be gone through; null before the first texts have come. */
  readonly waiting: number | null;
}

export interface CopiesDesk {
  readonly found: Observable<CopiesFound>;
  readonly ask: CorpusDesk['worker']['ask'];
  /** Resolves when all that has been committed so far is with the worker. */
  ready(): Promise<boolean>;
}

const desks = new WeakMap<Workbench, ReturnType<typeof createSource<CopiesDesk | null>>>();

/** The desk once somebody asked for it: counts alone are no reason to read all texts. */
export function startedCopies(workbench: Workbench): Observable<CopiesDesk | null> {
  return sourceOf(workbench);
}

function sourceOf(workbench: Workbench) {
  const known = desks.get(workbench);
  if (known !== undefined) return known;
  const source = createSource<CopiesDesk | null>(null);
  desks.set(workbench, source);
  return source;
}

/** Copies of the open project. The first call begins the reading of its texts. */
export function copiesOf(workbench: Workbench): CopiesDesk {
  const source = sourceOf(workbench);
  const known = source.getSnapshot();
  if (known !== null) return known;
  const corpus = corpusOf(workbench);
  const found = createSource<CopiesFound>({ waiting: null });
  corpus.worker.on('copies', ({ waiting }) => found.set({ waiting }));
  // For the log: whoever asks for copies then is refused, and says so.
  corpus.worker.on('copiesFailed', ({ error }) => reportError(new Error(error)));
  const desk: CopiesDesk = {
    found,
    ask: corpus.worker.ask,
    ready: async () => {
      const filled = await corpus.filled;
      await corpus.settled();
      return filled.ok;
    },
  };
  source.set(desk);
  return desk;
}
