import type { Annotation } from '../model/annotation';
import type { Block } from '../model/block';
import type { Id } from '../model/identity';
import type { Span } from '../model/span';
import type { ReadingUnits } from './reading-units';
import { type ReadingTarget, sentenceUnder } from './target';

export interface DropPlace {
  /** Where it was let go, in UTF-16 units. */
  readonly offset: number;
  /** What is selected; null when nothing is. */
  readonly selection: Span | null;
  readonly inHand: Id | null;
  /** Annotations on passages that hold the offset, shortest first. */
  readonly under: readonly Annotation[];
}

/**
 * What a code that is dropped on the text is given to: the selection it is dropped on; else the annotation there, the
 * one in hand before the shortest; else the sentence. null where nothing of that kind is.
 */
export function dropTarget(
  { offset, selection, inHand, under }: DropPlace,
  units: ReadingUnits,
  blocks: readonly Block[],
  text: string,
): ReadingTarget | null {
  if (selection !== null && offset >= selection.start && offset <= selection.end)
    return { kind: 'span', span: selection, from: 'selection' };
  const annotation = under.find(({ id }) => id === inHand) ?? under[0];
  if (annotation !== undefined) return { kind: 'annotation', annotation };
  const span = sentenceUnder(offset, units, blocks, text);
  return span === null ? null : { kind: 'span', span, from: 'cursor' };
}
