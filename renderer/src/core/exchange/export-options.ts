import { fail, type Result, succeed } from '../result';
import { type PartChoice, wholeProject } from './choose-part';
import { defaultMatrix, type MatrixOptions } from './counts/matrix-options';
import type { ReportOrder } from './report/report-options';

export const exportFormats = [
  'csv',
  'json',
  'jsonl',
  'tables',
  'copies',
  'xlsx',
  'matrix',
  'reliability',
  'cooccurrence',
  'qdpx',
  'qdc',
  'w3c',
  'report',
  'markdown',
  'audit',
  'project',
  'packet',
] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What the files of each format end in; '' for a folder. */
export const formatEndings: Readonly<Record<ExportFormat, string>> = {
  csv: '.csv',
  json: '.json',
  jsonl: '.jsonl',
  tables: '',
  copies: '.csv',
  xlsx: '.xlsx',
  matrix: '.csv',
  reliability: '',
  cooccurrence: '.csv',
  qdpx: '.qdpx',
  qdc: '.qdc',
  w3c: '.jsonld',
  report: '.html',
  markdown: '.md',
  audit: '.csv',
  project: '.framewright',
  packet: '.framewright',
};

/** Formats of others, which cannot hold all that a project is. */
export const foreignFormats: ReadonlySet<ExportFormat> = new Set(['qdpx', 'qdc', 'w3c']);

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
  /** REFI-QDA: stance, certainty, voice, speakers and the like as codes below a folder. */
  readonly extrasAsCodes: boolean;
  /** Matrix, reliability and co-occurrence: what is counted, and in what. */
  readonly matrix: MatrixOptions;
  /** How the passages of a report are grouped. */
  readonly reportBy: ReportOrder;
  /** Which part of the project. */
  readonly part: PartChoice;
}

/** Spreadsheet-safe CSV, and JSON that holds everything. */
export const defaultExportOptions: ExportOptions = {
  format: 'csv',
  exact: false,
  excel: false,
  withTexts: true,
  extrasAsCodes: false,
  matrix: defaultMatrix,
  reportBy: 'code',
  part: wholeProject,
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
  return ending === 'tables' || ending === 'copies' || ending === 'audit'
    ? fail({ code: 'unknown-format', ending })
    : formatFromWord(ending);
}

/** The format that a word names, by its own name or its ending: `--format=json`, `--format=jsonld`. */
export function formatFromWord(word: string): Result<ExportFormat, UnknownFormat> {
  const wanted = word.toLowerCase();
  const found = exportFormats.find(
    (format) => format === wanted || (wanted !== '' && formatEndings[format] === `.${wanted}`),
  );
  return found === undefined ? fail({ code: 'unknown-format', ending: word }) : succeed(found);
}
