import type { Bridge } from '@preload/contract';

declare global {
  interface Window {
    readonly framewright: Bridge;
  }
}

/** Every call of the contract; the type makes this list whole. */
export const calls = {
  startup: true,
  setCoder: true,
  keepSettings: true,
  chooseCorpus: true,
  chooseImport: true,
  storeOriginals: true,
  keepSave: true,
  keptSaves: true,
  chooseSave: true,
  listCorpus: true,
  listSources: true,
  hashFiles: true,
  grantDropped: true,
  freezeFiles: true,
  freezeFile: true,
  readTable: true,
  freezeAgain: true,
  readImport: true,
  storeTexts: true,
  readTexts: true,
  readOriginals: true,
  appendCommit: true,
  holdCommit: true,
  readCommits: true,
  save: true,
  finish: true,
  listProjects: true,
  openProject: true,
  renameProject: true,
  measureProject: true,
  deleteProject: true,
  listBackups: true,
  restoreBackup: true,
  checkKept: true,
  takeHandover: true,
  onHandover: true,
  quarantineStore: true,
  noteStore: true,
  writeSnapshot: true,
  readSnapshot: true,
  setUndo: true,
  onMenu: true,
  onClosing: true,
} as const satisfies Record<keyof Bridge, true>;
