/** Blocks and sentences in few bytes: the worker that holds a corpus may not grow far beyond its texts. */
import { type BlockKind, blockKinds } from '../model/block';
import type { Structure } from '../model/document';
import type { Span } from '../model/span';

export interface PackedStructure {
  /** Four numbers a block, in text order: start, end (UTF-16 units), kind by its place in `blockKinds`, 1 in scope. */
  readonly blocks: Uint32Array;
  /** Two numbers a sentence, in text order: start and end (UTF-16 units). */
  readonly sentences: Uint32Array;
}

export interface PackedBlock extends Span {
  readonly kind: BlockKind;
  readonly in_scope: boolean;
}

const blockWidth = 4;

export function packStructure({
  blocks,
  sentences,
}: Pick<Structure, 'blocks' | 'sentences'>): PackedStructure {
  const packed = new Uint32Array(blocks.length * blockWidth);
  for (const [at, { start, end, kind, in_scope }] of blocks.entries())
    packed.set([start, end, blockKinds.indexOf(kind), Number(in_scope)], at * blockWidth);
  return { blocks: packed, sentences: Uint32Array.from(sentences.flat()) };
}

export function blocksOf({ blocks }: PackedStructure): readonly PackedBlock[] {
  return Array.from({ length: blocks.length / blockWidth }, (_, at) => blockAt(blocks, at));
}

export function sentencesOf({ sentences }: PackedStructure): readonly Span[] {
  return Array.from({ length: sentences.length / 2 }, (_, at) => ({
    start: sentences[at * 2] ?? 0,
    end: sentences[at * 2 + 1] ?? 0,
  }));
}

/** The same as pairs of numbers. */
export function sentencePairsOf({
  sentences,
}: Pick<PackedStructure, 'sentences'>): readonly (readonly [start: number, end: number])[] {
  return Array.from({ length: sentences.length / 2 }, (_, at) => [
    sentences[at * 2] ?? 0,
    sentences[at * 2 + 1] ?? 0,
  ]);
}

/** The block that holds a unit of the text; null between blocks. */
export function blockAtOffset({ blocks }: PackedStructure, offset: number): PackedBlock | null {
  const at = lastBefore(blocks, blockWidth, offset);
  const block = at < 0 ? null : blockAt(blocks, at);
  return block !== null && offset < block.end ? block : null;
}

/** The sentence that holds a unit of the text; null between sentences. */
export function sentenceAtOffset({ sentences }: PackedStructure, offset: number): Span | null {
  const at = lastBefore(sentences, 2, offset);
  if (at < 0) return null;
  const sentence = { start: sentences[at * 2] ?? 0, end: sentences[at * 2 + 1] ?? 0 };
  return offset < sentence.end ? sentence : null;
}

function blockAt(blocks: Uint32Array, at: number): PackedBlock {
  const from = at * blockWidth;
  return {
    start: blocks[from] ?? 0,
    end: blocks[from + 1] ?? 0,
    kind: blockKinds[blocks[from + 2] ?? 0] ?? 'body',
    in_scope: blocks[from + 3] === 1,
  };
}

/** The last row of `width` numbers that begins at or before the offset; -1 where none does. */
function lastBefore(rows: Uint32Array, width: number, offset: number): number {
  let from = 0;
  let to = rows.length / width;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((rows[middle * width] ?? 0) <= offset) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}
