import { readCsv } from '@core/exchange/read-csv';
import { jsonLinesTable, jsonTable } from '@core/import/json-table';
import type { DocumentTable } from '@core/import/table-columns';
import { fail, type Result, succeed } from '@core/result';
import type { FileProblem } from './file-problem';

export type TextTableKind = 'csv' | 'json' | 'jsonl';

/** A file of text as a table, by the kind that its name says and its content bears out. */
export function textTable(kind: TextTableKind, text: string): Result<DocumentTable, FileProblem> {
  if (kind === 'csv') return csvTable(text);
  const read = kind === 'json' ? jsonTable(text) : jsonLinesTable(text);
  if (read.ok) return read;
  const { kind: reason, line } = read.error;
  if (reason === 'no-rows') return fail({ code: 'no-text-column', detail: kind.toUpperCase() });
  return fail({ code: 'parse-failed', detail: line === undefined ? 'JSON' : `JSON, line ${line}` });
}

function csvTable(text: string): Result<DocumentTable, FileProblem> {
  const { rows, problems } = readCsv(text);
  const unclosed = problems.find(({ kind }) => kind === 'quote-not-closed');
  if (unclosed !== undefined)
    return fail({ code: 'parse-failed', detail: `line ${unclosed.line}: a quotation mark is not closed` });
  const [header, ...others] = rows;
  if (header === undefined) return fail({ code: 'no-text' });
  return succeed({ columns: header.cells, rows: others.map(({ cells }) => cells) });
}
