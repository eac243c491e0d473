/** What the window and the worker that writes an export say to each other. */
import type { CopyGroup } from '@core/copies/copy-groups';
import type { ExportOptions } from '@core/exchange/export-options';
import type { ExportStamp } from '@core/exchange/json-format';
import type { Loss } from '@core/exchange/losses';
import type { ProjectSnapshot } from '@core/exchange/project-snapshot';
import type { ExportRefusal } from '@core/exchange/write-export';
import type { ProjectPackProblem } from './pack-project';

export interface ExportRequest {
  readonly snapshot: ProjectSnapshot;
  readonly texts: ReadonlyMap<string, string>;
  readonly options: ExportOptions;
  readonly stamp: ExportStamp;
  /** Of a project file or an audit trail: commits of the journal; and of the first, files as they were imported. */
  readonly journal: readonly string[];
  readonly originals: readonly { readonly sha256: string; readonly bytes: Uint8Array }[];
  /** Groups of reprinted sentences, for formats that name them. */
  readonly copies: readonly CopyGroup[];
  /** Only what the format cannot hold is wanted, no files. */
  readonly lossesOnly: boolean;
}

/** Bytes to be saved; of a single file the name is ''. */
export interface PackedFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

export interface ExportAnswer {
  readonly files: readonly PackedFile[];
  readonly losses: readonly Loss[];
}

export type FromExportWorker =
  | { readonly kind: 'packing' }
  | { readonly kind: 'done'; readonly answer: ExportAnswer }
  | { readonly kind: 'refused'; readonly reason: ExportRefusal | ProjectPackProblem['kind'] }
  | { readonly kind: 'failed'; readonly error: string };
