import { asChoice, chooseColumns, type DocumentTable } from '@core/import/table-columns';
import { tableDocuments } from '@core/import/table-documents';
import { fail, type Result, succeed } from '@core/result';
import type { Repair, TableColumns } from '@preload/contract';
import type { FileProblem } from './file-problem';
import type { MarkedText } from './parse-html';

/** More columns than any table of texts has; rows are limited by the documents that a file may become. */
const mostColumns = 1_000;
const mostRows = 100_000;
/** Numbers or names that a note may hold. */
const mostNamed = 10;

export interface TableTexts {
  readonly texts: readonly MarkedText[];
  readonly repairs: readonly Repair[];
}

/**
 * The documents of a table, one a row. Which columns hold them a person said, or it is told by their names and
 * contents, or not at all.
 */
export function tableTexts(table: DocumentTable, said?: TableColumns): Result<TableTexts, FileProblem> {
  const { columns, rows } = table;
  if (columns.length > mostColumns) return fail({ code: 'too-large', detail: `${columns.length} columns` });
  if (rows.length > mostRows) return fail({ code: 'too-large', detail: `${rows.length} rows` });
  const choice = said === undefined ? chooseColumns(table) : asChoice(columns, said);
  if (choice === null) return fail({ code: 'no-text-column', detail: named(columns) });
  const { documents, empty } = tableDocuments(table, choice);
  if (documents.length === 0) return fail({ code: 'no-text' });
  const texts = documents.map(({ text, extra, ...hints }): MarkedText => {
    return { text, hints: { ...hints, ...(extra.length === 0 ? {} : { extra }) } };
  });
  return succeed({
    texts,
    repairs: [
      { code: 'rows', count: documents.length, detail: columns[choice.text] ?? '' },
      ...(empty.length > 0
        ? [{ code: 'rows-without-text', count: empty.length, detail: named(empty.map(String)) } as const]
        : []),
    ],
  });
}

function named(names: readonly string[]): string {
  return names.slice(0, mostNamed).join(', ') + (names.length > mostNamed ? ' …' : '');
}
