/** The window's side of the worker that compares two versions of a text. */
import type { CarryAnswer, CarryAsks } from './carry-protocol';
import { allowWorkerFiles } from './worker-policy';

/** A worker of its own for each question: it is asked seldom, and holds two whole texts. */
export function askCarrier(asks: CarryAsks): Promise<CarryAnswer> {
  allowWorkerFiles();
  const worker = new Worker(new URL('./carry.worker.ts', import.meta.url), { type: 'module' });
  const answered = new Promise<CarryAnswer>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<CarryAnswer>) => resolve(data));
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      reject(new Error(event.message || 'The worker failed'));
    });
    worker.postMessage(asks);
  });
  return answered.finally(() => worker.terminate());
}
