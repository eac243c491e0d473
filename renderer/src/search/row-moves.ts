/** What keys and clicks make of the chosen rows of a list of hits. */
import { chooseAll, extendTo, type RowSelection, takeRow } from '@core/query/row-selection';
import type { KeyboardEvent } from 'react';

/** The selection that a key makes of the present one; null where it makes none. */
export function moved(
  event: KeyboardEvent,
  selection: RowSelection,
  rows: number,
  page: number,
): RowSelection | null {
  if (event.altKey) return null;
  if (event.ctrlKey || event.metaKey)
    return event.key.toLowerCase() === 'a' || event.code === 'KeyA' ? chooseAll(selection, rows) : null;
  if (event.key === ' ') return tickRow(selection, Math.max(0, selection.at));
  if (event.key === 'Escape' && selection.chosen.size > 0) return takeRow(selection.at);
  const steps: Readonly<Record<string, number>> = {
    ...{ ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -rows, End: rows },
  };
  const step = steps[event.key];
  if (step === undefined) return null;
  const to = Math.max(0, Math.min(rows - 1, selection.at + step));
  return event.shiftKey ? extendTo(selection, to) : goTo(selection, to);
}

/** Moves without letting go of what is ticked: hits are chosen one by one, far apart. */
export function goTo({ chosen }: RowSelection, at: number): RowSelection {
  return { at, anchor: at, base: chosen, chosen };
}

/** Ticks a row or takes the tick away; the row in hand before it is left as it was. */
export function tickRow(selection: RowSelection, at: number): RowSelection {
  const chosen = new Set(selection.chosen);
  if (!chosen.delete(at)) chosen.add(at);
  return goTo({ ...selection, chosen }, at);
}
