import type { Span } from '../model/span';
import type { ReadingUnits } from './reading-units';

/**
 * Whether one passage may be made of the two without taking in what is in neither: no whole sentence, and no whole
 * paragraph, lies between the end of the first and the start of the next.
 */
export function areNeighbours(
  units: Pick<ReadingUnits, 'sentences' | 'paragraphs'>,
  first: Span,
  next: Span,
): boolean {
  const liesBetween = ({ start, end }: Span): boolean => start >= first.end && end <= next.start;
  return !units.sentences.some(liesBetween) && !units.paragraphs.some(liesBetween);
}
