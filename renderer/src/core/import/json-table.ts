import { fail, type Result, succeed } from '../result';
import type { DocumentTable } from './table-columns';

/** Why JSON is no table of documents. `line` from 1, of JSON Lines only. */
export interface JsonTableProblem {
  readonly kind: 'invalid-json' | 'no-rows';
  readonly line?: number;
}

type Row = Readonly<Record<string, unknown>>;

/** An array of objects, also where it is the only one within an object ("articles": [...]). */
export function jsonTable(text: string): Result<DocumentTable, JsonTableProblem> {
  const parsed = parse(text);
  if (parsed === undefined) return fail({ kind: 'invalid-json' });
  const rows = rowsOf(parsed);
  return rows === undefined ? fail({ kind: 'no-rows' }) : succeed(asTable(rows));
}

/** An object on each line; lines with nothing on them are passed over. */
export function jsonLinesTable(text: string): Result<DocumentTable, JsonTableProblem> {
  const rows: Row[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const parsed = parse(line);
    if (!isRow(parsed)) return fail({ kind: 'invalid-json', line: at + 1 });
    rows.push(parsed);
  }
  return rows.length === 0 ? fail({ kind: 'no-rows' }) : succeed(asTable(rows));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function rowsOf(value: unknown): readonly Row[] | undefined {
  if (Array.isArray(value)) return value.length > 0 && value.every(isRow) ? value : undefined;
  if (!isRow(value)) return undefined;
  const lists = Object.values(value).filter((each): each is readonly Row[] => rowsOfList(each));
  return lists.length === 1 ? lists[0] : undefined;
}

function rowsOfList(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isRow);
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Columns in the order in which they first appear; what lies one object deeper is named "source.name". */
function asTable(rows: readonly Row[]): DocumentTable {
  const columns = new Map<string, number>();
  const cells = rows.map((row) => {
    const found: string[] = [];
    const put = (name: string, value: unknown): void => {
      const at = columns.get(name) ?? columns.size;
      columns.set(name, at);
      found[at] = cellOf(value);
    };
    for (const [name, value] of Object.entries(row)) {
      if (!isRow(value)) put(name, value);
      else for (const [inner, deeper] of Object.entries(value)) put(`${name}.${inner}`, deeper);
    }
    return found;
  });
  const names = [...columns.keys()];
  return { columns: names, rows: cells.map((row) => names.map((_, at) => row[at] ?? '')) };
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(cellOf).join('; ');
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : JSON.stringify(value);
}
