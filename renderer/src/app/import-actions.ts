import type { ReportRow } from '@core/exchange/import-report';
import type { ReadFile, ReadProblem } from '@core/exchange/read-json';
import { readJson } from '@core/exchange/read-json';
import { type StagedImport, stageImport, textsNeeded } from '@core/exchange/stage-import';
import { structuresNeeded } from '@core/exchange/structures-needed';
import { fail, type Result, succeed } from '@core/result';
import { parseStructure } from '@core/structure/parse-structure';
import type { Grant, Json, Outcome } from '@preload/contract';
import { problemSentence } from '../ui/problem-sentence';
import { formatCount, t } from '../ui/strings';
import { isCodebook } from './codebook-file';
import { reviewCodebook, takeCodebookText } from './codebook-import';
import { showReport } from './import-report-state';
import type { Workbench } from './open-workbench';
import { projectLines, projectSummary } from './project-report';
import { readTexts } from './read-texts';
import { alert, announce, getView, openDocument } from './view-state';

/** What came of an import: for the person, and for a script. */
export interface Imported {
  readonly name: string;
  readonly report: readonly ReportRow[];
  readonly changes: number;
}

/** A file of our own formats, read. */
export interface ImportText {
  readonly name: string;
  readonly text: string;
}

/**
 * Changes in one line of the journal, which has a limit of its own: a larger file takes several. They are one step
 * for undo, and where the import is cut off between two, importing the file again brings the rest.
 */
const changesAtOnce = 50_000;
/** Texts stored in one call: some megabytes. */
const textsAtOnce = 100;

/** Asks for a file and takes it in; of a codebook it first shows what it would bring. */
export async function importFile(workbench: Workbench): Promise<void> {
  const grant = await workbench.bridge.chooseImport();
  if (grant === null) return;
  const raw = await workbench.bridge.readImport(grant.token);
  if (raw.ok && isCodebook(raw.value)) {
    reviewCodebook(workbench, raw.value);
    return;
  }
  const done = raw.ok
    ? await takeText(workbench, raw.value)
    : fail(problemSentence({ file: grant.name, ...raw.error }));
  if (!done.ok) {
    alert(done.error);
    return;
  }
  announce(summaryWords(done.value));
  const [first] = workbench.lists.documents.getSnapshot();
  if (getView().documentId === null && first !== undefined) openDocument(first.id);
}

/** What a command line is told of an import. */
export interface TakenImport {
  readonly summary: Json;
  readonly problems: readonly string[];
  /** The import report shows the problems, one by one. */
  readonly isReported?: boolean;
}

/** The same for the command line: a summary, and one sentence a problem. */
export async function takeImport(workbench: Workbench, file: Grant): Promise<TakenImport> {
  const raw = await workbench.bridge.readImport(file.token);
  if (raw.ok && isCodebook(raw.value)) return takeCodebookText(workbench, raw.value);
  if (raw.ok) return takeImportText(workbench, raw.value);
  const problem = problemSentence({ file: file.name, ...raw.error });
  return { summary: { task: 'import', name: file.name, added: {} }, problems: [problem] };
}

/** The same for a text that is there already. */
export async function takeImportText(workbench: Workbench, file: ImportText): Promise<TakenImport> {
  const done = await takeText(workbench, file);
  if (!done.ok) return { summary: { task: 'import', name: file.name, added: {} }, problems: [done.error] };
  const { name, report, changes } = done.value;
  const added = Object.fromEntries(
    report
      .filter(({ outcome }) => outcome === 'added')
      .map(({ record }) => [record, countOf(report, record)]),
  );
  return {
    summary: { task: 'import', name, changes, added },
    problems: leftOutWords(done.value),
    isReported: true,
  };
}

/** Stages the whole text against the project as it is, then commits what came of it; nothing where it was refused. */
async function takeText(workbench: Workbench, { name, text }: ImportText): Promise<Result<Imported, string>> {
  const { bridge, session, committer } = workbench;
  const refused = (outcome: Extract<Outcome<unknown>, { ok: false }>) =>
    fail(problemSentence({ file: name, ...outcome.error }));
  const read = readJson(text);
  if (!read.ok) return fail(readProblemWords(name, read.error));
  await committer.settled();
  const present = await session.snapshot(structuresNeeded(read.value));
  if (!present.ok) return refused(present);
  const staged = await stage(workbench, read.value, present.value);
  for (let at = 0; at < staged.texts.length; at += textsAtOnce) {
    const stored = await bridge.storeTexts(staged.texts.slice(at, at + textsAtOnce).map(({ text }) => text));
    if (!stored.ok) return refused(stored);
  }
  const batch_id = session.newId();
  for (let at = 0; at < staged.drafts.length; at += changesAtOnce) {
    const part = staged.drafts.slice(at, at + changesAtOnce);
    const committed = await committer.commit(part, { origin: 'import', batch_id });
    if (!committed.ok) return refused(committed);
  }
  const lines = projectLines(staged.report);
  if (lines.length > 0) showReport({ summary: projectSummary(name, staged.report), lines });
  return succeed({ name, report: staged.report, changes: staged.drafts.length });
}

async function stage(
  { bridge, session, startup, coder }: Workbench,
  read: ReadFile,
  present: Parameters<typeof stageImport>[2],
): Promise<StagedImport> {
  const { texts } = await readTexts(bridge, textsNeeded(read, present));
  const hashes = await Promise.all(read.texts.map(sha256));
  return stageImport(read, { hashes, texts }, present, {
    ...{ newId: session.newId, now: session.now(), coder_id: coder.id },
    parse: (text, path) => parseStructure(text, { icu: startup.engine.icu, pathName: path }),
  });
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function countOf(report: readonly ReportRow[], record: ReportRow['record']): number {
  return report
    .filter((row) => row.outcome === 'added' && row.record === record)
    .reduce((sum, { ids }) => sum + ids.length, 0);
}

function summaryWords({ name, report, changes }: Imported): string {
  if (changes === 0) return t('shell:importedNothing', { name });
  return t('shell:imported', {
    name,
    annotations: countOf(report, 'annotation'),
    codes: countOf(report, 'code'),
    documents: countOf(report, 'document'),
  });
}

/** A sentence for each reason for which something did not come in. */
function leftOutWords({ name, report }: Imported): readonly string[] {
  return report
    .filter(({ outcome }) => outcome === 'left-out')
    .map(({ record, reason, ids, names }) =>
      t('imports:leftOut', {
        name,
        count: ids.length,
        number: formatCount(ids.length),
        record: t(`imports:record_${record}`, { count: ids.length }),
        reason: t(`imports:reason_${reason ?? 'differs'}`),
        first: names.find((each) => each !== '') ?? ids[0] ?? '',
      }),
    );
}

function readProblemWords(name: string, problem: ReadProblem): string {
  switch (problem.kind) {
    case 'invalid-json':
      return t('imports:invalidJson', { name, line: problem.line, column: problem.column });
    case 'cut-off':
      return t('imports:cutOff', { name, line: problem.line });
    case 'not-ours':
      return t('imports:notOurs', { name });
    case 'newer-version':
      return t('imports:newerVersion', { name, version: problem.version });
    case 'wrong-type':
      return t('imports:wrongType', { name, ...problem });
  }
}
