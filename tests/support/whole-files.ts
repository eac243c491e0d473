import type { ExportedFile, PartedFile } from '@core/exchange/json-format';
import type { Loss } from '@core/exchange/losses';
import { exportQdpx } from '@core/exchange/refi/export-refi';

/** Files that are made in parts, put together. */
export function wholeFiles(files: Iterable<PartedFile>): readonly ExportedFile[] {
  return Array.from(files, ({ name, parts }) => ({ name, content: [...parts].join('') }));
}

/** The other way round: each file as one part. */
export function inParts(files: readonly ExportedFile[]): readonly PartedFile[] {
  return files.map(({ name, content }) => ({ name, parts: [content] }));
}

/** All of a `.qdpx` in memory, and what it lost. */
export function wholeQdpx(...project: Parameters<typeof exportQdpx>): {
  readonly files: readonly ExportedFile[];
  readonly losses: readonly Loss[];
} {
  const written = exportQdpx(...project);
  const files = wholeFiles(written.files);
  return { files, losses: written.losses() };
}
