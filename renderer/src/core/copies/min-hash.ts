/**
 * MinHash (Broder 1997) with banding (Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", chapter 3): two
 * texts whose sets of shingles are alike to the degree J share at least one of 16 bands of 4 with the probability
 * 1 - (1 - J^4)^16: .98 at J = .68, below .002 at J = .1. It only proposes; alignment decides.
 */
import { mix } from './word-hash';

const permutations = 63;
export const bands = 21;
const rows = permutations / bands;
/** Words to a shingle. */
const shingle = 2;

const multipliers = Int32Array.from({ length: permutations }, (_, at) => mix(at * 2 + 1) | 1);
const offsets = Int32Array.from({ length: permutations }, (_, at) => mix((at + 1) * 0x9e3779b9));
const least = new Uint32Array(permutations);

/** A key for each band; texts that share a key at the same place may be alike. The array is filled again each time. */
export function bandKeys(words: ArrayLike<number>, keys: Int32Array): void {
  least.fill(0xffffffff);
  const last = Math.max(0, words.length - shingle);
  for (let at = 0; at <= last; at += 1) {
    const hash = mix(Math.imul(words[at] ?? 0, 0x2c1b3c6d) + (words[at + 1] ?? 0));
    for (let each = 0; each < permutations; each += 1) {
      const value = (Math.imul(hash, multipliers[each] ?? 1) + (offsets[each] ?? 0)) >>> 0;
      if (value < (least[each] ?? 0)) least[each] = value;
    }
  }
  for (let band = 0; band < bands; band += 1) {
    let key = band;
    for (let row = 0; row < rows; row += 1) {
      key = mix(Math.imul(key, 0x297a2d39) ^ (least[band * rows + row] ?? 0));
    }
    keys[band] = key;
  }
}
