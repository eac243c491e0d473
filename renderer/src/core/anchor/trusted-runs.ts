import type { SharedRun } from './text-diff';

/** Runs of what two versions share, and whether it is certain that they are the same place in both. */
export interface TrustedRuns {
  readonly runs: readonly SharedRun[];
  /** The run that a unit of the earlier version lies in, by its place among the runs; -1 between two. */
  readonly runAt: (place: number) => number;
  /** The last run that begins at or before a place; -1 before all. */
  readonly runBefore: (place: number) => number;
  readonly isTrusted: (run: number) => boolean;
}

/** Units at either end of a run by which its place is told; all of a shorter one. */
const telling = 400;
/** Units of a trusted run that are looked at beside what lies between. */
const overlap = 24;
/** Runs on either side among which the next trusted one is looked for. */
const mostNeighbours = 12;

/**
 * A run is trusted where its words stand once in either version; and one that does not where they stand once between
 * the trusted runs around it. Which of several alike was kept nobody can tell.
 */
export function trustedRuns(before: string, after: string, runs: readonly SharedRun[]): TrustedRuns {
  const byItself = new Map<number, boolean>();
  const trusted = new Map<number, boolean>();
  const textOf = ({ before: start, length }: SharedRun): string =>
    before.slice(start, start + Math.min(length, telling));
  const standsAlone = (at: number): boolean => {
    const known = byItself.get(at);
    if (known !== undefined) return known;
    const run = runs[at];
    const text = run === undefined ? '' : textOf(run);
    const alone = text !== '' && standsOnce(before, text) && standsOnce(after, text);
    byItself.set(at, alone);
    return alone;
  };
  const neighbour = (at: number, step: 1 | -1): SharedRun | 'far' | undefined => {
    for (let far = 1; far <= mostNeighbours; far += 1) {
      const other = at + far * step;
      if (other < 0 || other >= runs.length) return undefined;
      if (standsAlone(other)) return runs[other];
    }
    return 'far';
  };
  const standsBetween = (at: number): boolean => {
    const run = runs[at];
    if (run === undefined) return false;
    const left = neighbour(at, -1);
    const right = neighbour(at, 1);
    if (left === 'far' || right === 'far') return false;
    const text = textOf(run).trim();
    if (text === '') return false;
    // Somewhat into both: a word that also ends or begins what is kept could be either.
    const [lead, trail] = [Math.min(overlap, left?.length ?? 0), Math.min(overlap, right?.length ?? 0)];
    const from = left === undefined ? 0 : left.before + left.length - lead;
    const otherFrom = left === undefined ? 0 : left.after + left.length - lead;
    const to = right === undefined ? before.length : right.before + trail;
    const otherTo = right === undefined ? after.length : right.after + trail;
    return standsOnce(before.slice(from, to), text) && standsOnce(after.slice(otherFrom, otherTo), text);
  };
  const runBefore = (place: number): number => {
    let low = 0;
    let high = runs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((runs[middle]?.before ?? 0) <= place) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
  return {
    runs,
    runBefore,
    runAt: (place) => {
      const at = runBefore(place);
      const run = runs[at];
      return run !== undefined && place < run.before + run.length ? at : -1;
    },
    isTrusted: (at) => {
      const known = trusted.get(at);
      if (known !== undefined) return known;
      const answer = standsAlone(at) || standsBetween(at);
      trusted.set(at, answer);
      return answer;
    },
  };
}

export function standsOnce(text: string, part: string): boolean {
  const first = text.indexOf(part);
  return first >= 0 && text.indexOf(part, first + 1) < 0;
}
