import type { Id, Sha256 } from '../../model/identity';
import { fail, type Result, succeed } from '../../result';
import { annotationColumns, type Column } from '../annotation-columns';
import { annotationRows } from '../annotation-rows';
import { codebookColumns, codebookTable } from '../codebook-table';
import type { CopyGroupsOf } from '../copy-groups-of';
import { escapedColumn, type Table } from '../csv';
import { distinctByCode } from '../distinct-by-code';
import { documentColumns, documentTable } from '../document-table';
import type { ExportedFile } from '../json-format';
import type { ProjectSnapshot } from '../project-snapshot';
import { indexSnapshot, type SnapshotIndex } from '../snapshot-index';
import type { CellKind, Sheet, SheetColumn } from './workbook-model';
import { writeWorkbook } from './write-workbook';

/** Rows of a sheet, the header among them. */
const mostRows = 1_048_576;
/** Columns of prose, which are wrapped rather than endless. */
const prose: ReadonlySet<string> = new Set([
  ...['quote', 'memo', 'coding_memo', 'definition', 'include', 'exclude', 'note'],
]);

function kindOf(name: string, columns: readonly Column[], index: SnapshotIndex): CellKind {
  const type = columns.find((column) => column.name === name)?.type;
  if (type === 'integer' || type === 'number') return 'number';
  if (type === 'datetime') return 'time';
  if (prose.has(name)) return 'wrapped';
  const attribute = index.attributes.find(({ key }) => name === `attr.${key}`);
  if (attribute?.type === 'date') return 'date';
  return attribute?.type === 'integer' || attribute?.type === 'number' ? 'number' : 'text';
}

/** A table of ours as a sheet. What guards CSV against formulas is not needed: text is text here. */
function sheetOf(name: string, table: Table, columns: readonly Column[], index: SnapshotIndex): Sheet {
  const kept = table.columns.flatMap((column, at) => (column === escapedColumn ? [] : [at]));
  return {
    name,
    columns: kept.map((at): SheetColumn => {
      const column = table.columns[at] ?? '';
      return { name: column, kind: kindOf(column, columns, index) };
    }),
    rows: Array.from(table.rows, (row) => kept.map((at) => row[at] ?? '')),
  };
}

/** Documents in rows, codes in columns, in each cell how many codings. */
function codesByDocument(index: SnapshotIndex): Sheet {
  const codes = index.codes.filter(({ kind }) => kind === 'code');
  const counts = new Map<Id, Map<Id, number>>();
  for (const { document_id, codings } of index.annotations) {
    const own = counts.get(document_id) ?? new Map<Id, number>();
    for (const { code_id } of codings) own.set(code_id, (own.get(code_id) ?? 0) + 1);
    counts.set(document_id, own);
  }
  return {
    name: 'codes by document',
    columns: [
      { name: 'document', kind: 'text' },
      { name: 'path', kind: 'text' },
      ...codes.map(
        ({ id, name }): SheetColumn => ({ name: index.pathByCode.get(id) ?? name, kind: 'number' }),
      ),
    ],
    rows: index.documents.map(({ id, title, path }) => [
      ...[title, path],
      ...codes.map((code) => counts.get(id)?.get(code.id) ?? 0),
    ]),
  };
}

/** The project as an Excel workbook; refused where it has more rows than a sheet. */
export function exportWorkbook(
  snapshot: ProjectSnapshot,
  texts: ReadonlyMap<Sha256, string>,
  copies?: CopyGroupsOf,
): Result<readonly ExportedFile[], 'too-many-rows'> {
  const index = indexSnapshot(snapshot, copies);
  const distinct = copies && distinctByCode(index, texts, copies);
  const sheets = [
    sheetOf('annotations', annotationRows(index, texts), annotationColumns, index),
    sheetOf('documents', documentTable(index, texts), documentColumns, index),
    sheetOf('codes', codebookTable(index, distinct), codebookColumns(index), index),
    codesByDocument(index),
  ];
  const isTooLong = sheets.some(({ rows }) => rows.length >= mostRows);
  return isTooLong ? fail('too-many-rows') : succeed(writeWorkbook(sheets));
}
