import { useLayoutEffect } from 'react';
import { Option } from './option';
import type { RowsProps } from './rows-props';

/** All rows in the page, so that every assistive tool sees the whole list. */
export function AllRows(props: RowsProps) {
  const { rows, selectedAt, markedAt, isMarked, isOneLine, idBase, scroller } = props;
  const shown = isMarked ? markedAt : selectedAt;
  useLayoutEffect(() => {
    const row = scroller.querySelector<HTMLElement>(`[data-at="${shown}"]`);
    bringIntoSight(scroller, row, isOneLine);
  }, [shown, isOneLine, scroller]);
  return rows.map((row, at) => (
    <Option
      key={row.id}
      row={row}
      at={at}
      id={`${idBase}-${at}`}
      isSelected={at === selectedAt}
      isMarked={at === markedAt}
      isOneLine={isOneLine}
    />
  ));
}

/** Not scrollIntoView, which would scroll the panel and the window as well. Without a row the list begins anew. */
function bringIntoSight(list: HTMLElement, row: HTMLElement | null, isToTop: boolean): void {
  const top = row?.offsetTop ?? 0;
  const bottom = top + (row?.offsetHeight ?? 0);
  if (isToTop || top < list.scrollTop) list.scrollTop = top;
  else if (bottom > list.scrollTop + list.clientHeight) list.scrollTop = bottom - list.clientHeight;
}
