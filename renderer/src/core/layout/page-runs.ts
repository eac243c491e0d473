/** A piece of text as a page shows it, in one font on one line; lengths in points. */
export interface PageRun {
  readonly text: string;
  /** Left edge. */
  readonly x: number;
  /** Baseline, from the top of the page downwards. */
  readonly y: number;
  readonly width: number;
  /** Of the font. */
  readonly size: number;
}

export interface Page {
  readonly width: number;
  readonly height: number;
  readonly runs: readonly PageRun[];
}

/** What stands in one line between two columns' edges. */
export interface PageLine {
  readonly text: string;
  readonly x: number;
  readonly end: number;
  readonly y: number;
  readonly size: number;
}

/** Of the font's size: baselines closer than this are one line, gaps wider than this part words, or columns. */
const sameLine = 0.45;
const wordGap = 0.18;
export const columnGap = 0.9;

/** The lines of a page from top to bottom, cut where a gap is too wide for a space between words. */
export function linesOf(runs: readonly PageRun[]): readonly PageLine[] {
  const visible = runs.filter(({ text }) => text.trim() !== '');
  const inOrder = visible.toSorted((one, other) => one.y - other.y || one.x - other.x);
  const rows: PageRun[][] = [];
  for (const run of inOrder) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (
      row !== undefined &&
      first !== undefined &&
      run.y - first.y <= sameLine * Math.max(run.size, first.size)
    )
      row.push(run);
    else rows.push([run]);
  }
  return rows.flatMap(cutRow);
}

function cutRow(row: readonly PageRun[]): readonly PageLine[] {
  const lines: PageLine[] = [];
  for (const run of row.toSorted((one, other) => one.x - other.x)) {
    const last = lines.at(-1);
    const gap = last === undefined ? Infinity : run.x - last.end;
    if (last === undefined || gap > columnGap * Math.max(last.size, run.size)) {
      lines.push({ text: run.text, x: run.x, end: run.x + run.width, y: run.y, size: run.size });
      continue;
    }
    const isApart = gap > wordGap * run.size && !/\s$/u.test(last.text) && !/^\s/u.test(run.text);
    lines[lines.length - 1] = {
      text: last.text + (isApart ? ' ' : '') + run.text,
      x: last.x,
      end: Math.max(last.end, run.x + run.width),
      // A raised figure of a footnote does not move the line.
      y: run.size > last.size ? run.y : last.y,
      size: Math.max(last.size, run.size),
    };
  }
  return lines;
}
