import { sameValue } from '../exchange/same-value';
import type { Annotation, Coding, Stance, Voice } from '../model/annotation';
import type { ChangeDraft } from '../model/change';
import type { Id } from '../model/identity';
import { setStance, setUnsure } from './annotation-commands';
import { type Batch, batchOver } from './batch';
import type { CommandContext } from './command-context';
import { setAnnotationFields } from './field-drafts';

/** Marks codings unsure or sure: those of one code, or all where `code` is null. */
export function setUnsureMany(
  annotations: readonly Annotation[],
  code: Id | null,
  unsure: boolean,
  context: CommandContext,
): Batch {
  return eachCoding(annotations, code, context, (annotation, { id }) => setUnsure(annotation, id, unsure));
}

/** Sets what the passages do with the frame, of one code or of all; null takes the statement away. */
export function setStanceMany(
  annotations: readonly Annotation[],
  code: Id | null,
  stance: Stance | null,
  context: CommandContext,
): Batch {
  return eachCoding(annotations, code, context, (annotation, { id }) => setStance(annotation, id, stance));
}

function eachCoding(
  annotations: readonly Annotation[],
  code: Id | null,
  context: CommandContext,
  how: (annotation: Annotation, coding: Coding) => readonly ChangeDraft[],
): Batch {
  return batchOver(annotations, context, (annotation) => {
    const codings = annotation.codings.filter(({ code_id }) => code === null || code_id === code);
    return codings.length === 0 ? 'not-coded' : codings.flatMap((coding) => how(annotation, coding));
  });
}

/** Who speaks, outer to inner: nobody said, one, or one who quotes another. */
export type Speakers = readonly [] | readonly [Id] | readonly [outer: Id, inner: Id];

/** States who speaks in passages; none takes the statement away. One may be the number that is changed. */
export function setSpeakers(
  annotations: readonly Annotation[],
  speakers: Speakers,
  context: CommandContext,
): Batch {
  const speaker_ids = speakers.length === 0 ? null : [...new Set<Id>(speakers)];
  return batchOver(annotations, context, (annotation) =>
    sameValue(annotation.speaker_ids ?? [], speaker_ids ?? [])
      ? []
      : [setAnnotationFields(annotation, { speaker_ids })],
  );
}

/** States whose voice passages are in; null takes the statement away. */
export function setVoice(
  annotations: readonly Annotation[],
  voice: Voice | null,
  context: CommandContext,
): Batch {
  return batchOver(annotations, context, (annotation) =>
    (annotation.voice ?? null) === voice ? [] : [setAnnotationFields(annotation, { voice })],
  );
}

/** Accepts what a search or a suggestion coded; what stands to no review is left as it is. */
export function acceptReview(annotation: Annotation): readonly ChangeDraft[] {
  return annotation.review === 'to_review' ? [setAnnotationFields(annotation, { review: 'accepted' })] : [];
}

/** The same for many. */
export function acceptMany(annotations: readonly Annotation[], context: CommandContext): Batch {
  return batchOver(annotations, context, acceptReview);
}
