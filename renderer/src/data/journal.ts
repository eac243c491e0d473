/** The journal as the data layer sees it: changes in order, read through the bridge some megabytes at a time. */

import type { Applicable } from '@core/change/apply';
import { readChange } from '@core/change/read-change';
import type { Change } from '@core/model/change';
import { fail, succeed } from '@core/result';
import type { Bridge, Commit, JournalHead, Outcome, Problem } from '@preload/contract';
import { storeProblem } from './store-problem';

const damaged = (detail: string): Problem => ({ code: 'journal-damaged', detail });

/** Appends one commit and puts the sequence numbers that main gave into its changes. */
export async function append(
  bridge: Bridge,
  changes: readonly Applicable[],
): Promise<Outcome<{ readonly changes: readonly Change[]; readonly head: JournalHead }>> {
  try {
    // Changes are plain data made of what JSON can hold; their interfaces only lack an index signature.
    const appended = await bridge.appendCommit(changes as unknown as Commit);
    if (!appended.ok) return appended;
    const { first_seq, head } = appended.value;
    return succeed({
      changes: changes.map((change, place) => ({ ...change, seq: first_seq + place })),
      head,
    });
  } catch (error) {
    return fail(storeProblem(error));
  }
}

/**
 * Visits the commits that hold the changes from `from` to `to`, in order; of a commit only the changes in that
 * range. Stops with a problem where the journal cannot be read or has a gap.
 */
export async function eachCommit(
  bridge: Bridge,
  from: number,
  to: number,
  visit: (changes: readonly Change[]) => void | Promise<void>,
): Promise<Outcome<null>> {
  let next = from;
  while (next <= to) {
    const read = await readSome(bridge, next, to);
    if (!read.ok) return read;
    const before = next;
    for (const commit of read.value) {
      const changes = commit.map(readChange);
      const wanted: Change[] = [];
      for (const change of changes) {
        if (change === null) return fail(damaged(`after change ${next - 1}`));
        if (change.seq < next || change.seq > to) continue;
        if (change.seq !== next) return fail(damaged(`change ${next} is missing`));
        wanted.push(change);
        next += 1;
      }
      if (wanted.length > 0) await visit(wanted);
    }
    if (next === before) return fail(damaged(`change ${next} is missing`));
  }
  return succeed(null);
}

async function readSome(bridge: Bridge, from: number, to: number): Promise<Outcome<readonly Commit[]>> {
  try {
    return await bridge.readCommits(from, to);
  } catch (error) {
    return fail(storeProblem(error));
  }
}
