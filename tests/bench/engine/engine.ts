/** Yardsticks that need the engine's own store, and the pure exporter in the engine: called by the bench. */
import { createCopyIndex } from '@core/copies/copy-index';
import { exportCsv } from '@core/exchange/export-csv';
import { exportQdpx } from '@core/exchange/refi/export-refi';
import { codeTable } from '@core/query/code-table';
import { createPassageIndex } from '@core/query/passage-index';
import {
  type CodeCondition,
  everyPassage,
  type Grouping,
  type PassageQuery,
} from '@core/query/passage-query';
import { runQuery } from '@core/query/passage-run';
import { packArchive } from '@renderer/workers/pack-archive';
import { generateReprints } from '../../support/generate-reprints';
import { makeBenchProject } from '../support/bench-project';

interface StoreTimes {
  /** Milliseconds. */
  readonly write: number;
  readonly read: number;
}

/** A name for a text that need not be its hash. */
function fakeHashes(): () => string {
  let last = 0;
  return () => {
    last += 1;
    return last.toString(16).padStart(64, '0');
  };
}

function largeProject(documents: number) {
  return makeBenchProject(
    Array.from({ length: documents }, () => ({ words: 400, annotations: 20 })),
    fakeHashes(),
  );
}

function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error ?? new Error('The transaction failed'));
  });
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The request failed'));
  });
}

/** Writes the annotations a row each, with an index by document, and reads them all in a second connection. */
async function rowStore(documents: number): Promise<StoreTimes> {
  const { annotations } = largeProject(documents).snapshot;
  const open = async (): Promise<IDBDatabase> => {
    const request = indexedDB.open('rows', 1);
    request.onupgradeneeded = () => {
      request.result
        .createObjectStore('annotations', { keyPath: 'id' })
        .createIndex('document_id', 'document_id');
    };
    return answer(request);
  };
  const database = await open();
  const begun = performance.now();
  for (let from = 0; from < annotations.length; from += 2_000) {
    const transaction = database.transaction('annotations', 'readwrite', { durability: 'strict' });
    const store = transaction.objectStore('annotations');
    for (const annotation of annotations.slice(from, from + 2_000)) store.put(annotation);
    await done(transaction);
  }
  const write = performance.now() - begun;
  database.close();
  const again = performance.now();
  const second = await open();
  const rows: readonly unknown[] = await answer(
    second.transaction('annotations').objectStore('annotations').getAll(),
  );
  const read = performance.now() - again;
  second.close();
  if (rows.length !== annotations.length) throw new Error('Rows were lost');
  await answer(indexedDB.deleteDatabase('rows'));
  return { write, read };
}

/** Milliseconds to make the CSV of a project that lies in memory already, each time. */
function timeCsv(documents: number, repetitions: number): readonly number[] {
  const { snapshot, texts } = largeProject(documents);
  return Array.from({ length: repetitions }, () => {
    const begun = performance.now();
    const csv = exportCsv(snapshot, texts, { exact: false, bom: false, delimiter: ',' });
    if (csv.length === 0) throw new Error('Nothing was written');
    return performance.now() - begun;
  });
}

/** The same for a REFI-QDA project, packed. */
async function timeQdpx(documents: number, repetitions: number): Promise<readonly number[]> {
  const { snapshot, texts } = largeProject(documents);
  const stamp = { exported_at: '2026-01-01T00:00:00.000Z', generator: 'framewright bench' };
  const taken: number[] = [];
  for (let n = 0; n < repetitions; n += 1) {
    const begun = performance.now();
    const packed = await packArchive(exportQdpx(snapshot, texts, stamp).files);
    if (!packed.ok) throw new Error(packed.error.kind);
    taken.push(performance.now() - begun);
  }
  return taken;
}

export interface PassageTimes {
  /** Milliseconds to take all annotations into the index. */
  readonly build: number;
  /** By question: milliseconds each time, and passages found. */
  readonly queries: Readonly<Record<string, { readonly taken: readonly number[]; readonly found: number }>>;
  /** The table of documents by codes. */
  readonly table: readonly number[];
  /** The yardstick: a plain filter over the annotations, for a code and no more. */
  readonly plain: readonly number[];
}

/** Asks an index of the project what the passages view asks. */
function timePassages(documents: number, repetitions: number): PassageTimes {
  const { snapshot } = largeProject(documents);
  const [first, second] = snapshot.codes.map(({ id }) => ({ code_id: id, below: true }));
  const index = createPassageIndex();
  const begun = performance.now();
  index.add(snapshot);
  index.documents();
  const build = performance.now() - begun;
  const timed = <T>(work: () => T): readonly [taken: readonly number[], last: T] => {
    let last = work();
    const taken = Array.from({ length: repetitions }, () => {
      const from = performance.now();
      last = work();
      return performance.now() - from;
    });
    return [taken, last];
  };
  const ask = (fields: Partial<PassageQuery>, grouping: Grouping = { by: 'document' }) => {
    const [taken, run] = timed(() => runQuery(index, { ...everyPassage, ...fields }, grouping));
    return { taken, found: run.found.passages };
  };
  const codes = (any: readonly CodeCondition[], none: readonly CodeCondition[] = []) => ({
    codes: { any, all: [], none },
  });
  const one = first === undefined ? [] : [first];
  const other = second === undefined ? [] : [second];
  return {
    build,
    queries: {
      all: ask({}),
      'one code': ask(codes(one)),
      'one code, not another': ask(codes(one, other)),
      'all, by code': ask({}, { by: 'code' }),
      words: ask({ text: 'order' }),
    },
    table: timed(() => codeTable(index, everyPassage, { rows: { by: 'document' }, rolled: false }))[0],
    plain: timed(() =>
      snapshot.annotations.filter(({ codings }) => codings.some(({ code_id }) => code_id === first?.code_id)),
    )[0],
  };
}

/** The yardstick of search: a plain loop of indexOf over as many articles, milliseconds each time. */
function timeIndexOf(documents: number, word: string, repetitions: number): readonly number[] {
  const sizes = Array.from({ length: documents }, () => ({ words: 400, annotations: 0 }));
  const texts = [...makeBenchProject(sizes, fakeHashes()).texts.values()];
  return Array.from({ length: repetitions }, () => {
    const begun = performance.now();
    let found = 0;
    for (const text of texts)
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) found += 1;
    if (found === 0) throw new Error('Nothing was found');
    return performance.now() - begun;
  });
}

export interface CopyTimes {
  /** Milliseconds to go through all articles, until the groups are there. */
  readonly all: number;
  readonly groups: number;
  /** For one article more, until its groups are there. */
  readonly more: readonly number[];
  /** The yardstick: every text gone through once with `indexOf` for a word that is not there. */
  readonly plain: number;
}

/** Finds the reprints among generated articles, as the worker of the corpus does. */
function timeCopies(articles: number, repetitions: number): CopyTimes {
  const options = { sentences: 18, reprinted: 5, sources: Math.ceil(articles / 3), edited: 0.15 };
  const all = generateReprints(5, { ...options, articles });
  const more = generateReprints(6, { ...options, articles: repetitions });
  const index = createCopyIndex();
  const timed = (work: () => void): number => {
    const begun = performance.now();
    work();
    return performance.now() - begun;
  };
  const taken = timed(() => {
    for (const article of all) index.put(article);
    index.groups();
  });
  return {
    all: taken,
    groups: index.groups().length,
    more: more.map((article, at) =>
      timed(() => {
        index.put({ ...article, id: `more ${at}` });
        index.groupsOf(`more ${at}`);
      }),
    ),
    plain: timed(() => {
      for (const { text } of all) if (text.includes('\u0000')) throw new Error('No text holds it');
    }),
  };
}

const tools = { rowStore, timeCopies, timeCsv, timeQdpx, timePassages, timeIndexOf };
export type BenchEngine = typeof tools;

declare global {
  var benchEngine: BenchEngine;
}
globalThis.benchEngine = tools;
