/** What the journal tells of certain things over the whole life of the project, without holding all of it. */
import type { Change } from '@core/model/change';
import { succeed } from '@core/result';
import type { Bridge, Outcome } from '@preload/contract';
import { eachCommit } from './journal';

export interface History {
  /** In the order of the journal. */
  readonly changes: readonly Change[];
  /** Sequence number up to which the journal was read. */
  readonly seq: number;
}

export const noHistory: History = { changes: [], seq: 0 };

/**
 * Reads the journal on from where an earlier reading ended, up to the change `to`, and keeps the changes that `keep`
 * names; the journal comes some megabytes at a time and goes again. Stops with a problem where it cannot be read.
 */
export async function readHistory(
  bridge: Bridge,
  earlier: History,
  to: number,
  keep: (change: Change) => boolean,
): Promise<Outcome<History>> {
  if (to <= earlier.seq) return succeed(earlier);
  const found: Change[] = [];
  const read = await eachCommit(bridge, earlier.seq + 1, to, (changes) => {
    for (const change of changes) if (keep(change)) found.push(change);
  });
  return read.ok ? succeed({ changes: [...earlier.changes, ...found], seq: to }) : read;
}
