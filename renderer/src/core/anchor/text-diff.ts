/** A stretch that two texts share. UTF-16 units. */
export interface SharedRun {
  readonly before: number;
  readonly after: number;
  readonly length: number;
}

/** Words whole; all else sign by sign. */
const token = /[\p{L}\p{M}\p{N}]+|./gsu;
/** Tokens in a row that mark a place when they stand once in either text; the shorter are asked inside the gaps. */
const marks = [12, 5, 2] as const;
/** Tokens of a gap that are compared one by one: the work grows with the square of what differs. */
const mostCompared = 4_000;
const mostDifferent = 400;

interface Tokens {
  /** Same number, same token, in both texts. */
  readonly ids: Int32Array;
  /** Where each begins; one more at the end. */
  readonly starts: Int32Array;
}

interface Gap {
  readonly from: number;
  readonly to: number;
  readonly otherFrom: number;
  readonly otherTo: number;
}

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

function tokensOf(text: string, numbers: Map<string, number>): Tokens {
  const ids: number[] = [];
  const starts: number[] = [];
  for (const { 0: found, index } of text.matchAll(token)) {
    let id = numbers.get(found);
    if (id === undefined) {
      id = numbers.size;
      numbers.set(found, id);
    }
    ids.push(id);
    starts.push(index);
  }
  starts.push(text.length);
  return { ids: Int32Array.from(ids), starts: Int32Array.from(starts) };
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
    for (const [at, otherAt] of markedPlaces(one, other, inner, length)) {
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

/** Places of runs of tokens that stand once in either stretch, as many as stand in the same order. */
function markedPlaces(
  one: Int32Array,
  other: Int32Array,
  gap: Gap,
  length: number,
): readonly (readonly [number, number])[] {
  const here = placesOnce(one, gap.from, gap.to, length);
  const there = placesOnce(other, gap.otherFrom, gap.otherTo, length);
  const common: [number, number][] = [];
  for (const [key, at] of here) {
    const otherAt = there.get(key);
    if (at < 0 || otherAt === undefined || otherAt < 0) continue;
    // Two runs may have one number; then they are told apart here.
    let same = 0;
    while (same < length && one[at + same] === other[otherAt + same]) same += 1;
    if (same === length) common.push([at, otherAt]);
  }
  common.sort((a, b) => a[0] - b[0]);
  return longestRising(common);
}

/** The place of each run of tokens by a number made of it, -1 where that comes more than once. */
function placesOnce(ids: Int32Array, from: number, to: number, length: number): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  let highest = 1;
  for (let n = 1; n < length; n += 1) highest = Math.imul(highest, factor);
  let number = 0;
  for (let at = from; at < to; at += 1) {
    const first = at - length + 1;
    if (first > from) number = (number - Math.imul(highest, (ids[first - 1] ?? 0) + 1)) | 0;
    number = (Math.imul(number, factor) + (ids[at] ?? 0) + 1) | 0;
    if (first >= from) places.set(number, places.has(number) ? -1 : first);
  }
  return places;
}

/** Odd, and far from a power of two (Knuth's multiplier). */
const factor = 0x9e3779b1 | 0;

function longestRising(
  pairs: readonly (readonly [number, number])[],
): readonly (readonly [number, number])[] {
  const ends: number[] = [];
  const previous = new Int32Array(pairs.length).fill(-1);
  for (const [at, [, place]] of pairs.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const value = pairs[ends[middle] ?? 0]?.[1] ?? 0;
      if (value < place) low = middle + 1;
      else high = middle;
    }
    previous[at] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = at;
  }
  const rising: (readonly [number, number])[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) {
    const pair = pairs[at];
    if (pair !== undefined) rising.push(pair);
  }
  return rising.reverse();
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
