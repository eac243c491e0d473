/** One value of a table; a number is written plainly and never taken for a formula. */
export type Cell = string | number;

export interface Table {
  /** May hold `escaped`, which the writer fills. */
  readonly columns: readonly string[];
  /** May be a generator, read once. */
  readonly rows: Iterable<readonly Cell[]>;
}

export interface CsvOptions {
  /** ";" is what Excel expects where the comma is the decimal sign. */
  readonly delimiter: ',' | ';';
  /** Excel reads UTF-8 only with a byte order mark. */
  readonly bom: boolean;
  /** Leaves cells as they are, even those that a spreadsheet would run as a formula. */
  readonly exact: boolean;
}

export const plainCsv: CsvOptions = { delimiter: ',', bom: false, exact: false };
export const excelCsv: CsvOptions = { delimiter: ';', bom: true, exact: false };

/** The column that names the columns of its row that got a leading apostrophe, parted by spaces. */
export const escapedColumn = 'escaped';

const plainNumber = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
/** `= + - @`, tab, line ends, NUL and the full-width forms, also after white space. */
const formula = /^[\s\u200b\ufeff]*[=+\-@\t\r\n\0＝＋－＠]/u;
/** What the quotes of RFC 4180 are needed for, and both delimiters, so that a reader that guesses goes right. */
const special = /[",;\r\n\0\t]/;
/** White space at an end, which readers take off; at the start also a byte order mark. */
const blankAtEnd = /^[\s\ufeff]|\s$/u;

/**
 * True for a cell that a spreadsheet would run rather than show: `= + - @ TAB CR LF NUL` first, also after spaces,
 * also full-width (OWASP ASVS 1.2.10). A cell that is wholly a plain number, such as -3 or +1.5e3, is not one.
 */
export function isFormula(cell: string): boolean {
  const first = cell.charCodeAt(0);
  // Nearly every cell begins with a letter or a digit: told without a regular expression.
  if ((first >= 0x61 && first <= 0x7a) || (first >= 0x30 && first <= 0x39) || Number.isNaN(first))
    return false;
  return formula.test(cell) && !plainNumber.test(cell);
}

function quoted(cell: string): string {
  return special.test(cell) || isBlankAtEnd(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Nearly every cell begins and ends with a sign of ASCII that is seen: told without going through all of it. */
function isBlankAtEnd(cell: string): boolean {
  if (isOrdinary(cell.charCodeAt(0)) && isOrdinary(cell.charCodeAt(cell.length - 1))) return false;
  return blankAtEnd.test(cell);
}

const isOrdinary = (unit: number): boolean => unit > 0x20 && unit < 0x7f;

/**
 * The table as RFC 4180 text: CRLF after every row, quotes where needed. Unless `exact`, a formula gets a leading
 * apostrophe and the column `escaped`, where there is one, says so. Throws on a lone surrogate, which no stored
 * record holds and UTF-8 cannot.
 */
export function writeCsv(table: Table, options: CsvOptions): string {
  const { columns, rows } = table;
  const escapedIndex = columns.indexOf(escapedColumn);
  const lines: string[] = [columns.map(quoted).join(options.delimiter)];
  const cells = columns.map(() => '');
  // Most columns say the same for many rows: what was worked out for the row before is used again.
  const before: Cell[] = columns.map(() => '');
  const isEscaped = columns.map(() => false);
  for (const row of rows) {
    let escaped = '';
    for (let index = 0; index < columns.length; index++) {
      const cell = row[index] ?? '';
      if (cell !== before[index]) {
        before[index] = cell;
        const risky = typeof cell === 'string' && !options.exact && isFormula(cell);
        isEscaped[index] = risky;
        cells[index] = typeof cell === 'number' ? String(cell) : quoted(risky ? `'${cell}` : cell);
      }
      if (isEscaped[index] === true) escaped += ` ${columns[index] ?? ''}`;
    }
    if (escapedIndex >= 0) cells[escapedIndex] = escaped.slice(1);
    lines.push(cells.join(options.delimiter));
  }
  const text = `${options.bom ? '\ufeff' : ''}${lines.join('\r\n')}\r\n`;
  if (!text.isWellFormed()) throw new Error('A table holds a lone surrogate');
  return text;
}
