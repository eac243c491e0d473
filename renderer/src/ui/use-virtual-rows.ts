import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualizerOptions,
} from '@tanstack/react-virtual';
import { useLayoutEffect, useReducer, useState } from 'react';
import { flushSync } from 'react-dom';

type Options = VirtualizerOptions<HTMLElement, HTMLElement>;
export type VirtualRowsOptions = Pick<
  Options,
  | 'count'
  | 'getScrollElement'
  | 'estimateSize'
  | 'getItemKey'
  | 'rangeExtractor'
  | 'measureElement'
  | 'initialOffset'
  | 'scrollPaddingStart'
  | 'initialMeasurementsCache'
>;
export type VirtualRows = Virtualizer<HTMLElement, HTMLElement>;

/**
 * The rows of a long list that are in sight, with a few more above and below. The library's own hook does the same,
 * but hands out functions that React's rules do not allow to be remembered.
 */
export function useVirtualRows(wanted: VirtualRowsOptions): VirtualRows {
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const options: Options = {
    ...wanted,
    overscan: 6,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    // While scrolling the rows must be there in the same frame.
    onChange: (_, isScrolling) => (isScrolling ? flushSync(redraw) : redraw()),
  };
  const [rows] = useState(() => new Virtualizer(options));
  rows.setOptions(options);
  useLayoutEffect(() => rows._didMount(), [rows]);
  useLayoutEffect(() => rows._willUpdate());
  return rows;
}
