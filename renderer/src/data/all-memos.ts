/** All memos of the project with what they are on, read when somebody first asks, then kept up with every commit. */
import type { Written } from '@core/change/prepare';
import type { Annotation } from '@core/model/annotation';
import type { Id } from '@core/model/identity';
import type { Memo } from '@core/model/memo';
import type { Problem } from '@preload/contract';
import type { Committer } from './commit';
import { createSource, type Observable } from './observable';
import { readDocumentPages } from './pages';
import { storeProblem, withTimeout } from './store-problem';
import type { WorkingStore } from './working-store';

export interface AllMemosSnapshot {
  readonly state: 'reading' | 'read' | 'failed';
  readonly problem: Problem | null;
  /** In no order. */
  readonly memos: readonly Memo[];
  /** Annotations by the id of what a memo is on: their own, or that of one of their codings. */
  readonly holders: ReadonlyMap<Id, Annotation>;
}

export interface AllMemos extends Observable<AllMemosSnapshot> {
  readonly close: () => void;
}

/** Milliseconds after which reading counts as failed: a read of a damaged store may never settle. */
const readTimeout = 60_000;

/** Nothing is read before the first subscription. */
export function createAllMemos(store: WorkingStore, committer: Committer): AllMemos {
  const source = createSource<AllMemosSnapshot>({
    ...{ state: 'reading', problem: null, memos: [], holders: new Map() },
  });
  let unsubscribe: (() => void) | null = null;
  let closed = false;

  const read = async (): Promise<void> => {
    const meanwhile: Written[] = [];
    let isRead = false;
    unsubscribe = committer.subscribe(({ tables, written }) => {
      if (!tables.has('memo') && !tables.has('annotation')) return;
      if (isRead) follow(written);
      else meanwhile.push(...written);
    });
    try {
      const memos = await withTimeout(
        store.database.plain.memo.toArray(),
        readTimeout,
        'Reading the memos of the project',
      );
      const holders = await holdersOf(store, memos);
      if (closed) return;
      isRead = true;
      source.set({ state: 'read', problem: null, memos, holders });
      follow(meanwhile);
    } catch (error) {
      if (!closed) source.set({ ...source.getSnapshot(), state: 'failed', problem: storeProblem(error) });
    }
  };

  const follow = (written: readonly Written[]): void => {
    const next = after(source.getSnapshot(), written);
    source.set(next);
    // The annotation of a new memo may have been written long before.
    const strange = next.memos.filter(({ target }) => isWithin(target.kind) && !next.holders.has(target.id));
    const asked = new Set(written.flatMap(({ table, id }) => (table === 'memo' ? [id] : [])));
    const homeless = strange.filter(({ id }) => asked.has(id));
    if (homeless.length === 0) return;
    void holdersOf(store, homeless).then(
      (found) => {
        if (closed || found.size === 0) return;
        const now = source.getSnapshot();
        source.set({ ...now, holders: new Map([...found, ...now.holders]) });
      },
      // It stays among those whose passage is not found.
      reportError,
    );
  };

  return {
    subscribe: (listener) => {
      const forget = source.subscribe(listener);
      if (unsubscribe === null && !closed) void read();
      return forget;
    },
    getSnapshot: source.getSnapshot,
    close: () => {
      closed = true;
      unsubscribe?.();
    },
  };
}

function isWithin(kind: Memo['target']['kind']): boolean {
  return kind === 'annotation' || kind === 'coding';
}

/** The annotations that some memos are on, from the pages of their documents. */
async function holdersOf(store: WorkingStore, memos: readonly Memo[]): Promise<ReadonlyMap<Id, Annotation>> {
  const wanted = new Set(memos.flatMap(({ target }) => (isWithin(target.kind) ? [target.id] : [])));
  const documents = new Set(memos.flatMap(({ target }) => target.document_id ?? []));
  const holders = new Map<Id, Annotation>();
  const { database } = store;
  const reading = database.transaction('r', database.pages, () =>
    Promise.all(
      [...documents].map(async (id) => {
        // What no memo is on is let go of at once: a large project's annotations need not all be held together.
        for (const { annotations } of await readDocumentPages(database, id))
          hold(holders, wanted, annotations);
      }),
    ),
  );
  await withTimeout(reading, readTimeout, 'Reading what the memos are on');
  return holders;
}

function hold(
  holders: Map<Id, Annotation>,
  wanted: ReadonlySet<Id>,
  annotations: readonly Annotation[],
): void {
  for (const annotation of annotations) {
    for (const id of idsOf(annotation)) if (wanted.has(id)) holders.set(id, annotation);
  }
}

function idsOf({ id, codings }: Annotation): readonly Id[] {
  return [id, ...codings.map((coding) => coding.id)];
}

/** The snapshot after some writes; the same one where none of them concerns a memo. */
function after(snapshot: AllMemosSnapshot, written: readonly Written[]): AllMemosSnapshot {
  const memoWrites = written.filter((write) => write.table === 'memo');
  let { memos } = snapshot;
  if (memoWrites.length > 0) {
    const byId = new Map(memos.map((memo) => [memo.id, memo]));
    for (const { id, record } of memoWrites) {
      if (record === null) byId.delete(id);
      else byId.set(id, record);
    }
    memos = [...byId.values()];
  }
  const wanted = new Set(memos.map(({ target }) => target.id));
  const holders = new Map(snapshot.holders);
  let touched = false;
  for (const write of written) {
    if (write.table !== 'annotation') continue;
    const before = write.before === null ? [] : idsOf(write.before as Annotation); // an annotation's
    const now = write.record === null ? [] : idsOf(write.record);
    if (![...before, ...now].some((id) => wanted.has(id) || holders.has(id))) continue;
    touched = true;
    for (const id of before) holders.delete(id);
    if (write.record !== null) hold(holders, wanted, [write.record]);
  }
  if (memos === snapshot.memos && !touched) return snapshot;
  return { ...snapshot, memos, holders: touched ? holders : snapshot.holders };
}
