/**
 * Encodings that Node can decode but not write, for what the tests need of them: ASCII and the letters of Russian,
 * or, for windows-1252, a few marks and letters. Throws for anything else.
 */
export type LegacyEncoding = 'windows-1251' | 'koi8-r' | 'ibm866' | 'windows-1252';

const lower = 'абвгдежзийклмнопрстуфхцчшщъыьэюя';
const koi8 = 'юабцдефгхийклмнопярстужвьызшэщчъ';

const tables: Readonly<Record<LegacyEncoding, ReadonlyMap<string, number>>> = {
  'windows-1251': new Map([
    ...row(lower.toUpperCase(), 0xc0),
    ...row(lower, 0xe0),
    ['«', 0xab],
    ['»', 0xbb],
    ['—', 0x97],
  ]),
  'koi8-r': new Map([...row(koi8, 0xc0), ...row(koi8.toUpperCase(), 0xe0)]),
  ibm866: new Map([
    ...row(lower.toUpperCase(), 0x80),
    ...row(lower.slice(0, 16), 0xa0),
    ...row(lower.slice(16), 0xe0),
  ]),
  'windows-1252': new Map([
    ...row('‘’“”•–—', 0x91),
    ['é', 0xe9],
    ['è', 0xe8],
    ['ç', 0xe7],
    ['ü', 0xfc],
    ['ß', 0xdf],
    ['ù', 0xf9],
    ['ï', 0xef],
  ]),
};

export function encodeLegacy(text: string, encoding: LegacyEncoding): Uint8Array {
  return Uint8Array.from(text, (character) => {
    const byte = character <= '\x7F' ? character.charCodeAt(0) : tables[encoding].get(character);
    if (byte === undefined) throw new Error(`No byte for ${character} in ${encoding}`);
    return byte;
  });
}

/** UTF-16 without a byte order mark. */
export function encodeUtf16(text: string, order: 'le' | 'be'): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le');
  return new Uint8Array(order === 'le' ? bytes : bytes.swap16());
}

function row(characters: string, first: number): readonly (readonly [string, number])[] {
  return Array.from(characters, (character, at) => [character, first + at] as const);
}
