import { type KeyAction, type KeyName, keysOf } from '@core/reading/key-table';

const isMac = typeof navigator !== 'undefined' && navigator.platform.startsWith('Mac');

/** A key as its keyboard has it: "Shift+Ctrl+Z" is "⇧⌘Z" on a Mac. */
export function keyWord(name: KeyName): string {
  const arrows = name.replace('Down', '↓').replace('Up', '↑').replace('Left', '←');
  return isMac ? arrows.replace('Shift+', '⇧').replace('Ctrl+', '⌘').replace('Alt+', '⌥') : arrows;
}

/** The key that does this, for tooltips and menus; the first where there are several. */
export function keyLabel(action: KeyAction): string {
  const [first] = keysOf(action);
  return first === undefined ? '' : keyWord(first);
}
