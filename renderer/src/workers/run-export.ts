/** The window's side of the worker that writes exports. */
import type { Result } from '@core/result';
import type { ExportAnswer, ExportRequest, FromExportWorker } from './export-protocol';
import { allowWorkerFiles } from './worker-policy';

export type { ExportAnswer, PackedFile } from './export-protocol';

/** Why there is no export: it was refused by name, or stopped. */
export type ExportStop = Extract<FromExportWorker, { kind: 'refused' }>['reason'] | 'cancelled';

export interface ExportWatch {
  readonly signal: AbortSignal;
  /** The files are written and are packed now. */
  readonly onPacking: () => void;
}

/** Has a worker write an export. A failure of the worker is a bug, and is thrown. */
export function runExport(
  request: ExportRequest,
  watch: ExportWatch,
): Promise<Result<ExportAnswer, ExportStop>> {
  allowWorkerFiles();
  const worker = new Worker(new URL('./export.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Result<ExportAnswer, ExportStop>>((resolve, reject) => {
    watch.signal.addEventListener('abort', () => resolve({ ok: false, error: 'cancelled' }), { once: true });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      reject(new Error(event.message || 'The export failed'));
    });
    worker.addEventListener('message', ({ data }: MessageEvent<FromExportWorker>) => {
      if (data.kind === 'packing') watch.onPacking();
      else if (data.kind === 'done') resolve({ ok: true, value: data.answer });
      else if (data.kind === 'refused') resolve({ ok: false, error: data.reason });
      else reject(new Error(data.error));
    });
    if (watch.signal.aborted) resolve({ ok: false, error: 'cancelled' });
    else worker.postMessage(request);
  }).finally(() => worker.terminate());
}
