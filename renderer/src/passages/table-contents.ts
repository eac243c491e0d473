import type { Id } from '@core/model/identity';
import { type Cell, cellQuery, countAt } from '@core/query/cell-query';
import type { CodeTable, TableOptions } from '@core/query/code-table';
import type { PassageQuery } from '@core/query/passage-query';
import { formatCount, t } from '../ui/strings';
import { headingWords } from './group-heading';
import type { PassageNames } from './passage-names';
import type { TableCellContent } from './table-cell';

export interface TableContents {
  rowWords(row: number): string;
  /** Rows below those of the documents: totals, distinct passages where they are known, documents. */
  readonly foot: readonly FootRow[];
  /** What stands in a cell; rows below the last are those of `foot`. */
  cell(row: number, column: number): TableCellContent;
}

export type FootRow = 'total' | 'distinct' | 'occurs';

/** Distinct passages by code; `''` for all of them. */
export type DistinctByCode = ReadonlyMap<Id, number>;

/** The words of every cell of the table, and what each opens. */
export function tableContents(
  table: CodeTable,
  names: PassageNames,
  asked: { readonly query: PassageQuery; readonly options: TableOptions },
  distinct: DistinctByCode | null,
  onOpen: (query: PassageQuery) => void,
): TableContents {
  const { rows, columns } = table;
  const most = Math.max(1, ...table.columnTotals.map((_, column) => largest(table, column)));
  const open = (cell: Cell) => (): void => onOpen(cellQuery(asked.query, asked.options, cell));
  const codeOf = (column: number) => names.codesById.get(columns[column] ?? '');
  const codeWords = (column: number): string =>
    column < 0 ? t('passages:total') : (codeOf(column)?.name ?? t('annotations:missingCode'));
  const rowWords = (row: number): string =>
    headingWords({ grouping: asked.options.rows }, names, rows[row] ?? '');
  const codeId = (column: number) => columns[column] ?? null;

  const ofRow = (row: number, column: number): TableCellContent => {
    const here = countAt(table, row, column < 0 ? null : column);
    // A row whose documents are all unread has no 0 either.
    const count = column < 0 && here === 0 && table.done[row] === 0 ? -1 : here;
    const label = { count, code: codeWords(column), row: rowWords(row) };
    return {
      words: count < 0 ? '–' : formatCount(count),
      label: t(count < 0 ? 'passages:cellMissing' : 'passages:cell', label),
      ...(column < 0 ? {} : { share: Math.max(0, count) / most, hue: codeOf(column)?.color ?? '' }),
      onPress: open({ row: rows[row] ?? '', code_id: codeId(column) }),
    };
  };
  const ofTotals = (column: number): TableCellContent => {
    const count = countAt(table, null, column < 0 ? null : column);
    return {
      words: formatCount(count),
      label: t('passages:cell', { count, code: codeWords(column), row: t('passages:total') }),
      onPress: open({ row: null, code_id: codeId(column) }),
    };
  };
  const ofDocuments = (column: number): TableCellContent => {
    const [occurs, done] =
      column < 0
        ? [sum(table.done), sum(table.documents)]
        : [table.columnOccurs[column] ?? 0, table.columnDone[column] ?? 0];
    const words = done === 0 ? '–' : `${formatCount(occurs)}/${formatCount(done)}`;
    return {
      words,
      label:
        column < 0
          ? t('passages:doneCell', { words })
          : t('passages:occursCell', { words, code: codeWords(column) }),
      onPress: open({ row: null, code_id: codeId(column), done: true }),
    };
  };
  const ofDistinct = (column: number): TableCellContent => {
    const count = distinct?.get(codeId(column) ?? '') ?? 0;
    return {
      words: formatCount(count),
      label: t('passages:distinctCell', { count, code: codeWords(column) }),
      onPress: open({ row: null, code_id: codeId(column) }),
    };
  };
  const foot: readonly FootRow[] = distinct === null ? ['total', 'occurs'] : ['total', 'distinct', 'occurs'];
  const ofFoot = { total: ofTotals, distinct: ofDistinct, occurs: ofDocuments };
  return {
    rowWords,
    foot,
    cell: (row, column) =>
      row < rows.length ? ofRow(row, column) : ofFoot[foot[row - rows.length] ?? 'occurs'](column),
  };
}

function largest({ counts, columns, rows }: CodeTable, column: number): number {
  let most = 0;
  for (let row = 0; row < rows.length; row++)
    most = Math.max(most, counts[row * columns.length + column] ?? 0);
  return most;
}

function sum(counts: Int32Array): number {
  return counts.reduce((all, one) => all + one, 0);
}
