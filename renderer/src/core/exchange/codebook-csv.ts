import { codePath, codesInOrder, pathSeparator } from '../codebook/code-tree';
import type { Code } from '../model/code';
import type { Id } from '../model/identity';
import {
  type CodebookFile,
  type CodebookFileProblem,
  comparedFields,
  type RawCode,
  withPaths,
} from './codebook-file';
import { type CsvOptions, escapedColumn, plainCsv, writeCsv } from './csv';
import { type CsvRow, readCsv } from './read-csv';

const columns = [
  'key',
  'path',
  'name',
  'kind',
  'set',
  'color',
  'mark',
  'description',
  'include',
  'exclude',
  'indicators',
  'rev',
  'archived_at',
  'parent_key',
  'code_id',
  escapedColumn,
] as const;

/** A row per code and folder, parents before what is below them, archived ones too. */
export function writeCodebookCsv(codes: readonly Code[], options: Partial<CsvOptions> = {}): string {
  const byId = new Map<Id, Code>(codes.map((code) => [code.id, code]));
  const rows = codesInOrder(codes).map((code) => [
    code.key,
    codePath(code, byId).join(pathSeparator),
    code.name,
    code.kind,
    code.set ?? '',
    code.color,
    code.mark,
    code.description,
    code.include,
    code.exclude,
    code.indicators ?? '',
    code.rev,
    code.archived_at ?? '',
    (code.parent_id === null ? undefined : byId.get(code.parent_id)?.key) ?? '',
    code.id,
    '',
  ]);
  return writeCsv({ columns, rows }, { ...plainCsv, ...options });
}

/** What other programs and people call the columns, in lower case without signs. */
const headers: Readonly<Record<string, Column>> = {
  ...Object.fromEntries(
    [...comparedFields, 'key', 'path', 'kind', 'rev', 'parent', 'id'].map((name) => [name, name]),
  ),
  code: 'name',
  tag: 'name',
  label: 'name',
  codename: 'name',
  codepath: 'path',
  codekey: 'key',
  type: 'kind',
  exclusiveset: 'set',
  colour: 'color',
  line: 'mark',
  definition: 'description',
  inclusion: 'include',
  whentouse: 'include',
  exclusion: 'exclude',
  whennottouse: 'exclude',
  indicatorwords: 'indicators',
  keywords: 'indicators',
  revision: 'rev',
  archived: 'archived_at',
  archivedat: 'archived_at',
  parentkey: 'parent',
  parentcode: 'parent',
  codeid: 'id',
  guid: 'id',
  escaped: 'escaped',
};
type Column =
  | (typeof comparedFields)[number]
  | 'key'
  | 'path'
  | 'kind'
  | 'rev'
  | 'parent'
  | 'id'
  | 'archived_at'
  | 'escaped';

/** The table's columns by what they hold; of two that hold the same the first, our own name before others. */
function columnsOf(header: readonly string[]): ReadonlyMap<Column, number> {
  const found = new Map<Column, number>();
  const folded = header.map((cell) => cell.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
  folded.forEach((name, index) => {
    const column = Object.hasOwn(headers, name) ? headers[name] : undefined;
    if (column === undefined) return;
    if (!found.has(column) || name === column) found.set(column, index);
  });
  return found;
}

/**
 * Reads a table of codes: with a column of names or paths, and whatever else of ours or under a like name it has. A
 * cell that our writer guarded against spreadsheets is read as it was. `at` is a line.
 */
export function readCodebookCsv(text: string): CodebookFile {
  const { rows, problems: found } = readCsv(text);
  const [header, ...body] = rows;
  const problems: CodebookFileProblem[] = found.map(({ kind, line }) => ({ kind, at: line, found: '' }));
  const at = columnsOf(header?.cells ?? []);
  if (header === undefined || !(at.has('name') || at.has('path'))) {
    return { name: null, unit: 'line', codes: [], problems: [{ kind: 'no-names' }] };
  }
  // From an open quotation mark on, what was meant as rows is one cell: nothing of such a file is taken.
  if (found.some(({ kind }) => kind === 'quote-not-closed'))
    return { name: null, unit: 'line', codes: [], problems };
  const raws = body.flatMap((row) => {
    const extra = row.cells.slice(header.cells.length).filter((cell) => cell.trim() !== '');
    if (extra.length > 0) problems.push({ kind: 'too-many-cells', at: row.line, found: extra.join(' ') });
    return readRow(row, header, at, problems) ?? [];
  });
  return { name: null, unit: 'line', codes: withPaths(raws, problems), problems };
}

function readRow(
  row: CsvRow,
  header: CsvRow,
  at: ReadonlyMap<Column, number>,
  problems: CodebookFileProblem[],
): RawCode | null {
  const { line } = row;
  const escaped = new Set(row.cells[at.get('escaped') ?? -1]?.split(' ') ?? []);
  /** Undefined where the table has no such column. */
  const cell = (column: Column): string | undefined => {
    const index = at.get(column);
    if (index === undefined) return undefined;
    const value = row.cells[index] ?? '';
    return escaped.has(header.cells[index] ?? '') ? value.replace(/^'/, '') : value;
  };
  const stated = (column: Column): string | undefined => cell(column)?.trim() || undefined;
  const levels = (stated('path') ?? stated('name') ?? '').split(pathSeparator).map((level) => level.trim());
  const name = at.has('path') ? (stated('name') ?? levels.at(-1) ?? '') : (levels.at(-1) ?? '');
  if (name === '' || levels.includes('')) {
    problems.push({ kind: 'name-missing', at: line });
    return null;
  }
  if (name.includes(pathSeparator)) {
    problems.push({ kind: 'separator-in-name', at: line });
    return null;
  }
  const kind = stated('kind')?.toLowerCase();
  const isKind = kind === 'code' || kind === 'folder';
  if (kind !== undefined && !isKind) problems.push({ kind: 'unknown-kind', at: line, found: kind });
  const rev = stated('rev');
  const isRev = rev !== undefined && /^[1-9]\d{0,8}$/.test(rev);
  if (rev !== undefined && !isRev) problems.push({ kind: 'unknown-revision', at: line, found: rev });
  const archived = stated('archived_at');
  const time = archived === undefined ? undefined : readTime(archived);
  if (archived !== undefined && time === undefined)
    problems.push({ kind: 'unknown-time', at: line, found: archived });
  const texts = {
    ...{ description: cell('description'), include: cell('include'), exclude: cell('exclude') },
    indicators: cell('indicators'),
  };
  const marks = { key: stated('key'), color: stated('color'), mark: stated('mark') };
  return {
    at: line,
    name,
    ...withoutAbsent({ ...texts, ...marks, set: cell('set')?.trim() }),
    ...withoutAbsent({ rawId: stated('id'), parent: stated('parent') }),
    ...(levels.length > 1 || at.has('path') ? { above: levels.slice(0, -1) } : {}),
    ...(levels.length > 1 || at.has('path') || at.has('parent') ? {} : { isUnplaced: true }),
    ...(isKind ? { kind } : {}),
    ...(isRev ? { rev: Number(rev) } : {}),
    ...(at.has('archived_at') ? { archived_at: time ?? null } : {}),
  };
}

/** "yes" in a table made by hand is no time, but says that the code is archived: the beginning of time. */
function readTime(text: string): string | null | undefined {
  if (/^(no|false|0)$/i.test(text)) return null;
  if (/^(yes|true|1|x)$/i.test(text)) return new Date(0).toISOString();
  const milliseconds = Date.parse(text);
  return Number.isNaN(milliseconds) ? undefined : new Date(milliseconds).toISOString();
}

type Present<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

/** The fields that have a value: an absent field is not one that is undefined. */
function withoutAbsent<T extends object>(fields: T): Present<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>;
}
