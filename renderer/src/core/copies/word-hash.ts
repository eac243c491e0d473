/** Hashes of words and of sequences of them. They depend on nothing but the words, so every run finds the same. */

/** FNV-1a over the UTF-16 units, mixed so that all bits hang on all units; 32 bits. */
export function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  }
  return mix(hash);
}

/** The finaliser of MurmurHash3. */
export function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** 52 bits for a sequence of hashed words: a whole number, at least 0. */
export function fingerprint(words: ArrayLike<number>): number {
  let high = words.length;
  let low = 0x9e3779b9;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? 0;
    high = mix(Math.imul(high, 0x2c1b3c6d) ^ word);
    low = mix(Math.imul(low, 0x297a2d39) + word);
  }
  return (high >>> 12) * 2 ** 32 + (low >>> 0);
}
