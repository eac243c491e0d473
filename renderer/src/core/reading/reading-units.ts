import type { Structure } from '../model/document';
import type { Span } from '../model/span';

/** The units a reader moves by, in text order, in UTF-16 units. */
export interface ReadingUnits {
  readonly length: number;
  readonly sentences: readonly Span[];
  readonly paragraphs: readonly Paragraph[];
}

export interface Paragraph extends Span {
  /** From 1, as analysts cite it. */
  readonly number: number;
  /** Index of its first block and of the one after its last in the structure's blocks. */
  readonly firstBlock: number;
  readonly endBlock: number;
}

/** Blocks that share a line make one paragraph: a new one begins where a line feed lies between two blocks. */
export function paragraphsOf(structure: Structure, text: string): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let first = 0;
  structure.blocks.forEach((block, index) => {
    const next = structure.blocks[index + 1];
    if (next !== undefined && !text.slice(block.end, next.start).includes('\n')) return;
    const start = structure.blocks[first]?.start ?? block.start;
    paragraphs.push({
      start,
      end: block.end,
      number: paragraphs.length + 1,
      firstBlock: first,
      endBlock: index + 1,
    });
    first = index + 1;
  });
  return paragraphs;
}

export function readingUnits(structure: Structure, text: string): ReadingUnits {
  return {
    length: text.length,
    sentences: structure.sentences.map(([start, end]) => ({ start, end })),
    paragraphs: paragraphsOf(structure, text),
  };
}

/** Index of the last span that starts at or before the offset; -1 when there is none. */
export function lastStartingBy(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle]?.start ?? Number.POSITIVE_INFINITY) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The span that holds the offset, its end included where no other begins there. */
export function spanAt<T extends Span>(spans: readonly T[], offset: number): T | undefined {
  const found = spans[lastStartingBy(spans, offset)];
  return found !== undefined && offset <= found.end ? found : undefined;
}
