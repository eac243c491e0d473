import type { Annotation } from '../model/annotation';
import type { Code } from '../model/code';
import type { Document } from '../model/document';
import type { Id } from '../model/identity';
import { notOwn } from './batch';
import type { BatchSurface } from './batch-codings';
import { addCodes, applicableCodes, type Coded, newCoding } from './code-target';
import type { CommandContext } from './command-context';
import { indexMemos } from './move-memos';
import { linkedBy, removeCodings } from './remove-codings';
import { withCodingMemos } from './remove-memos';

export interface DocumentSurface extends BatchSurface {
  readonly document: Document;
  /** All annotations of the document, any coder. */
  readonly annotations: readonly Annotation[];
}

/** The coder's annotation of the whole document in this round, if there is one. */
export function documentAnnotation(
  annotations: readonly Annotation[],
  documentId: Id,
  context: Pick<CommandContext, 'coder_id' | 'round'>,
): Annotation | undefined {
  return annotations.find(
    (annotation) =>
      annotation.document_id === documentId &&
      annotation.target.kind === 'document' &&
      notOwn(annotation, context) === null,
  );
}

/** Applies codes to the whole document, as tone is given; the annotation is made where there is none yet. */
export function applyToDocument(
  surface: DocumentSurface,
  codes: readonly Code[],
  context: CommandContext,
): Coded {
  const { document } = surface;
  const annotation = documentAnnotation(surface.annotations, document.id, context);
  const applicable = applicableCodes(codes);
  if (annotation !== undefined) {
    const drafts = addCodes(annotation, applicable, surface.codes, context);
    return { drafts: withCodingMemos(drafts, surface.memos), annotation_id: annotation.id };
  }
  if (applicable.length === 0) return { drafts: [], annotation_id: null };
  const made: Annotation = {
    id: context.newId(),
    document_id: document.id,
    text_sha256: document.text_sha256,
    coder_id: context.coder_id,
    round: context.round,
    target: { kind: 'document' },
    codings: applicable.map((code) => newCoding(code, context)),
    origin: context.origin,
    created_at: context.now,
    modified_at: context.now,
  };
  return { drafts: [{ kind: 'annotation.added', data: { annotation: made } }], annotation_id: made.id };
}

/**
 * Applies a code to the whole document, or takes it off where it is applied; with its last coding the annotation goes
 * too, unless a memo or a link hangs on it. `annotation_id` is null when none is left.
 */
export function toggleOnDocument(surface: DocumentSurface, code: Code, context: CommandContext): Coded {
  const annotation = documentAnnotation(surface.annotations, surface.document.id, context);
  const gone = annotation?.codings.filter(({ code_id }) => code_id === code.id) ?? [];
  if (annotation === undefined || gone.length === 0) return applyToDocument(surface, [code], context);
  const drafts = removeCodings(annotation, gone, {
    memos: indexMemos(surface.memos),
    linked: linkedBy(surface.links),
  });
  const isGone = drafts.some(({ kind }) => kind === 'annotation.removed');
  return { drafts, annotation_id: isGone ? null : annotation.id };
}
