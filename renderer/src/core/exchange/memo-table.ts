import type { Memo } from '../model/memo';
import type { Column } from './annotation-columns';
import type { Table } from './csv';
import { byId, type SnapshotIndex, sortedBy } from './snapshot-index';

export const memoColumns = [
  { name: 'memo_id', type: 'string' },
  { name: 'target_kind', type: 'string', description: 'project, document, code, annotation or coding' },
  { name: 'target_id', type: 'string' },
  { name: 'target', type: 'string', description: 'Title, path of the code, or quote' },
  { name: 'document_id', type: 'string' },
  { name: 'coder_id', type: 'string' },
  { name: 'coder', type: 'string' },
  { name: 'text', type: 'string', description: 'Plain' },
  { name: 'markdown', type: 'string' },
  { name: 'created_at', type: 'datetime' },
  { name: 'modified_at', type: 'datetime' },
  { name: 'escaped', type: 'string' },
] as const satisfies readonly Column[];

/** A row per memo, oldest first. */
export function memoTable(index: SnapshotIndex): Table {
  const annotations = byId(index.annotations);
  const byCoding = new Map(
    index.annotations.flatMap((annotation) => annotation.codings.map(({ id }) => [id, annotation] as const)),
  );
  const nameOf = ({ target: { kind, id } }: Memo): string => {
    if (kind === 'project') return index.snapshot.project.name;
    if (kind === 'document') return index.documentById.get(id)?.title ?? '';
    if (kind === 'code') return index.pathByCode.get(id) ?? '';
    const target = (kind === 'annotation' ? annotations.get(id) : byCoding.get(id))?.target;
    return target?.kind === 'passage' ? target.quote : '';
  };
  const rows = sortedBy(index.snapshot.memos, ({ created_at }) => created_at).map((memo) => [
    memo.id,
    memo.target.kind,
    memo.target.id,
    nameOf(memo),
    memo.target.kind === 'document' ? memo.target.id : (memo.target.document_id ?? ''),
    memo.coder_id,
    index.coderById.get(memo.coder_id)?.name ?? '',
    memo.text,
    memo.markdown,
    memo.created_at,
    memo.modified_at,
    '',
  ]);
  return { columns: memoColumns.map(({ name }) => name), rows };
}
