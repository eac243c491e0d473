import type { Span } from '../model/span';
import { isPairSplit } from './pieces';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Longer than any cluster that means something; segmenters are slow on long strings. */
const reach = 256;
/** Two of these side by side are always two clusters, and a line feed is always one. */
const plain = /[\n -~]/;

/**
 * Widens a span to whole grapheme clusters (what a person takes for one character), so that no selection cuts an
 * emoji or a letter from its accents. A span that is empty between two clusters stays empty.
 */
export function snapToGraphemes(text: string, span: Span): Span {
  const start = clusterAt(text, span.start).start;
  const last = clusterAt(text, span.end);
  return { start, end: Math.max(start, last.start === span.end ? span.end : last.end) };
}

/** Takes the white space off both ends; a span of white space alone shrinks to its start. */
export function trimSpan(text: string, span: Span): Span {
  const content = text.slice(span.start, span.end);
  const start = span.start + content.length - content.trimStart().length;
  return content.trim() === ''
    ? { start: span.start, end: span.start }
    : { start, end: start + content.trim().length };
}

/** The end of the grapheme cluster that begins at or holds the unit at an offset; the text's end at its end. */
export function graphemeEnd(text: string, offset: number): number {
  if (offset > 0) return clusterAt(text, offset).end;
  for (const { segment } of segmenter.segment(text.slice(0, reach))) return segment.length;
  return 0;
}

/** The start of the grapheme cluster that ends at an offset, or holds the unit before it; 0 at the text's start. */
export function graphemeStart(text: string, offset: number): number {
  return offset <= 1 ? 0 : clusterAt(text, offset - 1).start;
}

/** The cluster that holds the unit at an offset; empty at the ends of the text. */
function clusterAt(text: string, offset: number): Span {
  if (offset <= 0 || offset >= text.length) {
    const end = Math.min(Math.max(offset, 0), text.length);
    return { start: end, end };
  }
  const from = safeBoundaryBefore(text, offset);
  const segment = segmenter.segment(text.slice(from, offset + reach)).containing(offset - from);
  if (segment === undefined) return { start: offset, end: offset };
  return { start: from + segment.index, end: from + segment.index + segment.segment.length };
}

function safeBoundaryBefore(text: string, offset: number): number {
  const limit = Math.max(0, offset - reach);
  for (let at = offset - 1; at > limit; at -= 1) {
    if (plain.test(text.charAt(at - 1)) && plain.test(text.charAt(at))) return at;
  }
  return limit > 0 && isPairSplit(text, limit) ? limit - 1 : limit;
}
