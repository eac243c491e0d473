import { defaultRangeExtractor } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect } from 'react';
import { t } from '../ui/strings';
import { useVirtualRows } from '../ui/use-virtual-rows';
import styles from './memo-list.module.css';
import { MemoRow, type MemoRowProps } from './memo-row';
import type { MemoKey } from './memos-look';

export interface WindowedMemosProps {
  readonly keys: readonly MemoKey[];
  /** Index of the row one was at last; -1 where there is none. */
  readonly at: number;
  /** Rows that stay in the page wherever one scrolls: where Tab stops, what is being written. */
  readonly kept: readonly number[];
  readonly rowOf: (index: number) => MemoRowProps | null;
  readonly scroller: HTMLElement | null;
  /** Set to what brings a row into the page. */
  readonly showRowRef: RefObject<((index: number) => void) | null>;
}

/** Usual height of a row in pixels; each is measured when it comes into the page. */
const rowHeight = 110;

/** A long list of memos: only the rows in sight, and those that are needed. */
export function WindowedMemos({ keys, at, kept, rowOf, scroller, showRowRef }: WindowedMemosProps) {
  const virtual = useVirtualRows({
    count: keys.length,
    getScrollElement: () => scroller,
    estimateSize: () => rowHeight,
    getItemKey: (index) => keys[index] ?? index,
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), ...kept])]
        .filter((index) => index >= 0 && index < keys.length)
        .sort((one, other) => one - other),
  });
  useLayoutEffect(() => {
    showRowRef.current = (index) => virtual.scrollToIndex(index, { align: 'auto' });
  }, [showRowRef, virtual]);
  useLayoutEffect(() => {
    if (at >= 0 && scroller !== null) virtual.scrollToIndex(at, { align: 'auto' });
  }, [at, virtual, scroller]);
  return (
    <ul
      aria-label={t('memos:list')}
      className={styles['list']}
      style={{ position: 'relative', height: virtual.getTotalSize() }}
    >
      {virtual.getVirtualItems().map(({ key, index, start }) => {
        const row = rowOf(index);
        return row === null ? null : (
          <MemoRow
            key={key}
            {...row}
            size={keys.length}
            rowRef={virtual.measureElement}
            // By its top, not by a transform: what is fixed to the window within a row would be fixed to the row.
            style={{ position: 'absolute', insetInline: 0, top: start }}
          />
        );
      })}
    </ul>
  );
}
