import { basename, join } from 'node:path';
import type { Bridge } from '@preload/contract';
import { app, type BrowserWindow, dialog } from 'electron';
import { knownEndings } from './corpus';
import type { Grants } from './grants';
import { say } from './strings';

/** Formats that can be imported so far, by ending. */
const importEndings = ['json', 'csv', 'qdpx', 'qdc', 'jsonld', 'framewright'];

type Choosing = Pick<Bridge, 'chooseCorpus' | 'chooseImport' | 'chooseSave'>;

/** The system dialogs of one window; what is chosen in them becomes a grant. */
export function createDialogs(window: BrowserWindow, grants: Grants): Choosing {
  const allFiles = { name: say('filter.all'), extensions: ['*'] };
  return {
    async chooseCorpus(kind) {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: say(kind === 'folder' ? 'dialog.corpus-folder' : 'dialog.corpus-files'),
        buttonLabel: say('dialog.open'),
        properties: kind === 'folder' ? ['openDirectory'] : ['openFile', 'multiSelections'],
        ...(kind === 'folder'
          ? {}
          : { filters: [{ name: say('filter.texts'), extensions: [...knownEndings] }, allFiles] }),
      });
      const [path] = filePaths;
      if (canceled || path === undefined) return null;
      const token =
        kind === 'folder'
          ? grants.give({ kind: 'corpus-folder', path })
          : grants.give({ kind: 'corpus-files', paths: filePaths });
      return { token, name: basename(path), kind };
    },
    async chooseImport() {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: say('dialog.import'),
        buttonLabel: say('dialog.import-button'),
        properties: ['openFile'],
        filters: [{ name: say('filter.import'), extensions: importEndings }, allFiles],
      });
      const [path] = filePaths;
      if (canceled || path === undefined) return null;
      return { token: grants.give({ kind: 'import', path }), name: basename(path), kind: 'file' };
    },
    async chooseSave(suggested, kind) {
      const path = kind === 'folder' ? await askFolder(window) : await askFile(window, suggested);
      if (path === null) return null;
      return {
        token: grants.give({ kind: 'save', target: { kind, path } }),
        name: basename(path),
        kind: 'save',
      };
    },
  };
}

async function askFolder(window: BrowserWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: say('dialog.save-folder'),
    buttonLabel: say('dialog.save-button'),
    properties: ['openDirectory', 'createDirectory'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

async function askFile(window: BrowserWindow, suggested: string): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: say('dialog.save'),
    buttonLabel: say('dialog.save-button'),
    defaultPath: join(app.getPath('documents'), fileName(suggested)),
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  return canceled || filePath === '' ? null : filePath;
}

/** A suggestion without whatever no system allows in the name of a file. */
function fileName(suggested: string): string {
  return Array.from(suggested, (sign) => (sign < ' ' || '/\\:*?"<>|'.includes(sign) ? '-' : sign)).join('');
}
