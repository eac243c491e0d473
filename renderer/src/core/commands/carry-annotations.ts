import type { Carried } from '../anchor/carry-passage';
import { describeAnchor } from '../anchor/describe-anchor';
import type { Annotation, Target } from '../model/annotation';
import type { ChangeDraft } from '../model/change';
import type { Document } from '../model/document';
import type { Id } from '../model/identity';
import type { Memo } from '../model/memo';
import { annotationRemoved } from './remove-codings';

/** An annotation of an earlier version, and where its passage stands in the later one; null for a whole document. */
export interface CarriedAnnotation {
  readonly annotation: Annotation;
  readonly carried: Carried | null;
}

export interface Carrying {
  readonly drafts: readonly ChangeDraft[];
  /** Annotations that go over. */
  readonly moved: readonly Id[];
  /** Those whose place in the later version is not certain: they stay where they are. */
  readonly left: readonly Id[];
}

/**
 * Moves annotations to a later version of their document, with all that was written on them. Each stays what it is,
 * so that links and memos go on meaning it; the earlier version keeps its text and whatever has no certain place.
 */
export function carryAnnotations(
  later: Pick<Document, 'id' | 'text_sha256'>,
  text: string,
  all: readonly CarriedAnnotation[],
  memos: readonly Memo[],
): Carrying {
  const drafts: ChangeDraft[] = [];
  const moved: Id[] = [];
  const left: Id[] = [];
  for (const { annotation, carried } of all) {
    const target = targetIn(text, annotation.target, carried);
    if (target === undefined) {
      left.push(annotation.id);
      continue;
    }
    moved.push(annotation.id);
    const { id: document_id, text_sha256 } = later;
    drafts.push(annotationRemoved(annotation), {
      kind: 'annotation.added',
      data: { annotation: { ...annotation, document_id, text_sha256, target } },
    });
    const own = new Set([annotation.id, ...annotation.codings.map(({ id }) => id)]);
    for (const memo of memos) {
      if (!own.has(memo.target.id)) continue;
      const value: Memo = { ...memo, target: { ...memo.target, document_id } };
      drafts.push({ kind: 'memo.set', data: { id: memo.id, value }, before: memo });
    }
  }
  return { drafts, moved, left };
}

function targetIn(text: string, target: Target, carried: Carried | null): Target | undefined {
  if (target.kind === 'document') return target;
  return carried === null || carried.how === 'orphan' ? undefined : describeAnchor(text, carried.span);
}
