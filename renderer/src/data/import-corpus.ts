/** Takes the files of a corpus into the project: frozen by main, recorded here, committed by the hundred. */

import { documentRecords, type FrozenSource, fieldsFound } from '@core/import/document-records';
import { duplicateRule } from '@core/import/duplicate-rule';
import { attributeOfField } from '@core/import/field-attributes';
import { readParsedStructure } from '@core/import/read-parsed-structure';
import type { ChangeDraft } from '@core/model/change';
import type { Id, Time } from '@core/model/identity';
import { fail, succeed } from '@core/result';
import { type FieldKey, fieldKeys } from '@core/structure/parsed-structure';
import type { Bridge, CorpusFile, FrozenFile, Outcome, Problem, Repair } from '@preload/contract';
import type { Committer } from './commit';
import { storeProblem } from './store-problem';
import type { WorkingStore } from './working-store';

export interface ImportProgress {
  /** Files dealt with, whatever became of them. */
  readonly done: number;
  readonly total: number;
  /** Path of the file last dealt with. */
  readonly current: string;
  /** Files a second since the beginning. */
  readonly rate: number;
}

export interface ImportRow {
  readonly path: string;
  readonly outcome: 'imported' | 'repaired' | 'duplicate' | 'skipped';
  readonly problem?: Problem;
  readonly repairs?: readonly Repair[];
}

export interface ImportReport {
  /** One a file, in the order of the listing; files that could not be listed come last. */
  readonly rows: readonly ImportRow[];
  readonly document_ids: readonly Id[];
  /** True when it was stopped: what was imported until then is kept. */
  readonly cancelled: boolean;
  /** Why it ended early, where it was not by choice. */
  readonly problem: Problem | null;
}

export interface ImportOptions {
  readonly newId: () => Id;
  readonly now: () => Time;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ImportProgress) => void;
}

/** What is done to many files and changes no word of them: nothing a person needs to look at. */
const routine: ReadonlySet<Repair['code']> = new Set(['byte-order-mark', 'line-ends']);
const documentsPerCommit = 100;
/** UTF-16 units of text whose structures go into one commit, so that a line of the journal stays within bounds. */
const unitsPerCommit = 4_000_000;
/** Files that main reads and parses at a time. */
const filesAtOnce = 8;

interface Pending {
  readonly row: ImportRow;
  readonly sources: readonly FrozenSource[];
}

/** All commits of one import are one step for undo. A problem means that nothing could be listed. */
export async function importCorpus(
  bridge: Bridge,
  store: WorkingStore,
  committer: Committer,
  grant: string,
  options: ImportOptions,
): Promise<Outcome<ImportReport>> {
  await committer.settled();
  try {
    const listing = await bridge.listCorpus(grant);
    if (!listing.ok) return listing;
    const { files, skipped } = listing.value;
    const documents = await store.database.plain.document.toArray();
    const attributes = await store.database.plain.attribute.toArray();
    const isDuplicate = duplicateRule(documents);
    const writer = createWriter(committer, options, {
      order: documents.reduce((highest, { order }) => Math.max(highest, order), -1) + 1,
      attribute_ids: new Map(
        fieldKeys.flatMap((key) => {
          const attribute = attributes.find((one) => one.key === key);
          return attribute === undefined ? [] : [[key, attribute.id] as const];
        }),
      ),
    });
    const begun = performance.now();
    let done = 0;
    for await (const [file, frozen] of freezeAll(bridge, files, options.signal)) {
      await writer.add(readFile(file, frozen, isDuplicate));
      done += 1;
      const rate = (done * 1_000) / Math.max(1, performance.now() - begun);
      options.onProgress?.({ done, total: files.length, current: file.path, rate });
      if (writer.problem() !== null) break;
    }
    await writer.flush();
    const rows = [...writer.rows(), ...skipped.map(skippedRow)];
    const cancelled = options.signal?.aborted === true && done < files.length;
    return succeed({ rows, document_ids: writer.document_ids(), cancelled, problem: writer.problem() });
  } catch (error) {
    return fail(storeProblem(error));
  }
}

/** Freezes some files ahead of the one that is asked for; begins no more once the signal is given. */
async function* freezeAll(
  bridge: Bridge,
  files: readonly CorpusFile[],
  signal: AbortSignal | undefined,
): AsyncGenerator<readonly [CorpusFile, Outcome<FrozenFile>]> {
  const running: { readonly file: CorpusFile; readonly frozen: Promise<Outcome<FrozenFile>> }[] = [];
  let next = 0;
  for (;;) {
    while (running.length < filesAtOnce && signal?.aborted !== true) {
      const file = files[next];
      if (file === undefined) break;
      next += 1;
      running.push({ file, frozen: freeze(bridge, file) });
    }
    const first = running.shift();
    if (first === undefined) return;
    yield [first.file, await first.frozen];
  }
}

async function freeze(bridge: Bridge, file: CorpusFile): Promise<Outcome<FrozenFile>> {
  try {
    return await bridge.freezeFile(file.token);
  } catch (error) {
    return fail({ ...storeProblem(error), file: file.path });
  }
}

function readFile(
  file: CorpusFile,
  frozen: Outcome<FrozenFile>,
  isDuplicate: ReturnType<typeof duplicateRule>,
): Pending {
  const { path } = file;
  if (!frozen.ok) return { row: { path, outcome: 'skipped', problem: frozen.error }, sources: [] };
  const { raw_sha256, documents } = frozen.value;
  if (isDuplicate({ raw_sha256, path })) return { row: { path, outcome: 'duplicate' }, sources: [] };
  const sources: FrozenSource[] = [];
  for (const { text_sha256, encoding, length, structure: json } of documents) {
    const structure = readParsedStructure(json, length);
    if (structure === null) {
      const problem: Problem = { code: 'parse-failed', file: path, detail: 'structure' };
      return { row: { path, outcome: 'skipped', problem }, sources: [] };
    }
    sources.push({ path, raw_sha256, text_sha256, encoding, length, structure });
  }
  if (sources.length === 0) {
    return { row: { path, outcome: 'skipped', problem: { code: 'no-text', file: path } }, sources };
  }
  const repairs = documents.flatMap((document) => document.repairs).filter(({ code }) => !routine.has(code));
  if (repairs.length > 0) return { row: { path, outcome: 'repaired', repairs }, sources };
  return { row: { path, outcome: 'imported' }, sources };
}

function skippedRow(problem: Problem): ImportRow {
  return { path: problem.file ?? '', outcome: 'skipped', problem };
}

interface ImportWriter {
  add(pending: Pending): Promise<void>;
  flush(): Promise<void>;
  rows(): readonly ImportRow[];
  document_ids(): readonly Id[];
  problem(): Problem | null;
}

/** Gathers documents and commits them by the hundred; a file's row says "imported" only once it is committed. */
function createWriter(
  committer: Committer,
  options: ImportOptions,
  from: { readonly order: number; readonly attribute_ids: Map<FieldKey, Id> },
): ImportWriter {
  const batch_id = options.newId();
  const { attribute_ids } = from;
  const rows: ImportRow[] = [];
  const document_ids: Id[] = [];
  let { order } = from;
  let problem: Problem | null = null;
  let waiting: Pending[] = [];
  let units = 0;

  const draftsOf = (source: FrozenSource): readonly ChangeDraft[] => {
    const missing = fieldsFound(source.structure).filter((key) => !attribute_ids.has(key));
    const created = missing.map((key): ChangeDraft => {
      const attribute = attributeOfField(key, options.newId());
      attribute_ids.set(key, attribute.id);
      return { kind: 'attribute.added', data: { attribute } };
    });
    const { newId } = options;
    const records = documentRecords(source, { order, now: options.now(), attribute_ids, newId });
    order += 1;
    return [...created, { kind: 'document.added', data: records }];
  };

  const flush = async (): Promise<void> => {
    const batch = waiting;
    waiting = [];
    units = 0;
    const drafts = batch.flatMap(({ sources }) => sources).flatMap(draftsOf);
    const committed = await committer.commit(drafts, { origin: 'import', batch_id });
    if (committed.ok) {
      rows.push(...batch.map(({ row }) => row));
      for (const draft of drafts) {
        if (draft.kind === 'document.added') document_ids.push(draft.data.document.id);
      }
      return;
    }
    const { error } = committed;
    problem = error;
    rows.push(
      ...batch.map(
        ({ row, sources }): ImportRow =>
          sources.length === 0 ? row : { path: row.path, outcome: 'skipped', problem: error },
      ),
    );
  };

  return {
    add: async (pending) => {
      waiting.push(pending);
      units += pending.sources.reduce((sum, { length }) => sum + length, 0);
      if (waiting.length >= documentsPerCommit || units >= unitsPerCommit) await flush();
    },
    flush,
    rows: () => rows,
    document_ids: () => document_ids,
    problem: () => problem,
  };
}
