import type { Annotation } from '../model/annotation';
import type { Block } from '../model/block';
import type { Span } from '../model/span';
import { trimSpan } from '../text/graphemes';
import { type ReadingUnits, spanAt } from './reading-units';

export interface ReadingState {
  /** What is selected; empty when start equals end. */
  readonly selection: Span | null;
  readonly inHand: Annotation | null;
  /** Where the reading cursor stands; null before it was ever placed. */
  readonly cursor: number | null;
}

export type ReadingTarget =
  | { readonly kind: 'annotation'; readonly annotation: Annotation }
  | { readonly kind: 'span'; readonly span: Span; readonly from: 'selection' | 'cursor' };

/** One rule for every key: the selection; else the annotation in hand; else the sentence under the cursor. */
export function readingTarget(
  state: ReadingState,
  units: ReadingUnits,
  blocks: readonly Block[],
  text: string,
): ReadingTarget | null {
  const { selection, inHand, cursor } = state;
  if (selection !== null && selection.end > selection.start)
    return { kind: 'span', span: selection, from: 'selection' };
  if (inHand !== null) return { kind: 'annotation', annotation: inHand };
  if (cursor === null) return null;
  const span = sentenceUnder(cursor, units, blocks, text);
  return span === null ? null : { kind: 'span', span, from: 'cursor' };
}

/** The sentence at the offset; where none lies (a dateline, a credit) the block there, trimmed. */
export function sentenceUnder(
  offset: number,
  units: ReadingUnits,
  blocks: readonly Block[],
  text: string,
): Span | null {
  const sentence = spanAt(units.sentences, offset);
  const block = spanAt(blocks, offset);
  if (sentence !== undefined && (block === undefined || sentence.start >= block.start)) return sentence;
  if (block === undefined) return null;
  const trimmed = trimSpan(text, block);
  return trimmed.start < trimmed.end ? trimmed : null;
}

/**
 * The ladder of `e` and `Shift+E`: word, sentence, paragraph round the start of the target. Wider is the smallest
 * that holds more than the target, narrower the largest that holds less; null at either end.
 */
export function widenTarget(
  target: Span,
  ladder: readonly (Span | null)[],
  way: 'wider' | 'narrower',
): Span | null {
  const steps = ladder
    .filter((step): step is Span => step !== null)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  const length = target.end - target.start;
  if (way === 'wider') {
    return (
      steps.find(({ start, end }) => start <= target.start && end >= target.end && end - start > length) ??
      null
    );
  }
  return (
    steps.findLast(({ start, end }) => start >= target.start && end <= target.end && end - start < length) ??
    null
  );
}
