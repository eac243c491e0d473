import { describeAnchor } from '../anchor/describe-anchor';
import type { Annotation } from '../model/annotation';
import type { ChangeDraft } from '../model/change';
import type { Id } from '../model/identity';
import type { Span } from '../model/span';
import { lastStartingBy } from '../reading/reading-units';
import { fail, type Result, succeed } from '../result';
import { graphemeEnd, graphemeStart, snapToGraphemes, trimSpan } from '../text/graphemes';
import { stepWordEdge } from '../text/step-word';
import { notOwn } from './batch';
import { annotationAt } from './code-target';
import type { CommandContext } from './command-context';
import { targetSet, type UnitingSurface, uniteAnnotations } from './unite-annotations';
import type { Lost } from './unite-codings';

export type Edge = 'start' | 'end';

/** One step of a key, or the offset at which a handle of the mouse was let go, in UTF-16 units. */
export type BoundaryMove =
  | { readonly by: 'character' | 'word' | 'sentence'; readonly step: 'next' | 'previous' }
  | { readonly to: number };

export interface PassageSurface extends UnitingSurface {
  readonly text: string;
  /** All annotations of the document, any coder. */
  readonly annotations: readonly Annotation[];
}

export type ReshapeProblem =
  /** It is on the whole document. */
  | 'no-passage'
  | 'other-coder'
  | 'other-round'
  /** Nothing but white space. */
  | 'empty'
  /** It lies there already, or there is nowhere to go. */
  | 'unmoved';

export interface Reshaped {
  readonly drafts: readonly ChangeDraft[];
  /** The passage that is then in hand. */
  readonly annotation_id: Id;
  readonly span: Span;
  /** Annotations that became part of it, and are gone. */
  readonly merged: readonly Id[];
  readonly lost: readonly Lost[];
}

const white = /\s/u;

/**
 * Where a passage lies when one of its ends moves: in whole characters, trimmed, never empty, never past the text's
 * ends. A step by character passes over white space, so that every step moves on. Null when there is nowhere to go.
 * `sentences`: the frozen ones, in text order.
 */
export function movedSpan(
  text: string,
  sentences: readonly Span[],
  span: Span,
  edge: Edge,
  move: BoundaryMove,
): Span | null {
  const at = 'to' in move ? move.to : steppedEdge(text, sentences, span, edge, move);
  if (at === null) return null;
  const within = Math.max(0, Math.min(at, text.length));
  const moved =
    edge === 'start'
      ? { start: Math.min(within, graphemeStart(text, span.end)), end: span.end }
      : { start: span.start, end: Math.max(within, graphemeEnd(text, span.start)) };
  const tidy = tidySpan(text, moved);
  return tidy === null || (tidy.start === span.start && tidy.end === span.end) ? null : tidy;
}

/** The span in whole characters without outer white space; null where nothing else is in it. */
export function tidySpan(text: string, span: Span): Span | null {
  const start = Math.max(0, Math.min(span.start, text.length));
  const end = Math.max(start, Math.min(span.end, text.length));
  const tidy = trimSpan(text, snapToGraphemes(text, { start, end }));
  return tidy.start < tidy.end ? tidy : null;
}

function steppedEdge(
  text: string,
  sentences: readonly Span[],
  span: Span,
  edge: Edge,
  { by, step }: Extract<BoundaryMove, { readonly by: string }>,
): number | null {
  const from = span[edge];
  const at =
    by === 'character'
      ? step === 'next'
        ? characterAfter(text, from, edge)
        : characterBefore(text, from, edge)
      : by === 'word'
        ? stepWordEdge(text, from, edge, step)
        : stepSentenceEdge(sentences, from, edge, step);
  if (at === null) return null;
  return edge === 'start' ? (at < span.end ? at : null) : at > span.start ? at : null;
}

/** An end takes in the next character that is not white; a start gives up one, and the white space after it. */
function characterAfter(text: string, from: number, edge: Edge): number {
  if (edge === 'end') return graphemeEnd(text, skipWhite(text, from, 1));
  return skipWhite(text, graphemeEnd(text, from), 1);
}

function characterBefore(text: string, from: number, edge: Edge): number {
  if (edge === 'start') return graphemeStart(text, skipWhite(text, from, -1));
  return skipWhite(text, graphemeStart(text, from), -1);
}

function skipWhite(text: string, from: number, way: 1 | -1): number {
  let at = from;
  while (
    way === 1 ? at < text.length && white.test(text.charAt(at)) : at > 0 && white.test(text.charAt(at - 1))
  )
    at += way;
  return at;
}

/** Sentences do not overlap, so that their ends stand in the same order as their starts. */
function stepSentenceEdge(
  sentences: readonly Span[],
  from: number,
  edge: Edge,
  step: 'next' | 'previous',
): number | null {
  // The last that starts at or before the place; what is looked for is one of those next to it.
  const near = lastStartingBy(sentences, from);
  const around = [near - 2, near - 1, near, near + 1].flatMap((index) => sentences[index]?.[edge] ?? []);
  const found = step === 'next' ? around.find((at) => at > from) : around.findLast((at) => at < from);
  return found ?? null;
}

/** Moves one end of a passage and writes the change, as `setPassageSpan`. */
export function moveBoundary(
  surface: PassageSurface & { readonly sentences: readonly Span[] },
  annotation: Annotation,
  edge: Edge,
  move: BoundaryMove,
  context: CommandContext,
): Result<Reshaped, ReshapeProblem> {
  const { target } = annotation;
  if (target.kind !== 'passage') return fail('no-passage');
  const span = movedSpan(surface.text, surface.sentences, target, edge, move);
  return span === null ? fail('unmoved') : setPassageSpan(surface, annotation, span, context);
}

/**
 * Gives a passage another span, with its anchor described afresh. Where another annotation of the same coder and
 * round lies on exactly that span, the two are one from then on: the one that was there stays and takes all in.
 */
export function setPassageSpan(
  surface: PassageSurface,
  annotation: Annotation,
  wanted: Span,
  context: CommandContext,
): Result<Reshaped, ReshapeProblem> {
  const { target } = annotation;
  if (target.kind !== 'passage') return fail('no-passage');
  const foreign = notOwn(annotation, context);
  if (foreign !== null) return fail(foreign);
  const span = tidySpan(surface.text, wanted);
  if (span === null) return fail('empty');
  if (span.start === target.start && span.end === target.end) return fail('unmoved');
  const others = surface.annotations.filter(({ id }) => id !== annotation.id);
  const there = annotationAt(others, span, context);
  if (there === undefined) {
    const drafts = [targetSet(annotation, describeAnchor(surface.text, span))];
    return succeed({ drafts, annotation_id: annotation.id, span, merged: [], lost: [] });
  }
  const { drafts, lost } = uniteAnnotations(surface, there, [annotation], null, context);
  return succeed({ drafts, annotation_id: there.id, span, merged: [annotation.id], lost });
}
