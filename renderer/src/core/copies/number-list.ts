/**
 * Numbers one behind the other, in pieces of a fixed length: hundreds of thousands of them grow without being copied,
 * and without room that nobody uses.
 */
export interface NumberList {
  readonly length: number;
  push(value: number): void;
  /** NaN where there is none. */
  at(place: number): number;
  /** Of a place below the length. */
  set(place: number, value: number): void;
}

type Piece = Int32Array | Float64Array;

const bits = 14;
const pieceLength = 1 << bits;
const mask = pieceLength - 1;

/** `piece`: makes an array of the kind that holds the numbers. */
export function createNumberList(piece: (length: number) => Piece): NumberList {
  const pieces: Piece[] = [];
  let length = 0;
  return {
    get length() {
      return length;
    },
    push: (value) => {
      let last = pieces[length >> bits];
      if (last === undefined) {
        last = piece(pieceLength);
        pieces.push(last);
      }
      last[length & mask] = value;
      length += 1;
    },
    at: (place) => (place < length ? (pieces[place >> bits]?.[place & mask] ?? Number.NaN) : Number.NaN),
    set: (place, value) => {
      const own = pieces[place >> bits];
      if (own !== undefined) own[place & mask] = value;
    },
  };
}

export const int32 = (length: number): Int32Array => new Int32Array(length);
export const float64 = (length: number): Float64Array => new Float64Array(length);
