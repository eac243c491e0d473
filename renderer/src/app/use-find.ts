import type { Span } from '@core/model/span';
import { findInText, foldText } from '@core/reading/find-in-text';
import { useCallback, useMemo, useState } from 'react';

export interface Find {
  readonly query: string;
  readonly found: readonly Span[];
  /** Index of the present hit; null when nothing was found. */
  readonly current: number | null;
  setQuery(query: string): void;
  step(step: 'next' | 'previous'): void;
}

/** Finding within one text; `onShow` is told each hit that becomes the present one. */
export function useFind(text: string, isOpen: boolean, from: number, onShow: (span: Span) => void): Find {
  const [query, setTyped] = useState('');
  const [at, setAt] = useState(0);
  // A long text is folded only once somebody looks for something in it.
  const folded = useMemo(() => (isOpen ? foldText(text) : null), [text, isOpen]);
  const found = useMemo(() => (folded === null ? [] : findInText(folded, query)), [folded, query]);
  const current = found.length === 0 ? null : Math.min(at, found.length - 1);

  const setQuery = useCallback(
    (next: string) => {
      setTyped(next);
      const hits = folded === null ? [] : findInText(folded, next);
      const first = Math.max(
        0,
        hits.findIndex(({ start }) => start >= from),
      );
      setAt(first);
      const hit = hits[first];
      if (hit !== undefined) onShow(hit);
    },
    [folded, from, onShow],
  );

  const step = useCallback(
    (way: 'next' | 'previous') => {
      if (current === null) return;
      const next = (current + (way === 'next' ? 1 : found.length - 1)) % found.length;
      setAt(next);
      const hit = found[next];
      if (hit !== undefined) onShow(hit);
    },
    [current, found, onShow],
  );

  return { query, found, current, setQuery, step };
}
