/** The window's side of the worker that holds the corpus: its texts, their structures, and the passages in them. */
import type { CorpusRecords, CorpusWrite } from '@core/corpus/text-corpus';
import type { IndexRecords, IndexWrite } from '@core/query/passage-index';
import type { SearchedMemo } from '@core/search/searched-memos';
import { type Asking, createAsking } from './asking';
import type {
  CorpusEventName,
  CorpusEvents,
  CorpusQuestions,
  FromCorpusWorker,
  ToCorpusWorker,
} from './corpus-protocol';
import { onWorkerFailure } from './on-worker-failure';
import { allowWorkerFiles } from './worker-policy';

export interface CorpusWorker extends Pick<Asking<CorpusQuestions>, 'ask' | 'askNewest'> {
  /** For `feedCorpus`. */
  readonly texts: {
    add(records: CorpusRecords): void;
    follow(writes: readonly CorpusWrite[]): void;
  };
  /** For `feedPassages`. */
  readonly passages: {
    add(records: IndexRecords): void;
    follow(writes: readonly IndexWrite[]): void;
  };
  /** What a search in the memos goes through from now on. */
  memos(memos: readonly SearchedMemo[]): void;
  /** Returns the undo. */
  on<N extends CorpusEventName>(name: N, listener: (told: CorpusEvents[N]) => void): () => void;
  /** Somebody is about to search: what a search needs of all texts is made ahead, which takes as much memory again. */
  warm(): void;
  stop(): void;
}

export function startCorpusWorker(): CorpusWorker {
  allowWorkerFiles();
  const worker = new Worker(new URL('./corpus.worker.ts', import.meta.url), { type: 'module' });
  const post = (message: ToCorpusWorker): void => worker.postMessage(message);
  const { ask, askNewest, take, fail } = createAsking<CorpusQuestions>(post);
  const listeners = new Map<CorpusEventName, Set<(told: never) => void>>();
  onWorkerFailure(worker, fail);
  let copyIndex: Worker | null = null;
  const startCopyIndex = ({ port }: CorpusEvents['copyIndex']): void => {
    copyIndex = new Worker(new URL('./copy-index.worker.ts', import.meta.url), { type: 'module' });
    onWorkerFailure(copyIndex, ({ message }) => post({ kind: 'copy-index-failed', error: message }));
    copyIndex.postMessage(port, [port]);
  };
  let patterns: Worker | null = null;
  /** A worker of regular expressions that hangs is ended here: nothing else can end it. */
  const startPatterns = (): void => {
    patterns?.terminate();
    patterns = new Worker(new URL('./patterns.worker.ts', import.meta.url), { type: 'module' });
    const { port1, port2 } = new MessageChannel();
    patterns.postMessage(port1, [port1]);
    worker.postMessage({ kind: 'patterns', port: port2 } satisfies ToCorpusWorker, [port2]);
  };
  worker.addEventListener('message', ({ data }: MessageEvent<FromCorpusWorker>) => {
    if (data.kind === 'reply') take(data);
    else if (data.name === 'patterns') startPatterns();
    // What is told under a name is that name's event.
    else if (data.name === 'copyIndex') startCopyIndex(data.told as CorpusEvents['copyIndex']);
    else for (const listener of listeners.get(data.name) ?? []) listener(data.told as never);
  });
  return {
    texts: {
      add: (records) => post({ kind: 'texts-add', records }),
      follow: (writes) => post({ kind: 'texts-follow', writes }),
    },
    passages: {
      add: (records) => post({ kind: 'passages-add', records }),
      follow: (writes) => post({ kind: 'passages-follow', writes }),
    },
    memos: (memos) => post({ kind: 'memos', memos }),
    ...{ ask, askNewest },
    on: (name, listener) => {
      const own = listeners.get(name) ?? new Set();
      listeners.set(name, own.add(listener));
      return () => {
        own.delete(listener);
      };
    },
    warm: () => post({ kind: 'warm' }),
    stop: () => {
      patterns?.terminate();
      copyIndex?.terminate();
      worker.terminate();
      fail(new Error('The worker was stopped'));
    },
  };
}
