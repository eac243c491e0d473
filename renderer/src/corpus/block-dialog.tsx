import { type Block, type BlockKind, blockKinds } from '@core/model/block';
import { Button } from '../ui/button';
import { Check } from '../ui/check';
import { DialogFrame } from '../ui/dialog-frame';
import { Select } from '../ui/select';
import { t } from '../ui/strings';
import styles from './block-dialog.module.css';

export interface BlockDialogProps {
  /** As analysts cite it. */
  readonly paragraph: number;
  /** The blocks that share the paragraph, each with its words. */
  readonly blocks: readonly { readonly block: Block; readonly words: string }[];
  readonly onKind: (block: Block, kind: BlockKind) => void;
  readonly onScope: (block: Block, isInScope: boolean) => void;
  readonly onClose: () => void;
}

/** What a paragraph is, and whether it counts as text to be coded: what a rule got wrong is corrected here. */
export function BlockDialog({ paragraph, blocks, onKind, onScope, onClose }: BlockDialogProps) {
  return (
    <DialogFrame
      title={t('corpus:blockTitle', { n: paragraph })}
      summary={t('corpus:blockSummary')}
      onClose={onClose}
      footer={
        <Button variant="primary" onPress={onClose}>
          {t('common:close')}
        </Button>
      }
    >
      {blocks.map(({ block, words }) => (
        <fieldset key={block.id} className={styles['block']}>
          <legend className={styles['words']} dir="auto">
            {words}
          </legend>
          <Select
            label={t('corpus:blockKind')}
            value={block.kind}
            options={blockKinds.map((kind) => ({ id: kind, label: t(`corpus:block_${kind}`) }))}
            onChange={(id) => {
              const kind = blockKinds.find((one) => one === id);
              if (kind !== undefined) onKind(block, kind);
            }}
          />
          <Check
            label={t('corpus:blockScope')}
            isOn={block.in_scope}
            onChange={(isOn) => onScope(block, isOn)}
          />
          <p className={styles['source']}>
            {t(block.source === 'hand' ? 'corpus:blockByHand' : 'corpus:blockByRule')}
          </p>
        </fieldset>
      ))}
    </DialogFrame>
  );
}
