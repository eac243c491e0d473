import type { Span } from '../model/span';

/** Lanes that are drawn; what finds no room among them is counted as "+n". */
export const laneCount = 6;

/**
 * Gives each span the nearest lane that is free over its whole length, so that lanes stay as they are however the
 * text is scrolled. Spans by start, longer first. Spans that only meet may share a lane when `gap` units lie between.
 * Result: a lane for each span, from 0, nearest the text; `laneCount` for those that find no room.
 */
export function assignLanes(spans: readonly Span[], gap = 1): Uint8Array {
  const freeFrom = new Float64Array(laneCount);
  const lanes = new Uint8Array(spans.length);
  let at = 0;
  for (const { start, end } of spans) {
    let lane = 0;
    while (lane < laneCount && (freeFrom[lane] ?? 0) > start) lane += 1;
    if (lane < laneCount) freeFrom[lane] = end + gap;
    lanes[at] = lane;
    at += 1;
  }
  return lanes;
}
