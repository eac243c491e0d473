import type { CopyCounts } from '@core/copies/distinct-passages';
import type { Id } from '@core/model/identity';
import { createContext, useContext, useLayoutEffect, useRef } from 'react';
import { formatCount, t } from '../ui/strings';
import styles from './code-row.module.css';

/** Codings by code. A context, because the counts change with every coding and the tree of rows must not. */
export const CodeCounts = createContext<ReadonlyMap<Id, number>>(new Map());

/** Circulated and distinct passages by code; absent where that is not known. */
export const DistinctCounts = createContext<ReadonlyMap<Id, CopyCounts>>(new Map());

/** How often a code is applied, "12 · 9" where 12 were printed and 9 said; assistive tools hear it as the description of the row. */
export function CodeCount({ code }: { readonly code: Id }) {
  const count = useContext(CodeCounts).get(code) ?? 0;
  const copies = useContext(DistinctCounts).get(code);
  // They are counted a moment after each change: numbers of two moments are not set beside each other.
  const distinct = copies?.circulated === count ? copies.distinct : count;
  const isFewer = distinct < count;
  const cell = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const row = cell.current?.closest('[role="row"]');
    const codings = t('codebook:codings', { count });
    const words = isFewer ? t('codebook:codingsDistinct', { codings, count: distinct }) : codings;
    row?.setAttribute('aria-description', words);
  }, [count, distinct, isFewer]);
  return (
    <span ref={cell} className={styles['count']} title={isFewer ? t('codebook:distinctHint') : undefined}>
      {count === 0 ? '' : formatCount(count)}
      {isFewer ? ` · ${formatCount(distinct)}` : ''}
    </span>
  );
}
