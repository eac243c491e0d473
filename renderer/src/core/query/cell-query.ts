import type { Id } from '../model/identity';
import type { CodeTable, TableOptions } from './code-table';
import type { PassageQuery } from './passage-query';

/** A place in the table: a row or all of them, a column or all of them. */
export interface Cell {
  /** A document's id, or an attribute's value. */
  readonly row: string | null;
  readonly code_id: Id | null;
  /** Only in documents that are done. */
  readonly done?: boolean;
}

/** The query that finds exactly the passages that the cell counts. */
export function cellQuery(query: PassageQuery, options: TableOptions, cell: Cell): PassageQuery {
  const { row, code_id, done = false } = cell;
  const all = code_id === null ? [] : [{ code_id, below: options.rolled }];
  const asked: PassageQuery = {
    ...query,
    codes: { ...query.codes, all: [...query.codes.all, ...all] },
    done: query.done || done,
  };
  if (row === null) return asked;
  if (options.rows.by === 'document') return { ...asked, document_ids: [row] };
  const { attribute_id } = options.rows;
  const condition =
    row === ''
      ? ({ kind: 'missing', attribute_id } as const)
      : ({ kind: 'is', attribute_id, values: [row] } as const);
  return { ...asked, attributes: [...asked.attributes, condition] };
}

/** What stands in the table at a row and a column, and beside and below it. */
export function countAt(table: CodeTable, row: number | null, column: number | null): number {
  if (row === null) return (column === null ? table.total : table.columnTotals[column]) ?? 0;
  return (column === null ? table.rowTotals[row] : table.counts[row * table.columns.length + column]) ?? 0;
}
