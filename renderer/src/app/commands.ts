import type { KeyName } from '@core/reading/key-table';
import type { MenuCommand } from '@preload/contract';
import { openCorpus } from './corpus-actions';
import { importFile } from './import-actions';
import type { Workbench } from './open-workbench';
import { openSample } from './project-actions';
import { redo, undo } from './undo-actions';
import { getView, setView } from './view-state';

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
export function runCommand(workbench: Workbench, command: WindowCommand): void {
  switch (command) {
    case 'open-corpus-folder':
      void openCorpus(workbench, 'folder');
      break;
    case 'open-corpus-files':
      void openCorpus(workbench, 'files');
      break;
    case 'import':
      void importFile(workbench);
      break;
    case 'new-project':
    case 'rename-project':
    case 'delete-project':
      setView({ dialog: command });
      break;
    case 'open-sample':
      void openSample(workbench);
      break;
    case 'export':
      setView({ dialog: 'export' });
      break;
    case 'undo':
      void undo(workbench);
      break;
    case 'redo':
      void redo(workbench);
      break;
    case 'find':
      if (getView().documentId !== null) setView({ findOpen: true, findFocus: {} });
      break;
    case 'text-larger':
      sizeText(workbench, (now) => now + 1);
      break;
    case 'text-smaller':
      sizeText(workbench, (now) => now - 1);
      break;
    case 'text-default':
      sizeText(workbench, () => 0);
      break;
    case 'keys':
      setView({ dialog: 'keys' });
      break;
    case 'commands':
      setView({ dialog: 'commands' });
      break;
  }
}
