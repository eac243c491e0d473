import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge, DroppedFile, MainBridge, MenuCommand } from './contract';

type Call = Exclude<keyof Bridge, 'setUndo' | 'onMenu' | 'onHandover' | 'noteStore' | 'onClosing'>;

/** Stays on this side: the window gets the named calls below, never a way to send what it likes. */
function call<K extends Call>(name: K, ...given: Parameters<MainBridge[K]>): ReturnType<MainBridge[K]> {
  // Main answers each call by the type that the contract gives it.
  return ipcRenderer.invoke(`framewright:${name}`, ...given) as ReturnType<MainBridge[K]>;
}

/** Where a dropped file lies; '' for one that the page made up itself. The page never learns it. */
function pathOf(file: DroppedFile): string {
  return file instanceof File ? webUtils.getPathForFile(file) : '';
}

/** What the page does before its window closes. */
const closers = new Set<() => Promise<void>>();
ipcRenderer.on('framewright:closing', () => {
  const done = [...closers].map((close) => close());
  void Promise.allSettled(done).then(() => ipcRenderer.send('framewright:closed'));
});

const bridge: Bridge = {
  startup: () => call('startup'),
  setCoder: (coder) => call('setCoder', coder),
  keepSettings: (kept) => call('keepSettings', kept),
  chooseCorpus: (kind) => call('chooseCorpus', kind),
  chooseImport: () => call('chooseImport'),
  chooseSave: (suggested, kind) => call('chooseSave', suggested, kind),
  grantDropped: async (dropped) => {
    const paths = [...dropped].map(pathOf).filter((path) => path !== '');
    return paths.length === 0 ? null : call('grantDropped', paths);
  },
  listCorpus: (grant) => call('listCorpus', grant),
  listSources: () => call('listSources'),
  hashFiles: (files) => call('hashFiles', files),
  freezeFiles: (files) => call('freezeFiles', files),
  freezeFile: (file, reading) => call('freezeFile', file, reading),
  readTable: (file) => call('readTable', file),
  freezeAgain: (request) => call('freezeAgain', request),
  keepSave: (key, grant, options) => call('keepSave', key, grant, options),
  keptSaves: () => call('keptSaves'),
  readImport: (grant) => call('readImport', grant),
  storeOriginals: (grant) => call('storeOriginals', grant),
  storeTexts: (texts) => call('storeTexts', texts),
  readTexts: (hashes) => call('readTexts', hashes),
  readOriginals: (hashes) => call('readOriginals', hashes),
  holdCommit: (part) => call('holdCommit', part),
  appendCommit: (commit) => call('appendCommit', commit),
  readCommits: (from, to) => call('readCommits', from, to),
  save: (grant, files) => call('save', grant, files),
  listProjects: () => call('listProjects'),
  openProject: (target) => call('openProject', target),
  renameProject: (name) => call('renameProject', name),
  measureProject: () => call('measureProject'),
  deleteProject: (id) => call('deleteProject', id),
  listBackups: () => call('listBackups'),
  restoreBackup: (backup, name) => call('restoreBackup', backup, name),
  checkKept: (texts) => call('checkKept', texts),
  takeHandover: () => call('takeHandover'),
  onHandover: (listener) => {
    const heard = (): void => listener();
    ipcRenderer.on('framewright:handover', heard);
    return () => {
      ipcRenderer.removeListener('framewright:handover', heard);
    };
  },
  finish: (result) => call('finish', result),
  quarantineStore: (reason) => call('quarantineStore', reason),
  noteStore: (account) => ipcRenderer.send('framewright:noteStore', account),
  writeSnapshot: (step) => call('writeSnapshot', step),
  readSnapshot: (part) => call('readSnapshot', part),
  setUndo: (undo, redo) => ipcRenderer.send('framewright:setUndo', undo, redo),
  onMenu: (listener) => {
    const heard = (_: unknown, command: MenuCommand): void => listener(command);
    ipcRenderer.on('framewright:menu', heard);
    return () => {
      ipcRenderer.removeListener('framewright:menu', heard);
    };
  },
  onClosing: (listener) => {
    if (closers.size === 0) ipcRenderer.send('framewright:listening');
    closers.add(listener);
    return () => {
      closers.delete(listener);
    };
  },
};

contextBridge.exposeInMainWorld('framewright', bridge);
