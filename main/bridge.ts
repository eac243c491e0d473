import { basename } from 'node:path';
import type { Commit, Outcome, Problem, Startup } from '@preload/contract';
import type { BrowserWindow } from 'electron';
import type { Listing } from './corpus';
import type { ProjectCalls } from './desk';
import { createDialogs } from './dialogs';
import { grantDropped } from './dropped';
import { finish } from './finish';
import { freezeAgain, freezeFile, freezeFiles } from './freeze';
import type { Grants } from './grants';
import { createHeldCommit } from './held-commit';
import type { Handlers } from './ipc';
import type { Journal } from './journal';
import { parseChanges } from './journal-line';
import type { Keeping } from './keeping';
import type { UndoTitles } from './menu';
import { fail, succeed } from './outcome';
import type { ParserPool } from './parser-pool';
import type { DeviceStore } from './projects';
import { readImport, storeOriginals } from './read-import';
import { readTable } from './read-table';
import type { Reserve } from './reserve';
import { save } from './save';
import { characters } from './schemas';
import type { LastSave, SettingsStore } from './settings';
import { hashFiles, listPlace, type Place, type Sources } from './sources';
import { say } from './strings';
import type { Texts } from './texts';

/** What one window works on. */
export interface Workplace {
  readonly window: BrowserWindow;
  readonly grants: Grants;
  readonly device: DeviceStore;
  readonly journal: Journal;
  readonly reserve: Reserve;
  readonly texts: Texts;
  readonly sources: Sources;
  readonly pool: ParserPool;
  readonly projects: ProjectCalls;
  readonly keeping: Keeping['calls'];
  readonly keepSettings: Handlers['keepSettings'];
  /** Where exports of the open project were saved to. */
  readonly saves: {
    keep(key: string, saved: LastSave): Promise<Outcome<null>>;
    all(): ReturnType<SettingsStore['savesOf']>;
  };
  /** Told anew after each load of the page. */
  readonly startup: () => Startup;
  readonly showUndo: (titles: UndoTitles) => void;
}

/** Main's side of every call of the bridge. */
export function createBridge(workplace: Workplace): Handlers {
  const { window, grants, device, journal, reserve, texts, sources, pool, projects, startup, showUndo } =
    workplace;
  const held = createHeldCommit(characters);
  const expired: Problem = { code: 'grant-expired' };
  return {
    startup: () => Promise.resolve(startup()),
    setCoder: (coder) => device.setCoder(coder),
    keepSettings: (kept) => workplace.keepSettings(kept),
    async keepSave(key, token, options) {
      const chosen = grants.find(token, 'save');
      return chosen === null ? fail(expired) : workplace.saves.keep(key, { target: chosen.target, options });
    },
    keptSaves: () =>
      Promise.resolve(
        workplace.saves.all().map(({ key, target, options }) => ({
          key,
          options,
          grant: { token: grants.give({ kind: 'save', target }), name: basename(target.path), kind: 'save' },
        })),
      ),
    ...createDialogs(window, grants),
    async listCorpus(token) {
      const place = placeOf(grants, token);
      if (place === null) return fail(expired);
      const listed = await listPlace(place);
      if (listed.ok) await sources.remember(place);
      return listed.ok ? succeed(grantFiles(grants, listed.value)) : listed;
    },
    listSources: async () => succeed(grantFiles(grants, await sources.list())),
    hashFiles: (tokens) => hashFiles(tokens.map((token) => grants.find(token, 'corpus-file'))),
    grantDropped: (paths) => Promise.resolve(grantDropped(paths, grants)),
    async freezeFiles(tokens) {
      const files = tokens.map((token) => grants.find(token, 'corpus-file'));
      return freezeFiles(files, { pool, texts });
    },
    freezeFile: (token, reading) => freezeFile(grants.find(token, 'corpus-file'), reading, { pool, texts }),
    readTable: (token) => readTable(grants.find(token, 'corpus-file'), pool),
    freezeAgain: (request) => freezeAgain(request, { pool, texts }),
    async readImport(token) {
      const chosen = grants.find(token, 'import');
      return chosen === null ? fail(expired) : readImport(chosen.path, { pool });
    },
    async storeOriginals(token) {
      const chosen = grants.find(token, 'import');
      return chosen === null ? fail(expired) : storeOriginals(chosen.path, { pool, texts });
    },
    storeTexts: (given) => texts.storeTexts(given),
    readTexts: (hashes) => texts.readTexts(hashes),
    readOriginals: (hashes) =>
      Promise.all(hashes.map(async (sha256) => ({ sha256, bytes: await texts.readRaw(sha256) }))),
    holdCommit: (part) => Promise.resolve(held.hold(part)),
    async appendCommit(json) {
      const whole = held.end(json);
      const commit = whole === null ? null : parseChanges(whole);
      if (commit === null) return fail({ code: 'invalid-request' });
      if (!(await reserve.hasRoom())) return fail({ code: 'disk-full', file: say('change') });
      // Parsed from JSON a few lines above, so it is JSON.
      return reserve.lend(() => journal.append(commit as Commit));
    },
    readCommits: (from, to) => journal.read(from, to),
    async save(token, files) {
      const chosen = grants.find(token, 'save');
      return chosen === null ? fail(expired) : reserve.lend(() => save(chosen.target, files));
    },
    listProjects: () => projects.listProjects(),
    openProject: (target) => projects.openProject(target),
    renameProject: (name) => projects.renameProject(name),
    measureProject: () => projects.measureProject(),
    deleteProject: (id) => projects.deleteProject(id),
    listBackups: () => projects.listBackups(),
    restoreBackup: (backup, name) => projects.restoreBackup(backup, name),
    checkKept: (texts) => projects.checkKept(texts),
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

function placeOf(grants: Grants, token: string): Place | null {
  return (
    grants.find(token, 'corpus-folder') ??
    grants.find(token, 'corpus-files') ??
    grants.find(token, 'corpus-places')
  );
}

function grantFiles(grants: Grants, { files, skipped }: Listing) {
  return {
    files: files.map(({ absolute, path, size, root }) => ({
      token: grants.give({ kind: 'corpus-file', path: absolute, name: path, root }),
      path,
      size,
    })),
    skipped,
  };
}
