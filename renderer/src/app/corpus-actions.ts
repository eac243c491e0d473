import { fail } from '@core/result';
import type { Grant, Outcome } from '@preload/contract';
import type { ImportProgress, ImportReport, ImportRow } from '../data/import-corpus';
import { createSource } from '../data/observable';
import { problemSentence } from '../ui/problem-sentence';
import { t } from '../ui/strings';
import type { Workbench } from './open-workbench';
import { alert, announce, getView, openDocument } from './view-state';

export interface RunningImport extends ImportProgress {
  readonly cancel: () => void;
}

/** The import that is running, for the panel to show. */
export const runningImport = createSource<RunningImport | null>(null);
/** Rows of the last import that need a person's eye; null when there is nothing to report. */
export const importReport = createSource<readonly ImportRow[] | null>(null);

/** Asks for a folder or files and takes them in. */
export async function openCorpus(workbench: Workbench, kind: 'folder' | 'files'): Promise<void> {
  const grant = await workbench.bridge.chooseCorpus(kind);
  if (grant === null) return;
  const outcome = await takeIn(workbench, grant);
  if (!outcome.ok) alert(problemSentence({ file: grant.name, ...outcome.error }));
}

/** Takes a corpus in, shows how far it is, and what could not be taken as it stood. */
export async function takeIn(workbench: Workbench, grant: Grant): Promise<Outcome<ImportReport>> {
  if (runningImport.getSnapshot() !== null) return fail({ code: 'busy' });
  const stop = new AbortController();
  const cancel = (): void => stop.abort();
  runningImport.set({ done: 0, total: 0, current: grant.name, rate: 0, cancel });
  const outcome = await workbench.session.importCorpus(grant.token, {
    signal: stop.signal,
    onProgress: (progress) => runningImport.set({ ...progress, cancel }),
  });
  runningImport.set(null);
  if (!outcome.ok) return outcome;
  const report = outcome.value;
  if (report.problem !== null) alert(t('common:notSaved', { reason: problemSentence(report.problem) }));
  const count = report.document_ids.length;
  const isAllThere = count === 0 && report.rows.some(({ outcome }) => outcome === 'duplicate');
  announce(
    report.cancelled
      ? t('shell:importCancelled', { count })
      : t(isAllThere ? 'shell:corpusThere' : 'shell:corpusImported', { count }),
  );
  if (report.rows.some(({ outcome }) => outcome === 'skipped' || outcome === 'repaired')) {
    importReport.set(report.rows);
  }
  const first = report.document_ids[0];
  if (getView().documentId === null && first !== undefined) openDocument(first);
  return outcome;
}
