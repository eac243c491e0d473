import type { PassageTarget } from '../model/annotation';
import type { Span } from '../model/span';

/** UTF-16 units kept on either side of a passage. */
export const contextLength = 32;

/** True when the offset stands between the two halves of a surrogate pair. */
export function splitsPair(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}

/**
 * Says where a passage stands so that it can be checked later: offsets, quote and up to 32 UTF-16 units on either
 * side, one fewer where the 32nd would be half a surrogate pair. The span must lie within the text and split no
 * pair; anything else is a bug of the caller and throws.
 */
export function describeAnchor(text: string, { start, end }: Span): PassageTarget {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end < start || end > text.length) {
    throw new Error(`Span ${start}..${end} does not lie in a text of ${text.length} units`);
  }
  if (splitsPair(text, start) || splitsPair(text, end)) {
    throw new Error(`Span ${start}..${end} splits a surrogate pair`);
  }
  const first = Math.max(0, start - contextLength);
  const last = Math.min(text.length, end + contextLength);
  return {
    kind: 'passage',
    start,
    end,
    quote: text.slice(start, end),
    prefix: text.slice(splitsPair(text, first) ? first + 1 : first, start),
    suffix: text.slice(end, splitsPair(text, last) ? last - 1 : last),
  };
}
