import type { Span } from '../model/span';

/** A stretch of a passage: whether it is a word that another passage has too. */
export interface LikePart {
  /** Where it begins in the text. */
  readonly start: number;
  readonly words: string;
  readonly isShared: boolean;
}

/** UTF-16 units of a passage that are shown. */
const mostShown = 480;

/** A passage cut where what it shares begins and ends; white space is one blank, and a long one ends in an ellipsis. */
export function likeParts(text: string, { start, end }: Span, shared: readonly Span[]): readonly LikePart[] {
  const parts: LikePart[] = [];
  const stop = Math.min(end, start + mostShown);
  let at = start;
  const take = (to: number, isShared: boolean): void => {
    if (to > at) parts.push({ start: at, words: text.slice(at, to).replace(/\s+/g, ' '), isShared });
    at = Math.max(at, to);
  };
  for (const word of shared) {
    if (word.end > stop) break;
    take(word.start, false);
    take(word.end, true);
  }
  if (stop === end) take(end, false);
  else {
    // Up to the last whole word.
    take(Math.max(at, text.lastIndexOf(' ', stop)), false);
    parts.push({ start: at, words: ' …', isShared: false });
  }
  return parts;
}
