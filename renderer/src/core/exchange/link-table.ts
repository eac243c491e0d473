import type { Column } from './annotation-columns';
import type { Table } from './csv';
import { byId, type SnapshotIndex, sortedBy } from './snapshot-index';

export const linkColumns = [
  { name: 'link_id', type: 'string' },
  { name: 'kind', type: 'string', description: 'copy, continues, contradicts, restates or quotes' },
  { name: 'from', type: 'string', description: 'Annotation id' },
  { name: 'to', type: 'string', description: 'Annotation id' },
  { name: 'from_document_id', type: 'string' },
  { name: 'to_document_id', type: 'string' },
  { name: 'coder_id', type: 'string' },
  { name: 'coder', type: 'string' },
  { name: 'detached', type: 'boolean' },
  { name: 'escaped', type: 'string' },
] as const satisfies readonly Column[];

/** A row per link between two annotations. */
export function linkTable(index: SnapshotIndex): Table {
  const annotations = byId(index.annotations);
  const rows = sortedBy(index.snapshot.links, ({ id }) => id).map((link) => [
    link.id,
    link.kind,
    link.from,
    link.to,
    annotations.get(link.from)?.document_id ?? '',
    annotations.get(link.to)?.document_id ?? '',
    link.coder_id,
    index.coderById.get(link.coder_id)?.name ?? '',
    String(link.detached ?? false),
    '',
  ]);
  return { columns: linkColumns.map(({ name }) => name), rows };
}
