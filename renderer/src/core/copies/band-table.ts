import { assertDefined } from '../assert';
import { bands } from './min-hash';

/** Which texts share a band with another, for hundreds of thousands of them: chains in plain arrays. */
export interface BandTable {
  /** Numbers must be 0, 1, 2 ... in turn. */
  add(keys: Int32Array): void;
  /** Numbers of texts that share at least one band, each once, the latest first; at most `limit`. */
  candidates(keys: Int32Array, limit: number): readonly number[];
}

/** The upper half of a key finds its chain, the lower half is kept to tell it from others there: six bytes a band. */
const slotBits = 16;
/** Texts in a piece: the tables grow piece by piece, so that nothing is copied and no room stands empty. */
const pieceBits = 12;
const inPiece = 1 << pieceBits;

export function createBandTable(): BandTable {
  /** The latest text of each chain, by band; made when the first text comes, and -1 for none. */
  let heads: Int32Array | null = null;
  /** By text, a number for each band: the text before it in its chain, and the lower half of its key. */
  const next: Int32Array[] = [];
  const kept: Uint16Array[] = [];
  let count = 0;

  /** Where the chain of a key of a band begins. */
  const slot = (band: number, key: number): number => (band << slotBits) + (key >>> slotBits);
  const low = (key: number): number => key & 0xffff;
  const place = (number: number, band: number): number => (number & (inPiece - 1)) * bands + band;

  return {
    add: (keys) => {
      if ((count & (inPiece - 1)) === 0) {
        next.push(new Int32Array(bands * inPiece));
        kept.push(new Uint16Array(bands * inPiece));
      }
      heads ??= new Int32Array(bands << slotBits).fill(-1);
      const ownNext = assertDefined(next.at(-1), 'made above');
      const ownKept = assertDefined(kept.at(-1), 'made above');
      for (let band = 0; band < bands; band += 1) {
        const key = keys[band] ?? 0;
        const at = place(count, band);
        const head = slot(band, key);
        ownKept[at] = low(key);
        ownNext[at] = heads[head] ?? -1;
        heads[head] = count;
      }
      count += 1;
    },
    candidates: (keys, limit) => {
      const found = new Set<number>();
      if (heads === null) return [];
      for (let band = 0; band < bands; band += 1) {
        const key = keys[band] ?? 0;
        let number: number = heads[slot(band, key)] ?? -1;
        while (number >= 0 && found.size < limit) {
          const at = place(number, band);
          const piece = number >> pieceBits;
          if (kept[piece]?.[at] === low(key)) found.add(number);
          number = next[piece]?.[at] ?? -1;
        }
      }
      return [...found];
    },
  };
}
