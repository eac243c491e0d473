/**
 * Maps a list again and again of which little changes: from one time to the next what stands in the beginning and
 * the end that stayed the same keeps what was made of it. The result is the same array when nothing changed.
 */
export function createChangeMapper<T, U>(make: (item: T) => U): (items: readonly T[]) => readonly U[] {
  let before: readonly T[] = [];
  let made: readonly U[] = [];
  return (items) => {
    const { from, beforeEnd, afterEnd } = changedStretch(before, items);
    if (from < beforeEnd || from < afterEnd) {
      const fresh = items.slice(from, afterEnd).map(make);
      // Joined, not spliced in: a splice takes its items as arguments, of which there may be too many.
      made = [...made.slice(0, from), ...fresh, ...made.slice(beforeEnd)];
    }
    before = items;
    return made;
  };
}

export interface Stretch {
  /** Where the lists begin to differ. */
  readonly from: number;
  /** Where they end to differ: in the list as it was, and as it is. */
  readonly beforeEnd: number;
  readonly afterEnd: number;
}

/** What differs between two lists, by identity: all that lies between their common beginning and their common end. */
export function changedStretch(before: readonly unknown[], after: readonly unknown[]): Stretch {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from += 1;
  let beforeEnd = before.length;
  let afterEnd = after.length;
  while (beforeEnd > from && afterEnd > from && before[beforeEnd - 1] === after[afterEnd - 1]) {
    beforeEnd -= 1;
    afterEnd -= 1;
  }
  return { from, beforeEnd, afterEnd };
}
