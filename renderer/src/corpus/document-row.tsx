import type { DocumentState } from '@core/query/document-filter';
import { Check, CircleSlash2, History, SkipForward, StickyNote } from 'lucide-react';
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
  /** How far the coder is with it: one state, and of a document that is done whether nothing was found. */
  readonly states: readonly DocumentState[];
  /** A later version of it is in the project. */
  readonly isEarlier?: boolean;
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
    row.isEarlier === true ? t('versions:earlierMark') : '',
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
          <StateMark states={row.states} />
        </span>
      )}
    </>
  );
}

/** What is to be known of the document at a glance; nothing of one that is unread. */
function StateMark({ states }: { readonly states: readonly DocumentState[] }) {
  // "Nothing found" says more than "done", and stands after it.
  const state = states.includes('done-older') ? 'done-older' : states.at(-1);
  if (state === undefined || state === 'unread') return null;
  const words = states.map((each) => t(`passes:state.${each}`)).join(', ');
  const Icon = icons[state];
  return (
    <span className={styles['mark']} data-mark={state} title={words}>
      {Icon === null ? (
        <span aria-hidden="true" className={styles['begun']} />
      ) : (
        <Icon size={14} aria-hidden />
      )}
      <VisuallyHidden>{words}</VisuallyHidden>
    </span>
  );
}

const icons = {
  open: null,
  done: Check,
  'done-older': History,
  nothing: CircleSlash2,
  skipped: SkipForward,
} as const;
