import type { Id, Time } from '@core/model/identity';
import type { CorpusFile, FrozenFile, Outcome } from '@preload/contract';

export interface ImportProgress {
  /** Files dealt with, whatever became of them. */
  readonly done: number;
  readonly total: number;
  /** Path of the file last dealt with; of the first while it is read. */
  readonly current: string;
  /** Files a second since the beginning. */
  readonly rate: number;
}

export interface ImportOptions {
  readonly newId: () => Id;
  readonly now: () => Time;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Files that do not come in before a person was asked about them. */
  readonly hold?: (file: CorpusFile, frozen: Outcome<FrozenFile>) => boolean;
}
