import type { Annotation } from '../../model/annotation';
import type { AttributeValue } from '../../model/attribute';
import type { Block } from '../../model/block';
import type { ChangeDraft } from '../../model/change';
import type { Code } from '../../model/code';
import type { Document } from '../../model/document';
import type { Id } from '../../model/identity';
import type { Link } from '../../model/link';
import type { Memo } from '../../model/memo';
import type { Pass } from '../../model/pass';
import type { Item, RecordKind, Report } from '../import-report';
import { circleDrafts } from './code-circles';
import { compareMarks, type Mark } from './mark';
import { mergeAnnotation } from './merge-annotation';
import { type SetKind, setDraft } from './merge-drafts';
import {
  aliveIn,
  type MergedFields,
  type MergeJournals,
  mergeFields,
  mergeWhole,
  nothingMerged,
  type Side,
  sideOf,
} from './merge-sides';
import { type MergedKind, valueId, whole } from './merged-kind';
import { markOf } from './record-marks';

/** What is here and in the file under one id, and what an import makes of it. */
export interface Merger {
  readonly journals: MergeJournals;
  /** Changes of what is here. */
  readonly drafts: readonly ChangeDraft[];
  /** True once a definition changed, or blocks did: their revisions rise. */
  readonly revised: { readonly codes: boolean; readonly blocks: boolean };
  fields(kind: SetKind & RecordKind, known: { readonly id: Id }, made: object, item: Item): void;
  code(known: Code, made: Code, revised_in: number): void;
  /** Takes a code to the top where two moves, each good by itself, put codes below each other. */
  openCircles(codes: readonly Code[]): void;
  annotation(
    known: Annotation,
    made: Annotation,
    item: Item,
    isHeld: (coding: Id) => boolean,
  ): ReadonlyMap<Id, Id>;
  readonly memo: (known: Memo, made: Memo, item: Item) => void;
  readonly pass: (known: Pass, made: Pass, item: Item) => void;
  readonly link: (known: Link, made: Link, item: Item) => void;
  document(known: Document, made: Document, blocks: readonly BlockPair[], item: Item): void;
}

export interface BlockPair {
  readonly known: Block;
  readonly made: Block;
}

const defining = ['name', 'description', 'include', 'exclude', 'parent_id'] as const;

/** Merges record by record; in the end it does not matter which side was here first. */
export function createMerger(journals: MergeJournals, report: Report): Merger {
  const drafts: ChangeDraft[] = [];
  const revised = { codes: false, blocks: false };
  const { here, there } = journals;
  const sides = (
    kind: MergedKind,
    id: Id,
    known: object,
    made: object,
    marks: readonly [Mark, Mark],
  ): [Side, Side] => [sideOf(here, kind, id, known, marks[0]), sideOf(there, kind, id, made, marks[1])];
  const tell = (
    kind: RecordKind,
    { taken, kept, both }: Pick<MergedFields, 'taken' | 'kept' | 'both'>,
    item: Item,
  ): void => {
    if (taken) report.note('changed', kind, item, both ? 'both-changed' : 'newer-there');
    else if (kept) report.note('kept', kind, item, both ? 'both-changed' : 'newer-here');
    else report.note('unchanged', kind, item);
  };
  const put = (
    kind: 'memo' | 'pass',
    known: Memo | Pass,
    made: Memo | Pass,
    marks: readonly [Mark, Mark],
    item: Item,
  ): void => {
    const merged = mergeWhole(...sides(kind, known.id, known, made, marks));
    const mark = merged.marks[whole];
    if (mark !== undefined) {
      const data = { id: known.id, value: made };
      // Both are memos, or both are passes.
      drafts.push({ kind: `${kind}.set`, data, before: known, marks: { [whole]: mark } } as ChangeDraft);
    }
    tell(kind, merged, item);
  };

  return {
    journals,
    drafts,
    revised,
    fields: (kind, known, made, item) => {
      const merged = mergeFields(kind, ...sides(kind, known.id, known, made, [markOf.other, markOf.other]));
      if (Object.keys(merged.fields).length > 0)
        drafts.push(setDraft(kind, known, merged.fields, merged.marks));
      tell(kind, merged, item);
    },
    code: (known, made, revised_in) => {
      const merged = mergeFields(
        'code',
        ...sides('code', known.id, known, made, [markOf.code(known), markOf.code(made)]),
      );
      const isRevised = merged.taken && defining.some((name) => Object.hasOwn(merged.fields, name));
      if (isRevised) revised.codes = true;
      const rev = Math.max(known.rev, made.rev);
      const fields = {
        ...merged.fields,
        ...(rev === known.rev ? {} : { rev }),
        ...(isRevised ? { revised_in } : {}),
      };
      if (Object.keys(fields).length > 0) drafts.push(setDraft('code', known, fields, merged.marks));
      tell('code', merged, { id: known.id, name: known.name });
    },
    openCircles: (codes) => drafts.push(...circleDrafts(codes, drafts, here)),
    annotation: (known, made, item, isHeld) => {
      const merged = mergeAnnotation(known, made, journals, isHeld);
      drafts.push(...merged.drafts);
      tell('annotation', merged, item);
      return merged.bound;
    },
    memo: (known, made, item) => put('memo', known, made, [markOf.dated(known), markOf.dated(made)], item),
    pass: (known, made, item) => put('pass', known, made, [markOf.pass(known), markOf.pass(made)], item),
    link: (known, made, item) => {
      const merged = mergeWhole(...sides('link', known.id, known, made, [markOf.other, markOf.other]));
      const mark = merged.marks[whole];
      if (mark !== undefined) {
        drafts.push({
          kind: 'link.removed',
          data: { id: known.id },
          before: { link: known },
          marks: { [whole]: markOf.other },
        });
        drafts.push({ kind: 'link.added', data: { link: made }, marks: { [whole]: mark } });
      }
      tell('link', merged, item);
    },
    document: (known, made, blocks, item) => {
      let merged = mergeFields(
        'document',
        ...sides('document', known.id, known, made, [markOf.other, markOf.other]),
      );
      if (Object.keys(merged.fields).length > 0)
        drafts.push(setDraft('document', known, merged.fields, merged.marks));
      const document_id = known.id;
      for (const [attribute_id, value] of Object.entries(known.values)) {
        const other = made.values[attribute_id];
        const joined =
          other === undefined
            ? goneValue(document_id, attribute_id, value)
            : mergeValue(document_id, attribute_id, value, other);
        const mark = joined.marks[whole];
        if (mark !== undefined) {
          drafts.push({
            kind: 'attribute.value-set',
            data: { document_id, attribute_id, value: other ?? null },
            before: value,
            marks: { [whole]: mark },
          });
        }
        merged = both(merged, joined);
      }
      for (const pair of blocks) {
        const { known: block, made: other } = pair;
        const joined = mergeWhole(
          ...sides('block', block.id, block, other, [markOf.block(block), markOf.block(other)]),
        );
        const mark = joined.marks[whole];
        if (mark !== undefined) {
          drafts.push({
            kind: 'block.set',
            data: { document_id, block_id: block.id, value: other },
            before: block,
            marks: { [whole]: mark },
          });
          if (joined.taken) revised.blocks = true;
        }
        merged = both(merged, joined);
      }
      tell('document', merged, item);
    },
  };

  function mergeValue(
    document_id: Id,
    attribute_id: Id,
    known: AttributeValue,
    made: AttributeValue,
  ): MergedFields {
    const id = valueId(document_id, attribute_id);
    return mergeWhole(...sides('value', id, known, made, [markOf.value(known), markOf.value(made)]));
  }

  /** Of a value that the file has no more: it goes where it was taken away there since. */
  function goneValue(document_id: Id, attribute_id: Id, known: AttributeValue): MergedFields {
    const id = valueId(document_id, attribute_id);
    const [mine, theirs] = sides('value', id, known, {}, [markOf.value(known), markOf.other]);
    const gone = theirs.marks?.gone ?? null;
    const isOver =
      gone !== null && compareMarks(aliveIn(mine), gone) < 0 && compareMarks(aliveIn(theirs), gone) < 0;
    return isOver ? { ...nothingMerged, marks: { [whole]: gone }, taken: true } : nothingMerged;
  }
}

function both(one: MergedFields, other: MergedFields): MergedFields {
  return {
    ...one,
    taken: one.taken || other.taken,
    kept: one.kept || other.kept,
    both: one.both || other.both,
  };
}
