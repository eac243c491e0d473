export interface MendedHalves {
  /** UTF-8 throughout. */
  readonly text: string;
  /** Halves without their other half; U+FFFD stands for each. */
  readonly replaced: number;
}

/** Of the three bytes in which UTF-8 would hold half a character, which it never does. */
const head = 0xed;
const isHalf = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === head && isBetween(bytes[at + 1], 0xa0, 0xbf) && isBetween(bytes[at + 2], 0x80, 0xbf);
const isBetween = (byte: number | undefined, least: number, most: number): boolean =>
  byte !== undefined && byte >= least && byte <= most;

/**
 * Text whose only fault is that halves of characters were written as if they were UTF-8, as some databases and programs
 * do: pairs of them are joined, lone ones replaced. `undefined` for any other bytes.
 */
export function mendHalves(bytes: Uint8Array): MendedHalves | undefined {
  const units: string[] = [];
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let from = 0;
  try {
    for (let at = bytes.indexOf(head); at !== -1; at = bytes.indexOf(head, at + 1)) {
      if (!isHalf(bytes, at)) continue;
      const [second = 0, third = 0] = bytes.subarray(at + 1, at + 3);
      units.push(
        decoder.decode(bytes.subarray(from, at)),
        String.fromCharCode(0xd000 | ((second & 0x3f) << 6) | (third & 0x3f)),
      );
      from = at + 3;
    }
    if (from === 0) return undefined;
    units.push(decoder.decode(bytes.subarray(from)));
  } catch {
    // Other faults as well: another encoding, or none.
    return undefined;
  }
  const text = units.join('');
  return { text: text.toWellFormed(), replaced: text.match(/\p{Surrogate}/gu)?.length ?? 0 };
}
