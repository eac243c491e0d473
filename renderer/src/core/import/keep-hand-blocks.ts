import { groupBy } from '../group-by';
import type { Block } from '../model/block';

/** A text and what its parts are. */
export interface BlockedText {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/**
 * The blocks of `after`, with what a person corrected of `before`: a block of the same words is what it was said to
 * be. Of words that come several times the first is the first, where they come as often in both. `isReread`: both are
 * readings of one file, so that a block of other letters is the same where it stands at the same place of the same
 * line, and there are as many lines. What has no such place stays as the rules have it.
 */
export function keepHandBlocks(
  before: BlockedText,
  after: BlockedText,
  { isReread }: { readonly isReread: boolean },
): readonly Block[] {
  if (!before.blocks.some(({ source }) => source === 'hand')) return after.blocks;
  const wordsOf = ({ text }: BlockedText, { start, end }: Block): string => text.slice(start, end).trim();
  const byWords = pairs(before, after, wordsOf);
  const isLineByLine = isReread && linesOf(before.text) === linesOf(after.text);
  const lines = isLineByLine ? new Map([...lineByBlock(before), ...lineByBlock(after)]) : null;
  const byLine = lines === null ? null : pairs(before, after, (_, block) => lines.get(block) ?? '');
  return after.blocks.map((block) => {
    const said = byWords.get(block) ?? byLine?.get(block);
    if (said?.source !== 'hand') return block;
    return { ...block, kind: said.kind, in_scope: said.in_scope, source: 'hand' };
  });
}

/** By block of the text after, the block before that has the same key, where as many have it in both. */
function pairs(
  before: BlockedText,
  after: BlockedText,
  keyOf: (whole: BlockedText, block: Block) => string,
): ReadonlyMap<Block, Block> {
  const earlier = groupBy(before.blocks, (block) => keyOf(before, block));
  const later = groupBy(after.blocks, (block) => keyOf(after, block));
  return new Map(
    [...later].flatMap(([key, blocks]) => {
      const same = earlier.get(key) ?? [];
      if (same.length !== blocks.length) return [];
      return blocks.flatMap((block, at) => {
        const one = same[at];
        return one === undefined ? [] : [[block, one] as const];
      });
    }),
  );
}

const linesOf = (text: string): number => text.split('\n').length;

/** The line that each block begins in. The text is gone through once, however many blocks there are. */
function lineByBlock({ text, blocks }: BlockedText): readonly (readonly [Block, string])[] {
  let [line, from] = [1, 0];
  return blocks.map((block) => {
    line += linesOf(text.slice(from, block.start)) - 1;
    from = block.start;
    return [block, String(line)] as const;
  });
}
