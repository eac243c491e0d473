import type { GuessedEncoding } from './legacy-encoding';

/** Bytes looked at. */
const sample = 8192;
/** Of the zero bytes, on one side: the high halves of Latin letters, spaces and line ends. */
const oneSided = 0.95;
/** Zero bytes that tell for sure, beyond those that letters of Chinese or Korean have by chance. */
const telling = 2;
/** How sure it is where there are fewer: a person is to look. */
export const hardly = 0.1;
/** Of the characters, that texts are made of. */
const plausible = 0.9;

/**
 * UTF-16 without a byte order mark, by its zero bytes: in one byte of every pair, and never in the other. Asked
 * only where UTF-8 makes no sense, since zero bytes may also stand in a text by mistake.
 */
export function guessUtf16(bytes: Uint8Array): GuessedEncoding | undefined {
  const head = bytes.subarray(0, Math.min(sample, bytes.length - (bytes.length % 2)));
  let even = 0;
  let odd = 0;
  for (const [at, byte] of head.entries()) {
    if (byte !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  const zeros = even + odd;
  if (zeros === 0 || Math.max(even, odd) < zeros * oneSided) return undefined;
  const encoding = odd > even ? 'utf-16le' : 'utf-16be';
  const share = plausibleShare(head, encoding);
  if (share < plausible) return undefined;
  const byChance = head.length / 2 / 256;
  return { label: encoding, confidence: zeros > telling + byChance * 3 ? share : hardly };
}

/** Of the characters that the bytes make, 0 to 1; 0 where they make none. */
function plausibleShare(bytes: Uint8Array, encoding: string): number {
  try {
    // A stream: the sample may end between the halves of one character.
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    const usual = text.match(/[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}\t\n\r]/gu)?.length ?? 0;
    return usual / Math.max(1, Array.from(text).length);
  } catch {
    return 0;
  }
}

/** Characters that a text must have before it is taken for Chinese or Japanese, and to be so for sure. */
const fewest = 8;
const enough = 32;
const eastAsian = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303F\uFF00-\uFFEF\n\r]+$/u;
/** Letters and marks that pairs of Latin letters hardly ever make: those make Chinese ones. */
const unmistaken = /[\u3001\u3002\u3041-\u30FF\uFF01\uFF0C]/gu;
const leastUnmistaken = 0.05;

/** Chinese or Japanese in UTF-16 without a mark and without zero bytes: a text that has neither blanks nor lines. */
export function guessEastAsianUtf16(bytes: Uint8Array): GuessedEncoding | undefined {
  const head = bytes.subarray(0, Math.min(sample, bytes.length - (bytes.length % 2)));
  const found = ['utf-16le', 'utf-16be'].flatMap((label) => {
    const text = new TextDecoder(label).decode(head);
    const share = (text.match(unmistaken)?.length ?? 0) / text.length;
    const isOne = text.length >= fewest && share >= leastUnmistaken && eastAsian.test(text);
    return isOne ? [{ label, share, confidence: text.length >= enough ? 1 : hardly }] : [];
  });
  const [best] = found.toSorted((one, other) => other.share - one.share);
  return best === undefined ? undefined : { label: best.label, confidence: best.confidence };
}
