import type { Span } from '../model/span';

/** Spans ordered by start, to be asked which of them touch a stretch of text. */
export interface IntervalIndex<T extends Span> {
  /** All, by start, longer first. */
  readonly items: readonly T[];
  /** Greatest end among the items up to and including this one: where a search may begin. */
  readonly reach: Float64Array;
}

/** By start, longer first. */
function inReadingOrder(one: Span, other: Span): number {
  return one.start - other.start || other.end - one.end;
}

/** The spans themselves where they are in order already, else sorted in an array of their own. */
function sortSpans<T extends Span>(spans: readonly T[]): readonly T[] {
  let start = Number.NEGATIVE_INFINITY;
  let end = 0;
  for (const span of spans) {
    if (span.start < start || (span.start === start && span.end > end))
      return [...spans].sort(inReadingOrder);
    start = span.start;
    end = span.end;
  }
  return spans;
}

/** Spans in order, with some taken out and others put in; the same array when there are none. */
export function exchangeSpans<T extends Span>(
  spans: readonly T[],
  gone: readonly T[],
  fresh: readonly T[],
): readonly T[] {
  // A text that is opened: thousands come, and none was there.
  if (spans.length === 0) return sortSpans(fresh);
  const starts = [...gone, ...fresh].map(({ start }) => start);
  if (starts.length === 0) return spans;
  const low = firstFrom(
    spans,
    starts.reduce((one, other) => Math.min(one, other)),
  );
  const high = firstFrom(spans, starts.reduce((one, other) => Math.max(one, other)) + 1);
  const out = new Set(gone);
  const middle = [...spans.slice(low, high).filter((span) => !out.has(span)), ...fresh].sort(inReadingOrder);
  return [...spans.slice(0, low), ...middle, ...spans.slice(high)];
}

/** Place of the first span that begins at or after the offset. */
function firstFrom(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle]?.start ?? Number.POSITIVE_INFINITY) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function buildIntervalIndex<T extends Span>(spans: readonly T[]): IntervalIndex<T> {
  const items = sortSpans(spans);
  const reach = new Float64Array(items.length);
  let furthest = 0;
  let at = 0;
  for (const { end } of items) {
    if (end > furthest) furthest = end;
    reach[at] = furthest;
    at += 1;
  }
  return { items, reach };
}

/**
 * Places, within `items`, of those that share at least one unit with [from, to), in order; the cost grows with what
 * is near, not with all.
 */
export function placesTouching<T extends Span>(
  index: IntervalIndex<T>,
  from: number,
  to: number,
): readonly number[] {
  let low = 0;
  let high = index.reach.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((index.reach[middle] ?? 0) <= from) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (let at = low; at < index.items.length; at++) {
    const item = index.items[at];
    if (item === undefined || item.start >= to) break;
    if (item.end > from) found.push(at);
  }
  return found;
}

/** Items that share at least one unit with [from, to), in order. */
export function touching<T extends Span>(index: IntervalIndex<T>, from: number, to: number): readonly T[] {
  return placesTouching(index, from, to).flatMap((at) => index.items[at] ?? []);
}
