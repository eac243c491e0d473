/** Blocks and sentences in few bytes: the worker that holds a corpus may not grow far beyond its texts. */
import { type BlockKind, blockKinds } from '../model/block';
import type { Structure } from '../model/document';
import type { Span } from '../model/span';

/** One array a document: ten thousand times two take up megabytes more. */
export interface PackedStructure {
  /**
   * How many blocks there are; then four numbers a block, in text order: start, end (UTF-16 units), kind by its place
   * in `blockKinds`, 1 in scope; then two a sentence, in text order: start and end (UTF-16 units).
   */
  readonly packed: Uint32Array;
}

export interface PackedBlock extends Span {
  readonly kind: BlockKind;
  readonly in_scope: boolean;
}

const blockWidth = 4;
const sentenceWidth = 2;
const firstBlock = 1;

/** Of a text of which nothing is known. */
export const noStructure: PackedStructure = { packed: new Uint32Array(1) };

export function packStructure({
  blocks,
  sentences,
}: Pick<Structure, 'blocks' | 'sentences'>): PackedStructure {
  const rows = blocks.map(({ start, end, kind, in_scope }) => [
    ...[start, end, blockKinds.indexOf(kind), Number(in_scope)],
  ]);
  return { packed: Uint32Array.from([blocks.length, ...rows.flat(), ...sentences.flat()]) };
}

export function blocksOf({ packed }: PackedStructure): readonly PackedBlock[] {
  return Array.from({ length: blockCount(packed) }, (_, at) => blockAt(packed, at));
}

export function sentencesOf(structure: PackedStructure): readonly Span[] {
  return sentencePairsOf(structure).map(([start, end]) => ({ start, end }));
}

/** The same as pairs of numbers. */
export function sentencePairsOf({
  packed,
}: PackedStructure): readonly (readonly [start: number, end: number])[] {
  const first = firstSentence(packed);
  return Array.from({ length: (packed.length - first) / sentenceWidth }, (_, at) => {
    const from = first + at * sentenceWidth;
    return [packed[from] ?? 0, packed[from + 1] ?? 0];
  });
}

/** The block that holds a unit of the text; null between blocks. */
export function blockAtOffset({ packed }: PackedStructure, offset: number): PackedBlock | null {
  const at = lastBefore(packed, { first: firstBlock, end: firstSentence(packed), width: blockWidth }, offset);
  const block = at < 0 ? null : blockAt(packed, at);
  return block !== null && offset < block.end ? block : null;
}

/** Whether a unit lies in a block in scope. A text without blocks is all in scope. */
export function isInScopeAt(structure: PackedStructure, offset: number): boolean {
  return blockCount(structure.packed) === 0 || blockAtOffset(structure, offset)?.in_scope === true;
}

/** The sentence that holds a unit of the text; null between sentences. */
export function sentenceAtOffset({ packed }: PackedStructure, offset: number): Span | null {
  const first = firstSentence(packed);
  const at = lastBefore(packed, { first, end: packed.length, width: sentenceWidth }, offset);
  if (at < 0) return null;
  const from = first + at * sentenceWidth;
  const sentence = { start: packed[from] ?? 0, end: packed[from + 1] ?? 0 };
  return offset < sentence.end ? sentence : null;
}

function blockCount(packed: Uint32Array): number {
  return packed[0] ?? 0;
}

function firstSentence(packed: Uint32Array): number {
  return firstBlock + blockCount(packed) * blockWidth;
}

function blockAt(packed: Uint32Array, at: number): PackedBlock {
  const from = firstBlock + at * blockWidth;
  return {
    start: packed[from] ?? 0,
    end: packed[from + 1] ?? 0,
    kind: blockKinds[packed[from + 2] ?? 0] ?? 'body',
    in_scope: packed[from + 3] === 1,
  };
}

interface Rows {
  readonly first: number;
  readonly end: number;
  /** Numbers a row. */
  readonly width: number;
}

/** The last of the rows that begins at or before the offset; -1 where none does. */
function lastBefore(numbers: Uint32Array, { first, end, width }: Rows, offset: number): number {
  let from = 0;
  let to = (end - first) / width;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((numbers[first + middle * width] ?? 0) <= offset) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}
