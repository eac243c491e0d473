import type { Span } from '../model/span';
import { isPairSplit } from './pieces';
import { wordSpans } from './words';

/** How far to look at first, in UTF-16 units; doubled until a word is found or the text ends. */
const firstReach = 256;
/** No word is longer: from here on nothing is looked for beyond the window's other side. */
const longestWord = 4096;

/**
 * The next or previous place where a word starts, or where one ends, in a whole text; null when there is none. The
 * offset itself is never the answer.
 */
export function stepWordEdge(
  text: string,
  offset: number,
  edge: 'start' | 'end',
  step: 'next' | 'previous',
): number | null {
  for (let reach = firstReach; ; reach *= 2) {
    const window = windowAround(text, offset, reach);
    const found = edgeWithin(text, window, offset, edge, step);
    if (found !== null) return found;
    const [far, near] = [window.end === text.length, window.start === 0];
    const isWhole =
      step === 'next' ? far && (near || reach >= longestWord) : near && (far || reach >= longestWord);
    if (isWhole) return null;
  }
}

function edgeWithin(
  text: string,
  window: Span,
  offset: number,
  edge: 'start' | 'end',
  step: 'next' | 'previous',
): number | null {
  let before: number | null = null;
  for (const word of wordSpans(text, window)) {
    // A word at the window's rim may be cut by it.
    const isCut =
      (word.start === window.start && window.start > 0) ||
      (word.end === window.end && window.end < text.length);
    if (isCut) continue;
    const at = word[edge];
    if (step === 'next' && at > offset) return at;
    if (step === 'previous' && at >= offset) return before;
    before = at;
  }
  return step === 'previous' ? before : null;
}

/** Never begins or ends within a surrogate pair. */
function windowAround(text: string, offset: number, reach: number): Span {
  const start = Math.max(0, offset - reach);
  const end = Math.min(text.length, offset + reach);
  return {
    start: start > 0 && isPairSplit(text, start) ? start - 1 : start,
    end: end < text.length && isPairSplit(text, end) ? end + 1 : end,
  };
}
