import { fail, type Result, succeed } from '../result';

export const exportFormats = ['csv', 'json', 'jsonl', 'tables', 'copies'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What the export dialog asks and the switches of the command line say. */
export interface ExportOptions {
  readonly format: ExportFormat;
  /** CSV cells as they are, without the guard against spreadsheet formulas. */
  readonly exact: boolean;
  /** CSV with a byte order mark and ";" between cells. */
  readonly excel: boolean;
  /** JSON with the texts, which makes it a complete project. */
  readonly withTexts: boolean;
  /** Leaves out what a search or a suggestion coded and nobody has accepted. */
  readonly acceptedOnly?: boolean;
}

/** Spreadsheet-safe CSV, and JSON that holds everything. */
export const defaultExportOptions: ExportOptions = {
  format: 'csv',
  exact: false,
  excel: false,
  withTexts: true,
};

export interface UnknownFormat {
  readonly code: 'unknown-format';
  /** What the name ends in, "qdpx"; empty when it has no ending. */
  readonly ending: string;
}

/** The format that a path's ending asks for: ".csv", ".json", ".jsonl", or "/" for a folder of tables. */
export function formatFromName(name: string): Result<ExportFormat, UnknownFormat> {
  if (/[/\\]$/.test(name)) return succeed('tables');
  const ending = /[^/\\]\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  // A folder, and a table among others: no file ends in these.
  return ending === 'tables' || ending === 'copies'
    ? fail({ code: 'unknown-format', ending })
    : formatFromWord(ending);
}

/** The format that a word names, as in `--format=json`. */
export function formatFromWord(word: string): Result<ExportFormat, UnknownFormat> {
  const found = exportFormats.find((format) => format === word.toLowerCase());
  return found === undefined ? fail({ code: 'unknown-format', ending: word }) : succeed(found);
}
