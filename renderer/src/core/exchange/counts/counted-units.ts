import type { Document, Structure } from '../../model/document';
import type { Id, Sha256 } from '../../model/identity';
import type { Span } from '../../model/span';
import { paragraphsOf } from '../../reading/reading-units';
import { firstTouched } from '../document-places';
import type { SnapshotIndex } from '../snapshot-index';
import type { UnitKind } from './matrix-options';

/** A stretch of a document in which codings are counted. */
export interface CountedUnit extends Span {
  /** As in units.csv; of a whole document its own id. */
  readonly id: string;
  readonly document: Document;
  /** From 1. */
  readonly n: number;
  /** A paragraph is when one of its blocks is, a document when anything in it is. */
  readonly in_scope: boolean;
}

/** The units of one document in text order, those outside the scope too. A document without a text is still one unit. */
export function unitsOf(
  document: Document,
  structure: Structure | undefined,
  text: string | undefined,
  kind: Exclude<UnitKind, 'annotation'>,
): readonly CountedUnit[] {
  const blocks = structure?.blocks ?? [];
  if (kind === 'document' || structure === undefined || text === undefined) {
    const in_scope = blocks.length === 0 || blocks.some((block) => block.in_scope);
    return kind === 'document'
      ? [{ id: document.id, document, n: 1, start: 0, end: document.length, in_scope }]
      : [];
  }
  if (kind === 'paragraph') {
    return paragraphsOf(structure, text).map(({ start, end, number, firstBlock, endBlock }) => ({
      ...{ id: `${document.id}/p${number}`, document, n: number, start, end },
      in_scope: blocks.slice(firstBlock, endBlock).some((block) => block.in_scope),
    }));
  }
  return structure.sentences.map(([start, end], at) => ({
    ...{ id: `${document.id}/s${at + 1}`, document, n: at + 1, start, end },
    in_scope: blocks[firstTouched(blocks, { start, end })]?.in_scope ?? false,
  }));
}

/** The structures of a project by document. */
export function structuresByDocument({ snapshot }: SnapshotIndex): ReadonlyMap<Id, Structure> {
  return new Map(snapshot.structures.map((structure) => [structure.document_id, structure]));
}

export type TextByHash = ReadonlyMap<Sha256, string>;
