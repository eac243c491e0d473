/** What the window and the worker that writes an export say to each other. */
import type { CopyGroup } from '@core/copies/copy-groups';
import type { ExportOptions } from '@core/exchange/export-options';
import type { ExportStamp } from '@core/exchange/json-format';
import type { Loss } from '@core/exchange/losses';
import type { ExportRefusal } from '@core/exchange/write-export';
import type { Bridge, Problem } from '@preload/contract';
import type { Asked, Reply } from './asking';
import type { ProjectPackProblem } from './pack-project';

/** The worker reads the open project's store itself. */
export interface ExportRequest {
  readonly options: ExportOptions;
  readonly stamp: ExportStamp;
  /** Only what the format cannot hold is wanted, no files. */
  readonly lossesOnly: boolean;
}

/** What the worker asks the window for, since it is not in the store. */
export interface ExportSupplies extends Pick<Bridge, 'readTexts' | 'readOriginals' | 'readCommits'> {
  /** Groups of reprinted sentences; null where nobody has looked for them yet. */
  readonly copyGroups: () => Promise<readonly CopyGroup[] | null>;
}

type SupplyName = keyof ExportSupplies;

export type SupplyQuestions = {
  readonly [N in SupplyName]: {
    readonly asks: Parameters<ExportSupplies[N]>;
    readonly answers: Awaited<ReturnType<ExportSupplies[N]>>;
  };
};

/** Bytes to be saved; of a single file the name is ''. */
export interface PackedFile {
  readonly name: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
}

export interface ExportAnswer {
  readonly files: readonly PackedFile[];
  readonly losses: readonly Loss[];
  readonly annotations: number;
  readonly documents: number;
  /** Documents whose text was not there, so that what needs it is empty. */
  readonly missingTexts: number;
}

/** The store has been read and the files are written; then they are packed. */
export type WorkerPhase = 'writing' | 'packing';

export type ToExportWorker = { readonly kind: 'write'; readonly request: ExportRequest } | Reply;

export type FromExportWorker =
  | Asked
  | { readonly kind: 'phase'; readonly phase: WorkerPhase }
  | { readonly kind: 'done'; readonly answer: ExportAnswer }
  | { readonly kind: 'refused'; readonly reason: ExportRefusal | ProjectPackProblem['kind'] }
  /** The store could not be read. */
  | { readonly kind: 'unread'; readonly problem: Problem }
  | { readonly kind: 'failed'; readonly error: string };
