import type { PassageTarget } from '../model/annotation';
import type { Span } from '../model/span';
import { fail, type Result, succeed } from '../result';
import { splitsPair } from './describe-anchor';

/** Why a passage has no place in a text. */
export type AnchorProblem = 'out-of-range' | 'splits-character' | 'quote-differs';

/**
 * The place of a passage in its frozen text, in UTF-16 units, or why there is none. The quote must stand exactly
 * at the offsets: another place is never searched for, since an orphan is better than a guess.
 */
export function resolveAnchor(
  text: string,
  target: Pick<PassageTarget, 'start' | 'end' | 'quote'>,
): Result<Span, AnchorProblem> {
  const { start, end, quote } = target;
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end < start || end > text.length) {
    return fail('out-of-range');
  }
  if (splitsPair(text, start) || splitsPair(text, end)) return fail('splits-character');
  return text.slice(start, end) === quote ? succeed({ start, end }) : fail('quote-differs');
}
