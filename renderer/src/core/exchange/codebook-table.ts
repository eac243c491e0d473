import { codePath } from '../codebook/code-tree';
import type { Id } from '../model/identity';
import type { Column } from './annotation-columns';
import type { Cell, Table } from './csv';
import type { SnapshotIndex } from './snapshot-index';

function levels(index: SnapshotIndex): number {
  return Math.max(1, ...index.codes.map((code) => codePath(code, index.codeById).length));
}

/** The columns of codebook.csv; there are as many levels as the codebook is deep. */
export function codebookColumns(index: SnapshotIndex): readonly Column[] {
  return [
    { name: 'key', type: 'string', description: 'Survives renaming' },
    { name: 'path', type: 'string', description: 'Names from the top, joined by " > "' },
    ...Array.from(
      { length: levels(index) },
      (_, level): Column => ({
        name: `level_${level + 1}`,
        type: 'string',
      }),
    ),
    { name: 'definition', type: 'string' },
    { name: 'rev', type: 'integer', description: 'Rises with name, definition, rules or parent' },
    { name: 'code_id', type: 'string' },
    { name: 'name', type: 'string' },
    { name: 'kind', type: 'string', description: 'code or folder' },
    { name: 'parent_key', type: 'string' },
    { name: 'order', type: 'number', description: 'Among its siblings' },
    { name: 'set', type: 'string', description: 'Codes of one set exclude each other on a passage' },
    { name: 'include', type: 'string' },
    { name: 'exclude', type: 'string' },
    { name: 'examples', type: 'string', description: 'Annotation ids, parted by spaces' },
    { name: 'color', type: 'string' },
    { name: 'mark', type: 'string' },
    { name: 'archived_at', type: 'datetime' },
    { name: 'annotations', type: 'integer' },
    { name: 'documents', type: 'integer' },
    {
      name: 'annotations_distinct',
      type: 'integer',
      description:
        'Passages that are copies of each other counted once; empty where copies were not looked for',
    },
    { name: 'escaped', type: 'string' },
  ];
}

/** Annotations and documents that carry each code. */
function usage(index: SnapshotIndex): ReadonlyMap<Id, { annotations: number; documents: Set<Id> }> {
  const all = new Map<Id, { annotations: number; documents: Set<Id> }>();
  for (const { codings, document_id } of index.annotations) {
    for (const code of new Set(codings.map(({ code_id }) => code_id))) {
      const used = all.get(code) ?? { annotations: 0, documents: new Set() };
      used.annotations += 1;
      used.documents.add(document_id);
      all.set(code, used);
    }
  }
  return all;
}

/** A row per code and folder, depth first. `distinct`: passages by code, copies of each other counted once. */
export function codebookTable(index: SnapshotIndex, distinct?: ReadonlyMap<Id, number>): Table {
  const depth = levels(index);
  const used = usage(index);
  const rows = index.codes.map((code): readonly Cell[] => {
    const names = codePath(code, index.codeById);
    const parent = code.parent_id === null ? undefined : index.codeById.get(code.parent_id);
    return [
      code.key,
      index.pathByCode.get(code.id) ?? '',
      ...Array.from({ length: depth }, (_, level) => names[level] ?? ''),
      code.description,
      code.rev,
      code.id,
      code.name,
      code.kind,
      parent?.key ?? '',
      code.order,
      code.set ?? '',
      code.include,
      code.exclude,
      code.examples.join(' '),
      code.color,
      code.mark,
      code.archived_at ?? '',
      used.get(code.id)?.annotations ?? 0,
      used.get(code.id)?.documents.size ?? 0,
      distinct === undefined ? '' : (distinct.get(code.id) ?? 0),
      '',
    ];
  });
  return { columns: codebookColumns(index).map(({ name }) => name), rows };
}
