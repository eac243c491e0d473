import { basename } from 'node:path';
import type { Problem, Startup } from '@preload/contract';
import type { BrowserWindow } from 'electron';
import { type Listing, listFiles, listFolder, readGranted } from './corpus';
import type { ProjectCalls } from './desk';
import { createDialogs } from './dialogs';
import { finish } from './finish';
import { freezeFile } from './freeze';
import type { Grants } from './grants';
import type { Handlers } from './ipc';
import type { Journal } from './journal';
import type { Keeping } from './keeping';
import type { UndoTitles } from './menu';
import { fail, succeed } from './outcome';
import type { ParserPool } from './parser-pool';
import type { DeviceStore } from './projects';
import { save } from './save';
import type { Texts } from './texts';

/** Bytes of a project or annotation file: what fits into one string. */
const largestImport = 512 * 1024 * 1024 - 64;

/** What one window works on. */
export interface Workplace {
  readonly window: BrowserWindow;
  readonly grants: Grants;
  readonly device: DeviceStore;
  readonly journal: Journal;
  readonly texts: Texts;
  readonly pool: ParserPool;
  readonly projects: ProjectCalls;
  readonly keeping: Keeping['calls'];
  /** Told anew after each load of the page. */
  readonly startup: () => Startup;
  readonly showUndo: (titles: UndoTitles) => void;
}

/** Main's side of every call of the bridge. */
export function createBridge(workplace: Workplace): Handlers {
  const { window, grants, device, journal, texts, pool, projects, startup, showUndo } = workplace;
  const expired: Problem = { code: 'grant-expired' };
  return {
    startup: () => Promise.resolve(startup()),
    setCoder: (coder) => device.setCoder(coder),
    ...createDialogs(window, grants),
    async listCorpus(token) {
      const folder = grants.find(token, 'corpus-folder');
      const chosen = grants.find(token, 'corpus-files');
      if (folder === null && chosen === null) return fail(expired);
      const listed = folder === null ? await listFiles(chosen?.paths ?? []) : await listFolder(folder.path);
      return listed.ok ? succeed(grantFiles(grants, listed.value, folder?.path ?? null)) : listed;
    },
    async freezeFile(token) {
      const file = grants.find(token, 'corpus-file');
      return file === null ? fail(expired) : freezeFile(file, { pool, texts });
    },
    async readImport(token) {
      const chosen = grants.find(token, 'import');
      if (chosen === null) return fail(expired);
      const name = basename(chosen.path);
      const read = await readGranted({ path: chosen.path, name, root: null }, largestImport);
      return read.ok ? decode(read.value, name) : read;
    },
    storeTexts: (given) => texts.storeTexts(given),
    readTexts: (hashes) => texts.readTexts(hashes),
    appendCommit: (commit) => journal.append(commit),
    readCommits: (from, to) => journal.read(from, to),
    async save(token, files) {
      const chosen = grants.find(token, 'save');
      return chosen === null ? fail(expired) : save(chosen.target, files);
    },
    listProjects: () => projects.listProjects(),
    openProject: (target) => projects.openProject(target),
    renameProject: (name) => projects.renameProject(name),
    measureProject: () => projects.measureProject(),
    deleteProject: (id) => projects.deleteProject(id),
    takeHandover: () => projects.takeHandover(),
    ...workplace.keeping,
    finish: (result) => {
      // A window that a person works in is never ended by its page.
      if (startup().quit) finish(result);
      return Promise.resolve();
    },
    setUndo: (undo, redo) => showUndo({ undo, redo }),
  };
}

function grantFiles(grants: Grants, { files, skipped }: Listing, root: string | null) {
  return {
    files: files.map(({ absolute, path, size }) => ({
      token: grants.give({ kind: 'corpus-file', path: absolute, name: path, root }),
      path,
      size,
    })),
    skipped,
  };
}

function decode(bytes: Uint8Array, name: string) {
  try {
    return succeed({ name, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) });
  } catch {
    return fail({ code: 'bad-encoding', file: name });
  }
}
