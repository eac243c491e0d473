/** Sequences of hashed words, one behind the other in one array: hundreds of thousands of small arrays cost more. */
export interface WordPool {
  /** Number of the sequence: 0, 1, 2 ... in turn. */
  add(words: Int32Array): number;
  /** A view that holds until the next `add`. */
  at(number: number): Int32Array;
}

const firstRoom = 4_096;

export function createWordPool(): WordPool {
  let words = new Int32Array(firstRoom);
  let length = 0;
  const ends: number[] = [];
  return {
    add: (added) => {
      if (length + added.length > words.length) {
        const former = words;
        words = new Int32Array(Math.max(length + added.length, former.length + (former.length >> 1)));
        words.set(former);
      }
      words.set(added, length);
      length += added.length;
      return ends.push(length) - 1;
    },
    at: (number) => words.subarray(number === 0 ? 0 : ends[number - 1], ends[number]),
  };
}
