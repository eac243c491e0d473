import { columnGap, type PageLine } from './page-runs';

/** Lines that are read one below the other, within the edges they share. */
export interface Column {
  readonly lines: readonly PageLine[];
  readonly left: number;
  readonly right: number;
}

/** Lines that must begin at an edge, and lie beside it, before it is one of a column. */
const leastLines = 3;
/** Points by which lines of one column may begin apart. */
const ragged = 3;
/** Units of text that lines of a column have on average; those of a table are shorter. */
const leastText = 16;

/**
 * The columns of a page in the order in which they are read: left before right between two lines that run across,
 * those lines where they stand. Rows of a table stay rows, their cells parted by a tab.
 */
export function readingOrder(lines: readonly PageLine[]): readonly Column[] {
  const edge = columnEdge(lines);
  if (edge === undefined) return lines.length === 0 ? [] : [asColumn(joinRows(lines))];
  const columns: Column[] = [];
  let band: PageLine[] = [];
  let across: PageLine[] = [];
  const endBand = (): void => {
    const left = band.filter((line) => line.x < edge);
    const right = band.filter((line) => line.x >= edge);
    columns.push(...readingOrder(left), ...readingOrder(right));
    band = [];
  };
  const endAcross = (): void => {
    if (across.length > 0) columns.push(asColumn(joinRows(across)));
    across = [];
  };
  for (const line of lines) {
    const crosses = line.x < edge && line.end > edge;
    if (crosses) {
      if (band.length > 0) endBand();
      across.push(line);
    } else {
      endAcross();
      band.push(line);
    }
  }
  if (band.length > 0) endBand();
  endAcross();
  return columns;
}

/** Where a second column begins: an edge that many lines begin at and hardly any runs across. */
function columnEdge(lines: readonly PageLine[]): number | undefined {
  const leftmost = Math.min(...lines.map(({ x }) => x));
  const starts = lines.map(({ x }) => x).filter((x) => x > leftmost + 5 * ragged);
  let best: { readonly edge: number; readonly score: number } | undefined;
  for (const edge of new Set(starts.map((x) => Math.round(x)))) {
    const right = lines.filter(({ x }) => Math.abs(x - edge) <= ragged);
    if (right.length < leastLines) continue;
    const top = Math.min(...right.map(({ y }) => y));
    const bottom = Math.max(...right.map(({ y }) => y));
    const beside = lines.filter(({ y, size }) => y >= top - size && y <= bottom + size);
    const gutter = edge - ragged - columnGap * (right[0]?.size ?? 0) * 0.5;
    const left = beside.filter(({ end }) => end <= gutter);
    const crossing = beside.filter(({ x, end }) => x < gutter && end > edge).length;
    if (left.length < leastLines || crossing * 5 > right.length + left.length) continue;
    if (meanText(left) < leastText || meanText(right) < leastText) continue;
    const score = right.length - crossing * 2;
    if (best === undefined || score > best.score) best = { edge: edge - ragged, score };
  }
  return best?.edge;
}

function meanText(lines: readonly PageLine[]): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0) / lines.length;
}

/** What stands on one baseline as one line again: a row of a table. */
function joinRows(lines: readonly PageLine[]): readonly PageLine[] {
  const rows: PageLine[] = [];
  for (const line of lines) {
    const last = rows.at(-1);
    if (last === undefined || Math.abs(last.y - line.y) > 0.4 * line.size) rows.push(line);
    else
      rows[rows.length - 1] = {
        ...last,
        text: `${last.text.trimEnd()}\t${line.text.trimStart()}`,
        end: Math.max(last.end, line.end),
      };
  }
  return rows;
}

function asColumn(lines: readonly PageLine[]): Column {
  return {
    lines,
    left: Math.min(...lines.map(({ x }) => x)),
    right: Math.max(...lines.map(({ end }) => end)),
  };
}
