/** Reads the project, writes one export, and ends: the window goes on answering meanwhile, and can stop it at any moment. */
import type { ExportFormat } from '@core/exchange/export-options';
import type { ExportStamp } from '@core/exchange/json-format';
import type { Loss } from '@core/exchange/losses';
import { type WrittenExport, writeExport } from '@core/exchange/write-export';
import type { Id } from '@core/model/identity';
import { type Result, succeed } from '@core/result';
import { createAsking } from './asking';
import type {
  ExportRequest,
  ExportSupplies,
  FromExportWorker,
  PackedFile,
  SupplyQuestions,
  ToExportWorker,
} from './export-protocol';
import { type ExportParts, gatherExport } from './gather-export';
import { giveBack } from './memory-at-rest';
import { packArchive } from './pack-archive';
import { type ProjectPackProblem, packProject } from './pack-project';

function tell(message: FromExportWorker, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}

const { ask, take } = createAsking<SupplyQuestions>((asked) => tell(asked));
const supplies: ExportSupplies = {
  readTexts: (...asks) => ask('readTexts', asks),
  readOriginals: (...asks) => ask('readOriginals', asks),
  readCommits: (...asks) => ask('readCommits', asks),
  copyGroups: (...asks) => ask('copyGroups', asks),
};

async function work(request: ExportRequest): Promise<FromExportWorker> {
  const gathered = await gatherExport(request, supplies);
  if (!gathered.ok) return { kind: 'unread', problem: gathered.error };
  const parts = gathered.value;
  // What the reading left behind is as much as what is going to be written.
  giveBack();
  const { snapshot, texts, missing, copies, journal, withoutOriginal } = parts;
  const { options, stamp, lossesOnly } = request;
  tell({ kind: 'phase', phase: 'writing' });
  const written = writeExport(snapshot, texts, options, stamp, copies, journal);
  if (!written.ok) return { kind: 'refused', reason: written.error };
  const files = lossesOnly
    ? goThrough(written.value)
    : await pack(written.value, options.format, stamp, parts);
  if (!files.ok) return { kind: 'refused', reason: files.error.kind };
  const gone = new Set(missing);
  const answer = {
    files: files.value,
    // Complete by now: all has been written.
    losses: [...written.value.losses(), ...lostOriginals(withoutOriginal)],
    annotations: snapshot.annotations.length,
    documents: snapshot.documents.length,
    missingTexts: snapshot.documents.filter(({ text_sha256 }) => gone.has(text_sha256)).length,
  };
  return { kind: 'done', answer };
}

function lostOriginals(ids: readonly Id[]): readonly Loss[] {
  return ids.length === 0 ? [] : [{ kind: 'original', count: ids.length, ids }];
}

/** Writes what is written while it is gone through, and keeps nothing. */
function goThrough(written: WrittenExport): Result<readonly PackedFile[], never> {
  const files = written.as === 'archive' ? written.files : [];
  for (const { parts } of files) Array.from(parts, () => null);
  return succeed([]);
}

async function pack(
  written: WrittenExport,
  format: ExportFormat,
  stamp: ExportStamp,
  { journal, originals }: ExportParts,
): Promise<Result<readonly PackedFile[], ProjectPackProblem>> {
  switch (written.as) {
    case 'file':
      return succeed(written.files.map(({ content }) => ({ name: '', content })));
    case 'folder':
      return succeed(written.files);
    case 'archive': {
      const packed = await packArchive(written.files);
      return packed.ok ? succeed([{ name: '', content: packed.value }]) : packed;
    }
    case 'project': {
      tell({ kind: 'phase', phase: 'packing' });
      const kind = format === 'packet' ? 'packet' : 'project';
      const packed = await packProject({ ...stamp, kind, project: written.json, journal, originals });
      return packed.ok ? succeed([{ name: '', content: packed.value }]) : packed;
    }
  }
}

/** Bytes are handed over, not copied. */
function bytesOf(message: FromExportWorker): Transferable[] {
  const files = message.kind === 'done' ? message.answer.files : [];
  return files.flatMap(({ content }) => (typeof content === 'string' ? [] : [content.buffer]));
}

self.addEventListener('message', ({ data }: MessageEvent<ToExportWorker>) => {
  if (data.kind === 'reply') take(data);
  else
    work(data.request).then(
      (message) => tell(message, bytesOf(message)),
      (error: unknown) => tell({ kind: 'failed', error: String(error) }),
    );
});
