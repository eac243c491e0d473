import type { XmlElement } from '@core/exchange/refi/xml-element';
import type { DocumentTable } from '@core/import/table-columns';
import { fail, type Result, succeed } from '@core/result';
import type { FileProblem } from './file-problem';
import { readXmlParts } from './office-parts';
import { readXml } from './read-xml';

export interface ReadSheet {
  readonly table: DocumentTable;
  /** Names of the other sheets, which are not read. */
  readonly others: readonly string[];
}

const mostColumns = 16_384;
/** Formats of numbers that show a day (ECMA-376, 18.8.30). */
const dateFormats: ReadonlySet<number> = new Set([14, 15, 16, 17, 22, 27, 30, 36, 50, 57]);
/** Days from the spreadsheet's zero to 1970-01-01, counting from 1900 and from 1904. */
const epochs = { since1900: 25_569, since1904: 24_107 } as const;

/** The first sheet of an Excel workbook: its first row names the columns. */
export function parseXlsx(bytes: Uint8Array): Result<ReadSheet, FileProblem> {
  const parts = readXmlParts(
    bytes,
    (name) => /^xl\/.*\.(?:xml|rels)$/i.test(name) && !/draw|theme|media/.test(name),
  );
  if (!parts.ok) return parts;
  const tree = (name: string): XmlElement | undefined => {
    const text = parts.value.get(name);
    const read = text === undefined ? undefined : readXml(text);
    return read?.ok === true ? read.value.root : undefined;
  };
  const workbook = tree('xl/workbook.xml');
  const sheets = within(workbook, 'sheets')?.children ?? [];
  const [first, ...others] = sheets.filter(
    ({ attributes }) => (attributes['state'] ?? 'visible') === 'visible',
  );
  const links = tree('xl/_rels/workbook.xml.rels')?.children ?? [];
  const target = links.find(({ attributes }) => attributes['Id'] === first?.attributes['id'])?.attributes[
    'Target'
  ];
  const sheet = tree(target === undefined ? '' : target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  if (sheet === undefined) return fail({ code: 'archive-broken', detail: 'xl/workbook.xml' });
  const shared = (tree('xl/sharedStrings.xml')?.children ?? []).map(stringOf);
  const since = within(workbook, 'workbookPr')?.attributes['date1904'];
  const book: Book = {
    shared,
    dates: dateStyles(tree('xl/styles.xml')),
    epoch: since === '1' || since === 'true' ? epochs.since1904 : epochs.since1900,
  };
  const rows = (within(sheet, 'sheetData')?.children ?? [])
    .map((row) => rowOf(row, book))
    .filter((row) => row.some((cell) => cell !== ''));
  const [columns = [], ...documents] = rows;
  return succeed({
    table: { columns, rows: documents },
    others: others.map(({ attributes }) => attributes['name'] ?? ''),
  });
}

interface Book {
  readonly shared: readonly string[];
  /** Styles of cells whose number is a date. */
  readonly dates: ReadonlySet<number>;
  readonly epoch: number;
}

function within(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

/** Runs of one string put together, without the signs that say how it is read aloud. */
function stringOf(element: XmlElement): string {
  return element.children
    .filter(({ name }) => name === 't' || name === 'r')
    .map((child) => (child.name === 't' ? child.text : stringOf(child)))
    .join('');
}

function dateStyles(styles: XmlElement | undefined): ReadonlySet<number> {
  const own = new Set(
    (within(styles, 'numFmts')?.children ?? [])
      .filter(({ attributes }) =>
        /[yd]/i.test((attributes['formatCode'] ?? '').replace(/"[^"]*"|\[[^\]]*\]/g, '')),
      )
      .map(({ attributes }) => Number(attributes['numFmtId'])),
  );
  const formats = (within(styles, 'cellXfs')?.children ?? []).map(({ attributes }) =>
    Number(attributes['numFmtId']),
  );
  return new Set(
    [...formats.keys()].filter((at) => own.has(formats[at] ?? 0) || dateFormats.has(formats[at] ?? 0)),
  );
}

function rowOf(row: XmlElement, book: Book): readonly string[] {
  const cells: string[] = [];
  for (const cell of row.children) {
    if (cell.name !== 'c') continue;
    const at = columnOf(cell.attributes['r'] ?? '') ?? cells.length;
    if (at >= mostColumns) continue;
    while (cells.length < at) cells.push('');
    cells[at] = cellText(cell, book);
  }
  return cells;
}

/** "C7" is the column 2. */
function columnOf(reference: string): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (letters === undefined) return undefined;
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function cellText(cell: XmlElement, { shared, dates, epoch }: Book): string {
  const value = within(cell, 'v')?.text ?? '';
  switch (cell.attributes['t'] ?? 'n') {
    case 's':
      return shared[Number(value)] ?? '';
    case 'inlineStr': {
      const inline = within(cell, 'is');
      return inline === undefined ? '' : stringOf(inline);
    }
    case 'b':
      return value === '1' ? 'true' : 'false';
    case 'n': {
      const isDate = value !== '' && dates.has(Number(cell.attributes['s'] ?? -1));
      if (!isDate) return value;
      const time = new Date((Number(value) - epoch) * 86_400_000);
      return Number.isNaN(time.getTime()) ? value : time.toISOString().slice(0, 10);
    }
    default:
      return value;
  }
}
