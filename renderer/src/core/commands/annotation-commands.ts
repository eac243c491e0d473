import type { Annotation, Certainty, Stance } from '../model/annotation';
import type { ChangeDraft } from '../model/change';
import type { Link } from '../model/link';
import type { Memo } from '../model/memo';
import { setCodingFields } from './field-drafts';
import { annotationRemoved } from './remove-codings';
import { removeMemos } from './remove-memos';
import { linkRemoved } from './repoint-links';

/** Removes the annotation with what hangs on it, its own record last, so that undo brings it back first. */
export function removeAnnotation(
  annotation: Annotation,
  memos: readonly Memo[],
  links: readonly Link[],
): readonly ChangeDraft[] {
  return removeAnnotations([annotation], memos, links);
}

/** The same for many; a link between two of them goes once. */
export function removeAnnotations(
  annotations: readonly Annotation[],
  memos: readonly Memo[],
  links: readonly Link[],
): readonly ChangeDraft[] {
  const ids = new Set(annotations.map(({ id }) => id));
  const codingIds = new Set(annotations.flatMap(({ codings }) => codings.map(({ id }) => id)));
  const doomed = memos.filter(
    ({ target }) =>
      (target.kind === 'annotation' && ids.has(target.id)) ||
      (target.kind === 'coding' && codingIds.has(target.id)),
  );
  return [
    ...removeMemos(doomed),
    ...links.filter(({ from, to }) => ids.has(from) || ids.has(to)).map(linkRemoved),
    ...annotations.map(annotationRemoved),
  ];
}

/** Marks every coding of the annotation unsure, or sure again when all are unsure already. */
export function toggleUnsure(annotation: Annotation): readonly ChangeDraft[] {
  const all = annotation.codings.every(({ certainty }) => certainty === 'unsure');
  return annotation.codings.flatMap(({ id }) => setUnsure(annotation, id, !all));
}

/** Marks one coding unsure or sure; no draft when it is so already. */
export function setUnsure(annotation: Annotation, codingId: string, unsure: boolean): readonly ChangeDraft[] {
  const coding = annotation.codings.find(({ id }) => id === codingId);
  const certainty: Certainty | null = unsure ? 'unsure' : null;
  if (coding === undefined || (coding.certainty ?? null) === certainty) return [];
  return [setCodingFields(annotation, coding, { certainty })];
}

/** What the passage does with the frame; null takes the statement away. */
export function setStance(
  annotation: Annotation,
  codingId: string,
  stance: Stance | null,
): readonly ChangeDraft[] {
  const coding = annotation.codings.find(({ id }) => id === codingId);
  if (coding === undefined || (coding.stance ?? null) === stance) return [];
  return [setCodingFields(annotation, coding, { stance })];
}
