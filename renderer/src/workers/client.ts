/** The window's side of the worker that holds the passages. */
import type { IndexRecords, IndexWrite } from '@core/query/passage-index';
import type { Answers, Asks, FromWorker, QuestionName, ToWorker } from './passage-protocol';
import { allowWorkerFiles } from './worker-policy';

export type { Answers, Asks, RunAnswer } from './passage-protocol';

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

interface Waiting {
  readonly resolve: (answer: Answers<QuestionName>) => void;
  readonly reject: (error: Error) => void;
}

export function startPassageWorker(): PassageWorker {
  allowWorkerFiles();
  const worker = new Worker(new URL('./passages.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, Waiting>();
  const newest = new Map<QuestionName, number>();
  const turns = new Map<QuestionName, Promise<unknown>>();
  let last = 0;
  let failure: Error | null = null;

  const fail = (error: Error): void => {
    failure ??= error;
    for (const { reject } of waiting.values()) reject(failure);
    waiting.clear();
  };
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    fail(new Error(event.message || 'The worker failed'));
  });
  worker.addEventListener('messageerror', () => fail(new Error('A message could not be read')));
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    const one = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.ok) one?.resolve(data.answer);
    else one?.reject(new Error(data.error));
  });
  const post = (message: ToWorker): void => worker.postMessage(message);

  const ask = <N extends QuestionName>(name: N, asks: Asks<N>): Promise<Answers<N>> =>
    new Promise((resolve, reject) => {
      if (failure !== null) {
        reject(failure);
        return;
      }
      last += 1;
      // The answer under this id is the one to this question.
      waiting.set(last, { resolve, reject });
      post({ kind: 'ask', id: last, name, asks } as ToWorker);
    });

  return {
    add: (records) => post({ kind: 'add', records }),
    follow: (writes) => post({ kind: 'follow', writes }),
    ask,
    askNewest: async (name, asks) => {
      const turn = (newest.get(name) ?? 0) + 1;
      newest.set(name, turn);
      const isNewest = (): boolean => newest.get(name) === turn;
      const before = turns.get(name) ?? Promise.resolve();
      const answered = before.then(
        () => (isNewest() ? ask(name, asks) : null),
        () => (isNewest() ? ask(name, asks) : null),
      );
      turns.set(name, answered);
      const answer = await answered;
      return isNewest() ? answer : null;
    },
    stop: () => {
      worker.terminate();
      fail(new Error('The worker was stopped'));
    },
  };
}
