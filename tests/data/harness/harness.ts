/** The data layer with a bridge in memory, in a page: what the specs of this folder call. */

import { passageCarrier } from '@core/anchor/carry-passage';
import { describeAnchor } from '@core/anchor/describe-anchor';
import { sharedRuns } from '@core/anchor/text-diff';
import { createTextCorpus, type TextCorpus } from '@core/corpus/text-corpus';
import type { Annotation } from '@core/model/annotation';
import type { ChangeDraft } from '@core/model/change';
import { createPassageIndex, type PassageIndex } from '@core/query/passage-index';
import { everyPassage } from '@core/query/passage-query';
import { runQuery } from '@core/query/passage-run';
import type { Bridge, Problem, StoreAccount } from '@preload/contract';
import { type AskCarrier, carryToVersion } from '@renderer/data/carry-to-version';
import { checkChanges } from '@renderer/data/check-changes';
import { checkStore } from '@renderer/data/check-store';
import type { SavingState } from '@renderer/data/commit';
import { type CorpusFeed, feedCorpus } from '@renderer/data/corpus-feed';
import {
  databaseName,
  deleteDatabase,
  type FramewrightDatabase,
  openDatabase,
  type StoreHead,
} from '@renderer/data/database';
import { eachPage } from '@renderer/data/pages';
import { feedPassages, type PassageFeed } from '@renderer/data/passage-feed';
import { machine, openSession, type ProjectSession } from '@renderer/data/project-session';
import { readAnnotations } from '@renderer/data/read-annotations';
import { rereadDocument } from '@renderer/data/reread-document';
import { takeVersions } from '@renderer/data/take-versions';
import { createFakeBridge, type FakeBridge, type FakeSnapshot } from '../../support/fake-bridge';
import type { FakeFile } from '../../support/fake-files';
import { breakReads, holdLongTimers, mendReads, silence } from './store-faults';

/** Journal lines are kept here so that a reload of the page finds them. */
const kept = 'journal';

export interface Faults {
  /** Milliseconds each call takes. */
  delay: number;
  /** What the next appendCommit answers. */
  refuse: Problem | null;
}

export interface Opened {
  readonly bridge: FakeBridge;
  readonly session: ProjectSession;
  readonly faults: Faults;
}

export interface OpenOptions {
  /** Takes up the journal that an earlier page or session kept. */
  readonly lines?: readonly string[];
  readonly snapshots?: readonly FakeSnapshot[];
  /** Characters of the journal that are read at a time. */
  readonly journalAtOnce?: number;
  /** What main has noted of the store. */
  readonly store?: StoreAccount | null;
  /** Keeps the journal for the next page; only for small ones. */
  readonly keep?: boolean;
  /** Told of each call of the bridge before it is answered. */
  readonly onCall?: (call: keyof Bridge) => void;
}

async function open(options: OpenOptions = {}): Promise<Opened> {
  const faults: Faults = { delay: 0, refuse: null };
  const lines = options.lines ?? (JSON.parse(sessionStorage.getItem(kept) ?? '[]') as string[]); // kept below
  const bridge = createFakeBridge({
    lines,
    snapshots: options.snapshots ?? [],
    ...(options.journalAtOnce === undefined ? {} : { journalAtOnce: options.journalAtOnce }),
    startup: { store: options.store ?? null },
    keep: (all) => {
      if (options.keep === true) sessionStorage.setItem(kept, JSON.stringify(all));
    },
    before: async (call) => {
      options.onCall?.(call);
      if (faults.delay > 0) await new Promise((resolve) => setTimeout(resolve, faults.delay));
      const { refuse } = faults;
      if (call !== 'appendCommit') return null;
      faults.refuse = null;
      return refuse;
    },
  });
  const session = must(await openSession(bridge, await bridge.startup(), machine));
  return { bridge, session, faults };
}

/** Closes, and opens again upon the same journal and store. */
async function reopen({ bridge, session }: Opened): Promise<Opened> {
  session.close();
  return open({ lines: bridge.journal.lines() });
}

function must<T>(
  outcome: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`Expected success: ${JSON.stringify(outcome.error)}`);
}

const time = '2026-02-01T10:00:00.000Z';

function annotation(document_id: string, start: number, code_ids: readonly string[]): Annotation {
  return {
    ...{ id: crypto.randomUUID(), document_id, text_sha256: '0'.repeat(64) },
    ...{ coder_id: '22222222-2222-4222-8222-222222222222', round: 1 },
    target: { kind: 'passage', start, end: start + 9, quote: 'the envoy', prefix: 'said ', suffix: ' left' },
    codings: code_ids.map((code_id) => ({
      ...{ id: crypto.randomUUID(), code_id, code_rev: 1, origin: 'hand' as const },
      ...{ created_at: time, modified_at: time },
    })),
    ...{ origin: 'hand', created_at: time, modified_at: time },
  };
}

function annotations(document_id: string, count: number): readonly ChangeDraft[] {
  return Array.from({ length: count }, (_, place) => ({
    kind: 'annotation.added',
    data: { annotation: annotation(document_id, place * 10, ['code-1']) },
  }));
}

function files(count: number, sentences = 3): readonly FakeFile[] {
  return Array.from({ length: count }, (_, place) => ({
    path: `wire/${String(place).padStart(5, '0')}.txt`,
    text: `Envoy leaves Veldhaven for talks ${place}\nagency: NORA\n${'Order was restored, the envoy said. '.repeat(sentences)}`,
  }));
}

/** All that the store holds, in a form to compare. */
async function contents({ session }: Opened): Promise<unknown> {
  return must(await session.snapshot());
}

async function importFiles(opened: Opened, given: readonly FakeFile[]): Promise<readonly string[]> {
  const grant = opened.bridge.offerCorpus('wire', given);
  return must(await opened.session.importCorpus(grant.token)).document_ids;
}

/** Counts reads and writes of pages in IndexedDB itself; a read of many at once counts as a thousand. */
function countPageAccess(): { reads: number; writes: number } {
  const counted = { reads: 0, writes: 0 };
  const count = (name: string, kind: 'reads' | 'writes', weight = 1): void => {
    // A method of IDBObjectStore, called as it was.
    const original = Reflect.get(IDBObjectStore.prototype, name) as (...given: unknown[]) => IDBRequest;
    Object.defineProperty(IDBObjectStore.prototype, name, {
      value: function (this: IDBObjectStore, ...given: unknown[]) {
        if (this.name === 'pages') counted[kind] += weight;
        return original.apply(this, given);
      },
    });
  };
  count('get', 'reads');
  count('getAll', 'reads', 1_000);
  count('openCursor', 'reads', 1_000);
  for (const name of ['put', 'add', 'delete', 'clear']) count(name, 'writes');
  return counted;
}

async function changeStore(
  opened: Opened,
  how: (database: FramewrightDatabase) => Promise<unknown>,
): Promise<Opened> {
  await how(opened.session.store.database);
  return reopen(opened);
}

/** Every saving state that is shown, as it is shown. */
function watchSaving({ session }: Opened, seen: (state: SavingState) => void): void {
  session.committer.saving.subscribe(() => seen(session.committer.saving.getSnapshot()));
}

/** An index that is fed from the store and follows its commits, and how far the feed has come. */
function feedIndex(
  { session }: Opened,
  quotes = true,
): { readonly index: PassageIndex; readonly feed: PassageFeed } {
  const index = createPassageIndex();
  const { store, committer, lists } = session;
  return { index, feed: feedPassages(store, committer, lists, index, { quotes }) };
}

/** The index of what the store holds now. */
async function freshIndex(opened: Opened): Promise<PassageIndex> {
  const index = createPassageIndex();
  const { codes, attributes, documents, passes, annotations } = must(await opened.session.snapshot());
  index.add({ codes, attributes, documents, passes, annotations });
  return index;
}

function feedTexts({ bridge, session }: Opened): { readonly corpus: TextCorpus; readonly feed: CorpusFeed } {
  const corpus = createTextCorpus();
  const { store, committer, lists } = session;
  return { corpus, feed: feedCorpus(store, committer, lists, bridge, corpus) };
}

/** What a corpus holds of each document, in a form to compare. */
function textsOf(corpus: TextCorpus): readonly string[] {
  return corpus
    .entries()
    .map(({ document, content }) =>
      JSON.stringify([document.title, content?.text, [...(content?.packed ?? [])]]),
    );
}

/** All that an index answers, in a form to compare. */
function answersOf(index: PassageIndex): unknown {
  const run = runQuery(index, everyPassage, { by: 'code' });
  return [run.found, run.rows(0, run.found.rows), [...index.codes.keys()].sort()];
}

/** The rows of each table of the engine. */
async function allRows({ session }: Opened): Promise<ReadonlyMap<string, readonly unknown[]>> {
  const rows = new Map<string, readonly unknown[]>();
  for (const table of session.store.database.tables) rows.set(table.name, await table.toArray());
  return rows;
}

/** Works on a store that no session has open. */
async function inStore(work: (database: FramewrightDatabase) => Promise<unknown>): Promise<void> {
  const database = await openDatabase();
  await work(database);
  database.close();
}

/** Makes the store anew as the first version of the program left it, with no counts. */
async function writeFirstVersion(rows: ReadonlyMap<string, readonly unknown[]>): Promise<void> {
  await deleteDatabase();
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(databaseName, 10);
    request.onerror = () => reject(new Error('The store could not be made'));
    request.onsuccess = () => resolve(request.result);
    request.onupgradeneeded = () => {
      for (const [name, { key, indexes }] of Object.entries(firstVersion)) {
        const store = request.result.createObjectStore(name, { keyPath: key });
        for (const [index, path] of Object.entries(indexes)) store.createIndex(index, path);
      }
    };
  });
  await new Promise<void>((resolve, reject) => {
    const transaction = database.transaction(Object.keys(firstVersion), 'readwrite');
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(new Error('The store could not be filled'));
    for (const name of Object.keys(firstVersion)) {
      for (const row of rows.get(name) ?? []) transaction.objectStore(name).put(asFirst(name, row));
    }
  });
  database.close();
}

function asFirst(name: string, row: unknown): unknown {
  if (name !== 'meta') return row;
  const { tallied_seq: _, ...head } = row as StoreHead; // of the table that holds it
  return head;
}

const plainStore = { key: 'id', indexes: {} };
/** Written down by hand: what the program declares now must still open it. */
const firstVersion: Readonly<
  Record<string, { key: string | string[]; indexes: Readonly<Record<string, string | string[]>> }>
> = {
  ...{ project: plainStore, coders: plainStore, documents: plainStore, attributes: plainStore },
  ...{ properties: plainStore, actors: plainStore, codes: plainStore },
  structures: { key: 'document_id', indexes: {} },
  pages: { key: ['document_id', 'number'], indexes: {} },
  memos: {
    key: 'id',
    indexes: {
      '[target.kind+target.id]': ['target.kind', 'target.id'],
      'target.document_id': 'target.document_id',
    },
  },
  links: { key: 'id', indexes: { from: 'from', to: 'to' } },
  passes: { key: 'id', indexes: { document_id: 'document_id' } },
  meta: { key: 'key', indexes: {} },
};

/** What the worker answers, without one. */
const askCarrier: AskCarrier = ({ before, after, targets }) => {
  const carry = passageCarrier(before, after, sharedRuns(before, after));
  return Promise.resolve({ carried: targets.map((target) => carry(target)) });
};

const tools = {
  ...{ open, reopen, must, annotation, annotations, files, contents, importFiles },
  ...{ countPageAccess, changeStore, watchSaving, rereadDocument },
  ...{ carryToVersion, checkChanges, takeVersions, askCarrier, describeAnchor },
  ...{ feedIndex, feedTexts, textsOf, freshIndex, answersOf, readAnnotations, eachPage },
  ...{ breakReads, mendReads, silence, holdLongTimers },
  ...{ checkStore, allRows, inStore, writeFirstVersion },
};
export type Harness = typeof tools;

declare global {
  var harness: Harness;
}
globalThis.harness = tools;
