/** The window's side of the worker that reads a file to be imported. */
import type { StagedImport } from '@core/exchange/stage-import';
import { type Asking, createAsking, type Reply } from './asking';
import { onWorkerFailure } from './on-worker-failure';
import type { StagingQuestions } from './staging-protocol';
import { allowWorkerFiles } from './worker-policy';

export type { ForeignSource, StagingFile, StagingProblem } from './staging-protocol';

export interface StagingWorker extends Pick<Asking<StagingQuestions>, 'ask'> {
  /** All that was staged, handed over some at a time. */
  readonly fetch: () => Promise<Pick<StagedImport, 'drafts' | 'texts'>>;
  readonly stop: () => void;
}

/** A worker of its own for each file. A failure of it is a bug, and rejects. */
export function startStagingWorker(): StagingWorker {
  allowWorkerFiles();
  const worker = new Worker(new URL('./staging.worker.ts', import.meta.url), { type: 'module' });
  const { ask, take, fail } = createAsking<StagingQuestions>((asked) => worker.postMessage(asked));
  onWorkerFailure(worker, fail);
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => take(data));
  return {
    ask,
    fetch: async () => {
      const drafts = await all((from) => ask('drafts', from));
      return { drafts, texts: await all((from) => ask('texts', from)) };
    },
    stop: () => {
      worker.terminate();
      fail(new Error('The worker was stopped'));
    },
  };
}

async function all<T>(some: (from: number) => Promise<readonly T[]>): Promise<readonly T[]> {
  const found: T[] = [];
  for (let next = await some(0); next.length > 0; next = await some(found.length)) found.push(...next);
  return found;
}
