import type { Id } from '@core/model/identity';
import { type KeyboardEvent, type RefObject, useCallback, useLayoutEffect } from 'react';
import { heardHeight, rowsInFlow } from '../ui/rows-in-flow';
import { t } from '../ui/strings';
import { useVirtualRows, type VirtualRows } from '../ui/use-virtual-rows';
import type { AnnotationItem } from './annotation-item';
import styles from './annotation-list.module.css';
import { AnnotationRow } from './annotation-row';

export interface WindowedAnnotationsProps {
  readonly items: readonly AnnotationItem[];
  /** Index of the one in hand; -1 when none is. */
  readonly at: number;
  readonly tabStop: number;
  readonly scroller: HTMLElement | null;
  /** Set to what brings a row into the page. */
  readonly showRowRef: RefObject<((index: number) => void) | null>;
  readonly onTake: (annotationId: Id) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Usual height of a row in pixels, until the page has laid it out. */
const rowHeight = 86;
const estimateSize = (): number => rowHeight;

/** A long list: only the rows in sight, and the one that Tab stops at. */
export function WindowedAnnotations(props: WindowedAnnotationsProps) {
  const { items, at, tabStop, scroller, showRowRef, onTake, onKeyDown } = props;
  const getItemKey = useCallback((index: number) => items[index]?.annotation.id ?? index, [items]);
  const virtual = useVirtualRows({
    count: items.length,
    getScrollElement: () => scroller,
    estimateSize,
    getItemKey,
    measureElement: heardHeight,
  });
  useLayoutEffect(() => {
    showRowRef.current = (index) => virtual.scrollToIndex(index, { align: 'auto' });
  }, [showRowRef, virtual]);
  useLayoutEffect(() => {
    if (at >= 0 && scroller !== null && !isInSight(virtual, at))
      virtual.scrollToIndex(at, { align: 'center' });
  }, [at, virtual, scroller]);

  const { rows, room, isApart, startOf } = rowsInFlow(virtual, tabStop);
  return (
    <ul
      aria-label={t('annotations:list')}
      className={styles['windowed']}
      style={{ height: virtual.getTotalSize(), paddingTop: room }}
    >
      {rows.map((index) => {
        const item = items[index];
        return item === undefined ? null : (
          <AnnotationRow
            key={item.annotation.id}
            item={item}
            index={index}
            size={items.length}
            isInHand={index === at}
            isTabStop={index === tabStop}
            {...(isApart(index) ? { top: startOf(index) } : { rowRef: virtual.measureElement })}
            onTake={onTake}
            onKeyDown={onKeyDown}
          />
        );
      })}
    </ul>
  );
}

/**
 * Whether all of a row is in sight, as far as is known. Bringing one into sight that is there already would have the
 * page laid out at once to learn how far it scrolls, with every coding; the others come to the middle, so that the
 * rows of the next few passages are in sight with it.
 */
function isInSight({ measurementsCache, scrollOffset, scrollRect }: VirtualRows, index: number): boolean {
  const row = measurementsCache[index];
  if (row === undefined || scrollOffset === null || scrollRect === null) return false;
  return row.start >= scrollOffset && row.end <= scrollOffset + scrollRect.height;
}
