import type { MenuCommand } from '@preload/contract';
import { Menu, type MenuItemConstructorOptions } from 'electron';
import { type MenuEntry, mac, menuSections } from './menu-table';
import { say } from './strings';

/** What can be undone and redone now, as the menu shows it. */
export interface UndoTitles {
  readonly undo: string | null;
  readonly redo: string | null;
}

/** Puts up the program's menu; `send` gets what is chosen. Called again when the steps to undo change. */
export function showMenu(titles: UndoTitles, send: (command: MenuCommand) => void, packaged: boolean): void {
  const ownMenu: MenuItemConstructorOptions[] = mac ? [{ role: 'appMenu' }] : [];
  const built = menuSections.map(
    ({ label, entries }): MenuItemConstructorOptions => ({
      label: say(label),
      submenu: entries.map((entry) => itemOf(entry, titles, send)),
    }),
  );
  const developing: MenuItemConstructorOptions[] = packaged
    ? []
    : [{ role: 'toggleDevTools', visible: false }];
  Menu.setApplicationMenu(Menu.buildFromTemplate([...ownMenu, ...built, ...developing]));
}

function itemOf(
  entry: MenuEntry,
  titles: UndoTitles,
  send: (command: MenuCommand) => void,
): MenuItemConstructorOptions {
  if (entry === '-') return { type: 'separator' };
  if ('role' in entry) return { ...(entry.role === undefined ? {} : { role: entry.role }) };
  if ('step' in entry) return stepItem(entry.step, titles[entry.step], send);
  return {
    id: entry.command,
    label: say(entry.label),
    click: () => send(entry.command),
    // A key that means something in a text field, too, is acted on in the window, which knows where the focus is.
    ...(entry.key === undefined ? {} : { accelerator: entry.key, registerAccelerator: entry.acts === true }),
  };
}

function stepItem(
  step: 'undo' | 'redo',
  title: string | null,
  send: (command: MenuCommand) => void,
): MenuItemConstructorOptions {
  return {
    id: step,
    label: title === null ? say(`menu.${step}`) : say(`menu.${step}-step`, { step: escapeLabel(title) }),
    accelerator: step === 'undo' ? 'CmdOrCtrl+Z' : 'Shift+CmdOrCtrl+Z',
    registerAccelerator: false,
    // The menu's undo is the project's, wherever the focus is; the key is the window's, and in a field the field's.
    // Enabled always: what can be undone may have changed since the menu was made.
    click: () => send(step),
  };
}

/** A single "&" in a label marks the key that chooses it. */
function escapeLabel(title: string): string {
  return title.replaceAll('&', '&&');
}
