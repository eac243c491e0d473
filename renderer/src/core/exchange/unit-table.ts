import type { Block } from '../model/block';
import type { Document, Structure } from '../model/document';
import type { Sha256 } from '../model/identity';
import type { Span } from '../model/span';
import { paragraphsOf } from '../reading/reading-units';
import type { Column } from './annotation-columns';
import type { Cell, Table } from './csv';
import { firstTouched } from './document-places';
import type { SnapshotIndex } from './snapshot-index';

export const unitColumns = [
  {
    name: 'unit_id',
    type: 'string',
    description: 'Id of the document, kind and number; a block has its own',
  },
  { name: 'document_id', type: 'string' },
  { name: 'kind', type: 'string', description: 'block, paragraph or sentence' },
  { name: 'n', type: 'integer', description: 'Number within the document and kind, from 1' },
  { name: 'start', type: 'integer', description: 'UTF-16 units of the frozen text' },
  { name: 'end', type: 'integer', description: 'UTF-16 units, exclusive' },
  { name: 'block_kind', type: 'string', description: 'Of a paragraph: of its first block in scope' },
  { name: 'in_scope', type: 'boolean', description: 'A paragraph is when one of its blocks is' },
  {
    name: 'copy_group',
    type: 'string',
    description: 'Groups of reprinted sentences in it, joined by ";"',
  },
  { name: 'text', type: 'string', description: 'Empty in an export without texts' },
  { name: 'escaped', type: 'string' },
] as const satisfies readonly Column[];

function unitsOf(
  index: SnapshotIndex,
  document: Document,
  structure: Structure,
  text: string,
  withText: boolean,
): Cell[][] {
  const unit = (id: string, kind: string, n: number, span: Span, block: Block | undefined): Cell[] => [
    id,
    document.id,
    kind,
    n,
    span.start,
    span.end,
    block?.kind ?? '',
    String(block?.in_scope ?? false),
    index.copyGroup(document.id, span),
    withText ? text.slice(span.start, span.end) : '',
    '',
  ];
  const { blocks } = structure;
  return [
    ...blocks.map((block, at) => unit(block.id, 'block', at + 1, block, block)),
    ...paragraphsOf(structure, text).map((paragraph) => {
      const own = blocks.slice(paragraph.firstBlock, paragraph.endBlock);
      const block = own.find(({ in_scope }) => in_scope) ?? own[0];
      return unit(`${document.id}/p${paragraph.number}`, 'paragraph', paragraph.number, paragraph, block);
    }),
    ...structure.sentences.map(([start, end], at) => {
      const span = { start, end };
      const block = blocks[firstTouched(blocks, span)];
      return unit(`${document.id}/s${at + 1}`, 'sentence', at + 1, span, block);
    }),
  ];
}

/** What codings can be counted against: every block, paragraph and sentence of the documents whose text is there. */
export function unitTable(
  index: SnapshotIndex,
  texts: ReadonlyMap<Sha256, string>,
  options: { readonly withoutTexts?: boolean } = {},
): Table {
  const structures = new Map(index.snapshot.structures.map((each) => [each.document_id, each]));
  const rows = index.documents.flatMap((document) => {
    const structure = structures.get(document.id);
    const text = texts.get(document.text_sha256);
    if (structure === undefined || text === undefined) return [];
    return unitsOf(index, document, structure, text, options.withoutTexts !== true);
  });
  return { columns: unitColumns.map(({ name }) => name), rows };
}
