import { Check } from 'lucide-react';
import { t } from '../ui/strings';
import { VisuallyHidden } from '../ui/visually-hidden';
import styles from './codes-by-document.module.css';

interface RowHeadingProps {
  readonly words: string;
  /** Documents in the row, and those of them that are done. */
  readonly documents: number;
  readonly done: number;
  /** The row is one document. */
  readonly isDocument: boolean;
}

/** The head of a row: a document's title or a value, and whether it was read to the end. */
export function RowHeading({ words, documents, done, isDocument }: RowHeadingProps) {
  return (
    <span className={styles['title']} title={words}>
      <span className={styles['words']}>
        <bdi>{words}</bdi>
      </span>
      {isDocument ? (
        done > 0 && (
          <span className={styles['done']}>
            <Check size={13} aria-hidden />
            <VisuallyHidden>{t('passages:doneOf')}</VisuallyHidden>
          </span>
        )
      ) : (
        <span className={styles['done']}>{t('passages:occursValue', { occurs: done, done: documents })}</span>
      )}
    </span>
  );
}
