import type { MenuCommand } from '@preload/contract';
import type { MenuItemConstructorOptions } from 'electron';
import type { StringKey } from './strings';

export interface MenuCommandRow {
  readonly command: Exclude<MenuCommand, 'undo' | 'redo'>;
  readonly label: StringKey;
  readonly key?: string;
  /** The key acts through the menu; others are shown here and acted on in the window. */
  readonly acts?: true;
}

/** A line of the menu: a command for the window, a role of the system, or a separator. */
export type MenuEntry =
  | MenuCommandRow
  | { readonly step: 'undo' | 'redo' }
  | { readonly role: MenuItemConstructorOptions['role'] }
  | '-';

export interface MenuSection {
  readonly label: StringKey;
  readonly entries: readonly MenuEntry[];
}

export const mac = process.platform === 'darwin';

export const menuSections: readonly MenuSection[] = [
  {
    label: 'menu.file',
    entries: [
      { command: 'open-corpus-folder', label: 'menu.open-corpus-folder', key: 'CmdOrCtrl+O', acts: true },
      { command: 'open-corpus-files', label: 'menu.open-corpus-files', key: 'Shift+CmdOrCtrl+O', acts: true },
      { command: 'import', label: 'menu.import' },
      { command: 'check-changes', label: 'menu.check-changes' },
      '-',
      { command: 'new-project', label: 'menu.new-project' },
      { command: 'open-sample', label: 'menu.open-sample' },
      { command: 'rename-project', label: 'menu.rename-project' },
      { command: 'delete-project', label: 'menu.delete-project' },
      '-',
      { command: 'backups', label: 'menu.backups' },
      { command: 'check-project', label: 'menu.check-project' },
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
      '-',
      { command: 'settings', label: 'menu.settings', key: 'CmdOrCtrl+,' },
    ],
  },
  {
    label: 'menu.view',
    entries: [
      { command: 'show-corpus', label: 'menu.show-corpus', key: 'CmdOrCtrl+1' },
      { command: 'show-codebook', label: 'menu.show-codebook', key: 'CmdOrCtrl+2' },
      { command: 'show-annotations', label: 'menu.show-annotations', key: 'CmdOrCtrl+3' },
      { command: 'focus-mode', label: 'menu.focus-mode', key: 'F9' },
      '-',
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
  {
    label: 'menu.help',
    entries: [
      { command: 'commands', label: 'menu.commands', key: 'CmdOrCtrl+K' },
      { command: 'keys', label: 'menu.keys' },
      { role: 'about' },
    ],
  },
];
