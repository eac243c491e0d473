import { importReport, type Report, type ReportRow } from './import-report';

/** Notes in one report what another has said, so that there is one row for each outcome, kind and reason. */
function noteRows(report: Report, rows: readonly ReportRow[]): void {
  for (const { outcome, record, reason, ids, names } of rows) {
    for (const [at, id] of ids.entries()) {
      report.note(outcome, record, { id, name: names[at] }, reason ?? undefined);
    }
  }
}

/** Several reports as one. */
export function mergeReports(...reports: readonly (readonly ReportRow[])[]): readonly ReportRow[] {
  const whole = importReport();
  for (const rows of reports) noteRows(whole, rows);
  return whole.rows();
}
