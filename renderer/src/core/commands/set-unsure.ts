import type { Annotation, Certainty } from '../model/annotation';
import type { ChangeDraft } from '../model/change';
import type { Id } from '../model/identity';

/** Marks one coding of the annotation unsure, or sure again. */
export function setUnsure(annotation: Annotation, codingId: Id, unsure: boolean): readonly ChangeDraft[] {
  const coding = annotation.codings.find(({ id }) => id === codingId);
  if (coding === undefined || (coding.certainty === 'unsure') === unsure) return [];
  const certainty: Certainty | null = unsure ? 'unsure' : null;
  return [
    {
      kind: 'coding.set',
      data: {
        annotation_id: annotation.id,
        document_id: annotation.document_id,
        coding_id: coding.id,
        fields: { certainty },
      },
      before: { fields: { certainty: coding.certainty ?? null } },
    },
  ];
}
