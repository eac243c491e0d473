import type { Span } from '../model/span';

/** The first unit after an offset that lies in one of the `scoped` spans and that none of the passages touches. */
export function nextUncodedUnit<T extends Span>(
  units: readonly T[],
  passages: readonly Span[],
  scoped: readonly Span[],
  after: number,
): T | null {
  return (
    units.find((unit) => unit.start > after && scoped.some(touches(unit)) && !passages.some(touches(unit))) ??
    null
  );
}

function touches({ start, end }: Span): (other: Span) => boolean {
  return (other) => other.start < end && other.end > start;
}
