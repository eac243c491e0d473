import { splitsPair } from '../../anchor/describe-anchor';
import type { Annotation } from '../../model/annotation';

/** UTF-16 units shown on either side of a passage, as far as its paragraph goes. */
const around = 220;

export interface PassageContext {
  readonly before: string;
  readonly quote: string;
  readonly after: string;
}

/** A passage with what stands around it in its paragraph, cut between words; without the text, what its anchor keeps. */
export function passageContext({ target }: Annotation, text: string | undefined): PassageContext | null {
  if (target.kind === 'document') return null;
  const { start, end, quote } = target;
  if (text?.slice(start, end) !== quote) {
    return { before: target.prefix, quote, after: target.suffix };
  }
  const from = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - around, 0);
  const line = text.indexOf('\n', end);
  const to = Math.min(line < 0 ? text.length : line, end + around);
  const before = text.slice(splitsPair(text, from) ? from + 1 : from, start);
  const after = text.slice(end, splitsPair(text, to) ? to - 1 : to);
  const isCutBefore = from > 0 && text[from - 1] !== '\n';
  const isCutAfter = to < text.length && text[to] !== '\n';
  return {
    before: isCutBefore ? `…${before.replace(/^\S*\s+/, '')}` : before,
    quote,
    after: isCutAfter ? `${after.replace(/\s+\S*$/, '')}…` : after,
  };
}
