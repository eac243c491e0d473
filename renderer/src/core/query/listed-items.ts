/** A list with a heading above each group, counted as one run of items. */
import type { PassageGroup } from './passage-run';

export type ListedItem =
  | { readonly kind: 'heading'; readonly group: number }
  | { readonly kind: 'row'; readonly row: number; readonly group: number };

/** The group that a row, or the item at a place of the list, belongs to; -1 where there is none. */
function groupWhere(
  groups: readonly PassageGroup[],
  begins: (group: PassageGroup, n: number) => boolean,
): number {
  let from = 0;
  let to = groups.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const group = groups[middle];
    if (group !== undefined && begins(group, middle)) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}

export function groupOfRow(groups: readonly PassageGroup[], row: number): number {
  return groupWhere(groups, ({ from }) => from <= row);
}

export function groupOfItem(groups: readonly PassageGroup[], item: number): number {
  return groupWhere(groups, ({ from }, n) => from + n <= item);
}

export function itemAt(groups: readonly PassageGroup[], item: number): ListedItem {
  const group = groupOfItem(groups, item);
  const heading = headingItem(groups, group);
  return item === heading ? { kind: 'heading', group } : { kind: 'row', row: item - group - 1, group };
}

export function itemOfRow(groups: readonly PassageGroup[], row: number): number {
  return row + groupOfRow(groups, row) + 1;
}

export function headingItem(groups: readonly PassageGroup[], group: number): number {
  return (groups[group]?.from ?? 0) + group;
}
