import type { Id } from '@core/model/identity';
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { t } from '../ui/strings';
import type { AnnotationItem } from './annotation-item';
import styles from './annotation-list.module.css';
import { AnnotationRow } from './annotation-row';
import { WindowedAnnotations } from './windowed-annotations';

export interface AnnotationListProps {
  readonly items: readonly AnnotationItem[];
  readonly inHand: Id | null;
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
export function AnnotationList({ items, inHand, onTake }: AnnotationListProps) {
  // State, not a ref: the virtualiser below is told when it is there.
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const showRow = useRef<((index: number) => void) | null>(null);
  const at = items.findIndex(({ annotation }) => annotation.id === inHand);
  const tabStop = Math.max(0, at);
  const isWindowed = items.length >= wholeBelow;

  useLayoutEffect(() => {
    if (at < 0 || isWindowed) return;
    scroller?.querySelector(`[data-index="${at}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [at, isWindowed, scroller]);

  const focusRow = (index: number): void => {
    const focus = (): void => rowButton(scroller, index)?.focus();
    if (rowButton(scroller, index) !== null) focus();
    else {
      showRow.current?.(index);
      // The row comes into the page with the next frame.
      requestAnimationFrame(() => requestAnimationFrame(focus));
    }
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    const row = event.target instanceof Element ? event.target.closest('[data-index]') : null;
    if (step === undefined || !(row instanceof HTMLElement)) return;
    const from = Number(row.dataset['index']);
    focusRow(Math.max(0, Math.min(items.length - 1, from + step)));
    event.preventDefault();
  };

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
              onTake={() => onTake(item.annotation.id)}
              onKeyDown={onKeyDown}
            />
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
