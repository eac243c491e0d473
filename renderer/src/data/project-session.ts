/** A project opened for one window: the store that agrees with the journal, and everything that works on it. */

import type { ProjectSnapshot } from '@core/exchange/project-snapshot';
import type { ChangeDraft } from '@core/model/change';
import type { Id, Time } from '@core/model/identity';
import type { Memo, MemoTarget } from '@core/model/memo';
import { fail, succeed } from '@core/result';
import type { Bridge, DeviceCoder, Outcome, Problem, Startup } from '@preload/contract';
import type { Committer } from './commit';
import { createDocumentShelf, type DocumentShelf } from './document-shelf';
import { type HeldFile, type ImportReport, importCorpus, importHeld } from './import-corpus';
import type { ImportOptions } from './import-options';
import type { ImportRow } from './import-writer';
import { type Keeper, startKeeper } from './keeper';
import { createSource, type Observable } from './observable';
import { type OpenDocument, openDocument } from './open-document';
import { openListed } from './open-listed';
import type { ProjectLists } from './project-lists';
import { readProjectSnapshot } from './project-snapshot';
import type { Recovery } from './recover';
import { withTimeout } from './store-problem';
import { type StoreWatch, watchStore } from './store-watch';
import { createUndo, type Undo } from './undo';
import type { WorkingStore } from './working-store';

export interface ProjectSession {
  readonly startup: Startup;
  readonly recovery: Recovery;
  readonly store: WorkingStore;
  readonly committer: Committer;
  readonly lists: ProjectLists;
  readonly keeper: Keeper;
  readonly watch: StoreWatch;
  readonly shelf: DocumentShelf;
  /** Who codes in this window; null until somebody is named. */
  readonly coder: Observable<DeviceCoder | null>;
  /** The current coder's; null until there is one. */
  readonly undo: Observable<Undo | null>;
  /** Makes somebody the coder: remembered on this device and, with the project itself, recorded where new. */
  nameCoder(coder: DeviceCoder): Promise<Outcome<null>>;
  /** Does something when the window is about to close, which waits for it a while. Returns the end of it. */
  beforeClosing(close: () => Promise<void>): () => void;
  openDocument(id: Id): OpenDocument;
  /** `structuresOf`: documents whose structures are wanted; all of them when absent. */
  snapshot(structuresOf?: readonly Id[]): Promise<Outcome<ProjectSnapshot>>;
  /**
   * What to tell a person when somebody could not read the whole store: nothing else reads all of it, and what cannot be
   * read is built anew at the next opening.
   */
  unread(problem: Problem): Promise<Problem>;
  /** Memos on one target, any coder's. */
  readMemos(target: MemoTarget): Promise<readonly Memo[]>;
  importCorpus(
    grant: string,
    options?: Pick<ImportOptions, 'signal' | 'onProgress' | 'hold'>,
  ): Promise<Outcome<ImportReport>>;
  /** Takes in a file that an import held, as part of its step. */
  importHeld(held: HeldFile, batch_id: Id): Promise<Outcome<ImportRow>>;
  readonly newId: () => Id;
  readonly now: () => Time;
  close(): void;
}

export interface Environment {
  readonly newId: () => Id;
  readonly now: () => Time;
  readonly tz: string;
  /** Told while a store is built anew. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Milliseconds after which a read of the store counts as failed: one of a damaged store may never settle. */
const readTimeout = 30_000;

/** Ids, clock and time zone of the machine. */
export const machine: Environment = {
  newId: () => crypto.randomUUID(),
  now: () => new Date().toISOString(),
  tz: Intl.DateTimeFormat().resolvedOptions().timeZone,
};

export async function openSession(
  bridge: Bridge,
  startup: Startup,
  environment: Environment = machine,
): Promise<Outcome<ProjectSession>> {
  const { newId, now, tz } = environment;
  const coder = createSource<DeviceCoder | null>(null);
  const undo = createSource<Undo | null>(null);
  const writer = {
    project_id: startup.project.id,
    device_id: startup.device_id,
    app: startup.app,
    ...{ tz, newId, now },
    coder_id: () => {
      const current = coder.getSnapshot();
      if (current === null) throw new Error('Nothing is committed before a coder is named');
      return current.id;
    },
  };
  const options = { ...environment, account: startup.store };
  const opened = await openListed(bridge, startup.journal, writer, options);
  if (!opened.ok) return opened;
  const { store, recovery, committer, lists } = opened.value;
  const keeper = startKeeper(bridge, store, committer);
  const watch = watchStore(store, committer);
  const shelf = createDocumentShelf(bridge, store, committer);
  const closers = new Set<() => Promise<void>>();
  const deafen = bridge.onClosing(async () => {
    // What is typed and not yet committed comes first, so that the store's account is of a store that holds it.
    await Promise.allSettled([...closers].map((close) => close()));
    await keeper.finish();
  });

  const unread = async (problem: Problem): Promise<Problem> => {
    // The record of the project comes with its first change: a store without it was taken away or emptied meanwhile.
    const isEmptied = problem.code === 'not-found' && committer.head().seq > 0;
    const isHarmed = isEmptied || (problem.code === 'io' && store.database.isOpen());
    return isHarmed ? watch.doubt(problem.detail ?? '') : problem;
  };

  const setCoder = (next: DeviceCoder): void => {
    const same = coder.getSnapshot()?.id === next.id;
    coder.set(next);
    if (same) return;
    undo.getSnapshot()?.close();
    undo.set(createUndo(bridge, store, committer, next.id, newId));
  };

  const nameCoder = async (next: DeviceCoder): Promise<Outcome<null>> => {
    const drafts = firstDrafts(startup, lists, next);
    const committed = await committer.commit(drafts, { coder_id: next.id });
    if (!committed.ok) return committed;
    setCoder(next);
    return bridge.setCoder(next);
  };

  const known = coderOfProject(startup.coder, lists.coders.getSnapshot());
  if (known !== null) {
    const named = await nameCoder(known);
    if (!named.ok) return named;
  }
  return succeed({
    ...{ startup, recovery, store, committer, lists, keeper, watch, shelf, coder },
    ...{ undo, nameCoder, newId, now },
    beforeClosing: (close: () => Promise<void>) => {
      closers.add(close);
      return () => {
        closers.delete(close);
      };
    },
    openDocument: (id: Id) => openDocument(store, committer, id),
    snapshot: async (structuresOf) => {
      const read = await readProjectSnapshot(store.database, structuresOf);
      return read.ok ? succeed(read.value.snapshot) : fail(await unread(read.error));
    },
    unread,
    readMemos: ({ kind, id }) =>
      withTimeout(
        store.database.plain.memo.where('[target.kind+target.id]').equals([kind, id]).toArray(),
        readTimeout,
        'Reading memos',
      ),
    importCorpus: (grant: string, options = {}) =>
      importCorpus(bridge, store, committer, grant, { ...options, newId, now }),
    importHeld: (held, batch_id) => importHeld(bridge, store, committer, held, { newId, now, batch_id }),
    close: () => {
      deafen();
      keeper.stop();
      watch.stop();
      undo.getSnapshot()?.close();
      lists.close();
      store.database.close({ disableAutoOpen: true });
    },
  });
}

/**
 * Who goes on coding. A device that does not know a coder of the project by id knows them by name; where it names
 * nobody, the only coder that a project has goes on. So a profile brought to another machine stays one person's. What
 * a coder is called on the device is what they said last, perhaps in another project.
 */
export function coderOfProject(
  device: DeviceCoder | null,
  coders: readonly DeviceCoder[],
): DeviceCoder | null {
  if (device === null) return coders.length === 1 ? (coders[0] ?? null) : null;
  const same = coders.find(({ id }) => id === device.id);
  if (same !== undefined) return { ...same, name: device.name };
  return coders.find(({ name }) => name === device.name) ?? device;
}

/** The records of the project and of a coder, where the journal has none yet or another name. */
function firstDrafts(startup: Startup, lists: ProjectLists, coder: DeviceCoder): readonly ChangeDraft[] {
  const drafts: ChangeDraft[] = [];
  if (lists.project.getSnapshot() === null) {
    const { id, name, created_at } = startup.project;
    const project = { id, name, created_at, codebook_rev: 1, scope_rev: 1 };
    drafts.push({ kind: 'project.added', data: { project } });
  }
  const known = lists.coders.getSnapshot().find(({ id }) => id === coder.id);
  const { id, name } = coder;
  if (known === undefined) drafts.push({ kind: 'coder.added', data: { coder } });
  else if (known.name !== name) {
    const before = { fields: { name: known.name } };
    drafts.push({ kind: 'coder.set', data: { id, fields: { name } }, before });
  }
  return drafts;
}
