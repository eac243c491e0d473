import { createNumberList, int32 } from './number-list';

/** Sequences of hashed words, one behind the other in a few arrays: hundreds of thousands of small arrays cost more. */
export interface WordPool {
  /** Number of the sequence: 0, 1, 2 ... in turn. */
  add(words: Int32Array): number;
  at(number: number): Int32Array;
}

/** Words in an array; a longer sequence has one of its own. */
const pieceLength = 65_536;

export function createWordPool(): WordPool {
  const pieces: Int32Array[] = [];
  /** Of each sequence the array it stands in, and where it begins and ends there. */
  const places = createNumberList(int32);
  let used = pieceLength;
  return {
    add: (words) => {
      if (used + words.length > pieceLength) {
        pieces.push(new Int32Array(Math.max(pieceLength, words.length)));
        used = 0;
      }
      pieces.at(-1)?.set(words, used);
      places.push(pieces.length - 1);
      places.push(used);
      used += words.length;
      places.push(used);
      return places.length / 3 - 1;
    },
    at: (number) => {
      const words = pieces[places.at(number * 3)];
      return words?.subarray(places.at(number * 3 + 1), places.at(number * 3 + 2)) ?? new Int32Array();
    },
  };
}
