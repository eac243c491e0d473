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
/** Texts that there is room for at first. */
const firstRoom = 1_024;

export function createBandTable(): BandTable {
  /** The latest text of each chain, by band; made when the first text comes, and -1 for none. */
  let heads: Int32Array | null = null;
  let next = new Int32Array(bands * firstRoom);
  let kept = new Uint16Array(bands * firstRoom);
  let room = firstRoom;
  let count = 0;

  /** Where the chain of a key of a band begins. */
  const slot = (band: number, key: number): number => (band << slotBits) + (key >>> slotBits);
  const low = (key: number): number => key & 0xffff;

  const grow = (): void => {
    // By half: what is kept for texts to come is memory that nobody uses.
    room += room >> 1;
    const [formerNext, formerKept] = [next, kept];
    next = new Int32Array(bands * room);
    next.set(formerNext);
    kept = new Uint16Array(bands * room);
    kept.set(formerKept);
  };

  return {
    add: (keys) => {
      if (count === room) grow();
      heads ??= new Int32Array(bands << slotBits).fill(-1);
      for (let band = 0; band < bands; band += 1) {
        const key = keys[band] ?? 0;
        const at = count * bands + band;
        const head = slot(band, key);
        kept[at] = low(key);
        next[at] = heads[head] ?? -1;
        heads[head] = count;
      }
      count += 1;
    },
    candidates: (keys, limit) => {
      const found = new Set<number>();
      if (heads === null) return [];
      for (let band = 0; band < bands; band += 1) {
        const key = keys[band] ?? 0;
        let number = heads[slot(band, key)] ?? -1;
        while (number >= 0 && found.size < limit) {
          const at = number * bands + band;
          if (kept[at] === low(key)) found.add(number);
          number = next[at] ?? -1;
        }
      }
      return [...found];
    },
  };
}
