import type { Annotation, Coding } from '../model/annotation';
import type { ChangeDraft } from '../model/change';
import type { Id } from '../model/identity';
import type { Link } from '../model/link';
import type { MemoIndex } from './move-memos';
import { removeMemos } from './remove-memos';

/** What hangs on annotations and codings. */
export interface Attached {
  readonly memos: MemoIndex;
  /** Annotations that a link begins or ends at. */
  readonly linked: ReadonlySet<Id>;
}

export function linkedBy(links: readonly Link[]): ReadonlySet<Id> {
  return new Set(links.flatMap(({ from, to }) => [from, to]));
}

/** Takes a coding off. `codings`: the annotation's at that moment, which tell the place to come back to. */
export function removeCoding(
  annotation: Annotation,
  codings: readonly Coding[],
  coding: Coding,
): ChangeDraft {
  return {
    kind: 'coding.removed',
    data: { annotation_id: annotation.id, document_id: annotation.document_id, coding_id: coding.id },
    before: { coding, index: codings.findIndex(({ id }) => id === coding.id) },
  };
}

/**
 * Takes codings off, with what was written about them. A passage stays, uncoded when none is left. The annotation of
 * a whole document is nothing without codings: it goes with the last of them unless a memo or a link hangs on it.
 */
export function removeCodings(
  annotation: Annotation,
  gone: readonly Coding[],
  attached: Attached,
): readonly ChangeDraft[] {
  if (gone.length === 0) return [];
  const memos = removeMemos(gone.flatMap(({ id }) => attached.memos.about('coding', id)));
  const isNothing =
    annotation.target.kind === 'document' &&
    annotation.codings.every(({ id }) => gone.some((coding) => coding.id === id)) &&
    attached.memos.about('annotation', annotation.id).length === 0 &&
    !attached.linked.has(annotation.id);
  if (isNothing) return [...memos, annotationRemoved(annotation)];
  return [...memos, ...removeEach(annotation, gone)];
}

/** Takes codings off one after another, each from the place it then has. Their memos are the caller's. */
export function removeEach(annotation: Annotation, gone: readonly Coding[]): readonly ChangeDraft[] {
  let codings = annotation.codings;
  return gone.map((coding) => {
    const draft = removeCoding(annotation, codings, coding);
    codings = codings.filter(({ id }) => id !== coding.id);
    return draft;
  });
}

export function annotationRemoved(annotation: Annotation): ChangeDraft {
  return {
    kind: 'annotation.removed',
    data: { id: annotation.id, document_id: annotation.document_id },
    before: { annotation },
  };
}
