import type { Span } from '../model/span';
import { trimSpan } from '../text/graphemes';
import { cutBefore } from '../text/pieces';
import { joinsSentences } from './sentence-joins';

/** A fixed locale: where a sentence ends must not hang on the language of the machine. */
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
/** UTF-16 units given to the segmenter at once, and the most it gets before a stretch without an end is cut. */
const window = 2048;
const longest = 8192;

/**
 * The sentences of one block, in order, without white space at their ends: Unicode sentence boundaries, joined
 * again where an abbreviation, an initial or the end of a quotation only looks like an end. Line feeds inside a
 * block are spaces. What holds neither letter nor digit belongs to the sentence before it.
 */
export function findSentences(text: string, block: Span): readonly Span[] {
  const content = text.slice(block.start, block.end).replaceAll('\n', ' ');
  const sentences: Span[] = [];
  let open: Span | undefined;
  for (const part of rawSentences(content)) {
    if (open !== undefined && joinsSentences(content, open, part)) {
      open = { start: open.start, end: part.end };
      continue;
    }
    if (open !== undefined) sentences.push(open);
    open = part;
  }
  if (open !== undefined) sentences.push(open);
  return sentences
    .map((sentence) => trimSpan(content, sentence))
    .filter(({ start, end }) => /[\p{L}\p{N}]/u.test(content.slice(start, end)))
    .map(({ start, end }) => ({ start: block.start + start, end: block.start + end }));
}

/** What a boundary inside a block can follow: without any, the segmenter need not be asked. */
const mayEnd = /[\p{Sentence_Terminal}\u2024\uFE52\uFF0E\u0085\u2028\u2029]/u;

/** Sentences as Unicode sees them. The last of a window is only believed when the window reaches the end. */
function* rawSentences(content: string): Generator<Span> {
  if (content.length <= window && !mayEnd.test(content)) {
    yield { start: 0, end: content.length };
    return;
  }
  let start = 0;
  let size = window;
  while (start < content.length) {
    const end = content.length - start <= size ? content.length : cutBefore(content, start, start + size);
    const parts = [...segmenter.segment(content.slice(start, end))].map(({ index, segment }) => ({
      start: start + index,
      end: start + index + segment.length,
    }));
    const last = parts.at(-1);
    const isOne = parts.length === 1;
    if (end === content.length || last === undefined || (isOne && size >= longest)) {
      yield* parts;
      start = end;
      size = window;
    } else if (isOne) size *= 2;
    else {
      yield* parts.slice(0, -1);
      start = last.start;
      size = window;
    }
  }
}
