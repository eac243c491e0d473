import type { Span } from '../model/span';
import { pieces } from './pieces';

/** A fixed locale: what counts as a word must not hang on the language of the machine. */
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** The words (Unicode word boundaries, with dictionaries for scripts without spaces) that lie in a stretch of text. */
export function* wordSpans(text: string, span: Span): Generator<Span> {
  for (const piece of pieces(text, span)) {
    for (const part of segmenter.segment(text.slice(piece.start, piece.end))) {
      if (part.isWordLike !== true) continue;
      const start = piece.start + part.index;
      yield { start, end: start + part.segment.length };
    }
  }
}

/** Number of words in a stretch of text; by default in all of it. */
export function countWords(text: string, span: Span = { start: 0, end: text.length }): number {
  let count = 0;
  for (const piece of pieces(text, span)) {
    for (const part of segmenter.segment(text.slice(piece.start, piece.end))) if (part.isWordLike === true) count += 1;
  }
  return count;
}

/** How far on each side of an offset a word may reach. */
const reach = 256;

/**
 * The word at an offset of one paragraph: the one that holds the unit there, else the one that ends there;
 * `undefined` between words.
 */
export function wordAt(text: string, paragraph: Span, offset: number): Span | undefined {
  const around = {
    start: boundary(text, Math.max(paragraph.start, offset - reach), paragraph.start),
    end: Math.min(paragraph.end, offset + reach),
  };
  let before: Span | undefined;
  for (const word of wordSpans(text, around)) {
    if (word.start > offset) break;
    if (offset < word.end) return word;
    if (offset === word.end) before = word;
  }
  return before;
}

/** The first place behind white space from an offset on, so that no half word starts the stretch. */
function boundary(text: string, from: number, paragraphStart: number): number {
  if (from === paragraphStart) return from;
  const space = text.slice(from, from + reach).search(/\s/u);
  return space < 0 ? from : from + space + 1;
}
