import type { Written } from '@core/change/prepare';
import type { TableName } from '@core/change/tables';
import type { Change } from '@core/model/change';
import type { Id } from '@core/model/identity';
import type { TouchedPages } from './write-prepared';

/** Told after a commit lies in the journal and in the store, before its promise resolves. */
export interface Announcement {
  readonly changes: readonly Change[];
  readonly tables: ReadonlySet<TableName>;
  /** Documents that themselves, or of which the structure, an annotation, a pass or a memo, changed. */
  readonly document_ids: ReadonlySet<Id>;
  /** By document: the pages that were written. */
  readonly pages: TouchedPages;
  /** Each record that changed, as it was and as it is. */
  readonly written: readonly Written[];
}

export function announce(
  changes: readonly Change[],
  written: readonly Written[],
  pages: TouchedPages,
): Announcement {
  return {
    changes,
    tables: new Set(written.map(({ table }) => table)),
    document_ids: new Set(written.flatMap(documentsOf)),
    pages,
    written,
  };
}

/** The documents that a write concerns. */
export function documentsOf(write: Written): readonly Id[] {
  switch (write.table) {
    case 'document':
    case 'structure':
      return [write.id];
    case 'annotation':
      return [write.document_id];
    case 'pass':
    case 'memo':
      return [write.record, write.before].flatMap((record) => (record === null ? [] : documentOf(record)));
    case 'project':
    case 'coder':
    case 'attribute':
    case 'property':
    case 'actor':
    case 'code':
    case 'link':
      return [];
  }
}

function documentOf(record: object): readonly Id[] {
  if ('document_id' in record && typeof record.document_id === 'string') return [record.document_id];
  if (!('target' in record) || typeof record.target !== 'object' || record.target === null) return [];
  const { target } = record;
  if ('document_id' in target && typeof target.document_id === 'string') return [target.document_id];
  const isDocument = 'kind' in target && target.kind === 'document';
  return isDocument && 'id' in target && typeof target.id === 'string' ? [target.id] : [];
}
