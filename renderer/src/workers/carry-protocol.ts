import type { Carried } from '@core/anchor/carry-passage';
import type { PassageTarget } from '@core/model/annotation';

/** What the window asks of the worker that carries passages into a later version of their text. */
export interface CarryAsks {
  readonly before: string;
  readonly after: string;
  readonly targets: readonly PassageTarget[];
}

/** One for each target, in their order. */
export type CarryAnswer = readonly Carried[];
