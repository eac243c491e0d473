import { useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** The rows and columns of a large table that are in sight, `to` exclusive, with some more around. */
export interface TableWindow {
  readonly rows: readonly [from: number, to: number];
  readonly columns: readonly [from: number, to: number];
  /** Pixels that the first column has. */
  readonly title: number;
}

interface Sizes {
  readonly rows: number;
  readonly columns: number;
  /** Pixels. */
  readonly row: number;
  readonly column: number;
  /** Width of what stays at the left beside the first column. */
  readonly total: number;
  /** The first column's width is what the others leave, within these. */
  readonly least: number;
  readonly most: number;
}

const more = 6;

/** Of a table whose rows are all of one height and whose columns of one width. */
export function useWindowOf(scroller: HTMLElement | null, sizes: Sizes): TableWindow {
  const { rows, columns, row, column, total, least, most } = sizes;
  const [place, setPlace] = useState({ top: 0, left: 0, width: 0, height: 0 });
  useLayoutEffect(() => {
    if (scroller === null) return;
    const read = (): void => {
      const { scrollTop, scrollLeft, clientWidth, clientHeight } = scroller;
      setPlace({ top: scrollTop, left: scrollLeft, width: clientWidth, height: clientHeight });
    };
    // While scrolling the cells must be there in the same frame.
    const onScroll = (): void => flushSync(read);
    read();
    scroller.addEventListener('scroll', onScroll, { passive: true });
    const resized = new ResizeObserver(read);
    resized.observe(scroller);
    return () => {
      scroller.removeEventListener('scroll', onScroll);
      resized.disconnect();
    };
  }, [scroller]);
  const span = (start: number, length: number, size: number, count: number): readonly [number, number] => [
    Math.max(0, Math.floor(start / size) - more),
    Math.min(count, Math.ceil((start + length) / size) + more),
  ];
  const title = Math.max(least, Math.min(most, place.width - total - columns * column));
  return {
    title,
    rows: span(place.top, place.height, row, rows),
    columns: span(place.left, Math.max(0, place.width - total - title), column, columns),
  };
}
