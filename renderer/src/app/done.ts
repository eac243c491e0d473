import type { Json } from '@preload/contract';

/** What became of one thing that the command line asked for. */
export interface Done {
  readonly summary: Json;
  readonly problems: readonly string[];
  /** The import report shows them, one by one. */
  readonly isReported?: boolean;
}
