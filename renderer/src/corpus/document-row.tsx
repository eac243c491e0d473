import { Check, StickyNote } from 'lucide-react';
import { formatDate } from '../ui/format-date';
import { t } from '../ui/strings';
import { VisuallyHidden } from '../ui/visually-hidden';
import styles from './document-row.module.css';

export interface DocumentRowData {
  readonly id: string;
  readonly title: string;
  /** ISO 8601, as precise as it is known. */
  readonly date?: string;
  readonly agency?: string;
  /** Relative to the imported folder; searched by the filter, not shown. */
  readonly path?: string;
  /** Coded passages. */
  readonly coded: number;
  readonly state: 'open' | 'done' | 'unread';
  /** Somebody wrote a memo on it as a whole. */
  readonly hasMemo?: boolean;
}

/** What a row of the list shows: headline, then date, agency, coded passages and how far one is. */
export function DocumentRow({
  row,
  isOneLine,
}: {
  readonly row: DocumentRowData;
  readonly isOneLine: boolean;
}) {
  const facts = [
    row.date === undefined ? '' : formatDate(row.date),
    row.agency ?? '',
    row.coded === 0 ? '' : t('corpus:coded', { count: row.coded }),
  ].filter((fact) => fact !== '');
  return (
    <>
      <span
        className={styles['title']}
        data-one-line={isOneLine ? '' : undefined}
        title={isOneLine ? row.title : undefined}
      >
        <bdi>{row.title}</bdi>
      </span>
      {!isOneLine && (
        <span className={styles['facts']}>
          <span className={styles['words']}>{facts.join(' · ')}</span>
          {row.hasMemo === true && (
            <>
              <StickyNote size={12} aria-hidden className={styles['memo']} />
              <VisuallyHidden>{t('memos:hasMemo')}</VisuallyHidden>
            </>
          )}
          {row.state === 'done' && (
            <>
              <Check size={14} aria-hidden className={styles['done']} />
              <VisuallyHidden>{t('corpus:stateDone')}</VisuallyHidden>
            </>
          )}
          {row.state === 'open' && (
            <>
              <span aria-hidden="true" className={styles['begun']} />
              <VisuallyHidden>{t('corpus:stateOpen')}</VisuallyHidden>
            </>
          )}
        </span>
      )}
    </>
  );
}
