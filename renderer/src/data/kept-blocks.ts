/** What a person said of the paragraphs of an earlier version, for a later one. */

import { keepHandBlocks } from '@core/import/keep-hand-blocks';
import type { Block } from '@core/model/block';
import type { Document } from '@core/model/document';
import type { Bridge } from '@preload/contract';

type OfText = Pick<Document, 'text_sha256'>;

/**
 * Answers what makes the later version's blocks what the earlier one's were said to be. Reads nothing where none was.
 * `isReread`: both are readings of one file.
 */
export async function keptBlocks(
  bridge: Pick<Bridge, 'readTexts'>,
  [earlier, before]: readonly [document: OfText, blocks: readonly Block[]],
  later: OfText,
  isReread = false,
): Promise<(blocks: readonly Block[]) => readonly Block[]> {
  if (!before.some(({ source }) => source === 'hand')) return (blocks) => blocks;
  const read = await bridge.readTexts([earlier.text_sha256, later.text_sha256]);
  const [old = '', text = ''] = read.map((each) => each.text ?? '');
  return (blocks) => keepHandBlocks({ text: old, blocks: before }, { text, blocks }, { isReread });
}
