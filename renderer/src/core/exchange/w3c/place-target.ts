import { resolveAnchor } from '../../anchor/resolve-anchor';
import type { Span } from '../../model/span';
import { fail, type Result, succeed } from '../../result';
import type { CodePointIndex } from '../../text/code-points';
import type { W3cTarget } from './w3c-model';

export interface PlacedSpan extends Span {
  /** By what it was found; `utf-16`: by a position that counts UTF-16 units, against the model. */
  readonly by: 'position' | 'utf-16' | 'quote';
}

export type PlaceProblem =
  | 'place-missing'
  | 'out-of-range'
  | 'splits-character'
  | 'quote-missing'
  | 'quote-ambiguous';

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Other programs cut contexts to other lengths and flatten their white space. */
function hasContext(text: string, { start, end }: Span, prefix: string, suffix: string): boolean {
  const before = flat(text.slice(Math.max(0, start - 2 * prefix.length - 64), start));
  const after = flat(text.slice(end, end + 2 * suffix.length + 64));
  return before.endsWith(flat(prefix)) && after.startsWith(flat(suffix));
}

function occurrences(text: string, exact: string): readonly Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    found.push({ start: at, end: at + exact.length });
  }
  return found;
}

/**
 * Where a target stands in a text. The position counts if the quote stands there; else the quote itself, if with its
 * surroundings it stands in the text exactly once. Nothing is guessed. A position without a quote is believed only of
 * a text that is known to be the one (`trusted`).
 */
export function placeTarget(
  text: string,
  codePoints: CodePointIndex,
  { position, quote }: W3cTarget,
  trusted: boolean,
): Result<PlacedSpan, PlaceProblem> {
  if (quote === undefined) {
    if (position === undefined || !trusted) return fail('place-missing');
    if (position.end > codePoints.length || position.start > position.end) return fail('out-of-range');
    const span = { start: codePoints.toUtf16(position.start), end: codePoints.toUtf16(position.end) };
    return succeed({ ...span, by: 'position' });
  }
  const { exact, prefix, suffix } = quote;
  if (position !== undefined && position.start <= position.end) {
    if (position.end <= codePoints.length) {
      const span = { start: codePoints.toUtf16(position.start), end: codePoints.toUtf16(position.end) };
      if (resolveAnchor(text, { ...span, quote: exact }).ok) return succeed({ ...span, by: 'position' });
    }
    if (exact !== '' && resolveAnchor(text, { ...position, quote: exact }).ok) {
      return succeed({ ...position, by: 'utf-16' });
    }
  }
  if (exact === '') return fail('quote-missing');
  const found = occurrences(text, exact).filter((span) => hasContext(text, span, prefix, suffix));
  const [only] = found;
  if (only === undefined) return fail('quote-missing');
  if (found.length > 1) return fail('quote-ambiguous');
  if (!resolveAnchor(text, { ...only, quote: exact }).ok) return fail('splits-character');
  return succeed({ ...only, by: 'quote' });
}
