import type { Id } from '@core/model/identity';
import { defaultRangeExtractor } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useLayoutEffect } from 'react';
import { t } from '../ui/strings';
import { useVirtualRows } from '../ui/use-virtual-rows';
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

/** Usual height of a row in pixels; each is measured when it comes into the page. */
const rowHeight = 86;

/** A long list: only the rows in sight, and the one that Tab stops at. */
export function WindowedAnnotations(props: WindowedAnnotationsProps) {
  const { items, at, tabStop, scroller, showRowRef } = props;
  const virtual = useVirtualRows({
    count: items.length,
    getScrollElement: () => scroller,
    estimateSize: () => rowHeight,
    getItemKey: (index) => items[index]?.annotation.id ?? index,
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), tabStop])]
        .filter((index) => index < items.length)
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
      aria-label={t('annotations:list')}
      className={styles['list']}
      style={{ position: 'relative', height: virtual.getTotalSize() }}
    >
      {virtual.getVirtualItems().map(({ key, index, start }) => {
        const item = items[index];
        return item === undefined ? null : (
          <AnnotationRow
            key={key}
            item={item}
            index={index}
            size={items.length}
            isInHand={index === at}
            isTabStop={index === tabStop}
            rowRef={virtual.measureElement}
            style={{ position: 'absolute', insetInline: 0, top: 0, transform: `translateY(${start}px)` }}
            onTake={() => props.onTake(item.annotation.id)}
            onKeyDown={props.onKeyDown}
          />
        );
      })}
    </ul>
  );
}
