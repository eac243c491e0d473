import type { Id } from '../model/identity';

const lanes = [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344] as const;

/** Spreads the bits of a 32-bit number over all of it (the last step of MurmurHash3). */
function stir(value: number): number {
  let mixed = value;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function lane(text: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0xcc9e2d51);
    hash = ((hash << 15) | (hash >>> 17)) ^ seed;
  }
  return stir(hash ^ text.length);
}

/**
 * A UUID (version 8, RFC 9562) made of words: the same for the same words on every system and in every export, for
 * things that have no id of their own in our model. It is no secret and no fingerprint.
 */
export function derivedId(...words: readonly string[]): Id {
  const text = words.map((word) => `${word.length}:${word}`).join('');
  const hex = lanes.map((seed) => lane(text, seed).toString(16).padStart(8, '0')).join('');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join('-');
}
