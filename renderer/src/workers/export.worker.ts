/** Writes one export and ends: the window goes on answering meanwhile, and can stop it at any moment. */
import { writeExport } from '@core/exchange/write-export';
import type { ExportRequest, FromExportWorker, PackedFile } from './export-protocol';
import { packArchive } from './pack-archive';
import { packProject } from './pack-project';

function reply(message: FromExportWorker): void {
  self.postMessage(message);
}

async function work(request: ExportRequest): Promise<FromExportWorker> {
  const { snapshot, texts, options, stamp, journal, originals, copies, lossesOnly } = request;
  const written = writeExport(snapshot, texts, options, stamp, copies, journal);
  if (!written.ok) return { kind: 'refused', reason: written.error };
  const { as, files, losses } = written.value;
  if (lossesOnly) return { kind: 'done', answer: { files: [], losses } };
  if (as === 'file' || as === 'folder') {
    const saved = files.map(
      ({ name, content }): PackedFile => ({ name: as === 'file' ? '' : name, content }),
    );
    return { kind: 'done', answer: { files: saved, losses } };
  }
  reply({ kind: 'packing' });
  const kind = options.format === 'packet' ? 'packet' : 'project';
  const project = files[0]?.content ?? '';
  const packed =
    as === 'project'
      ? await packProject({ ...stamp, kind, project, journal, originals })
      : packArchive(files);
  if (!packed.ok) return { kind: 'refused', reason: packed.error.kind };
  return { kind: 'done', answer: { files: [{ name: '', content: packed.value }], losses } };
}

self.addEventListener('message', ({ data }: MessageEvent<ExportRequest>) => {
  work(data).then(reply, (error: unknown) => reply({ kind: 'failed', error: String(error) }));
});
