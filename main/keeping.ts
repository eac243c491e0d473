import { promises } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import type { Outcome } from '@preload/contract';
import { app, session } from 'electron';
import { freeSpace, leastFree } from './free-space';
import type { Handlers } from './ipc';
import type { Journal } from './journal';
import { fail, succeed, systemCode } from './outcome';
import type { OpenProject } from './projects';
import { createSnapshots } from './snapshots';
import { closeStore, indexedDbOf, prepareStore, reopenStore, type StoreFolder } from './store-folder';

/** What keeps a project's state beside its journal: the working store's folder, and snapshots. */
export interface Keeping {
  readonly store: StoreFolder;
  readonly calls: Pick<Handlers, 'quarantineStore' | 'noteStore' | 'writeSnapshot' | 'readSnapshot'>;
}

/** Projects whose session lives in this process: a session cannot be ended, so their stores are open. */
const open = new Map<string, string>();

const megabyte = 1024 * 1024;
/** Milliseconds within which the engine must have removed a store that it was told to clear. */
const clearing = 5_000;

/**
 * Makes a project's store safe to open. Call it before the project has a session. A problem means that it must not get
 * one: too little room on the disk destroys a store that is opened, however little is written.
 */
export async function openKeeping(
  userData: string,
  { id, folder }: OpenProject,
  journal: Journal,
): Promise<Outcome<Keeping>> {
  const free = await freeSpace(userData);
  if (free !== null && free < leastFree) {
    return fail({ code: 'low-disk', file: userData, detail: String(Math.floor(free / megabyte)) });
  }
  const indexedDb = indexedDbOf(userData, id);
  const snapshots = createSnapshots({
    ...{ folder, projectId: id, app: `framewright ${app.getVersion()}` },
    chainAt: (seq) => journal.chainAt(seq),
  });
  const place = {
    ...{ indexedDb, folder, chromium: process.versions.chrome, app: app.getVersion() },
    beforeUpdate: () => snapshots.keepForUpgrade(),
  };
  const prepared = open.has(id) ? succeed(await reopenStore(place)) : await prepareStore(place);
  if (!prepared.ok) return prepared;
  if (open.size === 0) app.once('quit', closeAll);
  open.set(id, folder);
  const store = prepared.value;
  return succeed({
    store,
    calls: {
      quarantineStore: (reason) => store.setAside(reason, () => clear(id, indexedDb)),
      noteStore: (account) => store.note(account),
      writeSnapshot: (step) => snapshots.write(step),
      readSnapshot: (part) => snapshots.read(part),
    },
  });
}

/** Lets the engine close and remove the store of a session, and makes sure that it did. */
async function clear(projectId: string, indexedDb: string): Promise<void> {
  await session.fromPartition(`persist:p-${projectId}`).clearStorageData({ storages: ['indexdb'] });
  const until = Date.now() + clearing;
  for (;;) {
    const names = await promises.readdir(indexedDb).catch((error: unknown) => {
      if (systemCode(error) === 'ENOENT') return [];
      throw error;
    });
    if (!names.some((name) => name.endsWith('.leveldb'))) return;
    if (Date.now() > until) throw Object.assign(new Error('The store was not removed'), { code: 'EBUSY' });
    await setTimeout(50);
  }
}

function closeAll(): void {
  for (const folder of open.values()) closeStore(folder);
}
