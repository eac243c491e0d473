import { type BlockCorrection, correctBlocks } from '@core/commands/set-block';
import type { Block } from '@core/model/block';
import { paragraphsOf, spanAt } from '@core/reading/reading-units';
import { BlockDialog } from '../corpus/block-dialog';
import { t } from '../ui/strings';
import type { Surface } from './coding-surface';
import { commitOrTell } from './commit-ahead';
import { useDocument, useText } from './use-document';
import { announce, getView, setView, useView } from './view-state';
import { useWorkbench } from './workbench-context';

/** Asks what a paragraph is: the one with the cursor, or with what is in hand. */
export function openBlocks(surface: Surface, at = getView().selection?.focus ?? null): void {
  const paragraph = at === null ? undefined : spanAt(surface.units.paragraphs, at);
  if (paragraph === undefined) announce(t('coding:noTarget'));
  else setView({ dialog: 'blocks', blocksAt: paragraph.start });
}

/** The paragraph that was asked for, as the store holds its blocks now. */
export function BlockPane({ onClose }: { readonly onClose: () => void }) {
  const workbench = useWorkbench();
  const documentId = useView((view) => view.documentId);
  const at = useView((view) => view.blocksAt);
  const { snapshot } = useDocument(workbench, documentId);
  const text = useText(workbench, snapshot.document?.text_sha256 ?? null);
  const { structure } = snapshot;
  if (structure === null || text.state !== 'there') return null;
  const paragraph = spanAt(paragraphsOf(structure, text.text), at);
  if (paragraph === undefined) return null;
  const correct = (block: Block, correction: BlockCorrection): void => {
    const project = workbench.lists.project.getSnapshot();
    if (project === null) return;
    void commitOrTell(workbench, correctBlocks(project, snapshot.id, [block], correction));
  };
  return (
    <BlockDialog
      paragraph={paragraph.number}
      blocks={structure.blocks
        .slice(paragraph.firstBlock, paragraph.endBlock)
        .map((block) => ({ block, words: text.text.slice(block.start, block.end).trim() }))}
      onKind={(block, kind) => correct(block, { kind })}
      onScope={(block, in_scope) => correct(block, { in_scope })}
      onClose={onClose}
    />
  );
}
