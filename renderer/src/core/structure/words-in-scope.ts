import type { Block } from '../model/block';
import type { Document } from '../model/document';
import { countPlainWords } from '../text/count-plain-words';
import { countWords } from '../text/words';
import type { ParsedBlock } from './parsed-structure';

/** Words in the blocks that are to be coded. */
export function wordsInScope(text: string, blocks: readonly ParsedBlock[]): number {
  return blocks.reduce((sum, block) => {
    if (!block.in_scope) return sum;
    const plain = countPlainWords(text.slice(block.start, block.end));
    return sum + (plain ?? countWords(text, block));
  }, 0);
}

/**
 * Words in scope of a document as its blocks are now: what was counted at import holds until somebody corrected a
 * block, and where the text is not at hand.
 */
export function documentWords(
  document: Pick<Document, 'words'>,
  blocks: readonly Block[],
  text: string | undefined,
): number {
  const isCorrected = blocks.some(({ source }) => source === 'hand');
  return text === undefined || !isCorrected ? document.words : wordsInScope(text, blocks);
}
