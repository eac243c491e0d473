/**
 * Rows of a long list that follow each other in the page's own flow, so that they never overlap, however high each is;
 * their heights are heard of when the page has laid them out, never asked for.
 */
import type { VirtualRows } from './use-virtual-rows';

export interface RowsInFlow {
  /** By index, in order: those in sight, and the one that stays in the page wherever it is scrolled to. */
  readonly rows: readonly number[];
  /** Pixels above the rows in sight. */
  readonly room: number;
  readonly isApart: (index: number) => boolean;
  /** Pixels below the top of the list. */
  readonly startOf: (index: number) => number;
}

/**
 * `kept`: the row that stays, as it has the focus or is where Tab goes; -1 for none. All are in one array, so that a row
 * that comes into sight stays the same element and keeps the focus.
 */
export function rowsInFlow(virtual: VirtualRows, kept: number): RowsInFlow {
  const items = virtual.getVirtualItems();
  const inSight = items.map(({ index }) => index);
  const isApart = (index: number): boolean => index >= 0 && index === kept && !inSight.includes(index);
  return {
    rows: isApart(kept) ? [...inSight, kept].sort((one, other) => one - other) : inSight,
    room: items[0]?.start ?? 0,
    isApart,
    startOf: (index) => virtual.measurementsCache[index]?.start ?? 0,
  };
}

/** Pixels: as an observer tells it, else as known, else as estimated. */
export function heardHeight(
  element: HTMLElement,
  entry: ResizeObserverEntry | undefined,
  virtual: VirtualRows,
): number {
  const told = entry?.borderBoxSize[0];
  if (told !== undefined) return Math.round(told.blockSize);
  const index = virtual.indexFromElement(element);
  return virtual.itemSizeCache.get(virtual.options.getItemKey(index)) ?? virtual.options.estimateSize(index);
}
