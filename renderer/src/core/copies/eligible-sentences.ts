import type { Block } from '../model/block';
import type { Structure } from '../model/document';
import type { Span } from '../model/span';

/** The part of a structure that copies are found by. */
export interface CopyStructure extends Pick<Structure, 'sentences'> {
  readonly blocks: readonly Pick<Block, 'start' | 'end' | 'kind' | 'in_scope'>[];
}

/**
 * The sentences that lie in blocks in scope, with their place among all: residue, captions and what an analyst took
 * out of scope is never a copy.
 */
export function* eligibleSentences({ blocks, sentences }: CopyStructure): Generator<{
  readonly sentence: number;
  readonly span: Span;
}> {
  let at = 0;
  for (const [sentence, [start, end]] of sentences.entries()) {
    while (at < blocks.length - 1 && (blocks[at]?.end ?? 0) <= start) at += 1;
    const block = blocks[at];
    if (block === undefined || !block.in_scope || block.kind === 'residue') continue;
    yield { sentence, span: { start, end } };
  }
}
