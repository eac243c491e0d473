import type { Carried } from '@core/anchor/carry-passage';
import type { SharedRun } from '@core/anchor/text-diff';
import type { PassageTarget } from '@core/model/annotation';

/** What the window asks of the worker that compares two versions of a text. */
export interface CarryAsks {
  readonly before: string;
  readonly after: string;
  /** Passages of the earlier one whose places in the later are wanted. */
  readonly targets: readonly PassageTarget[];
}

export interface CarryAnswer {
  /** One for each target, in their order. */
  readonly carried: readonly Carried[];
  /** What both versions share. */
  readonly runs: readonly SharedRun[];
}
