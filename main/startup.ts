import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Problem, Settings, Startup, StartupTask } from '@preload/contract';
import { app } from 'electron';
import type { Grants } from './grants';
import type { Journal } from './journal';
import type { DeviceStore, OpenProject } from './projects';
import type { StoreFolder } from './store-folder';
import type { Switches } from './switches';

interface Described {
  readonly project: OpenProject;
  readonly journal: Journal;
  readonly store: StoreFolder;
  readonly device: DeviceStore;
  readonly settings: Settings;
  /** Nothing is shown. */
  readonly quit: boolean;
  readonly tasks: readonly StartupTask[];
  readonly notices: readonly Problem[];
}

/** What the window is told first. */
export function describeStartup(described: Described): Startup {
  const { project, journal, store, device, settings, quit, tasks, notices } = described;
  const { electron, chrome } = process.versions;
  const icu = process.versions['icu'] ?? '';
  return {
    project: { id: project.id, name: project.name, created_at: project.created_at },
    is_new: journal.head.seq === 0,
    coder: device.device().coders[0] ?? null,
    device_id: device.device().device_id,
    app: `framewright ${app.getVersion()}`,
    engine: { electron, chromium: chrome, icu },
    platform: platform(),
    journal: journal.head,
    store: store.account(),
    tasks,
    quit,
    notices,
    settings,
  };
}

/**
 * What the command line asks for, in the order in which it makes sense: annotations bind to texts that are there, and an
 * export holds what came before. A place that is not there gets its grant too; listing it says what is wrong.
 */
export function tasksOf(
  { corpora, imports, exports, search }: Pick<Switches, 'corpora' | 'imports' | 'exports' | 'search'>,
  grants: Grants,
): readonly StartupTask[] {
  return [
    ...corpora.map((path): StartupTask => {
      const name = basename(path);
      return statSync(path, { throwIfNoEntry: false })?.isFile() === true
        ? {
            kind: 'corpus',
            grant: { token: grants.give({ kind: 'corpus-files', paths: [path] }), name, kind: 'files' },
          }
        : {
            kind: 'corpus',
            grant: { token: grants.give({ kind: 'corpus-folder', path }), name, kind: 'folder' },
          };
    }),
    ...imports.map((path): StartupTask => {
      const token = grants.give({ kind: 'import', path });
      return { kind: 'import', file: { token, name: basename(path), kind: 'file' } };
    }),
    ...exports.map(({ path, folder, format, words }): StartupTask => {
      const token = grants.give({ kind: 'save', target: { kind: folder ? 'folder' : 'file', path } });
      const target = { token, name: basename(path), kind: 'save' } as const;
      if (search !== null) {
        const exact = Object.hasOwn(words, 'exact');
        return { kind: 'search', query: search, target, format, exact };
      }
      return { kind: 'export', target, format, words };
    }),
  ];
}

function platform(): Startup['platform'] {
  return process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux';
}
