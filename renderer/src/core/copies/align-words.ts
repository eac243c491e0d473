/** A word of the one text and the same word of the other, by their positions. */
export type WordPair = readonly [left: number, right: number];

/**
 * Which words of two texts are the same, in the order of both: a longest common subsequence, and among those one
 * that holds together. A pair next to another counts a little more than one that stands alone, so that a repeated
 * "the" is not matched far from its neighbours.
 */
export function alignWords<T extends string | number>(
  left: ArrayLike<T>,
  right: ArrayLike<T>,
): readonly WordPair[] {
  const { before, after } = commonEnds(left, right);
  const rows = left.length - before - after;
  const columns = right.length - before - after;
  const middle =
    rows === 0 || columns === 0
      ? []
      : alignMiddle(
          (row) => left[before + row],
          (column) => right[before + column],
          rows,
          columns,
        ).map(([row, column]): WordPair => [before + row, before + column]);
  return [
    ...Array.from({ length: before }, (_, at): WordPair => [at, at]),
    ...middle,
    ...Array.from(
      { length: after },
      (_, at): WordPair => [left.length - after + at, right.length - after + at],
    ),
  ];
}

/**
 * How alike two texts are, 0 to 1: twice the words they have in common in the same order, over all words of both
 * (the coefficient of Dice over a longest common subsequence). 0 as soon as it is sure to be below `least`.
 */
export function similarity<T extends string | number>(
  left: ArrayLike<T>,
  right: ArrayLike<T>,
  least = 0,
): number {
  const all = left.length + right.length;
  if (all === 0) return 1;
  if ((2 * Math.min(left.length, right.length)) / all < least) return 0;
  const { before, after } = commonEnds(left, right);
  const shared = before + after + commonMiddle(left, right, before, after);
  const alike = (2 * shared) / all;
  return alike < least ? 0 : alike;
}

function commonEnds<T>(
  left: ArrayLike<T>,
  right: ArrayLike<T>,
): { readonly before: number; readonly after: number } {
  const shorter = Math.min(left.length, right.length);
  let before = 0;
  while (before < shorter && left[before] === right[before]) before += 1;
  let after = 0;
  while (after < shorter - before && left[left.length - 1 - after] === right[right.length - 1 - after]) {
    after += 1;
  }
  return { before, after };
}

/** Length of a longest common subsequence of what lies between the common ends, in one row of memory. */
function commonMiddle<T>(left: ArrayLike<T>, right: ArrayLike<T>, before: number, after: number): number {
  const rows = left.length - before - after;
  const columns = right.length - before - after;
  if (rows === 0 || columns === 0) return 0;
  const best = new Int32Array(columns + 1);
  for (let row = 0; row < rows; row += 1) {
    const word = left[before + row];
    let diagonal = 0;
    for (let column = 1; column <= columns; column += 1) {
      const above = best[column] ?? 0;
      const beside = best[column - 1] ?? 0;
      if (word === right[before + column - 1]) best[column] = diagonal + 1;
      else best[column] = Math.max(above, beside);
      diagonal = above;
    }
  }
  return best[columns] ?? 0;
}

/** A pair is worth more than all bonuses for neighbours together can be, so none is ever given up for them. */
function alignMiddle<T>(
  left: (row: number) => T,
  right: (column: number) => T,
  rows: number,
  columns: number,
): readonly WordPair[] {
  const width = columns + 1;
  const worth = Math.min(rows, columns) + 1;
  const isPair = (row: number, column: number): boolean => left(row - 1) === right(column - 1);
  /** Best of all alignments up to here, and of those that end with the pair of the last two words. */
  const best = new Float64Array((rows + 1) * width);
  const paired = new Float64Array((rows + 1) * width);
  for (let row = 1; row <= rows; row += 1) {
    for (let column = 1; column <= columns; column += 1) {
      const at = row * width + column;
      let value = Math.max(best[at - width] ?? 0, best[at - 1] ?? 0);
      if (isPair(row, column)) {
        const corner = at - width - 1;
        const joined = paired[corner] ?? 0;
        const pair = Math.max((best[corner] ?? 0) + worth, joined > 0 ? joined + worth + 1 : 0);
        paired[at] = pair;
        value = Math.max(value, pair);
      }
      best[at] = value;
    }
  }
  const pairs: WordPair[] = [];
  let row = rows;
  let column = columns;
  let mustPair = false;
  while (row > 0 && column > 0) {
    const at = row * width + column;
    const corner = at - width - 1;
    const pair = paired[at] ?? 0;
    if (pair > 0 && (mustPair || pair === best[at])) {
      pairs.push([row - 1, column - 1]);
      mustPair = (paired[corner] ?? 0) > 0 && pair === (paired[corner] ?? 0) + worth + 1;
      row -= 1;
      column -= 1;
    } else if (best[at - width] === best[at]) row -= 1;
    else column -= 1;
  }
  return pairs.reverse();
}
