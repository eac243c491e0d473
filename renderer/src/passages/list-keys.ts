import { chooseAll, extendTo, type RowSelection, takeRow, toggleRow } from '@core/query/row-selection';
import { type KeyPress, keyName } from '@core/reading/key-name';

/** The reader's keys for next and previous move in the list too. */
const letterSteps: ReadonlyMap<string, number> = new Map([
  ['d', 1],
  ['s', -1],
  [']', 1],
  ['[', -1],
  ['Shift+D', 1],
  ['Shift+S', -1],
]);

/**
 * The selection that a key makes of the present one; null where it makes none. `page`: rows in sight; `letters`:
 * whether single letters act.
 */
export function selectionByKey(
  press: KeyPress,
  selection: RowSelection,
  list: { readonly rows: number; readonly page: number; readonly letters: boolean },
): RowSelection | null {
  const control = press.ctrlKey || press.metaKey;
  if (press.altKey) return null;
  if (control)
    return press.key.toLowerCase() === 'a' || press.code === 'KeyA' ? chooseAll(selection, list.rows) : null;
  if (press.key === ' ') return toggleRow(selection, Math.max(0, selection.at));
  if (press.key === 'Escape' && selection.chosen.size > 0) return takeRow(selection.at);
  const name = list.letters ? (keyName(press) ?? '') : '';
  const step = keySteps(list.page, list.rows).get(press.key) ?? letterSteps.get(name);
  if (step === undefined) return null;
  const to = Math.max(0, Math.min(list.rows - 1, selection.at + step));
  return press.shiftKey ? extendTo(selection, to) : takeRow(to);
}

function keySteps(page: number, rows: number): ReadonlyMap<string, number> {
  return new Map([
    ['ArrowDown', 1],
    ['ArrowUp', -1],
    ['PageDown', page],
    ['PageUp', -page],
    ['Home', -rows],
    ['End', rows],
  ]);
}
