import { fail, succeed } from '@core/result';
import type { Grant, Outcome } from '@preload/contract';
import { corpusLines, corpusSummary } from '../corpus/corpus-report';
import type { ImportReport } from '../data/import-corpus';
import type { ImportProgress } from '../data/import-options';
import type { ImportRow } from '../data/import-writer';
import { problemSentence } from '../ui/problem-sentence';
import { t } from '../ui/strings';
import { createThrottle } from '../ui/throttle';
import { askAbout, notAsked, questionOf, twinRule } from './held-files';
import { heldQuestion } from './held-question';
import { closeReport, showReport } from './import-report-state';
import { lookForLater } from './later-copies';
import type { Workbench } from './open-workbench';
import { runningImport } from './running-import';
import { alert, announce, getView, openDocument } from './view-state';

/** Milliseconds between two showings of how far it is: a corpus may pass at hundreds of files a second. */
const showEvery = 200;

/** Asks for a folder or files and takes them in. */
export async function openCorpus(workbench: Workbench, kind: 'folder' | 'files'): Promise<void> {
  const grant = await workbench.bridge.chooseCorpus(kind);
  if (grant !== null) await openGranted(workbench, grant);
}

/** Takes in a corpus that was chosen, and tells what could not be done. */
export async function openGranted(workbench: Workbench, grant: Grant): Promise<void> {
  const outcome = await takeIn(workbench, grant, true);
  if (!outcome.ok) alert(problemSentence({ file: grant.name, ...outcome.error }));
}

/**
 * Takes a corpus in, shows how far it is, and what could not be taken as it stood. Where somebody can be asked, locked
 * files, tables, downloads of several documents and texts that may be misread wait until they were.
 */
export async function takeIn(
  workbench: Workbench,
  grant: Grant,
  isAsking = false,
): Promise<Outcome<ImportReport>> {
  if (runningImport.getSnapshot() !== null || heldQuestion.getSnapshot() !== null)
    return fail({ code: 'busy' });
  const stop = new AbortController();
  const cancel = (): void => stop.abort();
  let latest: ImportProgress = { done: 0, total: 0, current: grant.name, rate: 0 };
  const showing = createThrottle(() => runningImport.set({ ...latest, cancel }), showEvery);
  runningImport.set({ ...latest, cancel });
  const isTwin = twinRule(workbench.lists.documents.getSnapshot());
  const outcome = await workbench.session.importCorpus(grant.token, {
    signal: stop.signal,
    hold: (file, frozen) => isAsking && (questionOf(frozen) !== null || isTwin({ file, frozen })),
    onProgress: (progress) => {
      latest = progress;
      showing.touch();
    },
  });
  showing.cancel();
  runningImport.set(null);
  if (!outcome.ok) return outcome;
  const { held, batch_id, cancelled, problem } = outcome.value;
  // Who stopped it wants no more of it now, and where nothing more can be kept an answer would be in vain.
  const reason = cancelled ? { code: 'import-stopped' as const } : problem;
  const waiting = reason === null ? await askAbout(workbench, held, batch_id) : notAsked(held, reason);
  const report = withRows(outcome.value, waiting);
  if (report.problem !== null) alert(t('common:notSaved', { reason: problemSentence(report.problem) }));
  const count = report.document_ids.length;
  const isAllThere = count === 0 && report.rows.some(({ outcome }) => outcome === 'duplicate');
  announce(
    report.cancelled
      ? t('shell:importCancelled', { count })
      : t(isAllThere ? 'shell:corpusThere' : 'shell:corpusImported', { count }),
  );
  const lines = corpusLines(report.rows, (id) => {
    closeReport();
    openDocument(id);
  });
  if (lines.length > 0) showReport({ summary: corpusSummary(report.rows), lines });
  // Beside all else: an import is done when its texts are there. A worker that failed offers nothing.
  lookForLater(workbench, report.document_ids).catch(() => undefined);
  const first = report.document_ids[0];
  if (getView().documentId === null && first !== undefined) openDocument(first);
  return succeed(report);
}

/** The report with what became of files that were asked about. */
function withRows(report: ImportReport, rows: readonly ImportRow[]): ImportReport {
  const ids = rows.flatMap(({ document_ids: all = [] }) => all);
  return { ...report, rows: [...report.rows, ...rows], document_ids: [...report.document_ids, ...ids] };
}
