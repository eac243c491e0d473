import { type KeyAction, type KeyGroup, type KeyName, keysOf, keyTable } from '@core/reading/key-table';
import type { MenuCommand } from '@preload/contract';
import { t } from '../ui/strings';
import { checkForChanges } from './changes-actions';
import { codebookCommands } from './codebook-commands';
import type { Surface } from './coding-surface';
import { openCorpus } from './corpus-actions';
import { exportAgain } from './export-run';
import { importFile } from './import-actions';
import { inTurn } from './in-turn';
import { memoCommands } from './memo-commands';
import type { Workbench } from './open-workbench';
import { goToOrphans } from './orphan-actions';
import { togglePanel } from './panels';
import { passCommands } from './pass-commands';
import { openSample } from './project-actions';
import { documentKeys, readerKeys } from './reader-keys';
import { stepHit } from './search-actions';
import { searchChosenIndicators } from './search-indicators';
import { sizeText } from './size-text';
import { redo, undo } from './undo-actions';
import { views } from './view-pane';
import { announce, getView, setView, showView, toggleHidden } from './view-state';

export interface CommandPlace {
  readonly workbench: Workbench;
  /** The open text; null where there is none. */
  readonly surface: () => Surface | null;
}

export type CommandGroup = KeyGroup | 'project';

/** As the palette shows them: what is looked for most first. */
export const commandGroups = [
  'code',
  'document',
  'view',
  'project',
  'window',
  'move',
] as const satisfies readonly CommandGroup[];

export interface Command {
  readonly id: string;
  readonly group: CommandGroup;
  /** The row of the key table whose keys do the same; null where no key does. */
  readonly key: KeyAction | null;
  /** What it is called in the palette, and in the list of keys. */
  readonly name: string;
  /** Its key acts through the menu, or within the text only. */
  readonly keyActs: 'window' | 'menu' | 'reader';
  readonly run: (place: CommandPlace) => void;
}

/** With a key it is called what the key table calls it. */
type Row = ({ readonly key: KeyAction } | { readonly name: string }) & {
  /** Its key acts through the menu. */
  readonly inMenu?: true;
  readonly run: Command['run'];
};

export function toggleFocusMode(): void {
  const focusMode = !getView().focusMode;
  setView({ focusMode, drawer: null });
  announce(t(focusMode ? 'shell:focusModeOn' : 'shell:focusModeEnded'));
}

/** What the menu can ask for, and with it every command that does not act on the text. */
const ofWindow: Readonly<Record<MenuCommand, Row>> = {
  'open-corpus-folder': {
    key: 'openFolder',
    inMenu: true,
    run: ({ workbench }) => void openCorpus(workbench, 'folder'),
  },
  'open-corpus-files': {
    key: 'openFiles',
    inMenu: true,
    run: ({ workbench }) => void openCorpus(workbench, 'files'),
  },
  import: { name: t('shell:commands.import'), run: ({ workbench }) => void importFile(workbench) },
  'check-changes': {
    name: t('versions:check'),
    run: ({ workbench }) => void checkForChanges(workbench),
  },
  export: { key: 'export', inMenu: true, run: () => setView({ dialog: 'export' }) },
  'new-project': { name: t('shell:commands.new-project'), run: () => setView({ dialog: 'new-project' }) },
  'open-sample': {
    name: t('shell:commands.open-sample'),
    run: ({ workbench }) => void openSample(workbench),
  },
  'rename-project': {
    name: t('shell:commands.rename-project'),
    run: () => setView({ dialog: 'rename-project' }),
  },
  'delete-project': {
    name: t('shell:commands.delete-project'),
    run: () => setView({ dialog: 'delete-project' }),
  },
  backups: { name: t('shell:commands.backups'), run: () => setView({ dialog: 'backups' }) },
  'check-project': {
    name: t('shell:commands.check-project'),
    run: () => setView({ dialog: 'check-project' }),
  },
  undo: { key: 'undo', run: ({ workbench }) => inTurn(() => undo(workbench)) },
  redo: { key: 'redo', run: ({ workbench }) => inTurn(() => redo(workbench)) },
  find: {
    key: 'find',
    run: () => {
      if (getView().documentId === null) return;
      showView('read');
      setView({ findOpen: true, findFocus: {} });
    },
  },
  'show-corpus': { key: 'showCorpus', run: ({ workbench }) => togglePanel(workbench, 'corpus') },
  'show-codebook': { key: 'showCodebook', run: ({ workbench }) => togglePanel(workbench, 'codebook') },
  'show-annotations': {
    key: 'showAnnotations',
    run: ({ workbench }) => togglePanel(workbench, 'annotations'),
  },
  'focus-mode': { key: 'focusMode', run: toggleFocusMode },
  'text-larger': { key: 'textLarger', run: ({ workbench }) => sizeText(workbench, (now) => now + 1) },
  'text-smaller': { key: 'textSmaller', run: ({ workbench }) => sizeText(workbench, (now) => now - 1) },
  'text-default': { key: 'textDefault', run: ({ workbench }) => sizeText(workbench, () => 0) },
  settings: { key: 'settings', run: () => setView({ dialog: 'settings' }) },
  commands: { key: 'commands', run: () => setView({ dialog: 'commands' }) },
  keys: { key: 'keys', run: () => setView({ dialog: 'keys' }) },
};

/** Keys of the text that are no command: they need a digit or a place, or are the browser's own. */
const notCommands: ReadonlySet<KeyAction> = new Set(['pin', 'letGo', 'leaveText', 'keys']);

function ofText(key: KeyAction, group: KeyGroup): Command {
  const [name] = keysOf(key);
  const act = name === undefined ? undefined : readerKeys[name];
  const withoutText = name === undefined ? undefined : documentKeys[name];
  return {
    ...{ id: key, key, group, name: t(`reader:key.${key}`), keyActs: 'reader' },
    run: ({ workbench, surface }) => {
      inTurn(() => {
        const at = surface();
        return at === null ? withoutText?.(workbench) : act?.(at);
      });
    },
  };
}

const groupOf: ReadonlyMap<KeyAction, KeyGroup> = new Map(keyTable.map(({ id, group }) => [id, group]));

const hitSteps = [
  { key: 'nextHit', step: 1 },
  { key: 'previousHit', step: -1 },
] as const;

/** Every command of the program: what the keys of the text do, and what the menu can ask for. */
export const commands: readonly Command[] = [
  ...keyTable
    .filter(({ id, scope }) => scope === 'reader' && !notCommands.has(id))
    .map(({ id, group }) => ofText(id, group)),
  ...views.map(
    ({ name, key }): Command => ({
      ...{ id: `view-${name}`, key, group: 'view', name: t(`reader:key.${key}`), keyActs: 'window' },
      run: () => showView(name),
    }),
  ),
  {
    ...{ id: 'document-details', key: null, group: 'document', name: t('corpus:details'), keyActs: 'window' },
    run: () => {
      if (getView().documentId !== null) setView({ dialog: 'document' });
    },
  },
  {
    ...{ id: 'remove-document', key: null, group: 'document', name: t('corpus:removeCommand') },
    keyActs: 'window',
    run: () => {
      if (getView().documentId !== null) setView({ dialog: 'remove-document' });
    },
  },
  {
    ...{
      id: 'hidden-characters',
      key: null,
      group: 'view',
      name: t('reader:hiddenCommand'),
      keyActs: 'window',
    },
    run: toggleHidden,
  },
  {
    ...{ id: 'orphans', key: null, group: 'document', name: t('versions:goToOrphans'), keyActs: 'window' },
    run: goToOrphans,
  },
  ...hitSteps.map(
    ({ key, step }): Command => ({
      ...{ id: key, key, group: 'view', name: t(`reader:key.${key}`), keyActs: 'window' },
      run: ({ workbench }) => inTurn(() => stepHit(workbench, step)),
    }),
  ),
  {
    ...{ id: 'export-again', key: null, group: 'project', name: t('exchange:again'), keyActs: 'window' },
    run: ({ workbench }) => void exportAgain(workbench),
  },
  {
    ...{ id: 'search-indicators', key: null, group: 'code', keyActs: 'window' },
    name: t('codebook:commandIndicators'),
    run: ({ workbench }) => searchChosenIndicators(workbench),
  },
  ...memoCommands.map(
    ({ id, key, name, run }): Command => ({ id, key, group: 'document', name, keyActs: 'window', run }),
  ),
  ...passCommands.map(
    ({ id, name, run }): Command => ({
      ...{ id, key: null, group: 'document', name, keyActs: 'window' },
      run: ({ workbench }) => run(workbench),
    }),
  ),
  ...Object.values(codebookCommands).map(
    ({ id, name, run }): Command => ({
      ...{ id, key: null, group: 'project', name, keyActs: 'window' },
      run: ({ workbench }) => run(workbench),
    }),
  ),
  ...Object.entries(ofWindow).map(([id, row]): Command => {
    const { run } = row;
    if ('name' in row) return { id, key: null, group: 'project', name: row.name, keyActs: 'window', run };
    const keyActs = row.inMenu === true ? 'menu' : row.key === 'keys' ? 'reader' : 'window';
    const group = groupOf.get(row.key) ?? 'window';
    return { id, key: row.key, group, name: t(`reader:key.${row.key}`), keyActs, run };
  }),
];

const byKey: ReadonlyMap<KeyName, Command> = new Map(
  commands
    .filter(({ keyActs }) => keyActs === 'window')
    .flatMap((command) =>
      (command.key === null ? [] : keysOf(command.key)).map((name) => [name, command] as const),
    ),
);

/** The command that a key of the whole window stands for. */
export function commandOf(name: KeyName): Command | null {
  return byKey.get(name) ?? null;
}

/** Does what the menu, or a menu of the page, asks for. */
export function runCommand(place: CommandPlace, command: MenuCommand): void {
  ofWindow[command].run(place);
}
