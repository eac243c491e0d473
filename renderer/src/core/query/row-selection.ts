/** Which rows of a list are chosen, by their places, as keys and clicks with Shift and Ctrl change it. */

export interface RowSelection {
  /** The row in hand; -1 while there is none. */
  readonly at: number;
  /** Where a range that Shift extends begins. */
  readonly anchor: number;
  /** Chosen by hand before the range was begun. */
  readonly base: ReadonlySet<number>;
  /** All that is chosen; empty where only the row in hand counts. */
  readonly chosen: ReadonlySet<number>;
}

const nothing: ReadonlySet<number> = new Set();

export const noRows: RowSelection = { at: -1, anchor: -1, base: nothing, chosen: nothing };

/** One row in hand, none chosen. */
export function takeRow(at: number): RowSelection {
  return { at, anchor: at, base: nothing, chosen: nothing };
}

/** Goes to a row and chooses all from the anchor to there, besides what was chosen by hand. */
export function extendTo({ anchor, base }: RowSelection, at: number): RowSelection {
  const from = anchor < 0 ? at : anchor;
  const chosen = new Set(base);
  for (let row = Math.min(from, at); row <= Math.max(from, at); row++) chosen.add(row);
  return { at, anchor: from, base, chosen };
}

/** Chooses a row, or lets go of it; the row in hand, which counted alone, stays chosen beside it. */
export function toggleRow(selection: RowSelection, at: number): RowSelection {
  const chosen = new Set(selection.chosen);
  if (chosen.size === 0 && selection.at >= 0 && selection.at !== at) chosen.add(selection.at);
  if (!chosen.delete(at)) chosen.add(at);
  return { at, anchor: at, base: chosen, chosen };
}

export function chooseAll(selection: RowSelection, rows: number): RowSelection {
  const chosen = new Set(Array.from({ length: rows }, (_, row) => row));
  return { at: Math.max(0, selection.at), anchor: Math.max(0, selection.anchor), base: nothing, chosen };
}

/** The rows that a command acts on, as ranges [from, to) in order. */
export function chosenRanges({ at, chosen }: RowSelection): readonly (readonly [number, number])[] {
  if (chosen.size === 0) return at < 0 ? [] : [[at, at + 1]];
  const ranges: [number, number][] = [];
  for (const row of [...chosen].sort((one, other) => one - other)) {
    const last = ranges.at(-1);
    if (last?.[1] === row) last[1] = row + 1;
    else ranges.push([row, row + 1]);
  }
  return ranges;
}
