import { type Tokens, tokensOf } from './diff-tokens';
import { type Gap, markedPlaces } from './marked-places';

/** A stretch that two texts share. UTF-16 units. */
export interface SharedRun {
  readonly before: number;
  readonly after: number;
  readonly length: number;
}

/** Tokens in a row that mark a place when they stand once in either text; the shorter are asked inside the gaps. */
const marks = [12, 5, 2] as const;
/** Tokens of a gap that are compared one by one: the work grows with the square of what differs. */
const mostCompared = 4_000;
const mostDifferent = 400;

/**
 * What a later version of a text kept of the earlier one, in the order of both. Places that stand once in either are
 * lined up first and what lies between them is compared (as in patience diff), so that the time grows with the length
 * of the texts, not with its square. What is not certain to be kept counts as changed.
 */
export function sharedRuns(before: string, after: string): readonly SharedRun[] {
  if (before === after) return before === '' ? [] : [{ before: 0, after: 0, length: before.length }];
  const numbers = new Map<string, number>();
  const one = tokensOf(before, numbers);
  const other = tokensOf(after, numbers);
  const pairs: [number, number][] = [];
  align(one.ids, other.ids, pairs);
  return asRuns(pairs, one, other);
}

function align(one: Int32Array, other: Int32Array, pairs: [number, number][]): void {
  const gaps: (Gap & { readonly step: number })[] = [
    { from: 0, to: one.length, otherFrom: 0, otherTo: other.length, step: 0 },
  ];
  for (let gap = gaps.pop(); gap !== undefined; gap = gaps.pop()) {
    const inner = trim(one, other, gap, pairs);
    if (inner.from === inner.to || inner.otherFrom === inner.otherTo) continue;
    const length = marks[gap.step];
    if (length === undefined) {
      compare(one, other, inner, pairs);
      continue;
    }
    let { from, otherFrom } = inner;
    const marked = markedPlaces(one, other, inner, length);
    for (let place = 0; place < marked.count; place += 1) {
      const at = marked.here[place] ?? 0;
      const otherAt = marked.there[place] ?? 0;
      if (at < from || otherAt < otherFrom) continue;
      gaps.push({ from, to: at, otherFrom, otherTo: otherAt, step: gap.step });
      let same = 0;
      while (
        at + same < inner.to &&
        otherAt + same < inner.otherTo &&
        one[at + same] === other[otherAt + same]
      ) {
        pairs.push([at + same, otherAt + same]);
        same += 1;
      }
      [from, otherFrom] = [at + same, otherAt + same];
    }
    const isWhole = from === inner.from && otherFrom === inner.otherFrom;
    const step = isWhole ? gap.step + 1 : gap.step;
    gaps.push({ from, to: inner.to, otherFrom, otherTo: inner.otherTo, step });
  }
}

/** Takes what a gap begins and ends with alike. */
function trim(one: Int32Array, other: Int32Array, gap: Gap, pairs: [number, number][]): Gap {
  let { from, to, otherFrom, otherTo } = gap;
  while (from < to && otherFrom < otherTo && one[from] === other[otherFrom]) {
    pairs.push([from, otherFrom]);
    from += 1;
    otherFrom += 1;
  }
  while (from < to && otherFrom < otherTo && one[to - 1] === other[otherTo - 1]) {
    to -= 1;
    otherTo -= 1;
    pairs.push([to, otherTo]);
  }
  return { from, to, otherFrom, otherTo };
}

/** The longest common subsequence of a small gap (E. Myers, "An O(ND) difference algorithm", 1986); none of a large one. */
function compare(one: Int32Array, other: Int32Array, gap: Gap, pairs: [number, number][]): void {
  const n = gap.to - gap.from;
  const m = gap.otherTo - gap.otherFrom;
  if (n + m > mostCompared) return;
  const most = Math.min(n + m, mostDifferent);
  const trace: Int32Array[] = [];
  const reach = new Int32Array(2 * most + 3);
  const middle = most + 1;
  for (let d = 0; d <= most; d += 1) {
    trace.push(reach.slice());
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && (reach[middle + k - 1] ?? 0) < (reach[middle + k + 1] ?? 0));
      let x = down ? (reach[middle + k + 1] ?? 0) : (reach[middle + k - 1] ?? 0) + 1;
      while (x < n && x - k < m && one[gap.from + x] === other[gap.otherFrom + x - k]) x += 1;
      reach[middle + k] = x;
      if (x < n || x - k < m) continue;
      walkBack(trace, middle, gap, d, k, pairs);
      return;
    }
  }
}

function walkBack(
  trace: readonly Int32Array[],
  middle: number,
  gap: Gap,
  last: number,
  lastK: number,
  pairs: [number, number][],
): void {
  let x = gap.to - gap.from;
  let k = lastK;
  for (let d = last; d >= 0; d -= 1) {
    const reach = trace[d];
    const at = (place: number): number => reach?.[middle + place] ?? 0;
    const down = k === -d || (k !== d && at(k - 1) < at(k + 1));
    const before = d === 0 ? 0 : down ? at(k + 1) : at(k - 1) + 1;
    for (; x > before; x -= 1) pairs.push([gap.from + x - 1, gap.otherFrom + x - 1 - k]);
    if (!down) x -= 1;
    k = down ? k + 1 : k - 1;
  }
}

function asRuns(pairs: [number, number][], one: Tokens, other: Tokens): readonly SharedRun[] {
  pairs.sort((a, b) => a[0] - b[0]);
  const runs: { before: number; after: number; length: number }[] = [];
  for (const [at, otherAt] of pairs) {
    const before = one.starts[at] ?? 0;
    const after = other.starts[otherAt] ?? 0;
    const length = (one.starts[at + 1] ?? before) - before;
    const last = runs.at(-1);
    if (last !== undefined && last.before + last.length === before && last.after + last.length === after)
      last.length += length;
    else runs.push({ before, after, length });
  }
  return runs;
}
