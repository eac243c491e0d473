import type { Id } from '@core/model/identity';
import { createContext, useContext, useLayoutEffect, useRef } from 'react';
import { formatCount, t } from '../ui/strings';
import styles from './code-row.module.css';

/** Codings by code. A context, because the counts change with every coding and the tree of rows must not. */
export const CodeCounts = createContext<ReadonlyMap<Id, number>>(new Map());

/** How often a code is applied; assistive tools hear it as the description of the row. */
export function CodeCount({ code }: { readonly code: Id }) {
  const count = useContext(CodeCounts).get(code) ?? 0;
  const cell = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const row = cell.current?.closest('[role="row"]');
    row?.setAttribute('aria-description', t('codebook:codings', { count }));
  }, [count]);
  return (
    <span ref={cell} className={styles['count']}>
      {count === 0 ? '' : formatCount(count)}
    </span>
  );
}
