import type { MemoEntry } from '@core/memo/memo-entries';
import type { Id } from '@core/model/identity';
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { t } from '../ui/strings';
import styles from './memo-list.module.css';
import { MemoRow, type MemoRowCalls, type MemoRowProps } from './memo-row';
import { type MemoKey, memoKey } from './memos-look';
import { WindowedMemos } from './windowed-memos';

export interface MemoListProps extends Omit<MemoRowCalls, 'onKeyDown'> {
  readonly entries: readonly MemoEntry[];
  readonly coderNames: ReadonlyMap<Id, string>;
  readonly coder_id: Id;
  readonly edited: { readonly key: MemoKey; readonly token: object } | null;
  /** The row one was at last. */
  readonly at: MemoKey | null;
  readonly onAt: (key: MemoKey) => void;
}

/** Longer lists hold only the rows in sight: interface.md, "Landmarks and controls". */
const wholeBelow = 200;
const steps: ReadonlyMap<string, number> = new Map([
  ['ArrowDown', 1],
  ['ArrowUp', -1],
  ['PageDown', 8],
  ['PageUp', -8],
  ['Home', Number.NEGATIVE_INFINITY],
  ['End', Number.POSITIVE_INFINITY],
]);

/** List "Memos". Arrow keys go from row to row, Enter opens what the memo is about, F2 writes in it. */
export function MemoList(props: MemoListProps) {
  const { entries, coderNames, coder_id, edited } = props;
  // State, not a ref: the virtualiser below is told when it is there.
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const showRow = useRef<((index: number) => void) | null>(null);
  /** The row that is to have the keyboard once it is drawn: the one that was opened, on the way back. */
  const wanted = useRef<MemoKey | null>(props.at);
  const keys = entries.map(({ memo }) => memoKey(memo));
  const at = props.at === null ? -1 : keys.indexOf(props.at);
  const tabStop = Math.max(0, at);

  const focusRow = (index: number): void => {
    const focus = (): void => rowButton(scroller, index)?.focus();
    if (rowButton(scroller, index) !== null) focus();
    else {
      showRow.current?.(index);
      // The row comes into the page with the next frame.
      requestAnimationFrame(() => requestAnimationFrame(focus));
    }
  };
  useLayoutEffect(() => {
    // What the person is on elsewhere keeps the keyboard.
    if (!isFocusLost()) wanted.current = null;
  }, []);
  useLayoutEffect(() => {
    if (scroller === null || wanted.current === null || keys.length === 0) return;
    const index = keys.indexOf(wanted.current);
    wanted.current = null;
    if (index >= 0) focusRow(index);
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = steps.get(event.key);
    const row = event.target instanceof Element ? event.target.closest('[data-index]') : null;
    if (step === undefined || !(row instanceof HTMLElement)) return;
    const to = Math.max(0, Math.min(entries.length - 1, Number(row.dataset['index']) + step));
    const key = keys[to];
    if (key !== undefined) props.onAt(key);
    focusRow(to);
    event.preventDefault();
  };
  const onRest = (entry: MemoEntry, byKey: boolean): void => {
    if (byKey) focusRow(keys.indexOf(memoKey(entry.memo)));
    props.onRest(entry, byKey);
  };
  const rowOf = (entry: MemoEntry, index: number): MemoRowProps => ({
    entry,
    index,
    coderName: coderNames.get(entry.memo.coder_id) ?? t('memos:unnamedCoder'),
    isOwn: entry.memo.coder_id === coder_id,
    editing: edited?.key === keys[index] ? (edited?.token ?? null) : null,
    isTabStop: index === tabStop,
    ...{ places: props.places, onOpen: props.onOpen, onEdit: props.onEdit, onChange: props.onChange },
    ...{ onRest, onKeyDown },
  });

  return (
    <div ref={setScroller} className={styles['scroller']}>
      {entries.length >= wholeBelow ? (
        <WindowedMemos
          keys={keys}
          at={at}
          kept={[tabStop, edited === null ? -1 : keys.indexOf(edited.key)]}
          rowOf={(index) => {
            const entry = entries[index];
            return entry === undefined ? null : rowOf(entry, index);
          }}
          scroller={scroller}
          showRowRef={showRow}
        />
      ) : (
        <ul aria-label={t('memos:list')} className={styles['list']}>
          {entries.map((entry, index) => (
            <MemoRow key={memoKey(entry.memo)} {...rowOf(entry, index)} />
          ))}
        </ul>
      )}
    </div>
  );
}

function rowButton(scroller: HTMLElement | null, index: number): HTMLButtonElement | null {
  const found = scroller?.querySelector(`[data-index="${index}"] button`);
  return found instanceof HTMLButtonElement ? found : null;
}

/** Whether what had the focus went out of reach, as on the way back from a place that was opened. */
function isFocusLost(): boolean {
  const { activeElement } = document;
  return (
    activeElement === null || activeElement === document.body || activeElement.closest('[inert]') !== null
  );
}
