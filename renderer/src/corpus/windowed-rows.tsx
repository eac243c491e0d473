import { defaultRangeExtractor } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect } from 'react';
import { useVirtualRows } from '../ui/use-virtual-rows';
import { Option } from './option';
import type { RowsProps } from './rows-props';

/** Usual heights in pixels; each row is measured when it comes into the page. */
const rowHeight = 66;
const lineHeight = 32;

/** Only the rows in sight, the open one and the one the keyboard is on. */
export function WindowedRows(props: RowsProps) {
  const { rows, selectedAt, markedAt, isMarked, isOneLine, idBase, scroller } = props;
  // The same function for the same rows: with another one the places of all ten thousand are worked out anew.
  const getItemKey = useCallback((at: number) => rows[at]?.id ?? at, [rows]);
  const virtual = useVirtualRows({
    count: rows.length,
    getScrollElement: () => scroller,
    estimateSize: () => (isOneLine ? lineHeight : rowHeight),
    getItemKey,
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), markedAt, selectedAt])]
        .filter((at) => at >= 0 && at < rows.length)
        .sort((a, b) => a - b),
  });
  const shown = isMarked ? markedAt : selectedAt;
  useLayoutEffect(() => {
    if (shown < 0) virtual.scrollToOffset(0);
    else virtual.scrollToIndex(shown, { align: isOneLine ? 'start' : 'auto' });
  }, [shown, isOneLine, virtual]);
  return (
    <div role="presentation" style={{ position: 'relative', height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map(({ key, index, start }) => {
        const row = rows[index];
        return row === undefined ? null : (
          <Option
            key={key}
            row={row}
            at={index}
            id={`${idBase}-${index}`}
            isSelected={index === selectedAt}
            isMarked={index === markedAt}
            isOneLine={isOneLine}
            size={rows.length}
            top={start}
            rowRef={virtual.measureElement}
          />
        );
      })}
    </div>
  );
}
