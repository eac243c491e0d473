/** The journal as the data layer sees it: changes in order, read through the bridge some megabytes at a time. */
import type { Applicable } from '@core/change/apply';
import { readChange } from '@core/change/read-change';
import type { Change } from '@core/model/change';
import { fail, succeed } from '@core/result';
import type { Bridge, JournalHead, Outcome, Problem } from '@preload/contract';
import { drawn, inTurns, many } from './in-turns';
import { storeProblem } from './store-problem';

/** UTF-16 units of a commit that cross the bridge at once: more would keep the window from drawing meanwhile. */
const partLength = 2_000_000;

const damaged = (detail: string): Problem => ({ code: 'journal-damaged', detail });

/** Appends one commit and puts the sequence numbers that main gave into its changes. */
export async function append(
  bridge: Bridge,
  changes: readonly Applicable[],
): Promise<Outcome<{ readonly changes: readonly Change[]; readonly head: JournalHead }>> {
  try {
    const parts = changes.length > many ? await partsInTurns(changes) : [JSON.stringify(changes)];
    for (const part of parts.slice(0, -1)) {
      const held = await bridge.holdCommit(part);
      if (!held.ok) return held;
      await drawn();
    }
    const appended = await bridge.appendCommit(parts.at(-1) ?? '[]');
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

/** What `JSON.stringify` makes of the changes, made of some at a time, and cut into parts between them. */
async function partsInTurns(changes: readonly Applicable[]): Promise<readonly string[]> {
  const parts: string[] = [];
  let some: string[] = [];
  let length = 0;
  const cut = (): void => {
    parts.push(`${parts.length === 0 ? '[' : ','}${some.join(',')}`);
    some = [];
    length = 0;
  };
  await inTurns(changes, (change) => {
    if (length > partLength) cut();
    const json = JSON.stringify(change);
    some.push(json);
    length += json.length;
  });
  cut();
  return parts.map((part, at) => (at === parts.length - 1 ? `${part}]` : part));
}

/**
 * Visits the commits that hold the changes from `from` to `to`, in order; of a commit only the changes in that
 * range. Stops with a problem where the journal cannot be read or has a gap; how much of what comes before it was
 * visited is then left open.
 */
export async function eachCommit(
  bridge: Bridge,
  from: number,
  to: number,
  visit: (changes: readonly Change[]) => void | Promise<void>,
): Promise<Outcome<null>> {
  let next = from;
  let reading = readSome(bridge, next, to);
  while (next <= to) {
    const read = await reading;
    if (!read.ok) return read;
    // The last line says where the next ones begin: main reads on while the others are parsed and dealt with.
    const last = changesOf(read.value.at(-1) ?? '');
    const end = last.at(-1)?.seq ?? to;
    if (end >= next && end < to) reading = readSome(bridge, end + 1, to);
    const commits: (readonly Change[])[] = [];
    for (const [place, json] of read.value.entries()) {
      const wanted: Change[] = [];
      for (const change of place === read.value.length - 1 ? last : changesOf(json)) {
        if (change === null) return fail(damaged(`after change ${next - 1}`));
        if (change.seq < next || change.seq > to) continue;
        if (change.seq !== next) return fail(damaged(`change ${next} is missing`));
        wanted.push(change);
        next += 1;
      }
      if (wanted.length > 0) commits.push(wanted);
    }
    if (commits.length === 0) return fail(damaged(`change ${next} is missing`));
    for (const changes of commits) await visit(changes);
  }
  return succeed(null);
}

/** The changes of a line; null for each that cannot be read, and for a line that is none. */
function changesOf(json: string): readonly (Change | null)[] {
  try {
    const parsed: unknown = JSON.parse(json);
    return Array.isArray(parsed) ? parsed.map(readChange) : [null];
  } catch {
    return [null];
  }
}

async function readSome(bridge: Bridge, from: number, to: number): Promise<Outcome<readonly string[]>> {
  try {
    return await bridge.readCommits(from, to);
  } catch (error) {
    return fail(storeProblem(error));
  }
}
