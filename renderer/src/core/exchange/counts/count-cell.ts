import type { Span } from '../../model/span';
import { indexCodePoints } from '../../text/code-points';
import { wordSpans } from '../../text/words';
import type { Measure, Projection } from './matrix-options';

const overlaps = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end;

/** The parts of the spans that lie in a unit, in order, those that touch or overlap joined. */
export function coveredIn(unit: Span, spans: readonly Span[]): readonly Span[] {
  const cut = spans
    .filter((span) => overlaps(span, unit))
    .map(({ start, end }) => ({ start: Math.max(start, unit.start), end: Math.min(end, unit.end) }))
    .sort((a, b) => a.start - b.start);
  const joined: Span[] = [];
  for (const span of cut) {
    const last = joined.at(-1);
    if (last !== undefined && span.start <= last.end) {
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else joined.push(span);
  }
  return joined;
}

/** True when the unit carries what the spans carry: by one of its words, or by half of them. */
export function carries(text: string, unit: Span, spans: readonly Span[], projection: Projection): boolean {
  const covered = coveredIn(unit, spans);
  if (covered.length === 0) return false;
  let words = 0;
  let inside = 0;
  for (const word of wordSpans(text, unit)) {
    words += 1;
    if (covered.some((span) => overlaps(span, word))) inside += 1;
    if (inside > 0 && projection === 'one-word') return true;
  }
  return inside > 0 && inside * 2 >= words;
}

/** Code points of the unit that lie in one of the spans. */
function charactersIn(text: string, unit: Span, spans: readonly Span[]): number {
  return coveredIn(unit, spans).reduce(
    (sum, { start, end }) => sum + indexCodePoints(text.slice(start, end)).length,
    0,
  );
}

/** The value of a unit for passages that carry one code; 0 where the unit does not carry it. */
export function countCell(
  text: string,
  unit: Span,
  spans: readonly Span[],
  { measure, projection }: { readonly measure: Measure; readonly projection: Projection },
): number {
  switch (measure) {
    case 'presence':
      return carries(text, unit, spans, projection) ? 1 : 0;
    case 'counts':
      return spans.filter((span) => carries(text, unit, [span], projection)).length;
    case 'characters':
      return carries(text, unit, spans, projection) ? charactersIn(text, unit, spans) : 0;
  }
}
