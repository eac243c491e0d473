import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge, MenuCommand } from './contract';

type Call = Exclude<keyof Bridge, 'setUndo' | 'onMenu' | 'onHandover' | 'noteStore' | 'onClosing'>;

/** Stays on this side: the window gets the named calls below, never a way to send what it likes. */
function call<K extends Call>(name: K, ...given: Parameters<Bridge[K]>): ReturnType<Bridge[K]> {
  // Main answers each call by the type that the contract gives it.
  return ipcRenderer.invoke(`framewright:${name}`, ...given) as ReturnType<Bridge[K]>;
}

const bridge: Bridge = {
  startup: () => call('startup'),
  setCoder: (coder) => call('setCoder', coder),
  chooseCorpus: (kind) => call('chooseCorpus', kind),
  chooseImport: () => call('chooseImport'),
  chooseSave: (suggested, kind) => call('chooseSave', suggested, kind),
  listCorpus: (grant) => call('listCorpus', grant),
  freezeFile: (file) => call('freezeFile', file),
  readImport: (grant) => call('readImport', grant),
  storeTexts: (texts) => call('storeTexts', texts),
  readTexts: (hashes) => call('readTexts', hashes),
  appendCommit: (commit) => call('appendCommit', commit),
  readCommits: (from, to) => call('readCommits', from, to),
  save: (grant, files) => call('save', grant, files),
  listProjects: () => call('listProjects'),
  openProject: (target) => call('openProject', target),
  renameProject: (name) => call('renameProject', name),
  measureProject: () => call('measureProject'),
  deleteProject: (id) => call('deleteProject', id),
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
    const heard = (): void => {
      void listener().finally(() => ipcRenderer.send('framewright:closed'));
    };
    ipcRenderer.on('framewright:closing', heard);
    ipcRenderer.send('framewright:listening');
    return () => {
      ipcRenderer.removeListener('framewright:closing', heard);
    };
  },
};

contextBridge.exposeInMainWorld('framewright', bridge);
