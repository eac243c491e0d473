import type { Span } from '../model/span';

/**
 * Node 20's segmenter takes time with the square of the length of a string; at this size the loss is small, and a
 * piece is still longer than any word.
 */
export const pieceLength = 512;

/**
 * Cuts a stretch into pieces of at most `limit` UTF-16 units, in order and without gaps, each cut behind white
 * space where the last half of a piece has any, and never inside a surrogate pair.
 */
export function* pieces(text: string, span: Span, limit: number = pieceLength): Generator<Span> {
  let start = span.start;
  while (start < span.end) {
    const end = span.end - start <= limit ? span.end : cutBefore(text, start, start + limit);
    yield { start, end };
    start = end;
  }
}

/** The place behind the last white space before `limit`, if it lies in the second half; else about `limit`. */
export function cutBefore(text: string, start: number, limit: number): number {
  for (let cut = limit; cut > start + (limit - start) / 2; cut -= 1) {
    if (isSpaceUnit(text.charCodeAt(cut - 1))) return cut;
  }
  return isPairSplit(text, limit) ? limit - 1 : limit;
}

/** Whether an offset lies between the two halves of one character. */
export function isPairSplit(text: string, offset: number): boolean {
  return (text.charCodeAt(offset - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(offset) & 0xfc00) === 0xdc00;
}

/** The spaces that texts are full of; the rarer ones do not matter for where to cut. */
function isSpaceUnit(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x09 || unit === 0xa0 || unit === 0x3000;
}
