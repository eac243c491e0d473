import type { Annotation, Coding, PassageTarget } from '../model/annotation';
import type { ChangeDraft } from '../model/change';
import type { Code } from '../model/code';
import type { Id, Sha256 } from '../model/identity';
import { addCodes, annotationAt, applicableCodes, newCoding } from './code-target';
import type { CommandContext } from './command-context';
import { setAnnotationFields } from './field-drafts';

/** A place that a search found, to be coded. */
export interface PlaceToCode {
  readonly document_id: Id;
  readonly text_sha256: Sha256;
  readonly target: PassageTarget;
}

export interface PlacesCoded {
  /** One step for undo. */
  readonly drafts: readonly ChangeDraft[];
  /** Places that get at least one code. */
  readonly coded: number;
  /** Places that lay in passages of the coder's with all of these codes. */
  readonly already: number;
}

/**
 * Codes places found by a search. What the coder has already coded so is left alone: a place within a passage that
 * carries the code. A passage on exactly the place takes the code in; else one is made. All of it stands to review and
 * says which search it came from.
 */
export function codePlaces(
  places: readonly PlaceToCode[],
  annotationsOf: (document_id: Id) => readonly Annotation[],
  codes: readonly Code[],
  surface: { readonly codes: ReadonlyMap<Id, Code> },
  query: string,
  context: CommandContext,
): PlacesCoded {
  const searched: CommandContext = { ...context, origin: 'search' };
  const applicable = applicableCodes(codes);
  const drafts: ChangeDraft[] = [];
  let coded = 0;
  for (const { document_id, text_sha256, target } of places) {
    const own = annotationsOf(document_id).filter(
      ({ coder_id, round }) => coder_id === context.coder_id && round === context.round,
    );
    const around = own.filter((annotation) => holds(annotation, target));
    const missing = applicable.filter(
      ({ id }) => !around.some(({ codings }) => codings.some(({ code_id }) => code_id === id)),
    );
    if (missing.length === 0) continue;
    coded += 1;
    const there = annotationAt(around, target, context);
    if (there !== undefined) {
      drafts.push(
        ...addCodes(there, missing, surface.codes, searched).map((draft) => withQuery(draft, query)),
      );
      if (there.review !== 'to_review') drafts.push(setAnnotationFields(there, { review: 'to_review' }));
      continue;
    }
    const annotation: Annotation = {
      ...{ id: context.newId(), document_id, text_sha256, target, query },
      ...{ coder_id: context.coder_id, round: context.round, origin: 'search', review: 'to_review' },
      codings: missing.map((code): Coding => ({ ...newCoding(code, searched), query })),
      ...{ created_at: context.now, modified_at: context.now },
    };
    drafts.push({ kind: 'annotation.added', data: { annotation }, origin: 'search' });
  }
  return { drafts, coded, already: places.length - coded };
}

function holds({ target }: Annotation, place: PassageTarget): boolean {
  return target.kind === 'passage' && target.start <= place.start && target.end >= place.end;
}

function withQuery(draft: ChangeDraft, query: string): ChangeDraft {
  if (draft.kind !== 'coding.added') return { ...draft, origin: 'search' };
  return { ...draft, data: { ...draft.data, coding: { ...draft.data.coding, query } }, origin: 'search' };
}
