import type { ReportRow } from '@core/exchange/import-report';
import type { DroppedFile, Grant, ImportFile, Json } from '@preload/contract';
import { drawn } from '../data/in-turns';
import { createSource, type Observable } from '../data/observable';
import { problemSentence } from '../ui/problem-sentence';
import { formatCount, t } from '../ui/strings';
import { isCodebook } from './codebook-file';
import { reviewCodebook, takeCodebookText } from './codebook-import';
import { openGranted } from './corpus-actions';
import type { Done } from './done';
import { showReport } from './import-report-state';
import { openFirstWhole } from './open-first';
import type { Workbench } from './open-workbench';
import { projectLines, projectSummary } from './project-report';
import { type ImportText, readStaged, type StagedImportFile, stagedText } from './staged-import';
import { takeStagedImport } from './take-staged';
import { alert, announce, setView } from './view-state';

interface WaitingImport extends StagedImportFile {
  /** Of the file, whose originals are kept once its import is confirmed; null where it is no file. */
  readonly grant: string | null;
}

const waiting = createSource<readonly WaitingImport[]>([]);
/** Files whose report waits for the person's yes, the first of them shown. */
export const importReview: Observable<readonly WaitingImport[]> = waiting;

/** Asks for a file, and shows what it would bring. */
export async function importFile(workbench: Workbench): Promise<void> {
  const grant = await workbench.bridge.chooseImport();
  if (grant !== null) await importGranted(workbench, grant);
}

/** Takes in what was dropped on the window: texts as one corpus, each other file as if it was chosen. */
export async function takeDropped(workbench: Workbench, dropped: readonly DroppedFile[]): Promise<void> {
  const grants = await workbench.bridge.grantDropped(dropped);
  if (grants === null) {
    alert(t('shell:dropNothing'));
    return;
  }
  if (grants.corpus !== null) await openGranted(workbench, grants.corpus);
  for (const grant of grants.imports) await importGranted(workbench, grant);
}

async function importGranted(workbench: Workbench, grant: Grant): Promise<void> {
  const raw = await workbench.bridge.readImport(grant.token);
  if (!raw.ok) alert(problemSentence({ file: grant.name, ...raw.error }));
  else if (raw.value.kind === 'text' && isCodebook(raw.value)) reviewCodebook(workbench, raw.value);
  else await reviewImport(workbench, raw.value, grant.token);
}

/** Shows what a file that was read would bring; nothing of it comes in before the person's yes. */
export async function reviewImport(
  workbench: Workbench,
  file: ImportFile,
  grant: string | null = null,
): Promise<void> {
  const staged = await readStaged(workbench, file);
  if (!staged.ok) {
    alert(staged.error);
    return;
  }
  waiting.set([...waiting.getSnapshot(), { ...staged.value, grant }]);
  setView({ dialog: 'import' });
}

/** Nothing of the file that is shown comes in. */
export function declineImport(): void {
  const rest = waiting.getSnapshot().slice(1);
  waiting.set(rest);
  if (rest.length === 0) setView({ dialog: null });
}

/** The file that is shown comes in, in one step. */
export async function acceptImport(workbench: Workbench): Promise<void> {
  const [file] = waiting.getSnapshot();
  declineImport();
  if (file !== undefined) await confirmImport(workbench, file);
}

async function confirmImport(workbench: Workbench, file: WaitingImport): Promise<void> {
  const taken = await takeStagedImport(workbench, file, file.grant);
  if (!taken.ok) {
    alert(taken.error);
    return;
  }
  announce(summaryWords(file));
  // The lists first, then a text: in one go they would keep the window from answering.
  await drawn();
  await openFirstWhole(workbench);
}

/** The same for the command line: a summary, and one sentence a problem. */
export async function takeImport(workbench: Workbench, file: Grant): Promise<Done> {
  const raw = await workbench.bridge.readImport(file.token);
  if (raw.ok && raw.value.kind === 'text' && isCodebook(raw.value)) {
    return takeCodebookText(workbench, raw.value);
  }
  if (!raw.ok) return refused(file.name, problemSentence({ file: file.name, ...raw.error }));
  const staged = await readStaged(workbench, raw.value);
  return staged.ok ? takeAll(workbench, staged.value, file.token) : refused(file.name, staged.error);
}

/** The same for a text that is there already. */
export async function takeImportText(workbench: Workbench, file: ImportText): Promise<Done> {
  const staged = await stagedText(workbench, file);
  return staged.ok ? takeAll(workbench, staged.value, null) : refused(file.name, staged.error);
}

function refused(name: string, problem: string): Done {
  return { summary: { task: 'import', name, added: {} }, problems: [problem] };
}

async function takeAll(workbench: Workbench, file: StagedImportFile, grant: string | null): Promise<Done> {
  const { name, report, drafts, source } = file;
  const taken = await takeStagedImport(workbench, file, grant);
  if (!taken.ok) return refused(name, taken.error);
  const lines = projectLines(report);
  if (lines.length > 0) showReport({ summary: projectSummary(name, report), lines });
  const told = source === null ? {} : { source: { ...source }, report: report.map(rowOf) };
  return {
    summary: { task: 'import', name, changes: drafts.length, added: countsOf(report), ...told },
    problems: leftOutWords(file),
    isReported: true,
  };
}

const rowOf = ({ outcome, record, reason, ids }: ReportRow): Json => ({
  ...{ outcome, record, reason, count: ids.length, ids },
});

function countsOf(report: readonly ReportRow[]): Json {
  return Object.fromEntries(
    report
      .filter(({ outcome }) => outcome === 'added')
      .map(({ record }) => [record, countOf(report, record)]),
  );
}

function countOf(report: readonly ReportRow[], record: ReportRow['record']): number {
  return report
    .filter((row) => row.outcome === 'added' && row.record === record)
    .reduce((sum, { ids }) => sum + ids.length, 0);
}

function summaryWords({ name, report, drafts }: StagedImportFile): string {
  if (drafts.length === 0) return t('shell:importedNothing', { name });
  const counted = (record: ReportRow['record']): string => {
    const count = countOf(report, record);
    return t('shell:importedCount', {
      number: formatCount(count),
      record: t(`imports:record_${record}`, { count }),
    });
  };
  return t('shell:imported', {
    ...{ name, annotations: counted('annotation') },
    ...{ codes: counted('code'), documents: counted('document') },
  });
}

/** A sentence for each reason for which something did not come in. */
function leftOutWords({ name, report }: StagedImportFile): readonly string[] {
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
