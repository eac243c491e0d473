/** A cell by its row and column. Below the last row stand two more; column -1 is the totals'. */
export interface TablePlace {
  readonly row: number;
  readonly column: number;
}

/** Where a key leads from a place; null where it leads nowhere. */
export function placeByKey(
  press: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
  from: TablePlace,
  last: TablePlace,
  page: number,
): TablePlace | null {
  if (press.altKey || press.shiftKey) return null;
  const isFar = press.ctrlKey || press.metaKey;
  const to = new Map<string, TablePlace>([
    ['ArrowDown', { ...from, row: isFar ? last.row : from.row + 1 }],
    ['ArrowUp', { ...from, row: isFar ? 0 : from.row - 1 }],
    ['ArrowRight', { ...from, column: isFar ? last.column : from.column + 1 }],
    ['ArrowLeft', { ...from, column: isFar ? -1 : from.column - 1 }],
    ['PageDown', { ...from, row: from.row + page }],
    ['PageUp', { ...from, row: from.row - page }],
    ['Home', { row: isFar ? 0 : from.row, column: -1 }],
    ['End', { row: isFar ? last.row : from.row, column: last.column }],
  ]).get(press.key);
  if (to === undefined) return null;
  return {
    row: Math.max(0, Math.min(last.row, to.row)),
    column: Math.max(-1, Math.min(last.column, to.column)),
  };
}

/** Where to scroll so that what lies from `start` to `end` is in sight; pixels within what scrolls. */
export function scrolledTo(present: number, room: number, start: number, end: number): number {
  if (start < present) return start;
  return end > present + room ? end - room : present;
}
