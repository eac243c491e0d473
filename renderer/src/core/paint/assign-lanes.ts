import type { Span } from '../model/span';

/** Lanes that are drawn; what finds no room among them is counted as "+n". */
export const laneCount = 6;

export interface Laned<T> {
  readonly item: T;
  /** From 0, nearest the text; `laneCount` and more are not drawn. */
  readonly lane: number;
}

/**
 * Gives each span the nearest lane that is free over its whole length, so that lanes stay as they are however the
 * text is scrolled. Spans by start, longer first. Spans that only meet may share a lane when `gap` units lie between.
 */
export function assignLanes<T extends Span>(spans: readonly T[], gap = 1): readonly Laned<T>[] {
  const freeFrom: number[] = [];
  return spans.map((item) => {
    let lane = freeFrom.findIndex((offset) => offset <= item.start);
    if (lane < 0) lane = freeFrom.length;
    freeFrom[lane] = item.end + gap;
    return { item, lane };
  });
}
