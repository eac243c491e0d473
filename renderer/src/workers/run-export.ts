/** The window's side of the worker that writes exports. */
import type { Result } from '@core/result';
import type { Problem } from '@preload/contract';
import { replyTo } from './asking';
import type {
  ExportAnswer,
  ExportRequest,
  ExportSupplies,
  FromExportWorker,
  ToExportWorker,
  WorkerPhase,
} from './export-protocol';
import { allowWorkerFiles } from './worker-policy';

export type { ExportAnswer, PackedFile, WorkerPhase } from './export-protocol';

/** Why there is no export: it was refused by name, or stopped. */
export type ExportStop = Extract<FromExportWorker, { kind: 'refused' }>['reason'] | 'cancelled';

/** The same, or the store could not be read. */
export type ExportFault = { readonly stop: ExportStop } | { readonly unread: Problem };

export interface ExportWatch {
  readonly signal: AbortSignal;
  readonly onPhase: (phase: WorkerPhase) => void;
}

/** Has a worker write an export. A failure of the worker is a bug, and is thrown. */
export function runExport(
  request: ExportRequest,
  supplies: ExportSupplies,
  watch: ExportWatch,
): Promise<Result<ExportAnswer, ExportFault>> {
  allowWorkerFiles();
  const worker = new Worker(new URL('./export.worker.ts', import.meta.url), { type: 'module' });
  const post = (message: ToExportWorker): void => worker.postMessage(message);
  const answers = {
    readTexts: (asks: Parameters<ExportSupplies['readTexts']>) => supplies.readTexts(...asks),
    readOriginals: (asks: Parameters<ExportSupplies['readOriginals']>) => supplies.readOriginals(...asks),
    readCommits: (asks: Parameters<ExportSupplies['readCommits']>) => supplies.readCommits(...asks),
    copyGroups: () => supplies.copyGroups(),
  };
  return new Promise<Result<ExportAnswer, ExportFault>>((resolve, reject) => {
    const stop = (): void => resolve({ ok: false, error: { stop: 'cancelled' } });
    watch.signal.addEventListener('abort', stop, { once: true });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      reject(new Error(event.message || 'The export failed'));
    });
    worker.addEventListener('message', ({ data }: MessageEvent<FromExportWorker>) => {
      switch (data.kind) {
        case 'ask':
          // One that was stopped meanwhile hears nothing.
          void replyTo(answers, data).then(post);
          break;
        case 'phase':
          watch.onPhase(data.phase);
          break;
        case 'done':
          resolve({ ok: true, value: data.answer });
          break;
        case 'refused':
          resolve({ ok: false, error: { stop: data.reason } });
          break;
        case 'unread':
          resolve({ ok: false, error: { unread: data.problem } });
          break;
        case 'failed':
          reject(new Error(data.error));
      }
    });
    if (watch.signal.aborted) stop();
    else post({ kind: 'write', request });
  }).finally(() => worker.terminate());
}
