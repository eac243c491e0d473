import { describeAnchor } from '../anchor/describe-anchor';
import { type AnchorProblem, resolveAnchor } from '../anchor/resolve-anchor';
import type { Target } from '../model/annotation';
import type { Span } from '../model/span';
import { fail, type Result, succeed } from '../result';
import { indexCodePoints } from '../text/code-points';
import type { FileAnnotation } from './json-schema';

export interface StagedTarget {
  readonly target: Target;
  /** Prefix or suffix of the file did not stand beside the passage, and were made anew. */
  readonly contextMade: boolean;
}

/** Offsets in UTF-16 units: as stated, else from the code points, else as far as the quote reaches. */
function placeOf(text: string, item: FileAnnotation): Span | null {
  const { start, end, start_codepoint, end_codepoint, quote } = item;
  if (start !== undefined) {
    const last = end ?? (quote === undefined ? undefined : start + quote.length);
    return last === undefined ? null : { start, end: last };
  }
  if (start_codepoint === undefined || end_codepoint === undefined) return null;
  const index = indexCodePoints(text);
  // Outside the text in code points is outside it in UTF-16 units, too.
  const toUtf16 = (at: number): number => (at <= index.length ? index.toUtf16(at) : text.length + 1);
  return { start: toUtf16(start_codepoint), end: toUtf16(end_codepoint) };
}

/**
 * Where an annotation of the file stands, checked against the text. Its quote must stand at its offsets; a quote
 * alone is not searched for, since wire copy repeats itself. Neither offsets nor quote means the whole document.
 */
export function stageTarget(
  text: string,
  item: FileAnnotation,
): Result<StagedTarget, AnchorProblem | 'place-missing'> {
  const { start, end, start_codepoint, end_codepoint, quote, prefix, suffix } = item;
  if ([start, end, start_codepoint, end_codepoint, quote].every((each) => each === undefined)) {
    return succeed({ target: { kind: 'document' }, contextMade: false });
  }
  const place = placeOf(text, item);
  if (place === null) return fail('place-missing');
  const found = resolveAnchor(text, { ...place, quote: quote ?? text.slice(place.start, place.end) });
  if (!found.ok) return found;
  const made = describeAnchor(text, place);
  // Shorter or longer than ours is as good, as long as it stands there: a lossless import changes nothing.
  const keepsPrefix = prefix !== undefined && text.slice(0, place.start).endsWith(prefix);
  const keepsSuffix = suffix !== undefined && text.startsWith(suffix, place.end);
  return succeed({
    target: {
      ...made,
      prefix: keepsPrefix ? prefix : made.prefix,
      suffix: keepsSuffix ? suffix : made.suffix,
    },
    contextMade: (prefix !== undefined && !keepsPrefix) || (suffix !== undefined && !keepsSuffix),
  });
}
