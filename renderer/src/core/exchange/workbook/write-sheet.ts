import { splitsPair } from '../../anchor/describe-anchor';
import { replaceForbidden } from '../refi/xml-writer';
import type { CellKind, Sheet, SheetColumn } from './workbook-model';

/** What one cell of Excel holds, in UTF-16 units; beyond it the program wants to repair the file. */
const longestCell = 32_767;
const cut = '… [cut here: longer than a cell can be]';

/** Numbers of the styles in styles.xml. */
export const styleOf: Readonly<Record<CellKind | 'head', number>> = {
  text: 0,
  number: 0,
  head: 1,
  date: 2,
  time: 3,
  wrapped: 4,
};

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as XML holds it. What looks like an escape of the format (ECMA-376, 22.9.2.19: "_x0041_") is escaped itself. */
export function sheetText(given: string): string {
  const end = longestCell - cut.length;
  const text =
    given.length <= longestCell ? given : `${given.slice(0, splitsPair(given, end) ? end - 1 : end)}${cut}`;
  return replaceForbidden(text)
    .text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}

/** "A", "Z", "AA": the name of a column, counted from 0. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${columnName(Math.floor(index / 26) - 1)}${letter}`;
}

/** Days since the epoch of spreadsheets, in UTC; null for what is no whole day or time. */
function serial(value: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z)?$/.test(value)) return null;
  const days = (Date.parse(value) - Date.UTC(1899, 11, 30)) / 86_400_000;
  // Before March 1900 spreadsheets count a day that never was.
  return Number.isNaN(days) || days < 61 ? null : Math.round(days * 1e8) / 1e8;
}

function cellXml(place: string, value: string | number, kind: CellKind): string {
  if (value === '') return '';
  const number = kind === 'date' || kind === 'time' ? serial(String(value)) : plainNumber(value, kind);
  if (number !== null) return `<c r="${place}" s="${styleOf[kind]}"><v>${number}</v></c>`;
  const style = kind === 'wrapped' ? styleOf.wrapped : styleOf.text;
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${sheetText(String(value))}</t></is></c>`;
}

function plainNumber(value: string | number, kind: CellKind): number | null {
  const number = typeof value === 'number' ? value : Number(value);
  return kind === 'number' && Number.isFinite(number) ? number : null;
}

/** Characters: as wide as what stands in its first rows, within reason. */
function widthOf({ name, kind }: SheetColumn, at: number, { rows }: Sheet): number {
  const most = kind === 'wrapped' ? 60 : 36;
  const longest = rows
    .slice(0, 200)
    .reduce((length, row) => Math.max(length, String(row[at] ?? '').length), name.length + 3);
  return kind === 'time' || kind === 'date' ? 18 : Math.max(8, Math.min(most, longest + 1));
}

/** One sheet: the header stays in sight, is bold and has filters. */
export function writeSheet(sheet: Sheet): string {
  const { columns, rows } = sheet;
  const last = columnName(columns.length - 1);
  const widths = columns.map((column, at) => {
    const width = widthOf(column, at, sheet);
    return `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`;
  });
  const head = columns.map(
    ({ name }, at) =>
      `<c r="${columnName(at)}1" s="${styleOf.head}" t="inlineStr"><is><t xml:space="preserve">${sheetText(name)}</t></is></c>`,
  );
  const names = columns.map((_, at) => columnName(at));
  const lines = rows.map((row, n) => {
    const cells = columns.map(({ kind }, at) => cellXml(`${names[at] ?? ''}${n + 2}`, row[at] ?? '', kind));
    return `<row r="${n + 2}">${cells.join('')}</row>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    `<cols>${widths.join('')}</cols>`,
    `<sheetData><row r="1">${head.join('')}</row>${lines.join('')}</sheetData>`,
    `<autoFilter ref="A1:${last}${rows.length + 1}"/>`,
    '</worksheet>\n',
  ].join('');
}
