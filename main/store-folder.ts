import { promises, rmSync } from 'node:fs';
import type { Outcome, Problem, StoreAccount } from '@preload/contract';
import * as v from 'valibot';
import { type FileOperations, privateFile, replaceFile, systemFiles } from './files';
import { cutTails, inspectStore, namesOf } from './inspect-store';
import { copyStore, isThere, keptName, moveStore, pruneStores } from './kept-stores';
import { fail, problemOf, succeed, systemCode } from './outcome';
import { storeAccount } from './schemas';

const engineSchema = v.object({ chromium: v.string(), app: v.string() });

export interface StorePlace {
  /** The IndexedDB folder of the project's partition. */
  readonly indexedDb: string;
  /** Of the project. */
  readonly folder: string;
  readonly chromium: string;
  readonly app: string;
  /** Another version of the program worked here last; waited for before this one is noted in its place. */
  readonly beforeUpdate?: () => Promise<void>;
  readonly files?: FileOperations;
  readonly now?: () => Date;
}

/** The working store as main sees it: a folder that is looked after before the engine opens it, and watched after. */
export interface StoreFolder {
  /** What had to be done before it may be opened, for the person to be told. */
  readonly notices: readonly Problem[];
  /** As last noted. */
  account(): StoreAccount | null;
  /** A store that agrees with the journal is open. */
  note(account: StoreAccount): void;
  /** `clear`: makes the engine let go of the store and remove it. */
  setAside(reason: string, clear: () => Promise<void>): Promise<Outcome<null>>;
}

/** Where Electron keeps the IndexedDB of the partition `persist:p-<project id>`. */
export function indexedDbOf(userData: string, projectId: string): string {
  return `${userData}/Partitions/p-${projectId}/IndexedDB`;
}

/**
 * Makes a store safe to open, before any session of it exists: what is damaged or was written by a newer engine is
 * moved aside, torn ends are cut, and after an unclean end a copy is kept. A problem means that it must not be opened.
 */
export async function prepareStore(place: StorePlace): Promise<Outcome<StoreFolder>> {
  const { indexedDb, folder, files = systemFiles, now = () => new Date() } = place;
  const at = (name: string): string => `${folder}/store/${name}`;
  try {
    await files.mkdir(folder);
    await files.mkdir(at('set-aside'));
    const engine = await readJson(at('engine.json'), engineSchema);
    const unclean = await isThere(at('running'));
    const notices: Problem[] = [];
    const aside = async (why: string): Promise<boolean> =>
      moveStore(indexedDb, at('set-aside'), keptName(now(), why), files);
    const marked = await promises.readFile(at('set-aside-next'), 'utf8').catch(() => null);
    if (marked !== null) {
      await aside(/^[a-z-]{1,40}/.exec(marked)?.[0] ?? 'marked');
      await files.unlink(at('set-aside-next'));
    }
    if (engine !== null && isNewer(engine.chromium, place.chromium)) {
      if (await aside('newer-engine')) notices.push({ code: 'store-newer', detail: engine.chromium });
    }
    if (await isThere(indexedDb)) {
      const { torn, damaged } = await inspectStore(indexedDb);
      if (damaged.length > 0) {
        await aside('damaged');
        notices.push({ code: 'store-damaged', detail: damaged.join(', ') });
      } else if (unclean || torn.length > 0) {
        await keepCopy(indexedDb, at('copies'), keptName(now(), unclean ? 'unclean-end' : 'torn'));
        await cutTails(torn, files);
        if (torn.length > 0) notices.push({ code: 'store-mended', detail: namesOf(torn) });
      }
    }
    // First: noted earlier, a crash in between would leave no later start to do it.
    if (engine !== null && engine.app !== place.app) await place.beforeUpdate?.();
    const present = jsonBytes({ chromium: place.chromium, app: place.app });
    if (engine?.chromium !== place.chromium || engine.app !== place.app) {
      await replaceFile(files, at('engine.json'), present);
    }
    await promises.writeFile(at('running'), '', { mode: privateFile });
    const there = await isThere(indexedDb);
    const account = await readJson(at('account.json'), storeAccount);
    return succeed(watch({ at, indexedDb, files, now, notices, account, there }));
  } catch (error) {
    return fail(problemOf(error, folder));
  }
}

/** A project that this process had open before: its session lives on, and nothing may be done to its files. */
export async function reopenStore(place: StorePlace): Promise<StoreFolder> {
  const { indexedDb, folder, files = systemFiles, now = () => new Date() } = place;
  const at = (name: string): string => `${folder}/store/${name}`;
  const account = await readJson(at('account.json'), storeAccount);
  return watch({ at, indexedDb, files, now, notices: [], account, there: true });
}

/** Takes the mark of a running session away: the last thing before a clean end. */
export function closeStore(folder: string): void {
  try {
    rmSync(`${folder}/store/running`, { force: true });
  } catch (error) {
    // It will look as if the end had been unclean, which costs a copy at the next start.
    if (systemCode(error) === null) throw error;
  }
}

interface Watched {
  readonly at: (name: string) => string;
  readonly indexedDb: string;
  readonly files: FileOperations;
  readonly now: () => Date;
  readonly notices: readonly Problem[];
  readonly account: StoreAccount | null;
  /** Whether there was a store when the session began. */
  readonly there: boolean;
}

function watch({ at, indexedDb, files, now, notices, account, there }: Watched): StoreFolder {
  let noted = account;
  let isStore = there;
  /** Older stores go only once a newer one is known to agree with the journal. */
  let isPruned = false;
  let writing: Promise<unknown> = Promise.resolve();
  return {
    notices,
    account: () => noted,
    note: (next) => {
      noted = next;
      isStore = true;
      // Only the last of several that wait is written. What cannot be noted is found by the next comparison at worst.
      writing = writing.then(async () => {
        if (noted !== next) return;
        await replaceFile(files, at('account.json'), jsonBytes(next)).catch(() => undefined);
        if (!isPruned) await pruneStores(at('set-aside'));
        isPruned = true;
      });
    },
    setAside: async (reason, clear) => {
      if (!isStore) return succeed(null);
      try {
        // Should it not end here, the next start moves the store before anything opens it.
        await replaceFile(files, at('set-aside-next'), Buffer.from(reason, 'utf8'));
        await copyStore(indexedDb, at('set-aside'), keptName(now(), reason));
        await clear();
        await files.unlink(at('set-aside-next'));
        isStore = false;
        isPruned = false;
        return succeed(null);
      } catch (error) {
        return fail({ ...problemOf(error), code: 'store-kept' });
      }
    },
  };
}

/** A copy is a kindness to whoever looks for what was lost: that there is no room for it stops nothing. */
async function keepCopy(indexedDb: string, parent: string, name: string): Promise<void> {
  try {
    await copyStore(indexedDb, parent, name);
  } catch (error) {
    if (systemCode(error) === null) throw error;
  }
  await pruneStores(parent);
}

/** Whether one version of Chromium is a later release than another. Only the first number changes formats. */
export function isNewer(version: string, than: string): boolean {
  return Number.parseInt(version, 10) > Number.parseInt(than, 10);
}

/** A small file of main's own; null when it is missing or holds something else: it can be done without. */
async function readJson<T extends v.GenericSchema>(
  path: string,
  schema: T,
): Promise<v.InferOutput<T> | null> {
  try {
    const parsed = v.safeParse(schema, JSON.parse(await promises.readFile(path, 'utf8')));
    return parsed.success ? parsed.output : null;
  } catch (error) {
    if (error instanceof SyntaxError || systemCode(error) !== null) return null;
    throw error;
  }
}

function jsonBytes(value: unknown): Uint8Array {
  return Buffer.from(`${JSON.stringify(value)}\n`, 'utf8');
}
