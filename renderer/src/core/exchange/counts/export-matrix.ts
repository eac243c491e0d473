import { groupBy } from '../../group-by';
import type { Annotation } from '../../model/annotation';
import type { Code } from '../../model/code';
import type { Id } from '../../model/identity';
import type { Span } from '../../model/span';
import type { CopyGroupsOf } from '../copy-groups-of';
import { type Cell, type CsvOptions, type Table, writeCsv } from '../csv';
import type { ProjectSnapshot } from '../project-snapshot';
import { indexSnapshot, type SnapshotIndex } from '../snapshot-index';
import { type CountedCodes, codesOf, countedCodes, spanOf } from './coded-spans';
import { countCell } from './count-cell';
import { structuresByDocument, type TextByHash, unitsOf } from './counted-units';
import { distinctRows } from './distinct-rows';
import type { MatrixOptions } from './matrix-options';
import type { MatrixRow } from './matrix-row';
import { lookedFor, readingsOf } from './readings';

/** What stands where nobody looked; R reads it as missing. */
export const missing = 'NA';

export interface Matrix {
  readonly codes: readonly Code[];
  readonly rows: Iterable<MatrixRow>;
}

/**
 * Unit by code, a row for each unit, coder and round, uncoded units included. A unit without a code is 0 where the
 * coder's pass over the document is done and was made with that code, and the unit is in scope; else it is missing.
 */
export function matrixOf(
  index: SnapshotIndex,
  texts: TextByHash,
  options: MatrixOptions,
  groupsOf: CopyGroupsOf = noGroups,
): Matrix {
  const counted = countedCodes(index, options.rollUp);
  const rows =
    options.unit === 'annotation'
      ? annotationRows(index, texts, counted, options)
      : unitRows(index, texts, counted, { ...options, unit: options.unit });
  return { codes: counted.codes, rows: options.distinct ? distinctRows(rows, index, groupsOf) : rows };
}

const nothing: ReturnType<CopyGroupsOf> = new Map();
const noGroups: CopyGroupsOf = () => nothing;

function* unitRows(
  index: SnapshotIndex,
  texts: TextByHash,
  counted: CountedCodes,
  options: MatrixOptions & { readonly unit: 'document' | 'paragraph' | 'sentence' },
): Generator<MatrixRow> {
  const structures = structuresByDocument(index);
  const readings = readingsOf(index);
  const looked = lookedFor(index);
  const byDocument = groupBy(index.annotations, ({ document_id }) => document_id);
  for (const document of index.documents) {
    const text = texts.get(document.text_sha256);
    const units = unitsOf(document, structures.get(document.id), text, options.unit);
    const own = byDocument.get(document.id) ?? [];
    for (const unit of units) {
      for (const reading of readings) {
        const theirs = own.filter(
          (each) =>
            each.coder_id === reading.coder_id && each.round === reading.round && isIn(each, unit, options),
        );
        const spans = spansByCode(theirs, counted, document.length);
        const values = counted.codes.map((code) => {
          const found = spans.get(code.id) ?? [];
          const value = found.length === 0 ? 0 : cellOf(text, unit, found, options);
          const isKnown = value > 0 || (unit.in_scope && looked(document.id, reading, code));
          return isKnown ? value : null;
        });
        yield { unit, reading, values };
      }
    }
  }
}

/** A coding of the whole document says nothing of its parts. */
function isIn({ target }: Annotation, unit: Span, { unit: kind }: MatrixOptions): boolean {
  return target.kind === 'passage' ? target.start < unit.end && unit.start < target.end : kind === 'document';
}

/** Of a whole document every passage counts, whatever the rule: it lies in it. */
function cellOf(text: string | undefined, unit: Span, spans: readonly Span[], options: MatrixOptions) {
  if (options.unit === 'document' || text === undefined) {
    const characters = options.measure === 'characters' && text !== undefined;
    if (!characters) return options.measure === 'presence' ? 1 : spans.length;
    return countCell(text, unit, spans, { measure: 'characters', projection: 'one-word' });
  }
  return countCell(text, unit, spans, options);
}

function spansByCode(
  annotations: readonly Annotation[],
  counted: CountedCodes,
  length: number,
): ReadonlyMap<Id, readonly Span[]> {
  const found = new Map<Id, Span[]>();
  for (const annotation of annotations) {
    for (const code of codesOf(annotation, counted)) {
      const spans = found.get(code) ?? [];
      spans.push(spanOf(annotation, length));
      found.set(code, spans);
    }
  }
  return found;
}

/** Each annotation is a unit of its own, seen by its coder with every code before the eyes. */
function* annotationRows(
  index: SnapshotIndex,
  texts: TextByHash,
  counted: CountedCodes,
  { measure }: MatrixOptions,
): Generator<MatrixRow> {
  const numbers = new Map<Id, number>();
  for (const annotation of index.annotations) {
    const document = index.documentById.get(annotation.document_id);
    if (document === undefined) continue;
    const n = (numbers.get(document.id) ?? 0) + 1;
    numbers.set(document.id, n);
    const span = spanOf(annotation, document.length);
    const unit = { id: annotation.id, document, n, ...span, in_scope: true };
    const { coder_id, round } = annotation;
    const reading = { coder_id, round, coder: index.coderById.get(coder_id)?.name ?? '' };
    const codes = codesOf(annotation, counted);
    const text = texts.get(document.text_sha256) ?? '';
    const one = measure === 'characters' ? Array.from(text.slice(span.start, span.end)).length : 1;
    yield { unit, reading, values: counted.codes.map(({ id }) => (codes.has(id) ? one : 0)) };
  }
}

const columns = [
  ...['unit_id', 'document_id', 'document', 'path', 'unit', 'n', 'in_scope'],
  ...['coder_id', 'coder', 'round', 'measure', 'projection', 'children', 'copies'],
];

function matrixTable(
  index: SnapshotIndex,
  texts: TextByHash,
  options: MatrixOptions,
  groupsOf?: CopyGroupsOf,
): Table {
  const { codes, rows } = matrixOf(index, texts, options, groupsOf);
  const { unit: kind, measure, projection, rollUp, distinct } = options;
  // What has no parts is not cut, so that no rule is needed.
  const rule = kind === 'document' || kind === 'annotation' ? 'none' : projection;
  function* cells(): Generator<readonly Cell[]> {
    for (const { unit, reading, values } of rows) {
      const { id, document, n, in_scope } = unit;
      yield [
        ...[id, document.id, document.title, document.path, kind, n, String(in_scope)],
        ...[reading.coder_id, reading.coder, reading.round],
        ...[measure, rule, rollUp ? 'rolled-up' : 'apart', distinct ? 'distinct' : 'all'],
        ...values.map((value) => value ?? missing),
        '',
      ];
    }
  }
  return {
    columns: [...columns, ...codes.map(({ key, id }) => `code.${key === '' ? id : key}`), 'escaped'],
    rows: cells(),
  };
}

/** The matrix as CSV. `groupsOf`: where reprints count once. */
export function exportMatrix(
  snapshot: ProjectSnapshot,
  texts: TextByHash,
  options: MatrixOptions,
  csv: CsvOptions,
  groupsOf?: CopyGroupsOf,
): string {
  return writeCsv(matrixTable(indexSnapshot(snapshot), texts, options, groupsOf), csv);
}
