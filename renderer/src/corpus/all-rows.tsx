import { useLayoutEffect } from 'react';
import { Option } from './option';
import type { RowsProps } from './rows-props';

/** All rows in the page, so that the browser's own find and every assistive tool see them. */
export function AllRows(props: RowsProps) {
  const { rows, selectedAt, markedAt, isMarked, isOneLine, scroller } = props;
  useLayoutEffect(() => {
    const list = scroller.current;
    const shown = list?.querySelector<HTMLElement>(`[data-at="${isMarked ? markedAt : selectedAt}"]`);
    if (!list || !shown) return;
    // Not scrollIntoView, which would scroll the panel and the window as well.
    if (isOneLine || shown.offsetTop < list.scrollTop) list.scrollTop = shown.offsetTop;
    else {
      const below = shown.offsetTop + shown.offsetHeight - list.clientHeight;
      if (below > list.scrollTop) list.scrollTop = below;
    }
  }, [selectedAt, markedAt, isMarked, isOneLine, scroller]);
  return rows.map((row, at) => <Option key={row.id} shared={props} at={at} />);
}
