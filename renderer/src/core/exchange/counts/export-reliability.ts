import { groupBy } from '../../group-by';
import type { Document, Structure } from '../../model/document';
import { type Cell, type CsvOptions, type Table, writeCsv } from '../csv';
import type { ExportedFile } from '../json-format';
import type { ProjectSnapshot } from '../project-snapshot';
import { indexSnapshot, type SnapshotIndex } from '../snapshot-index';
import { codesOf, countedCodes } from './coded-spans';
import { structuresByDocument, type TextByHash } from './counted-units';
import { type Matrix, matrixOf, missing } from './export-matrix';
import type { MatrixOptions } from './matrix-options';
import type { MatrixRow } from './matrix-row';
import { readingsOf } from './readings';

/**
 * What programs for agreement read. `long.csv`: unit, coder, round, code, value; `coder_id` tells two of one name apart.
 * `code-<key>.csv`: a bare table of units by coders for one code, as ReCal takes it, with `units.csv` and `coders.csv`
 * to name its rows and columns.
 * `unitised.csv`: stretches by coder in code points of the text in scope, for coefficients that need no units.
 * Annotations are no units here, as no two coders share one: they become sentences.
 */
export function exportReliability(
  snapshot: ProjectSnapshot,
  texts: TextByHash,
  given: MatrixOptions,
  csv: CsvOptions,
): readonly ExportedFile[] {
  const index = indexSnapshot(snapshot);
  const unit = given.unit === 'annotation' ? 'sentence' : given.unit;
  const matrix = matrixOf(index, texts, { ...given, unit });
  const rows = [...matrix.rows].filter((row) => row.unit.in_scope);
  const plain: CsvOptions = { ...csv, bom: false, delimiter: ',' };
  return [
    { name: 'long.csv', content: writeCsv(longTable(matrix, rows, { ...given, unit }), csv) },
    { name: 'units.csv', content: writeCsv(unitTable(rows), csv) },
    { name: 'coders.csv', content: writeCsv(coderTable(index), csv) },
    { name: 'unitised.csv', content: writeCsv(unitisedTable(index, texts, given.rollUp), csv) },
    ...perCode(index, matrix, rows, plain),
  ];
}

function longTable({ codes }: Matrix, rows: readonly MatrixRow[], options: MatrixOptions): Table {
  function* cells(): Generator<readonly Cell[]> {
    for (const { unit, reading, values } of rows) {
      for (const [at, { key }] of codes.entries()) {
        yield [
          ...[unit.id, reading.coder, reading.round, key, values[at] ?? missing],
          ...[options.unit, options.measure, options.unit === 'document' ? 'none' : options.projection],
          ...[reading.coder_id, ''],
        ];
      }
    }
  }
  return {
    columns: [
      ...['unit_id', 'coder', 'round', 'code', 'value', 'unit', 'measure', 'projection'],
      ...['coder_id', 'escaped'],
    ],
    rows: cells(),
  };
}

function unitTable(rows: readonly MatrixRow[]): Table {
  const units = [...new Map(rows.map(({ unit }) => [unit.id, unit])).values()];
  return {
    columns: ['row', 'unit_id', 'document', 'n', 'escaped'],
    rows: units.map(({ id, document, n }, at) => [at + 1, id, document.title, n, '']),
  };
}

function coderTable(index: SnapshotIndex): Table {
  return {
    columns: ['column', 'coder_id', 'coder', 'round', 'escaped'],
    rows: readingsOf(index).map(({ coder_id, coder, round }, at) => [at + 1, coder_id, coder, round, '']),
  };
}

/** Rows come unit by unit, and within one in the order of the readings. */
function perCode(
  index: SnapshotIndex,
  { codes }: Matrix,
  rows: readonly MatrixRow[],
  csv: CsvOptions,
): readonly ExportedFile[] {
  const width = Math.max(1, readingsOf(index).length);
  return codes.map(({ key, id }, at) => {
    const lines: Cell[][] = [];
    for (let from = 0; from < rows.length; from += width) {
      lines.push(rows.slice(from, from + width).map(({ values }) => values[at] ?? missing));
    }
    const [first = [], ...others] = lines;
    // The writer's header is the first line: such a table has none.
    const table = { columns: first.map(String), rows: others };
    return {
      name: `code-${key === '' ? id : key}.csv`,
      content: lines.length === 0 ? '' : writeCsv(table, csv),
    };
  });
}

/** Code points of the text in scope before an offset of UTF-16 units, and all of them. */
function continuum(document: Document, structure: Structure | undefined, text: string) {
  const scopes = (structure?.blocks ?? []).filter(({ in_scope }) => in_scope);
  const all = scopes.length === 0 && structure === undefined ? [{ start: 0, end: document.length }] : scopes;
  const before = (offset: number): number =>
    all.reduce(
      (sum, { start, end }) =>
        offset <= start ? sum : sum + Array.from(text.slice(start, Math.min(end, offset))).length,
      0,
    );
  return { before, length: before(document.length) };
}

function unitisedTable(index: SnapshotIndex, texts: TextByHash, rollUp: boolean): Table {
  const structures = structuresByDocument(index);
  const counted = countedCodes(index, rollUp);
  const byDocument = groupBy(index.annotations, ({ document_id }) => document_id);
  function* cells(): Generator<readonly Cell[]> {
    for (const document of index.documents) {
      const text = texts.get(document.text_sha256);
      if (text === undefined) continue;
      const { before, length } = continuum(document, structures.get(document.id), text);
      for (const annotation of byDocument.get(document.id) ?? []) {
        const { target, coder_id, round } = annotation;
        if (target.kind !== 'passage') continue;
        const [start, end] = [before(target.start), before(target.end)];
        if (start === end) continue;
        for (const id of codesOf(annotation, counted)) {
          const coder = index.coderById.get(coder_id)?.name ?? '';
          yield [
            document.id,
            document.title,
            length,
            coder,
            round,
            start,
            end,
            index.codeById.get(id)?.key ?? id,
            coder_id,
            '',
          ];
        }
      }
    }
  }
  return {
    columns: [
      'document_id',
      'document',
      'length',
      'coder',
      'round',
      'start',
      'end',
      'code',
      'coder_id',
      'escaped',
    ],
    rows: cells(),
  };
}
