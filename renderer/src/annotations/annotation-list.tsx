import type { Id } from '@core/model/identity';
import { type KeyboardEvent, memo, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { t } from '../ui/strings';
import type { AnnotationItem } from './annotation-item';
import styles from './annotation-list.module.css';
import { AnnotationRow } from './annotation-row';
import { WindowedAnnotations } from './windowed-annotations';

export interface AnnotationListProps {
  readonly items: readonly AnnotationItem[];
  readonly inHand: Id | null;
  /** Must keep its identity: rows are drawn again when it is another. */
  readonly onTake: (annotationId: Id) => void;
}

/** Longer lists hold only the rows in sight: interface.md, "Landmarks and controls". */
const wholeBelow = 200;
const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 8,
  PageUp: -8,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** List "Annotations in this document". Arrow keys go from row to row, Enter takes the annotation in hand. */
export const AnnotationList = memo(function AnnotationList(props: AnnotationListProps) {
  const { items, inHand, onTake } = props;
  // State, not a ref: the virtualiser below is told when it is there.
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const showRow = useRef<((index: number) => void) | null>(null);
  const last = useRef(-1);
  const at = useMemo(() => items.findIndex(({ annotation }) => annotation.id === inHand), [items, inHand]);
  const tabStop = Math.max(0, at);
  const isWindowed = items.length >= wholeBelow;

  useLayoutEffect(() => {
    last.current = items.length - 1;
  }, [items]);

  useLayoutEffect(() => {
    if (at < 0 || isWindowed) return;
    scroller?.querySelector(`[data-index="${at}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [at, isWindowed, scroller]);

  const onKeyDown = useCallback(
    (event: KeyboardEvent): void => {
      const step = steps[event.key];
      const row = event.target instanceof Element ? event.target.closest('[data-index]') : null;
      if (step === undefined || !(row instanceof HTMLElement)) return;
      const wanted = Math.max(0, Math.min(last.current, Number(row.dataset['index']) + step));
      const focus = (): void => rowButton(scroller, wanted)?.focus();
      if (rowButton(scroller, wanted) !== null) focus();
      else {
        showRow.current?.(wanted);
        // The row comes into the page with the next frame.
        requestAnimationFrame(() => requestAnimationFrame(focus));
      }
      event.preventDefault();
    },
    [scroller],
  );

  return (
    <div ref={setScroller} className={styles['scroller']}>
      {isWindowed ? (
        <WindowedAnnotations
          items={items}
          at={at}
          tabStop={tabStop}
          scroller={scroller}
          showRowRef={showRow}
          onTake={onTake}
          onKeyDown={onKeyDown}
        />
      ) : (
        <ul aria-label={t('annotations:list')} className={styles['list']}>
          {items.map((item, index) => (
            <AnnotationRow
              key={item.annotation.id}
              item={item}
              index={index}
              isInHand={index === at}
              isTabStop={index === tabStop}
              onTake={onTake}
              onKeyDown={onKeyDown}
            />
          ))}
        </ul>
      )}
    </div>
  );
});

function rowButton(scroller: HTMLElement | null, index: number): HTMLButtonElement | null {
  const found = scroller?.querySelector(`[data-index="${index}"] button`);
  return found instanceof HTMLButtonElement ? found : null;
}
