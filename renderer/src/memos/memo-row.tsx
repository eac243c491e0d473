import type { MemoContent } from '@core/memo/memo-content';
import type { MemoEntry } from '@core/memo/memo-entries';
import { ArrowUpRight, Pencil } from 'lucide-react';
import type { CSSProperties, KeyboardEvent, Ref } from 'react';
import { Button } from '../ui/button';
import { formatDate } from '../ui/format-date';
import { t } from '../ui/strings';
import { MemoEditor } from './memo-editor';
import type { MemoPlaces } from './memo-places';
import styles from './memo-row.module.css';
import { MemoSubject } from './memo-subject';
import { MemoText } from './memo-text';

/** What can be done with any row. */
export interface MemoRowCalls {
  readonly places: MemoPlaces;
  readonly onOpen: (entry: MemoEntry) => void;
  readonly onEdit: (entry: MemoEntry) => void;
  readonly onChange: (entry: MemoEntry, content: MemoContent) => void;
  /** The writing has ended; with the keyboard, which then goes back to the row. */
  readonly onRest: (entry: MemoEntry, byKey: boolean) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

export interface MemoRowProps extends MemoRowCalls {
  readonly entry: MemoEntry;
  readonly index: number;
  /** Of the list; given where not all rows are in the page. */
  readonly size?: number;
  readonly coderName: string;
  /** Only one's own can be written. */
  readonly isOwn: boolean;
  /** Asks for the focus where the memo is being written. */
  readonly editing: object | null;
  /** Whether Tab stops here: one row of the list has it, arrows go to the others. */
  readonly isTabStop: boolean;
  readonly rowRef?: Ref<HTMLLIElement>;
  readonly style?: CSSProperties;
}

/** One memo: what it is about, which is the button that opens it, its text, who wrote it and when. */
export function MemoRow(props: MemoRowProps) {
  const { entry, index, size, isOwn, editing, rowRef, style, places } = props;
  const { memo } = entry;
  return (
    <li
      ref={rowRef}
      style={style}
      className={styles['row']}
      data-index={index}
      {...(size === undefined ? {} : { 'aria-setsize': size, 'aria-posinset': index + 1 })}
    >
      <div className={styles['head']}>
        <button
          type="button"
          className={styles['open']}
          tabIndex={props.isTabStop ? 0 : -1}
          onClick={() => props.onOpen(entry)}
          onKeyDown={(event) => {
            if (event.key === 'F2' && isOwn) {
              event.preventDefault();
              props.onEdit(entry);
            } else props.onKeyDown(event);
          }}
        >
          <MemoSubject entry={entry} />
        </button>
        <span className={styles['tools']}>
          {isOwn && editing === null && (
            <Button
              variant="icon"
              label={t('memos:edit')}
              tooltip={t('memos:editHint')}
              keys="F2"
              onPress={() => props.onEdit(entry)}
            >
              <Pencil size={14} aria-hidden />
            </Button>
          )}
          {entry.subject.kind !== 'gone' && (
            <Button
              variant="icon"
              label={t('memos:open')}
              tooltip={t('memos:openPlaceHint')}
              keys="Enter"
              onPress={() => props.onOpen(entry)}
            >
              <ArrowUpRight size={14} aria-hidden />
            </Button>
          )}
        </span>
      </div>
      <div className={styles['body']}>
        {editing === null ? (
          <MemoText markdown={memo.markdown} places={places} />
        ) : (
          <MemoEditor
            label={t(`memos:${memo.target.kind}`)}
            markdown={memo.markdown}
            placeholder=""
            places={places}
            autoFocusToken={editing}
            onChange={(content) => props.onChange(entry, content)}
            onRest={() => props.onRest(entry, false)}
            onLeave={() => props.onRest(entry, true)}
          />
        )}
      </div>
      <p className={styles['foot']}>
        <bdi>{props.coderName}</bdi> · {t('memos:changed', { when: formatDate(memo.modified_at) })}
      </p>
    </li>
  );
}
