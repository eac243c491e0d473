/** One document as it stands in the store, kept up with every commit; what the reader shows. */
import { compareAnnotations } from '@core/annotation-order';
import type { Written } from '@core/change/prepare';
import type { Annotation } from '@core/model/annotation';
import type { Document, Structure } from '@core/model/document';
import type { Id } from '@core/model/identity';
import type { Memo } from '@core/model/memo';
import type { Pass } from '@core/model/pass';
import type { Problem } from '@preload/contract';
import { documentsOf } from './announcement';
import type { Committer } from './commit';
import { createSource, type Observable } from './observable';
import { readDocumentPages } from './pages';
import { storeProblem, withTimeout } from './store-problem';
import type { WorkingStore } from './working-store';

export interface DocumentSnapshot {
  readonly id: Id;
  readonly state: 'loading' | 'open' | 'failed';
  readonly problem: Problem | null;
  /** null while loading, and when there is no such document (any more). */
  readonly document: Document | null;
  readonly structure: Structure | null;
  /** Those of the whole document first, then by start, end and time. Unchanged ones stay the same objects. */
  readonly annotations: readonly Annotation[];
  readonly passes: readonly Pass[];
  /** Of the document, its annotations and their codings. */
  readonly memos: readonly Memo[];
}

export interface OpenDocument extends Observable<DocumentSnapshot> {
  readonly id: Id;
  /** Resolves when the first snapshot with content is there, or loading failed. */
  readonly ready: Promise<void>;
  /** Gives back all it holds; the snapshot changes no more. */
  readonly close: () => void;
}

export function openDocument(store: WorkingStore, committer: Committer, id: Id): OpenDocument {
  const source = createSource<DocumentSnapshot>({
    ...{ id, state: 'loading', problem: null, document: null, structure: null },
    ...{ annotations: [], passes: [], memos: [] },
  });
  let closed = false;
  /** What was committed while the document is read: newer than, or the same as, what the reading brings. */
  let meanwhile: Written[] | null = [];

  const load = async (): Promise<void> => {
    try {
      const read = await withTimeout(readDocument(store, id), readTimeout, 'Reading the document');
      const committed = meanwhile ?? [];
      meanwhile = null;
      if (!closed) source.set(follow(read, committed));
    } catch (error) {
      if (!closed) source.set({ ...source.getSnapshot(), state: 'failed', problem: storeProblem(error) });
    }
  };

  const unsubscribe = committer.subscribe((event) => {
    if (!event.document_ids.has(id)) return;
    const own = event.written.filter((write) => documentsOf(write).includes(id));
    if (meanwhile === null) source.set(follow(source.getSnapshot(), own));
    else meanwhile.push(...own);
  });

  return {
    id,
    subscribe: source.subscribe,
    getSnapshot: source.getSnapshot,
    ready: load(),
    close: () => {
      closed = true;
      unsubscribe();
    },
  };
}

/** Milliseconds after which a read counts as failed: one of a damaged store may never settle. */
const readTimeout = 30_000;

async function readDocument(store: WorkingStore, id: Id): Promise<DocumentSnapshot> {
  const { database, pages } = store;
  const { plain } = database;
  const generation = pages.generation();
  const tables = [plain.document, plain.structure, plain.pass, plain.memo, database.pages];
  const read = await database.transaction('r', tables, async () => {
    const [document, structure, rows, passes, ownMemos, memosWithin] = await Promise.all([
      plain.document.get(id),
      plain.structure.get(id),
      readDocumentPages(database, id),
      plain.pass.where('document_id').equals(id).toArray(),
      plain.memo.where('[target.kind+target.id]').equals(['document', id]).toArray(),
      plain.memo.where('target.document_id').equals(id).toArray(),
    ]);
    return { document, structure, rows, passes, memos: [...ownMemos, ...memosWithin] };
  });
  // Where nothing was written meanwhile, the next coding here need not read all pages again.
  if (generation === pages.generation()) pages.learn(id, read.rows);
  return {
    id,
    state: 'open',
    problem: null,
    document: read.document ?? null,
    structure: read.structure ?? null,
    annotations: read.rows.flatMap(({ annotations }) => annotations).sort(compareAnnotations),
    passes: read.passes,
    memos: [...new Map(read.memos.map((memo) => [memo.id, memo])).values()],
  };
}

/** The snapshot after some writes that concern the document. */
function follow(snapshot: DocumentSnapshot, written: readonly Written[]): DocumentSnapshot {
  const annotations: { readonly id: Id; readonly record: Annotation | null }[] = [];
  let { document, structure, passes, memos } = snapshot;
  for (const write of written) {
    if (write.table === 'document') document = write.record;
    if (write.table === 'structure') structure = write.record;
    if (write.table === 'annotation') annotations.push(write);
    if (write.table === 'pass') passes = replaced(passes, write.id, write.record);
    if (write.table === 'memo') memos = replaced(memos, write.id, write.record);
  }
  return {
    ...snapshot,
    ...{ document, structure, passes, memos },
    annotations:
      annotations.length === 0 ? snapshot.annotations : replacedAll(snapshot.annotations, annotations),
  };
}

function replaced<T extends { readonly id: Id }>(list: readonly T[], id: Id, record: T | null): readonly T[] {
  const place = list.findIndex((one) => one.id === id);
  if (record === null) return place < 0 ? list : list.toSpliced(place, 1);
  return place < 0 ? [...list, record] : list.with(place, record);
}

function replacedAll(
  list: readonly Annotation[],
  writes: readonly { readonly id: Id; readonly record: Annotation | null }[],
): readonly Annotation[] {
  const gone = new Set(writes.map(({ id }) => id));
  // The last write of an annotation stands.
  const there = new Map(writes.map(({ id, record }) => [id, record]));
  const fresh = [...there.values()].filter((record) => record !== null);
  // Nearly sorted, which the engine's sort goes through once.
  return [...list.filter(({ id }) => !gone.has(id)), ...fresh].sort(compareAnnotations);
}
