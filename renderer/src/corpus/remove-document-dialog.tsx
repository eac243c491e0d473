import { Button } from '../ui/button';
import { DialogFrame } from '../ui/dialog-frame';
import { t } from '../ui/strings';

export interface RemoveDocumentDialogProps {
  readonly title: string;
  /** All annotations on it, and those among them that are other coders'. */
  readonly annotations: number;
  readonly others: number;
  readonly memos: number;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

/** Dialog "Remove …?": what goes with a document. */
export function RemoveDocumentDialog(props: RemoveDocumentDialogProps) {
  const { title, annotations, others, memos, onRemove, onClose } = props;
  const sentences = [
    annotations === 0 ? t('corpus:removeNothing') : t('corpus:removeAnnotations', { count: annotations }),
    ...(others === 0 ? [] : [t('corpus:removeOthers', { count: others })]),
    ...(memos === 0 ? [] : [t('corpus:removeMemos', { count: memos })]),
    t('corpus:removeUndo'),
  ];
  return (
    <DialogFrame
      title={t('corpus:removeTitle', { title })}
      onClose={onClose}
      footer={
        <>
          <Button autoFocus onPress={onClose}>
            {t('common:cancel')}
          </Button>
          <Button isDanger onPress={onRemove}>
            {t('corpus:removeDocument')}
          </Button>
        </>
      }
    >
      <p>{sentences.join(' ')}</p>
    </DialogFrame>
  );
}
