/** A quote with some words before and after it, for a list of passages. */
import type { Span } from '../model/span';

export interface QuoteContext {
  readonly before: string;
  readonly quote: string;
  readonly after: string;
}

/** UTF-16 units of a quote that are shown at most: its beginning and its end. */
const longest = { head: 420, tail: 120 } as const;
/** UTF-16 units that a cut may move to fall between words. */
const slack = 16;
const ellipsis = '…';

/**
 * The quote within its text, `room` UTF-16 units of context in all, cut between words. Line feeds become blanks. What
 * is left out within a long quote, or beyond the context, shows as "…".
 */
export function quoteContext(text: string, { start, end }: Span, room: number): QuoteContext {
  const half = Math.floor(room / 2);
  // What one side does not need, at an edge of the text, the other one gets.
  const left = Math.min(start, Math.max(half, room - (text.length - end)));
  const right = Math.min(text.length - end, Math.max(half, room - start));
  const from = left === start ? 0 : cutForward(text, start - left, start);
  const to = right === text.length - end ? text.length : cutBack(text, end + right, end);
  return {
    before: (from === 0 ? '' : ellipsis) + flat(text.slice(from, start)),
    quote: shortQuote(text.slice(start, end)),
    after: to === text.length ? flat(text.slice(end)) : leftOut(flat(text.slice(end, to))),
  };
}

/** After the end of a sentence the dots stand apart. */
function leftOut(text: string): string {
  return text + (/[.!?]["'”’»)]*$/u.test(text) ? ` ${ellipsis}` : ellipsis);
}

/** The same from what an annotation itself knows of its surroundings, where the text is not there (yet). */
export function knownContext(prefix: string, quote: string, suffix: string): QuoteContext {
  return { before: flat(prefix), quote: shortQuote(quote), after: flat(suffix) };
}

function shortQuote(quote: string): string {
  if (quote.length <= longest.head + longest.tail + slack) return flat(quote);
  const head = cutBack(quote, longest.head, 0);
  const tail = cutForward(quote, quote.length - longest.tail, quote.length);
  return `${flat(quote.slice(0, head))} ${ellipsis} ${flat(quote.slice(tail))}`;
}

/** The beginning of the first word at or after `at`, if one begins soon and before `limit`. */
function cutForward(text: string, at: number, limit: number): number {
  for (let to = at; to < Math.min(limit, at + slack); to++) {
    if (/\s/.test(text.charAt(to - 1)) && /\S/.test(text.charAt(to))) return to;
  }
  return whole(text, at);
}

/** The end of the last word at or before `at`, if one ends near and after `limit`. */
function cutBack(text: string, at: number, limit: number): number {
  for (let to = at; to > Math.max(limit, at - slack); to--) {
    if (/\S/.test(text.charAt(to - 1)) && /\s/.test(text.charAt(to))) return to;
  }
  return whole(text, at);
}

/** Never between the halves of a character. */
function whole(text: string, at: number): number {
  return /[\udc00-\udfff]/.test(text.charAt(at)) && /[\ud800-\udbff]/.test(text.charAt(at - 1)) ? at + 1 : at;
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ');
}
