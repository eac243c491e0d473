import { type DocumentTable, guessColumns } from '@core/import/table-columns';
import { fail, type Result } from '@core/result';
import { canonicalText } from '@core/text/canonical-text';
import type { Outcome, ParseJob, TablePreview } from '@preload/contract';
import { decodeBytes } from './decode-bytes';
import type { FileProblem } from './file-problem';
import { parseXlsx } from './parse-xlsx';
import { endingOf, tableByEnding } from './read-document-file';
import { sniffKind } from './sniff-kind';
import { textTable } from './text-table';

/** Rows and columns that are shown, and UTF-16 units of a cell. */
const mostRows = 5;
const mostColumns = 1_000;
const longestCell = 600;

/** What a table holds, for a person to say what its columns are. */
export async function previewTable(
  job: ParseJob,
): Promise<Outcome<{ readonly kind: 'table'; readonly table: TablePreview }>> {
  const read = await readAnyTable(job);
  if (!read.ok) return { ok: false, error: { ...read.error, file: job.path } };
  const { columns, rows } = read.value;
  if (columns.length > mostColumns) {
    const detail = `${columns.length} columns`;
    return { ok: false, error: { code: 'too-large', file: job.path, detail } };
  }
  const table: TablePreview = {
    columns: columns.map(cut),
    rows: rows.slice(0, mostRows).map((row) => columns.map((_, at) => cut(row[at] ?? ''))),
    count: rows.length,
    guess: guessColumns(read.value),
  };
  return { ok: true, value: { kind: 'table', table } };
}

async function readAnyTable({
  bytes,
  path,
  encoding,
}: ParseJob): Promise<Result<DocumentTable, FileProblem>> {
  if (sniffKind(bytes) === 'xlsx') {
    const sheet = parseXlsx(bytes);
    return sheet.ok ? { ok: true, value: sheet.value.table } : sheet;
  }
  const kind = tableByEnding[endingOf(path)];
  if (kind === undefined) return fail({ code: 'unknown-kind' });
  const decoded = await decodeBytes(bytes, encoding);
  return decoded.ok ? textTable(kind, canonicalText(decoded.value.text).text) : decoded;
}

function cut(cell: string): string {
  return cell.length > longestCell ? `${cell.slice(0, longestCell).toWellFormed()}…` : cell.toWellFormed();
}
