import type { Span } from '../model/span';

/** Neighbouring lines of a text that are laid out together, or not at all while they are out of sight. */
export interface PlannedSection {
  /** Index of the first line, and of the one after the last. */
  readonly first: number;
  readonly end: number;
  /** Rows that its lines fill on the page: a guess, for the height that it has before it was ever laid out. */
  readonly rows: number;
}

/**
 * At most so much in a section. More would take longer than a frame to lay out when it comes near the view; less,
 * and a text of a million words would have more sections than the page can watch.
 */
const most = { lines: 20, units: 5_000 } as const;

/** UTF-16 units in a row of text at the usual measure, Latin or Cyrillic. */
const unitsInRow = 78;

/** Lines, in text order, in sections: each holds one line at least, however long that is. */
export function planSections(lines: readonly Span[]): readonly PlannedSection[] {
  const sections: PlannedSection[] = [];
  let first = 0;
  let units = 0;
  let rows = 0;
  lines.forEach(({ start, end }, index) => {
    const length = end - start;
    const isFull = index - first >= most.lines || units + length > most.units;
    if (index > first && isFull) {
      sections.push({ first, end: index, rows });
      [first, units, rows] = [index, 0, 0];
    }
    units += length;
    rows += Math.max(1, Math.ceil(length / unitsInRow));
  });
  if (lines.length > first) sections.push({ first, end: lines.length, rows });
  return sections;
}
