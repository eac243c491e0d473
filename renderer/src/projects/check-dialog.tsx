import { CircleAlert, CircleCheck } from 'lucide-react';
import { Button } from '../ui/button';
import { DialogFrame } from '../ui/dialog-frame';
import { t } from '../ui/strings';
import { VisuallyHidden } from '../ui/visually-hidden';
import styles from './check-dialog.module.css';

/** One part of a project, and what looking at it came to. */
export interface CheckedPart {
  readonly title: string;
  readonly words: string;
  readonly isSound: boolean;
}

export interface CheckDialogProps {
  /** null while it is being read. */
  readonly parts: readonly CheckedPart[] | null;
  /** Why it could not be read; null where it could. */
  readonly problem: string | null;
  readonly onClose: () => void;
}

/** Says of each part of a project whether it is what it was. */
export function CheckDialog({ parts, problem, onClose }: CheckDialogProps) {
  return (
    <DialogFrame
      title={t('keeping:checkTitle')}
      contentLabel={t('keeping:checkTitle')}
      onClose={onClose}
      footer={
        <Button variant="primary" onPress={onClose}>
          {t('keeping:close')}
        </Button>
      }
    >
      <p role="status" className={styles['summary']}>
        {problem ?? summaryOf(parts)}
      </p>
      <ul className={styles['parts']}>
        {parts?.map(({ title, words, isSound }) => (
          <li key={title} className={styles['part']} data-wrong={isSound ? undefined : ''}>
            {isSound ? <CircleCheck size={16} aria-hidden /> : <CircleAlert size={16} aria-hidden />}
            <div>
              <strong>{title}</strong>
              <VisuallyHidden>{t(isSound ? 'keeping:fine' : 'keeping:notFine')}</VisuallyHidden>
              <p>{words}</p>
            </div>
          </li>
        ))}
      </ul>
    </DialogFrame>
  );
}

function summaryOf(parts: readonly CheckedPart[] | null): string {
  if (parts === null) return t('keeping:checking');
  const wrong = parts.filter(({ isSound }) => !isSound).length;
  return wrong === 0 ? t('keeping:allSound') : t('keeping:wrong', { count: wrong });
}
