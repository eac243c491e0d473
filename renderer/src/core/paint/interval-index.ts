import type { Span } from '../model/span';

/** Spans ordered by start, to be asked which of them touch a stretch of text. */
export interface IntervalIndex<T extends Span> {
  /** All, by start, longer first. */
  readonly items: readonly T[];
  /** Greatest end among the items up to and including this one: where a search may begin. */
  readonly reach: Float64Array;
}

export function buildIntervalIndex<T extends Span>(spans: readonly T[]): IntervalIndex<T> {
  const items = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const reach = new Float64Array(items.length);
  let furthest = 0;
  items.forEach((item, index) => {
    furthest = Math.max(furthest, item.end);
    reach[index] = furthest;
  });
  return { items, reach };
}

/** Items that share at least one unit with [from, to), in order; cost grows with what is near, not with all. */
export function touching<T extends Span>(index: IntervalIndex<T>, from: number, to: number): readonly T[] {
  let low = 0;
  let high = index.reach.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((index.reach[middle] ?? 0) <= from) low = middle + 1;
    else high = middle;
  }
  const found: T[] = [];
  for (let at = low; at < index.items.length; at++) {
    const item = index.items[at];
    if (item === undefined || item.start >= to) break;
    if (item.end > from) found.push(item);
  }
  return found;
}
