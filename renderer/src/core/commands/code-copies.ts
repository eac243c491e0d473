import { describeAnchor } from '../anchor/describe-anchor';
import type { Annotation, Coding } from '../model/annotation';
import type { AnnotationFields, ChangeDraft, CodingFields } from '../model/change';
import type { Document } from '../model/document';
import type { Id } from '../model/identity';
import type { Link } from '../model/link';
import type { Span } from '../model/span';
import { annotationAt } from './code-target';
import type { CommandContext } from './command-context';
import { hasFields, setAnnotationFields, setCodingFields } from './field-drafts';
import { removeEach } from './remove-codings';
import { linkKey, linkRemoved } from './repoint-links';

/** A place in a copy that a person confirmed. */
export interface ConfirmedCopy {
  readonly document: Pick<Document, 'id' | 'text_sha256'>;
  readonly text: string;
  /** The passage as aligned in this copy. */
  readonly span: Span;
  /** All annotations of that document, any coder. */
  readonly annotations: readonly Annotation[];
}

/**
 * Codes copies as their original is coded. A copy without a passage at that place gets one, with the original's
 * codings, speaker and voice, and a link of kind copy from it to the original; a passage made so before is brought in
 * step with the original; one that a person made is given the codings it lacks. Detached copies are left alone.
 * `links`: at least those of the original.
 */
export function codeCopies(
  original: Annotation,
  copies: readonly ConfirmedCopy[],
  links: readonly Link[],
  context: CommandContext,
): readonly ChangeDraft[] {
  const copying: CommandContext = { ...context, origin: 'copy' };
  const ofOriginal = links.filter(({ kind, to }) => kind === 'copy' && to === original.id);
  return copies.flatMap((copy) => {
    const linked = new Set(ofOriginal.map(({ from }) => from));
    const there =
      copy.annotations.find((one) => linked.has(one.id) && isOwn(one, context) && touches(one, copy.span)) ??
      annotationAt(copy.annotations, copy.span, context);
    if (there === undefined) return newCopy(original, copy, copying);
    // What a passage was copied from is no copy of it.
    const isSource = links.some(
      ({ kind, from, to }) => kind === 'copy' && from === original.id && to === there.id,
    );
    if (there.id === original.id || isSource) return [];
    const link = ofOriginal.find(({ from }) => from === there.id);
    if (link?.detached === true) return [];
    const moved = there.copied_from === original.id ? moveTo(there, copy) : [];
    return [...moved, ...inStep(original, there, copying), ...linkOf(there.id, original.id, links, copying)];
  });
}

/** Parts a copy from its original: it stays as it is, and is no longer brought in step. */
export function detachCopy(link: Link, context: Pick<CommandContext, 'newId'>): readonly ChangeDraft[] {
  if (link.kind !== 'copy' || link.detached === true) return [];
  // A link has no kind of change for its fields: it is put anew.
  return [
    linkRemoved(link),
    { kind: 'link.added', data: { link: { ...link, id: context.newId(), detached: true } } },
  ];
}

function newCopy(
  original: Annotation,
  { document, text, span }: ConfirmedCopy,
  context: CommandContext,
): readonly ChangeDraft[] {
  const { speaker_ids, voice, values } = original;
  const annotation: Annotation = {
    id: context.newId(),
    document_id: document.id,
    text_sha256: document.text_sha256,
    coder_id: context.coder_id,
    round: context.round,
    target: describeAnchor(text, span),
    ...(speaker_ids === undefined ? {} : { speaker_ids }),
    ...(voice === undefined ? {} : { voice }),
    ...(values === undefined ? {} : { values }),
    codings: original.codings.map((coding) => copiedCoding(coding, context)),
    origin: 'copy',
    copied_from: original.id,
    created_at: context.now,
    modified_at: context.now,
  };
  return [
    { kind: 'annotation.added', data: { annotation } },
    ...linkOf(annotation.id, original.id, [], context),
  ];
}

/** The judgement was made on the original, under the revision of that time. */
function copiedCoding(coding: Coding, { newId, now }: CommandContext): Coding {
  return { ...coding, id: newId(), origin: 'copy', created_at: now, modified_at: now };
}

function inStep(original: Annotation, copy: Annotation, context: CommandContext): readonly ChangeDraft[] {
  const { id: annotation_id, document_id } = copy;
  const isMade = copy.copied_from === original.id;
  const wanted = new Map(original.codings.map((coding) => [coding.code_id, coding]));
  const present = new Map(copy.codings.map((coding) => [coding.code_id, coding]));
  const gone = isMade
    ? copy.codings.filter(({ code_id, origin }) => origin === 'copy' && !wanted.has(code_id))
    : [];
  return [
    ...removeEach(copy, gone),
    ...original.codings.flatMap((coding): readonly ChangeDraft[] => {
      const there = present.get(coding.code_id);
      if (there !== undefined) return isMade ? sameFields(copy, there, coding) : [];
      return [
        {
          kind: 'coding.added',
          data: { annotation_id, document_id, coding: copiedCoding(coding, context) },
        },
      ];
    }),
    ...(isMade ? sameSpeakers(original, copy) : []),
  ];
}

function sameFields(annotation: Annotation, coding: Coding, like: Coding): readonly ChangeDraft[] {
  const fields: CodingFields = {
    ...(coding.certainty === like.certainty ? {} : { certainty: like.certainty ?? null }),
    ...(coding.stance === like.stance ? {} : { stance: like.stance ?? null }),
  };
  return hasFields(fields) ? [setCodingFields(annotation, coding, fields)] : [];
}

function sameSpeakers(original: Annotation, copy: Annotation): readonly ChangeDraft[] {
  const speakers = (annotation: Annotation): string => (annotation.speaker_ids ?? []).join(' ');
  const fields: AnnotationFields = {
    ...(speakers(original) === speakers(copy) ? {} : { speaker_ids: original.speaker_ids ?? null }),
    ...(original.voice === copy.voice ? {} : { voice: original.voice ?? null }),
  };
  return hasFields(fields) ? [setAnnotationFields(copy, fields)] : [];
}

function moveTo(annotation: Annotation, { text, span }: ConfirmedCopy): readonly ChangeDraft[] {
  const { id, document_id, target } = annotation;
  if (target.kind === 'passage' && target.start === span.start && target.end === span.end) return [];
  return [
    {
      kind: 'annotation.target-set',
      data: { annotation_id: id, document_id, target: describeAnchor(text, span) },
      before: { target },
    },
  ];
}

function linkOf(
  from: Id,
  to: Id,
  links: readonly Link[],
  { newId, coder_id }: CommandContext,
): readonly ChangeDraft[] {
  const link: Link = { id: newId(), from, to, kind: 'copy', coder_id };
  if (links.some((other) => linkKey(other) === linkKey(link))) return [];
  return [{ kind: 'link.added', data: { link } }];
}

function isOwn({ coder_id, round }: Annotation, context: CommandContext): boolean {
  return coder_id === context.coder_id && round === context.round;
}

function touches({ target }: Annotation, span: Span): boolean {
  return target.kind === 'passage' && target.start < span.end && target.end > span.start;
}
