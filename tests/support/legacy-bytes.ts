/** Encodings that Node can decode but not write, for what the tests need of them. */

/** By WHATWG label; the first of several ways to write a character is taken. */
const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** Node reads windows-1252 as ISO 8859-1: these are the characters from 0x80 on that it gets wrong. */
const western = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** What somebody types where the encoding has no such sign. */
const plainSigns: Readonly<Record<string, string>> = {
  ...{ '«': '"', '»': '"', '„': '"', '“': '"', '”': '"', '’': "'", '—': '-', '–': '-' },
};

/** The text as it is written by who has only the signs of an encoding. */
export function asWritten(text: string, label: string): string {
  const table = tableOf(label);
  return Array.from(text, (sign) => (table.has(sign) ? sign : (plainSigns[sign] ?? sign))).join('');
}

/** Throws where the encoding has no bytes for a character. */
export function encodeLegacy(text: string, label: string): Uint8Array {
  const table = tableOf(label);
  return Uint8Array.from(
    Array.from(text).flatMap((character) => {
      const bytes = table.get(character);
      if (bytes === undefined) throw new Error(`No bytes for ${character} in ${label}`);
      return bytes;
    }),
  );
}

/** What every byte, and every pair of bytes that is one character, is decoded as. */
function tableOf(label: string): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(label);
  if (known !== undefined) return known;
  const decoder = new TextDecoder(label, { fatal: true });
  const table = new Map<string, readonly number[]>();
  const add = (bytes: readonly number[]): boolean => {
    try {
      const character = decoder.decode(Uint8Array.from(bytes));
      if (Array.from(character).length === 1 && !table.has(character)) table.set(character, bytes);
      return true;
    } catch {
      return false;
    }
  };
  for (let byte = 0; byte < 256; byte += 1)
    if (!add([byte])) for (let second = 0x40; second < 256; second += 1) add([byte, second]);
  if (label === 'windows-1252')
    for (const [at, sign] of Array.from(western).entries()) table.set(sign, [0x80 + at]);
  tables.set(label, table);
  return table;
}

/** UTF-16 without a byte order mark. */
export function encodeUtf16(text: string, order: 'le' | 'be'): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le');
  return new Uint8Array(order === 'le' ? bytes : bytes.swap16());
}
