/** The window's side of the worker that holds the passages. */
import type { IndexRecords, IndexWrite } from '@core/query/passage-index';
import { createAsking } from './asking';
import { onWorkerFailure } from './on-worker-failure';
import type { Answers, Asks, FromWorker, QuestionName, Questions, ToWorker } from './passage-protocol';
import { allowWorkerFiles } from './worker-policy';

export { type CorpusWorker, startCorpusWorker } from './corpus-client';
export type { Answers, Asks, RunAnswer } from './passage-protocol';
export type { HitListing, HitPlace, HitsFound } from './search-protocol';

export interface PassageWorker {
  add(records: IndexRecords): void;
  /** In the order in which commits were made. */
  follow(writes: readonly IndexWrite[]): void;
  /** Rejects when the worker failed or was stopped. */
  ask<N extends QuestionName>(name: N, asks: Asks<N>): Promise<Answers<N>>;
  /**
   * The same for questions of which only the newest matters: while one is being answered the next waits, and one that
   * waits gives way to a newer. Answers null where a newer one has come.
   */
  askNewest<N extends 'run' | 'table'>(name: N, asks: Asks<N>): Promise<Answers<N> | null>;
  stop(): void;
}

export function startPassageWorker(): PassageWorker {
  allowWorkerFiles();
  const worker = new Worker(new URL('./passages.worker.ts', import.meta.url), { type: 'module' });
  const post = (message: ToWorker): void => worker.postMessage(message);
  // What is asked under a name is that name's question.
  const { ask, askNewest, take, fail } = createAsking<Questions>((asked) => post(asked as ToWorker));
  onWorkerFailure(worker, fail);
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => take(data));
  return {
    add: (records) => post({ kind: 'add', records }),
    follow: (writes) => post({ kind: 'follow', writes }),
    ...{ ask, askNewest },
    stop: () => {
      worker.terminate();
      fail(new Error('The worker was stopped'));
    },
  };
}
