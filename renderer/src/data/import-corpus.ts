/** Takes the files of a corpus into the project: frozen by main, recorded here, committed by the hundred. */

import { titleOf } from '@core/import/document-records';
import type { Id } from '@core/model/identity';
import { fail, succeed } from '@core/result';
import type {
  Bridge,
  CorpusFile,
  DetectedEncoding,
  FrozenFile,
  Outcome,
  Problem,
  Repair,
} from '@preload/contract';
import type { Committer } from './commit';
import { freezeCorpus } from './freeze-corpus';
import { frozenSources } from './frozen-sources';
import type { ImportOptions } from './import-options';
import type { ImportRow, Pending } from './import-writer';
import { type FileRules, openWriter } from './open-import-writer';
import { storeProblem } from './store-problem';
import type { WorkingStore } from './working-store';

export interface ImportReport {
  /** One a file, in the order of the listing; files that could not be listed come last. */
  readonly rows: readonly ImportRow[];
  readonly document_ids: readonly Id[];
  /** True when it was stopped: what was imported until then is kept. */
  readonly cancelled: boolean;
  /** Why it ended early, where it was not by choice. */
  readonly problem: Problem | null;
  /** Files that wait for an answer; they are in no row. */
  readonly held: readonly HeldFile[];
  /** Of the step that it is, for what is held to join it. */
  readonly batch_id: Id;
}

/** A file that a person is to be asked about. */
export interface HeldFile {
  readonly file: CorpusFile;
  /** As it was read without being asked about. */
  readonly frozen: Outcome<FrozenFile>;
}

/** What is done to many files and changes no word of them: nothing a person needs to look at. */
const routine: ReadonlySet<Repair['code']> = new Set(['byte-order-mark', 'line-ends']);
/** What a person is told of a file that came in as it is. */
const notes: ReadonlySet<Repair['code']> = new Set([
  ...(['split', 'articles-without-text', 'lines-left-out', 'rows', 'rows-without-text'] as const),
  ...(['sheets-left-out', 'attachments-left-out', 'pages-without-text'] as const),
]);
/** Guesses less sure than this are worth a look: short texts, and code pages that differ in few letters. */
const doubtful = 0.3;

/** Whether nobody can tell from the bytes of a text how its characters are written. */
export function isDoubtful({ told_by, confidence }: DetectedEncoding): boolean {
  return told_by === 'guess' && confidence < doubtful;
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
    const batch_id = options.newId();
    const { add, writer, rules } = await openWriter(bridge, store, committer, options, batch_id);
    const held: HeldFile[] = [];
    const begun = performance.now();
    let done = 0;
    const tell = (current: string): void => {
      const rate = (done * 1_000) / Math.max(1, performance.now() - begun);
      options.onProgress?.({ done, total: files.length, current, rate });
    };
    // The first may be large: how many there are is told before it is read.
    tell(files[0]?.path ?? '');
    for await (const [file, frozen] of freezeCorpus(bridge, files, options.signal)) {
      const pending = readFile(file, frozen, rules);
      const isHeld = pending.row.outcome !== 'duplicate' && options.hold?.(file, frozen) === true;
      if (isHeld) held.push({ file, frozen });
      else await add(pending);
      done += 1;
      tell(file.path);
      if (writer.problem() !== null) break;
    }
    await writer.flush();
    const rows = [...writer.rows(), ...skipped.map(skippedRow)];
    const isRest = done < files.length || held.length > 0;
    const cancelled = options.signal?.aborted === true && isRest;
    const document_ids = writer.document_ids();
    return succeed({ rows, document_ids, cancelled, problem: writer.problem(), held, batch_id });
  } catch (error) {
    return fail(storeProblem(error));
  }
}

/** Takes in a file that was held, read as a person answered, as part of the import's step. */
export async function importHeld(
  bridge: Pick<Bridge, 'readTexts'>,
  store: WorkingStore,
  committer: Committer,
  { file, frozen }: HeldFile,
  options: Pick<ImportOptions, 'newId' | 'now'> & { readonly batch_id: Id },
): Promise<Outcome<ImportRow>> {
  await committer.settled();
  try {
    const { add, writer, rules } = await openWriter(bridge, store, committer, options, options.batch_id);
    await add(readFile(file, frozen, rules));
    await writer.flush();
    const [row] = writer.rows();
    if (row === undefined) return fail({ code: 'parse-failed', file: file.path });
    return succeed({ ...row, document_ids: writer.document_ids() });
  } catch (error) {
    return fail(storeProblem(error));
  }
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
  const unsure = documents.find(({ encoding }) => isDoubtful(encoding));
  const guess = unsure === undefined ? {} : { guess: unsure.encoding.label };
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
