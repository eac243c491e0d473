import type { Annotation, Certainty, Coding, Stance } from '../model/annotation';
import type { ChangeDraft, CodingFields } from '../model/change';
import type { Link } from '../model/link';
import type { Memo } from '../model/memo';
import { removeMemos } from './remove-memos';

/** Removes the annotation with what hangs on it, its own record last, so that undo brings it back first. */
export function removeAnnotation(
  annotation: Annotation,
  memos: readonly Memo[],
  links: readonly Link[],
): readonly ChangeDraft[] {
  const codingIds = new Set(annotation.codings.map(({ id }) => id));
  const memoDrafts = removeMemos(
    memos.filter(
      ({ target }) =>
        (target.kind === 'annotation' && target.id === annotation.id) ||
        (target.kind === 'coding' && codingIds.has(target.id)),
    ),
  );
  const linkDrafts = links
    .filter(({ from, to }) => from === annotation.id || to === annotation.id)
    .map((link): ChangeDraft => ({ kind: 'link.removed', data: { id: link.id }, before: { link } }));
  return [
    ...memoDrafts,
    ...linkDrafts,
    {
      kind: 'annotation.removed',
      data: { id: annotation.id, document_id: annotation.document_id },
      before: { annotation },
    },
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
  return [setCoding(annotation, coding, { certainty }, { certainty: coding.certainty ?? null })];
}

/** What the passage does with the frame; null takes the statement away. */
export function setStance(
  annotation: Annotation,
  codingId: string,
  stance: Stance | null,
): readonly ChangeDraft[] {
  const coding = annotation.codings.find(({ id }) => id === codingId);
  if (coding === undefined || (coding.stance ?? null) === stance) return [];
  return [setCoding(annotation, coding, { stance }, { stance: coding.stance ?? null })];
}

function setCoding(
  annotation: Annotation,
  coding: Coding,
  fields: CodingFields,
  before: CodingFields,
): ChangeDraft {
  const { id: annotation_id, document_id } = annotation;
  return {
    kind: 'coding.set',
    data: { annotation_id, document_id, coding_id: coding.id, fields },
    before: { fields: before },
  };
}
