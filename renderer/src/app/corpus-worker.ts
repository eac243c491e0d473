import type { Outcome } from '@preload/contract';
import { feedCorpus } from '../data/corpus-feed';
import { feedPassages } from '../data/passage-feed';
import { type CorpusWorker, startCorpusWorker } from '../workers/client';
import { windowAtRest } from '../workers/memory-at-rest';
import type { Workbench } from './open-workbench';

/** The worker that holds the open project's texts and passages, with what feeds it. */
export interface CorpusDesk {
  readonly worker: CorpusWorker;
  /** Resolves when all that was there has been given, with what was committed meanwhile. */
  readonly filled: Promise<Outcome<null>>;
  /** Resolves when the worker has been given all that has been committed so far. */
  readonly settled: () => Promise<void>;
}

/** One for each open project: search and copy groups share it. */
const desks = new WeakMap<Workbench, CorpusDesk>();

/** Starts it where nobody has yet; nothing is read before. */
export function corpusOf(workbench: Workbench): CorpusDesk {
  const known = desks.get(workbench);
  if (known !== undefined) return known;
  const { session, committer, lists, bridge } = workbench;
  const worker = startCorpusWorker();
  const texts = feedCorpus(session.store, committer, lists, bridge, worker.texts);
  const passages = feedPassages(session.store, committer, lists, worker.passages, { quotes: false });
  const desk: CorpusDesk = {
    worker,
    filled: Promise.all([texts.filled, passages.filled]).then(([one, other]) => (one.ok ? other : one)),
    settled: texts.settled,
  };
  // The texts went through here.
  void desk.filled.then(windowAtRest);
  desks.set(workbench, desk);
  return desk;
}
