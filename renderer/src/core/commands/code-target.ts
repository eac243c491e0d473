import { describeAnchor } from '../anchor/describe-anchor';
import type { Annotation, Coding } from '../model/annotation';
import type { ChangeDraft } from '../model/change';
import type { Code } from '../model/code';
import type { Document } from '../model/document';
import type { Id } from '../model/identity';
import type { Span } from '../model/span';
import type { CommandContext } from './command-context';

/** What the keys act on: a passage that is there, or a place where one may be made. */
export type CodingTarget =
  | { readonly kind: 'annotation'; readonly annotation: Annotation }
  | { readonly kind: 'span'; readonly span: Span };

export interface CodingSurface {
  readonly document: Document;
  readonly text: string;
  /** All annotations of the document, any coder. */
  readonly annotations: readonly Annotation[];
  /** Needed for the rule that codes of one set exclude each other. */
  readonly codes: ReadonlyMap<Id, Code>;
}

export interface Coded {
  readonly drafts: readonly ChangeDraft[];
  /** The passage that is then in hand; null when nothing was made. */
  readonly annotation_id: Id | null;
}

/** The coder's own annotation on exactly this span in this round: coding a span again adds to it. */
export function annotationAt(
  annotations: readonly Annotation[],
  span: Span,
  context: Pick<CommandContext, 'coder_id' | 'round'>,
): Annotation | undefined {
  return annotations.find(
    ({ target, coder_id, round }) =>
      target.kind === 'passage' &&
      target.start === span.start &&
      target.end === span.end &&
      coder_id === context.coder_id &&
      round === context.round,
  );
}

function newCoding(code: Code, context: CommandContext): Coding {
  return {
    id: context.newId(),
    code_id: code.id,
    code_rev: code.rev,
    origin: context.origin,
    created_at: context.now,
    modified_at: context.now,
  };
}

/** A passage over the span with the given codings; none makes an uncoded passage. */
export function newAnnotation(
  surface: Pick<CodingSurface, 'document' | 'text'>,
  span: Span,
  codings: readonly Coding[],
  context: CommandContext,
): Annotation {
  return {
    id: context.newId(),
    document_id: surface.document.id,
    text_sha256: surface.document.text_sha256,
    coder_id: context.coder_id,
    round: context.round,
    target: describeAnchor(surface.text, span),
    codings,
    origin: context.origin,
    created_at: context.now,
    modified_at: context.now,
  };
}

/**
 * Applies the codes that are not there yet, taking off those of the same exclusive set. Folders, archived codes and
 * empty spans make nothing.
 */
export function applyCodes(
  surface: CodingSurface,
  target: CodingTarget,
  codes: readonly Code[],
  context: CommandContext,
): Coded {
  const annotation =
    target.kind === 'annotation'
      ? target.annotation
      : annotationAt(surface.annotations, target.span, context);
  const applicable = [...new Map(codes.map((code) => [code.id, code])).values()].filter(
    ({ kind, archived_at }) => kind === 'code' && archived_at === undefined,
  );
  if (annotation === undefined) {
    const isNowhere = target.kind === 'annotation' || target.span.start >= target.span.end;
    if (isNowhere || applicable.length === 0) return { drafts: [], annotation_id: null };
    const chosen = lastOfEachSet(applicable);
    const made = newAnnotation(
      surface,
      target.span,
      chosen.map((code) => newCoding(code, context)),
      context,
    );
    return { drafts: [{ kind: 'annotation.added', data: { annotation: made } }], annotation_id: made.id };
  }
  const drafts: ChangeDraft[] = [];
  let codings = annotation.codings;
  for (const code of lastOfEachSet(applicable)) {
    if (codings.some(({ code_id }) => code_id === code.id)) continue;
    for (const coding of codings) {
      if (code.set !== undefined && surface.codes.get(coding.code_id)?.set === code.set) {
        drafts.push(removeCoding(annotation, codings, coding));
        codings = codings.filter(({ id }) => id !== coding.id);
      }
    }
    const coding = newCoding(code, context);
    drafts.push({
      kind: 'coding.added',
      data: { annotation_id: annotation.id, document_id: annotation.document_id, coding },
    });
    codings = [...codings, coding];
  }
  return { drafts, annotation_id: annotation.id };
}

/** Applies the code, or takes it off where it is applied: what the keys 1 to 9 do. */
export function toggleCode(
  surface: CodingSurface,
  target: CodingTarget,
  code: Code,
  context: CommandContext,
): Coded {
  const annotation =
    target.kind === 'annotation'
      ? target.annotation
      : annotationAt(surface.annotations, target.span, context);
  const coding = annotation?.codings.find(({ code_id }) => code_id === code.id);
  if (annotation === undefined || coding === undefined) return applyCodes(surface, target, [code], context);
  return { drafts: [removeCoding(annotation, annotation.codings, coding)], annotation_id: annotation.id };
}

/** `codings`: the annotation's codings at that moment, which tell the place to come back to. */
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

function lastOfEachSet(codes: readonly Code[]): readonly Code[] {
  return codes.filter(
    ({ set }, index) => set === undefined || !codes.slice(index + 1).some((later) => later.set === set),
  );
}
