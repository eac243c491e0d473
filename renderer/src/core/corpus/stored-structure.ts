/**
 * Blocks and sentences as the store holds them. The engine copies what it writes and reads part by part: thousands of
 * small ones cost it a hundred times what a few rows of numbers do, and of a long text it would stop the window.
 */

import { isObject } from '../change/shapes';
import { type Block, type BlockKind, blockKinds } from '../model/block';
import type { Structure } from '../model/document';

export interface StoredStructure extends Pick<Structure, 'document_id' | 'segmenter'> {
  /** Six numbers a block: start, end (UTF-16 units), kind by its place in `blockKinds`, 1 in scope, 1 by hand, revision. */
  readonly block_rows: Uint32Array;
  /** Ids of the blocks, with a line feed between two. */
  readonly block_ids: string;
  /** Two numbers a sentence: start and end (UTF-16 units). */
  readonly sentence_rows: Uint32Array;
}

const blockWidth = 6;
const sources: readonly Block['source'][] = ['rule', 'hand'];
const greatest = 0xffff_ffff;
/** Facts of a block and of a structure; one that holds more is of a later version. */
const facts = { block: 7, structure: 4 } as const;

/** Answers the structure as it is where it holds what these rows could not. */
export function storedStructure(structure: Structure): StoredStructure | Structure {
  const { document_id, segmenter, blocks, sentences } = structure;
  const pairs = sentences.flat();
  const fits =
    Object.keys(structure).length === facts.structure &&
    blocks.every(fitsRow) &&
    sentences.every((pair: readonly number[]) => pair.length === 2) &&
    pairs.every(fitsNumber);
  if (!fits) return structure;
  const rows = new Uint32Array(blocks.length * blockWidth);
  for (const [at, { start, end, kind, in_scope, source, rule_rev }] of blocks.entries()) {
    const row = [start, end, blockKinds.indexOf(kind), Number(in_scope), sources.indexOf(source), rule_rev];
    rows.set(row, at * blockWidth);
  }
  return {
    ...{ document_id, segmenter },
    block_rows: rows,
    block_ids: blocks.map(({ id }) => id).join('\n'),
    sentence_rows: Uint32Array.from(pairs),
  };
}

/** The structure that a row of the store holds: also one of a store that an earlier version wrote. */
export function structureOf(row: unknown): unknown {
  if (!isStored(row)) return row;
  const { document_id, segmenter, block_rows, block_ids, sentence_rows } = row;
  const ids = block_ids === '' ? [] : block_ids.split('\n');
  return {
    document_id,
    blocks: ids.map((id, at) => blockOf(id, block_rows, at * blockWidth)),
    sentences: Array.from({ length: sentence_rows.length / 2 }, (_, at) => [
      sentence_rows[at * 2],
      sentence_rows[at * 2 + 1],
    ]),
    segmenter,
  };
}

function blockOf(id: string, rows: Uint32Array, from: number): Partial<Block> {
  const kind: BlockKind | undefined = blockKinds[rows[from + 2] ?? -1];
  return {
    id,
    ...{ start: rows[from], end: rows[from + 1], kind },
    in_scope: rows[from + 3] === 1,
    source: sources[rows[from + 4] ?? 0],
    rule_rev: rows[from + 5],
  } as Block;
}

function isStored(row: unknown): row is StoredStructure {
  return (
    isObject(row) && row['block_rows'] instanceof Uint32Array && row['sentence_rows'] instanceof Uint32Array
  );
}

function fitsRow(block: Block): boolean {
  const { id, start, end, rule_rev, kind, source, in_scope } = block;
  return (
    Object.keys(block).length === facts.block &&
    typeof in_scope === 'boolean' &&
    id !== '' &&
    !id.includes('\n') &&
    [start, end, rule_rev].every(fitsNumber) &&
    blockKinds.includes(kind) &&
    sources.includes(source)
  );
}

function fitsNumber(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= greatest;
}
