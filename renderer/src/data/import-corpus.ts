/** Takes the files of a corpus into the project: frozen by main, recorded here, committed by the hundred. */

import { type FrozenSource, titleOf } from '@core/import/document-records';
import { duplicateRule } from '@core/import/duplicate-rule';
import { versionRule } from '@core/import/version-rule';
import type { ChangeDraft } from '@core/model/change';
import type { Id, Time } from '@core/model/identity';
import { fail, succeed } from '@core/result';
import type { Bridge, CorpusFile, FrozenFile, Outcome, Problem, Repair } from '@preload/contract';
import type { Committer } from './commit';
import { documentDrafter } from './document-drafts';
import { freezeCorpus } from './freeze-corpus';
import { frozenSources } from './frozen-sources';
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
  /** WHATWG label of an encoding that was guessed with little to go by. */
  readonly guess?: string;
  /** The first document that it became. */
  readonly document_id?: Id;
  /** Documents that it became, where that is not one. */
  readonly documents?: number;
  /** It is a later version of a document that was there. */
  readonly isVersion?: boolean;
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
/** What a person is told of a file that came in as it is. */
const notes: ReadonlySet<Repair['code']> = new Set([
  ...(['split', 'articles-without-text', 'lines-left-out', 'rows', 'rows-without-text'] as const),
  ...(['sheets-left-out', 'attachments-left-out', 'pages-without-text'] as const),
]);
const documentsPerCommit = 100;
/** UTF-16 units of text whose structures go into one commit, so that a line of the journal stays within bounds. */
const unitsPerCommit = 4_000_000;
/** Guesses less sure than this are worth a look: short texts, and code pages that differ in few letters. */
const doubtful = 0.3;

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
    const rules: FileRules = { isDuplicate: duplicateRule(documents), versionOf: versionRule(documents) };
    const writer = createWriter(committer, options, documentDrafter({ documents, attributes }, options));
    const begun = performance.now();
    let done = 0;
    for await (const [file, frozen] of freezeCorpus(bridge, files, options.signal)) {
      await writer.add(readFile(file, frozen, rules));
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

interface FileRules {
  readonly isDuplicate: ReturnType<typeof duplicateRule>;
  readonly versionOf: ReturnType<typeof versionRule>;
}

function readFile(
  file: CorpusFile,
  frozen: Outcome<FrozenFile>,
  { isDuplicate, versionOf }: FileRules,
): Pending {
  const { path } = file;
  if (!frozen.ok) return { row: { path, outcome: 'skipped', problem: frozen.error }, sources: [] };
  const { raw_sha256, documents } = frozen.value;
  if (isDuplicate({ raw_sha256, path })) return { row: { path, outcome: 'duplicate' }, sources: [] };
  const read = frozenSources(frozen.value, path);
  if (!read.ok) return { row: { path, outcome: 'skipped', problem: read.error }, sources: [] };
  const [first, ...others] = read.value;
  const version_of = others.length > 0 ? undefined : versionOf({ path, raw_sha256, title: titleOf(first) });
  const sources = version_of === undefined ? read.value : [{ ...first, version_of }];
  const repairs = documents.flatMap((document) => document.repairs).filter(({ code }) => !routine.has(code));
  const unsure = sources.find(({ encoding_guess = 1 }) => encoding_guess < doubtful);
  const guess = unsure === undefined ? {} : { guess: unsure.encoding };
  const outcome = repairs.every(({ code }) => notes.has(code)) ? 'imported' : 'repaired';
  return {
    row: {
      ...{ path, outcome, ...guess },
      ...(repairs.length === 0 ? {} : { repairs }),
      ...(sources.length === 1 ? {} : { documents: sources.length }),
      ...(version_of === undefined ? {} : { isVersion: true }),
    },
    sources,
  };
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
  draftsFor: ReturnType<typeof documentDrafter>,
): ImportWriter {
  const batch_id = options.newId();
  const rows: ImportRow[] = [];
  const document_ids: Id[] = [];
  let problem: Problem | null = null;
  let waiting: Pending[] = [];
  let units = 0;

  const draftsOf = (source: FrozenSource): readonly ChangeDraft[] => {
    const { created, records } = draftsFor(source);
    return [...created, { kind: 'document.added', data: records }];
  };

  const flush = async (): Promise<void> => {
    const batch = waiting;
    waiting = [];
    units = 0;
    const drafts = batch.flatMap(({ sources }) => sources).flatMap(draftsOf);
    const committed = await committer.commit(drafts, { origin: 'import', batch_id });
    if (committed.ok) {
      const made = drafts.flatMap((draft) =>
        draft.kind === 'document.added' ? [draft.data.document.id] : [],
      );
      document_ids.push(...made);
      let at = 0;
      for (const { row, sources } of batch) {
        const document_id = sources.length === 0 ? undefined : made[at];
        at += sources.length;
        rows.push(document_id === undefined ? row : { ...row, document_id });
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
