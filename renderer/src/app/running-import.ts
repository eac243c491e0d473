import type { ImportProgress } from '../data/import-options';
import { createSource } from '../data/observable';

export interface RunningImport extends ImportProgress {
  readonly cancel: () => void;
}

/** The import that is running, for the panel to show. */
export const runningImport = createSource<RunningImport | null>(null);
