import { bands } from './min-hash';

/** Which texts share a band with another, for hundreds of thousands of them: chains in plain arrays. */
export interface BandTable {
  /** Numbers must be 0, 1, 2 ... in turn. */
  add(keys: Int32Array): void;
  /** Numbers of texts that share at least one band, each once, the latest first; at most `limit`. */
  candidates(keys: Int32Array, limit: number): readonly number[];
}

export function createBandTable(): BandTable {
  let bits = 10;
  let heads = emptyHeads(bits);
  let next = new Int32Array(bands << bits);
  let kept = new Int32Array(bands << bits);
  let count = 0;

  /** Where the chain of a key of a band begins. */
  const slot = (band: number, key: number): number => (band << bits) + (key >>> (32 - bits));
  const link = (number: number): void => {
    for (let band = 0; band < bands; band += 1) {
      const at = number * bands + band;
      const head = slot(band, kept[at] ?? 0);
      next[at] = heads[head] ?? -1;
      heads[head] = number;
    }
  };
  const grow = (): void => {
    bits += 1;
    heads = emptyHeads(bits);
    next = new Int32Array(bands << bits);
    const former = kept;
    kept = new Int32Array(bands << bits);
    kept.set(former);
    for (let number = 0; number < count; number += 1) link(number);
  };

  return {
    add: (keys) => {
      if (count === 1 << bits) grow();
      kept.set(keys, count * bands);
      link(count);
      count += 1;
    },
    candidates: (keys, limit) => {
      const found = new Set<number>();
      for (let band = 0; band < bands; band += 1) {
        const key = keys[band] ?? 0;
        let number = heads[slot(band, key)] ?? -1;
        while (number >= 0 && found.size < limit) {
          const at = number * bands + band;
          if (kept[at] === key) found.add(number);
          number = next[at] ?? -1;
        }
      }
      return [...found];
    },
  };
}

function emptyHeads(bits: number): Int32Array {
  return new Int32Array(bands << bits).fill(-1);
}
