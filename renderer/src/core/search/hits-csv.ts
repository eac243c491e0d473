/** Hits as a table for spreadsheets and statistics. */

import { attributeValue } from '../corpus/attribute-value';
import { type Cell, type CsvOptions, writeCsv } from '../exchange/csv';
import type { Attribute } from '../model/attribute';
import type { Document } from '../model/document';
import { valueWords } from '../query/attribute-condition';
import type { HitRow } from './hit-row';

export interface ExportedHit extends HitRow {
  readonly document: Pick<Document, 'title' | 'path' | 'values'>;
  /** Names of its codes. */
  readonly codes: readonly string[];
}

const columns = ['document_id', 'document', 'path', 'start', 'end', 'left', 'hit', 'right', 'codes'] as const;

/** One row a hit; `start` and `end` count UTF-16 units of the frozen text; several codes are joined by "; ". */
export function hitsCsv(
  hits: Iterable<ExportedHit>,
  attributes: readonly Attribute[],
  options: CsvOptions,
): string {
  return writeCsv({ columns: hitColumns(attributes), rows: hitCells(hits, attributes) }, options);
}

function hitColumns(attributes: readonly Attribute[]): readonly string[] {
  return [...columns, ...attributes.map(({ key }) => `attr.${key}`)];
}

function* hitCells(
  hits: Iterable<ExportedHit>,
  attributes: readonly Attribute[],
): Generator<readonly Cell[]> {
  for (const { document_id, document, start, end, left, hit, right, codes } of hits) {
    yield [
      ...[document_id, document.title, document.path, start, end, left, hit, right, codes.join('; ')],
      ...attributes.map(({ id }) => valueWords(attributeValue(document, id)).join('; ')),
    ];
  }
}
