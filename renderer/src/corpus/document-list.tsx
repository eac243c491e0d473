import {
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
  useId,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import { t } from '../ui/strings';
import { AllRows } from './all-rows';
import styles from './document-list.module.css';
import type { DocumentRowData } from './document-row';
import { typeAhead } from './filter-documents';
import { WindowedRows } from './windowed-rows';

export interface DocumentListHandle {
  readonly focus: () => void;
}

export interface DocumentListProps {
  readonly rows: readonly DocumentRowData[];
  /** The open document. */
  readonly selected: string | null;
  /** One line high, showing the open document; asks by onDrop to be shown whole. */
  readonly isOneLine: boolean;
  readonly handle: Ref<DocumentListHandle>;
  readonly onSelect: (id: string) => void;
  readonly onDrop: () => void;
  readonly onLeave: () => void;
}

/** From this many rows on only those in sight are in the page. */
const windowedFrom = 200;
/** Letters typed within this many milliseconds belong together. */
const typingPause = 700;

/** The list of documents: arrows, Home, End and letters move, Enter opens. */
export function DocumentList(props: DocumentListProps) {
  const { rows, selected, isOneLine, onSelect } = props;
  const [marked, setMarked] = useState<string | null>(null);
  // In a state, not a ref: the rows need it when they first appear, to bring the open document into sight.
  const [list, setList] = useState<HTMLDivElement | null>(null);
  const typed = useRef({ letters: '', at: 0 });
  const id = useId();
  useImperativeHandle(props.handle, () => ({ focus: () => list?.focus() }), [list]);

  const indexOf = (wanted: string | null): number => rows.findIndex((row) => row.id === wanted);
  const selectedAt = indexOf(selected);
  const markedAt = marked === null ? -1 : indexOf(marked);
  const at = markedAt >= 0 ? markedAt : Math.max(0, selectedAt);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = 8;
    const to = new Map([
      ['ArrowDown', at + 1],
      ['ArrowUp', at - 1],
      ['PageDown', at + page],
      ['PageUp', at - page],
      ['Home', 0],
      ['End', rows.length - 1],
    ]).get(event.key);
    const isTyping = typed.current.letters !== '' && event.timeStamp - typed.current.at < typingPause;
    if (to !== undefined) {
      if (isOneLine) props.onDrop();
      setMarked(rows[Math.max(0, Math.min(rows.length - 1, to))]?.id ?? null);
    } else if (event.key === 'Enter' || (event.key === ' ' && !isTyping)) {
      const row = rows[at];
      if (row !== undefined) onSelect(row.id);
    } else if (event.key === 'Escape') {
      setMarked(null);
      props.onLeave();
    } else if (/^.$/u.test(event.key)) {
      const letters = (isTyping ? typed.current.letters : '') + event.key;
      typed.current = { letters, at: event.timeStamp };
      // The first letter goes on to the next title; further ones narrow down from here.
      const found = typeAhead(rows, letters, letters !== event.key ? at : at + 1);
      if (found !== null) setMarked(rows[found]?.id ?? null);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const onClick = (event: MouseEvent): void => {
    const option =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[role="option"]') : null;
    const row = rows[Number(option?.dataset['at'] ?? -1)];
    if (row === undefined) return;
    setMarked(row.id);
    if (isOneLine && row.id === selected) {
      props.onDrop();
      list?.focus();
    } else onSelect(row.id);
  };

  const Rows = rows.length < windowedFrom ? AllRows : WindowedRows;
  return (
    <div
      ref={setList}
      role="listbox"
      aria-label={t('corpus:documents')}
      tabIndex={0}
      className={styles['list']}
      data-one-line={isOneLine ? '' : undefined}
      aria-activedescendant={rows.length === 0 ? undefined : `${id}-${at}`}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onMouseDown={(event) => {
        // Focus would drop the list down under the mouse before the click is complete.
        if (isOneLine) event.preventDefault();
      }}
      onBlur={() => setMarked(null)}
    >
      {list !== null && (
        <Rows
          key={isOneLine ? 'line' : 'list'}
          rows={rows}
          selectedAt={selectedAt}
          markedAt={at}
          isMarked={markedAt >= 0}
          isOneLine={isOneLine}
          idBase={id}
          scroller={list}
        />
      )}
    </div>
  );
}
