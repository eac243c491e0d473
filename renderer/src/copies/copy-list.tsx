import { type FocusEvent, useCallback, useState } from 'react';
import { heardHeight, rowsInFlow } from '../ui/rows-in-flow';
import { t } from '../ui/strings';
import { useVirtualRows } from '../ui/use-virtual-rows';
import styles from './copies-region.module.css';
import type { CopiesActions, CopyItem } from './copy-item';
import { CopyRow } from './copy-row';

interface CopyListProps {
  readonly items: readonly CopyItem[];
  readonly canCode: boolean;
  readonly actions: CopiesActions;
}

/** A boilerplate sentence stands in thousands of reports: from here on only the rows in sight are in the page. */
const longList = 200;
/** Usual height of a row in pixels, until the page has laid it out. */
const rowHeight = 96;
const estimateSize = (): number => rowHeight;

/** The places, earliest first. */
export function CopyList(props: CopyListProps) {
  const { items, canCode, actions } = props;
  if (items.length >= longList) return <WindowedCopies {...props} />;
  return (
    <ul className={styles['list']} aria-label={t('copies:list')}>
      {items.map((item) => (
        <CopyRow key={item.key} item={item} canCode={canCode} actions={actions} />
      ))}
    </ul>
  );
}

/** Rows in sight follow each other in the page's own flow; the one that has the focus stays wherever it is scrolled to. */
function WindowedCopies({ items, canCode, actions }: CopyListProps) {
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const getItemKey = useCallback((index: number) => items[index]?.key ?? index, [items]);
  const virtual = useVirtualRows({
    count: items.length,
    getScrollElement: () => scroller,
    estimateSize,
    getItemKey,
    measureElement: heardHeight,
  });
  const at = focused === null ? -1 : items.findIndex(({ key }) => key === focused);
  const { rows, room, isApart, startOf } = rowsInFlow(virtual, at);
  const keepFocused = ({ target }: FocusEvent): void => {
    const index = Number(target.closest('li')?.dataset['index'] ?? -1);
    setFocused(items[index]?.key ?? null);
  };
  return (
    <div ref={setScroller} className={styles['list']}>
      <ul
        aria-label={t('copies:list')}
        className={styles['windowed']}
        style={{ height: virtual.getTotalSize(), paddingTop: room }}
        onFocus={keepFocused}
        onBlur={() => setFocused(null)}
      >
        {rows.map((index) => {
          const item = items[index];
          if (item === undefined) return null;
          const row = {
            ...{ index, size: items.length },
            ...(isApart(index) ? { top: startOf(index) } : { ref: virtual.measureElement }),
          };
          return <CopyRow key={item.key} item={item} canCode={canCode} actions={actions} row={row} />;
        })}
      </ul>
    </div>
  );
}
