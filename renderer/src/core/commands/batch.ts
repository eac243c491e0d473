import type { Annotation } from '../model/annotation';
import type { ChangeDraft } from '../model/change';
import type { Id } from '../model/identity';
import type { CommandContext } from './command-context';

/** Why an annotation of a batch was left as it was. */
export type LeftOutReason =
  /** Another coder's: nobody changes what somebody else coded. */
  | 'other-coder'
  /** The coder's own, of another round. */
  | 'other-round'
  /** It is so already. */
  | 'unchanged'
  /** It does not carry the code, or any code, that was to be changed. */
  | 'not-coded'
  /** It is on the whole document, where a passage was wanted. */
  | 'whole-document'
  /** None of those chosen is its neighbour in the text. */
  | 'no-neighbour';

export interface LeftOut {
  readonly reason: LeftOutReason;
  readonly annotation_ids: readonly Id[];
}

/** What a command makes of many annotations: one step for undo. */
export interface Batch {
  readonly drafts: readonly ChangeDraft[];
  /** Annotations that change or go. */
  readonly changed: number;
  /** One entry for each reason that occurred. */
  readonly leftOut: readonly LeftOut[];
}

/** Several batches as one step. */
export function joinBatches(batches: readonly Batch[]): Batch {
  const reasons = new Set(batches.flatMap(({ leftOut }) => leftOut.map(({ reason }) => reason)));
  return {
    drafts: batches.flatMap(({ drafts }) => drafts),
    changed: batches.reduce((sum, { changed }) => sum + changed, 0),
    leftOut: [...reasons].map((reason) => ({
      reason,
      annotation_ids: batches
        .flatMap(({ leftOut }) => leftOut)
        .flatMap((one) => (one.reason === reason ? one.annotation_ids : [])),
    })),
  };
}

type Own = Pick<CommandContext, 'coder_id' | 'round'>;

/** Why the coder may not change the annotation in this round; null for one of the coder's own. */
export function notOwn(
  { coder_id, round }: Pick<Annotation, 'coder_id' | 'round'>,
  context: Own,
): 'other-coder' | 'other-round' | null {
  if (coder_id !== context.coder_id) return 'other-coder';
  return round === context.round ? null : 'other-round';
}

/**
 * Asks `how` what becomes of each annotation of the coder and round, each once however often it is listed. In time
 * linear in the annotations, as long as `how` takes the same time for each.
 */
export function batchOver(
  annotations: readonly Annotation[],
  context: Own,
  how: (annotation: Annotation) => readonly ChangeDraft[] | 'not-coded',
): Batch {
  const drafts: ChangeDraft[] = [];
  const leftOut = new Map<LeftOutReason, Id[]>();
  let changed = 0;
  for (const annotation of new Map(annotations.map((each) => [each.id, each])).values()) {
    const made = notOwn(annotation, context) ?? how(annotation);
    if (typeof made !== 'string' && made.length > 0) {
      drafts.push(...made);
      changed += 1;
      continue;
    }
    const reason = typeof made === 'string' ? made : 'unchanged';
    const ids = leftOut.get(reason);
    if (ids === undefined) leftOut.set(reason, [annotation.id]);
    else ids.push(annotation.id);
  }
  return {
    drafts,
    changed,
    leftOut: [...leftOut].map(([reason, annotation_ids]) => ({ reason, annotation_ids })),
  };
}
