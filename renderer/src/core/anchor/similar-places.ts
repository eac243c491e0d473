import type { Span } from '../model/span';

export interface SimilarPlace extends Span {
  /** 1 less the edits that part it from the pattern, for each unit of the longer of both. */
  readonly score: number;
}

/** Bits of a word that signed arithmetic leaves alone. */
const wordBits = 30;

/**
 * The places at which a text comes closest to a pattern, the best of each neighbourhood, at most `errors` edits away
 * (insertions, deletions, replaced units). Bit-parallel search for the ends (G. Myers, "A fast bit-vector algorithm
 * for approximate string matching", 1999, in blocks as H. Hyyrö has them); each start by searching backwards from its
 * end.
 */
export function similarPlaces(text: string, pattern: string, errors: number): readonly SimilarPlace[] {
  const ends = endsOf(text, pattern, errors);
  const best: { end: number; errors: number }[] = [];
  for (const end of ends) {
    const last = best.at(-1);
    // Ends this close are one place read in several ways.
    if (last !== undefined && end.end - last.end < pattern.length / 2) {
      if (end.errors < last.errors) best[best.length - 1] = end;
    } else best.push(end);
  }
  const reversed = backwards(pattern);
  return best.map(({ end, errors: found }) => {
    const from = Math.max(0, end - pattern.length - found);
    const back = backwards(text.slice(from, end));
    const starts = endsOf(back, reversed, found).filter((one) => one.errors === found);
    const start =
      end - (starts.toSorted((a, b) => nearTo(a, pattern) - nearTo(b, pattern))[0]?.end ?? end - from);
    const longer = Math.max(pattern.length, end - start);
    return { start, end, score: 1 - found / Math.max(1, longer) };
  });
}

/** Unit by unit, as the search goes. */
function backwards(text: string): string {
  let reversed = '';
  for (let at = text.length - 1; at >= 0; at -= 1) reversed += text.charAt(at);
  return reversed;
}

function nearTo({ end }: { readonly end: number }, pattern: string): number {
  return Math.abs(end - pattern.length);
}

function endsOf(
  text: string,
  pattern: string,
  errors: number,
): readonly { readonly end: number; readonly errors: number }[] {
  const length = pattern.length;
  if (length === 0) return [];
  const blocks = Math.ceil(length / wordBits);
  const mask = (1 << wordBits) - 1;
  const lastBit = 1 << ((length - 1) % wordBits);
  const equal = new Map<number, Int32Array>();
  for (let at = 0; at < length; at += 1) {
    const unit = pattern.charCodeAt(at);
    const bits = equal.get(unit) ?? new Int32Array(blocks);
    equal.set(unit, bits);
    const block = Math.floor(at / wordBits);
    bits[block] = (bits[block] ?? 0) | (1 << (at % wordBits));
  }
  const none = new Int32Array(blocks);
  const plus = new Int32Array(blocks).fill(mask);
  const minus = new Int32Array(blocks);
  const ends: { end: number; errors: number }[] = [];
  let score = length;
  for (let at = 0; at < text.length; at += 1) {
    const bits = equal.get(text.charCodeAt(at)) ?? none;
    // A match may begin anywhere: nothing comes into the first row.
    let carry = 0;
    for (let block = 0; block < blocks; block += 1) {
      const pv = plus[block] ?? 0;
      const mv = minus[block] ?? 0;
      const eq = (bits[block] ?? 0) | (carry < 0 ? 1 : 0);
      const xv = (bits[block] ?? 0) | mv;
      const xh = ((((eq & pv) + pv) & mask) ^ pv) | eq;
      let ph = (mv | ~(xh | pv)) & mask;
      let mh = pv & xh;
      const top = block === blocks - 1 ? lastBit : 1 << (wordBits - 1);
      const out = (ph & top) !== 0 ? 1 : (mh & top) !== 0 ? -1 : 0;
      ph = ((ph << 1) | (carry > 0 ? 1 : 0)) & mask;
      mh = ((mh << 1) | (carry < 0 ? 1 : 0)) & mask;
      plus[block] = (mh | ~(xv | ph)) & mask;
      minus[block] = ph & xv;
      carry = out;
    }
    score += carry;
    if (score <= errors) ends.push({ end: at + 1, errors: score });
  }
  return ends;
}
