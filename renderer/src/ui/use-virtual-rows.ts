import { useVirtualizer, type Virtualizer, type VirtualizerOptions } from '@tanstack/react-virtual';

export type VirtualRowsOptions = Pick<
  VirtualizerOptions<HTMLElement, HTMLDivElement>,
  'count' | 'getScrollElement' | 'estimateSize' | 'getItemKey' | 'rangeExtractor'
>;

/** The rows of a long list that are in sight, with a few more above and below. */
export function useVirtualRows(options: VirtualRowsOptions): Virtualizer<HTMLElement, HTMLDivElement> {
  // What it returns changes within itself, which the React Compiler, were it ever used, must not remember.
  'use no memo';
  return useVirtualizer({ ...options, overscan: 6 });
}
