import type { MenuCommand } from '@preload/contract';
import { Menu, type MenuItemConstructorOptions } from 'electron';
import { type StringKey, say } from './strings';

/** What can be undone and redone now, as the menu shows it. */
export interface UndoTitles {
  readonly undo: string | null;
  readonly redo: string | null;
}

interface Command {
  readonly command: Exclude<MenuCommand, 'undo' | 'redo'>;
  readonly label: StringKey;
  readonly key?: string;
  /** The key acts through the menu; others are shown here and acted on in the window. */
  readonly acts?: true;
}

/** A line of the menu: a command for the window, a role of the system, or a separator. */
type Entry =
  | Command
  | { readonly step: 'undo' | 'redo' }
  | { readonly role: MenuItemConstructorOptions['role'] }
  | '-';

interface Section {
  readonly label: StringKey;
  readonly entries: readonly Entry[];
}

const mac = process.platform === 'darwin';

const sections: readonly Section[] = [
  {
    label: 'menu.file',
    entries: [
      { command: 'open-corpus-folder', label: 'menu.open-corpus-folder', key: 'CmdOrCtrl+O', acts: true },
      { command: 'open-corpus-files', label: 'menu.open-corpus-files', key: 'Shift+CmdOrCtrl+O', acts: true },
      { command: 'import', label: 'menu.import' },
      '-',
      { command: 'new-project', label: 'menu.new-project' },
      { command: 'open-sample', label: 'menu.open-sample' },
      { command: 'rename-project', label: 'menu.rename-project' },
      { command: 'delete-project', label: 'menu.delete-project' },
      '-',
      { command: 'export', label: 'menu.export', key: 'CmdOrCtrl+E', acts: true },
      ...(mac ? [] : (['-', { role: 'quit' }] as const)),
    ],
  },
  {
    label: 'menu.edit',
    entries: [
      { step: 'undo' },
      { step: 'redo' },
      '-',
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'selectAll' },
      '-',
      { command: 'find', label: 'menu.find', key: 'CmdOrCtrl+F' },
    ],
  },
  {
    label: 'menu.view',
    entries: [
      { command: 'text-larger', label: 'menu.text-larger', key: 'CmdOrCtrl+Plus' },
      { command: 'text-smaller', label: 'menu.text-smaller', key: 'CmdOrCtrl+-' },
      { command: 'text-default', label: 'menu.text-default', key: 'CmdOrCtrl+0' },
      '-',
      { role: 'togglefullscreen' },
    ],
  },
  {
    label: 'menu.window',
    entries: [{ role: 'minimize' }, ...(mac ? [{ role: 'front' } as const] : []), { role: 'close' }],
  },
  { label: 'menu.help', entries: [{ command: 'keys', label: 'menu.keys' }, { role: 'about' }] },
];

/** Puts up the program's menu; `send` gets what is chosen. Called again when the steps to undo change. */
export function showMenu(titles: UndoTitles, send: (command: MenuCommand) => void, packaged: boolean): void {
  const ownMenu: MenuItemConstructorOptions[] = mac ? [{ role: 'appMenu' }] : [];
  const built = sections.map(
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
  entry: Entry,
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
