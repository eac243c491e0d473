import type { KeyName } from '@core/reading/key-table';
import type { MenuCommand } from '@preload/contract';
import type { Surface } from './coding-surface';
import { openCorpus } from './corpus-actions';
import { importFile } from './import-actions';
import type { Workbench } from './open-workbench';
import { redo, undo } from './undo-actions';
import { setView } from './view-state';

export type WindowCommand = MenuCommand | 'commands';

/** Text is never smaller or larger than so many steps. */
const textSteps = { least: -4, most: 10 } as const;

const byKey: Readonly<Partial<Record<KeyName, WindowCommand>>> = {
  'Ctrl+Z': 'undo',
  'Shift+Ctrl+Z': 'redo',
  'Ctrl+F': 'find',
  'Ctrl++': 'text-larger',
  'Ctrl+-': 'text-smaller',
  'Ctrl+0': 'text-default',
  'Ctrl+K': 'commands',
};

export function commandOf(name: KeyName): WindowCommand | null {
  return byKey[name] ?? null;
}

function sizeText({ settings }: Workbench, step: (now: number) => number): void {
  const present = settings.getSnapshot();
  const textStep = Math.max(textSteps.least, Math.min(textSteps.most, step(present.textStep)));
  settings.set({ ...present, textStep });
}

/** What a key, the menu or the command palette asks of the window. */
export function runCommand(
  workbench: Workbench,
  surface: () => Surface | null,
  command: WindowCommand,
): void {
  switch (command) {
    case 'open-corpus-folder':
      return void openCorpus(workbench, 'folder');
    case 'open-corpus-files':
      return void openCorpus(workbench, 'files');
    case 'import':
      return void importFile(workbench);
    case 'export':
      return setView({ dialog: 'export' });
    case 'undo':
      return void undo(workbench);
    case 'redo':
      return void redo(workbench);
    case 'find':
      if (surface() !== null) setView({ findOpen: true, findFocus: {} });
      return;
    case 'text-larger':
      return sizeText(workbench, (now) => now + 1);
    case 'text-smaller':
      return sizeText(workbench, (now) => now - 1);
    case 'text-default':
      return sizeText(workbench, () => 0);
    case 'keys':
      return setView({ dialog: 'keys' });
    case 'commands':
      return setView({ dialog: 'commands' });
  }
}
