import type { ReportLine } from '../corpus/import-report';
import { createSource } from '../data/observable';

/** What the last import is to be told about, as the dialog shows it. */
export interface ShownReport {
  readonly summary: string;
  readonly lines: readonly ReportLine[];
}

/** The report that is shown; null when there is nothing to report. */
export const importReport = createSource<ShownReport | null>(null);

/** Shows a report; one that is still open is added to, since several imports may follow each other. */
export function showReport(report: ShownReport): void {
  const shown = importReport.getSnapshot();
  importReport.set(
    shown === null
      ? report
      : { summary: `${shown.summary}; ${report.summary}`, lines: [...shown.lines, ...report.lines] },
  );
}

export function closeReport(): void {
  importReport.set(null);
}
