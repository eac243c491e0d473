/** Between the two ways of counting in one text. Both maps are monotone, and inverse at every whole character. */
export interface CodePointIndex {
  /** Length of the text in code points. */
  readonly length: number;
  /**
   * Code points before a UTF-16 offset; inside a surrogate pair, those before the pair.
   * @throws RangeError for an offset outside 0 to the text's length.
   */
  fromUtf16(offset: number): number;
  /**
   * The UTF-16 offset after so many code points.
   * @throws RangeError for a number outside 0 to `length`.
   */
  toUtf16(codePoints: number): number;
}

const pair = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;

/**
 * Counts a text once, for conversions in O(log n) of its characters beyond U+FFFF, which are rare: only their
 * positions are kept, four bytes each. The only place in the program that turns UTF-16 units into code points.
 */
export function indexCodePoints(text: string): CodePointIndex {
  const found: number[] = [];
  for (const match of text.matchAll(pair)) found.push(match.index);
  const pairs = Uint32Array.from(found);
  const length = text.length - pairs.length;

  /** How many pairs satisfy a test that holds for a first part of them and for none after. */
  const countWhile = (holds: (start: number, rank: number) => boolean): number => {
    let low = 0;
    let high = pairs.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (holds(pairs[middle] ?? 0, middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  return {
    length,
    fromUtf16(offset) {
      assertWithin(offset, text.length);
      return offset - countWhile((start) => start < offset);
    },
    toUtf16(codePoints) {
      assertWithin(codePoints, length);
      return codePoints + countWhile((start, rank) => start - rank < codePoints);
    },
  };
}

function assertWithin(value: number, limit: number): void {
  if (!Number.isInteger(value) || value < 0 || value > limit) {
    throw new RangeError(`Offset ${value} is not a whole number between 0 and ${limit}`);
  }
}
