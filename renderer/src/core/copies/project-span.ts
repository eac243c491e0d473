import type { Span } from '../model/span';
import { alignWords, type WordPair } from './align-words';
import { type FoldedWord, foldedWords } from './folded-words';

/** A stretch of whole sentences in a frozen text. */
export interface TextStretch {
  readonly text: string;
  readonly span: Span;
}

/** Where a passage stands in a copy of the sentences that it lies in. */
export type Projected =
  /** Word for word. */
  | { readonly kind: 'exact'; readonly span: Span }
  /** Its words, some of them changed. */
  | { readonly kind: 'differs'; readonly span: Span }
  /** Fewer than half of its words: the copy does not say this. */
  | { readonly kind: 'lacking' };

/** The share of a passage's words that a copy must hold to hold the passage. */
const leastKept = 0.5;

/**
 * Finds the place of a passage in a copy, by aligning the words of both. Punctuation at the ends of the passage is
 * taken along where the copy has the same. Offsets are UTF-16 units of the copy's text.
 */
export function projectSpan(source: TextStretch, coded: Span, copy: TextStretch): Projected {
  const left = foldedWords(source.text, source.span);
  const right = foldedWords(copy.text, copy.span);
  const first = left.findIndex(({ end }) => end > coded.start);
  const last = left.findLastIndex(({ start }) => start < coded.end);
  if (first < 0 || last < first) return { kind: 'lacking' };
  const pairs = alignWords(
    left.map(({ word }) => word),
    right.map(({ word }) => word),
  );
  const inside = pairs.filter(([at]) => at >= first && at <= last);
  const count = last - first + 1;
  if (inside.length < leastKept * count) return { kind: 'lacking' };
  const range = rangeIn(pairs, inside, first, last, right.length);
  const [from, to] = [right[range.first], right[range.last]];
  if (from === undefined || to === undefined) return { kind: 'lacking' };
  const span = withEnds(source, coded, left, { first, last }, copy, { start: from.start, end: to.end });
  const isExact = inside.length === count && range.last - range.first + 1 === count;
  return { kind: isExact ? 'exact' : 'differs', span };
}

/**
 * The copy's words from the first to the last that are the passage's. Where the passage begins or ends with a word
 * that the copy replaced, what stands in its place belongs to it: all up to the next word that both have.
 */
function rangeIn(
  pairs: readonly WordPair[],
  inside: readonly WordPair[],
  first: number,
  last: number,
  length: number,
): { readonly first: number; readonly last: number } {
  const [firstLeft = first, firstRight = 0] = inside[0] ?? [];
  const [lastLeft = last, lastRight = 0] = inside.at(-1) ?? [];
  const before = pairs.findLast(([at]) => at < first);
  const after = pairs.find(([at]) => at > last);
  const free = firstRight - (before === undefined ? 0 : before[1] + 1);
  const freeAfter = (after === undefined ? length : after[1]) - 1 - lastRight;
  // No more words than were replaced.
  return {
    first: firstRight - Math.min(free, firstLeft - first),
    last: lastRight + Math.min(freeAfter, last - lastLeft),
  };
}

/** Takes along the marks between the passage's ends and its outer words, and leaves off half words as it does. */
function withEnds(
  source: TextStretch,
  coded: Span,
  left: readonly FoldedWord[],
  words: { readonly first: number; readonly last: number },
  copy: TextStretch,
  span: Span,
): Span {
  const from = left[words.first]?.start ?? coded.start;
  const to = left[words.last]?.end ?? coded.end;
  const lead = source.text.slice(coded.start, Math.max(coded.start, from));
  const trail = source.text.slice(Math.min(coded.end, to), coded.end);
  const hasLead =
    lead !== '' && foldMarks(copy.text.slice(span.start - lead.length, span.start)) === foldMarks(lead);
  const hasTrail =
    trail !== '' && foldMarks(copy.text.slice(span.end, span.end + trail.length)) === foldMarks(trail);
  return {
    start: hasLead ? Math.max(copy.span.start, span.start - lead.length) : span.start,
    end: hasTrail ? Math.min(copy.span.end, span.end + trail.length) : span.end,
  };
}

function foldMarks(marks: string): string {
  return marks
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[‐-―]/g, '-')
    .replace(/\s+/gu, ' ');
}
