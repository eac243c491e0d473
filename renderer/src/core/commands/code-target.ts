import { describeAnchor } from '../anchor/describe-anchor';
import type { Annotation, Coding } from '../model/annotation';
import type { ChangeDraft } from '../model/change';
import type { Code } from '../model/code';
import type { Document } from '../model/document';
import type { Id } from '../model/identity';
import type { Span } from '../model/span';
import type { CommandContext } from './command-context';
import { removeCoding } from './remove-codings';

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

/** A coding made now, under the code's present revision. */
export function newCoding(code: Code, context: CommandContext): Coding {
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
  const applicable = applicableCodes(codes);
  if (annotation === undefined) {
    const isNowhere = target.kind === 'annotation' || target.span.start >= target.span.end;
    if (isNowhere || applicable.length === 0) return { drafts: [], annotation_id: null };
    const made = newAnnotation(
      surface,
      target.span,
      applicable.map((code) => newCoding(code, context)),
      context,
    );
    return { drafts: [{ kind: 'annotation.added', data: { annotation: made } }], annotation_id: made.id };
  }
  return { drafts: addCodes(annotation, applicable, surface.codes, context), annotation_id: annotation.id };
}

/** The codes that can be applied, each once: no folder, none that is archived; of an exclusive set the last. */
export function applicableCodes(codes: readonly Code[]): readonly Code[] {
  return lastOfEachSet(
    [...new Map(codes.map((code) => [code.id, code])).values()].filter(
      ({ kind, archived_at }) => kind === 'code' && archived_at === undefined,
    ),
  );
}

/**
 * Adds the codes that an annotation does not carry yet and takes off those of the same exclusive sets. Memos of
 * codings taken off are the caller's: see `withCodingMemos`. `applicable`: as from `applicableCodes`.
 */
export function addCodes(
  annotation: Annotation,
  applicable: readonly Code[],
  codes: ReadonlyMap<Id, Code>,
  context: CommandContext,
): readonly ChangeDraft[] {
  const { id: annotation_id, document_id } = annotation;
  const drafts: ChangeDraft[] = [];
  let codings = annotation.codings;
  for (const code of applicable) {
    if (codings.some(({ code_id }) => code_id === code.id)) continue;
    for (const coding of excludedBy(code, codings, codes)) {
      drafts.push(removeCoding(annotation, codings, coding));
      codings = codings.filter(({ id }) => id !== coding.id);
    }
    const coding = newCoding(code, context);
    drafts.push({ kind: 'coding.added', data: { annotation_id, document_id, coding } });
    codings = [...codings, coding];
  }
  return drafts;
}

/** The codings that a code of an exclusive set takes the place of. */
export function excludedBy(
  code: Code,
  codings: readonly Coding[],
  codes: ReadonlyMap<Id, Code>,
): readonly Coding[] {
  if (code.set === undefined) return [];
  return codings.filter(({ code_id }) => code_id !== code.id && codes.get(code_id)?.set === code.set);
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

function lastOfEachSet(codes: readonly Code[]): readonly Code[] {
  return codes.filter(
    ({ set }, index) => set === undefined || !codes.slice(index + 1).some((later) => later.set === set),
  );
}
