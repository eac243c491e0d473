/** One row of a table as it stands in the file. */
export interface CsvRow {
  /** The line on which it begins, from 1. Rows may go over several lines. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Something the reader had to guess at; the cell is read as well as it can be. */
export interface CsvProblem {
  readonly line: number;
  readonly kind: 'quote-not-closed' | 'text-after-quote';
}

export interface CsvTable {
  readonly delimiter: string;
  /** The first is the header. Lines with nothing on them are left out. */
  readonly rows: readonly CsvRow[];
  readonly problems: readonly CsvProblem[];
}

const delimiters = [',', ';', '\t'] as const;

/**
 * Reads RFC 4180, tolerantly: a byte order mark, lines ended by CRLF, LF or CR, and the delimiter that parts the
 * header into most cells. Gives back what `writeCsv` wrote, cell for cell.
 */
export function readCsv(raw: string): CsvTable {
  const text = raw.startsWith('\ufeff') ? raw.slice(1) : raw;
  const delimiter = guessDelimiter(text);
  const { rows, problems } = readRows(text, delimiter, Number.POSITIVE_INFINITY);
  return { delimiter, rows, problems };
}

/** By the first row alone, in which a delimiter hardly stands within a cell. Of equals the comma. */
function guessDelimiter(text: string): string {
  const widths = delimiters.map((each) => readRows(text, each, 1).rows[0]?.cells.length ?? 0);
  return delimiters[widths.indexOf(Math.max(...widths))] ?? ',';
}

function readRows(text: string, delimiter: string, limit: number): Pick<CsvTable, 'rows' | 'problems'> {
  const rows: CsvRow[] = [];
  const problems: CsvProblem[] = [];
  let at = 0;
  let line = 1;
  while (at < text.length && rows.length < limit) {
    const first = line;
    const cells: string[] = [];
    let isQuoted = false;
    for (;;) {
      const cell = readCell(text, at, delimiter);
      cells.push(cell.value);
      isQuoted ||= cell.isQuoted;
      if (cell.problem !== null) problems.push({ line, kind: cell.problem });
      line += lineEnds(text.slice(at, cell.end));
      at = cell.end;
      if (text.charAt(at) !== delimiter) break;
      at += 1;
    }
    if (at < text.length) {
      at += text.startsWith('\r\n', at) ? 2 : 1;
      line += 1;
    }
    if (cells.length > 1 || cells[0] !== '' || isQuoted) rows.push({ line: first, cells });
  }
  return { rows, problems };
}

interface ReadCell {
  readonly value: string;
  /** Where the delimiter or line end after it stands, or the text's end. */
  readonly end: number;
  readonly isQuoted: boolean;
  readonly problem: CsvProblem['kind'] | null;
}

function readCell(text: string, start: number, delimiter: string): ReadCell {
  if (text.charAt(start) !== '"') {
    const end = cellEnd(text, start, delimiter);
    return { value: text.slice(start, end), end, isQuoted: false, problem: null };
  }
  let value = '';
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) {
      const rest = value + text.slice(at);
      return { value: rest, end: text.length, isQuoted: true, problem: 'quote-not-closed' };
    }
    value += text.slice(at, quote);
    if (text.charAt(quote + 1) !== '"') {
      const end = cellEnd(text, quote + 1, delimiter);
      const rest = text.slice(quote + 1, end);
      const problem = rest === '' ? null : 'text-after-quote';
      return { value: value + rest, end, isQuoted: true, problem };
    }
    value += '"';
    at = quote + 2;
  }
}

function cellEnd(text: string, start: number, delimiter: string): number {
  let at = start;
  while (at < text.length && !isEnd(text.charAt(at), delimiter)) at += 1;
  return at;
}

function isEnd(character: string, delimiter: string): boolean {
  return character === delimiter || character === '\n' || character === '\r';
}

function lineEnds(text: string): number {
  return text.match(/\r\n?|\n/g)?.length ?? 0;
}
