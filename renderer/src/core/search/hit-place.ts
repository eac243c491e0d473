/** Where a hit is coded: itself, or the sentence or paragraph that holds it. */
import { blockAtOffset, blocksOf, sentenceAtOffset } from '../corpus/packed-structure';
import type { CorpusText } from '../corpus/text-corpus';
import type { Span } from '../model/span';

export const hitExtents = ['hit', 'sentence', 'paragraph'] as const;
export type HitExtent = (typeof hitExtents)[number];

/**
 * A hit over two sentences takes both. A paragraph is all blocks with no line feed between them, without those out of
 * scope, as a dateline before its sentence is. Where there is no sentence or block the hit stands for itself.
 */
export function placeOfHit(content: CorpusText, hit: Span, extent: HitExtent): Span {
  if (extent === 'hit') return hit;
  const { text } = content;
  const last = Math.max(hit.start, hit.end - 1);
  if (extent === 'sentence') {
    const first = sentenceAtOffset(content, hit.start);
    const other = sentenceAtOffset(content, last);
    return trimmed(text, { start: first?.start ?? hit.start, end: other?.end ?? hit.end });
  }
  const [first, other] = [blockAtOffset(content, hit.start), blockAtOffset(content, last)];
  if (first === null || other === null) return hit;
  const line = {
    start: text.lastIndexOf('\n', hit.start - 1) + 1,
    end: text.indexOf('\n', last),
  };
  const lineEnd = line.end < 0 ? text.length : line.end;
  const within = blocksOf(content).filter(
    ({ start, end, in_scope }) => in_scope && start >= line.start && end <= lineEnd,
  );
  return trimmed(text, {
    start: Math.min(first.start, within[0]?.start ?? first.start),
    end: Math.max(other.end, within.at(-1)?.end ?? other.end),
  });
}

/** Without white space at its ends. */
function trimmed(text: string, { start, end }: Span): Span {
  const content = text.slice(start, end);
  const from = start + content.length - content.trimStart().length;
  return { start: from, end: Math.max(from, start + content.trimEnd().length) };
}
