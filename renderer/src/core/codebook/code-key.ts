/** Longest key, in characters. */
const keyLength = 40;

/** Latin letters that no normal form takes apart. */
const plainLetters: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['ł', 'l'],
  ['ı', 'i'],
  ['þ', 'th'],
]);

/**
 * A short ASCII key for a name: "Ingérence extérieure" gives "ingerence_exterieure". A name without Latin letters
 * or digits gives "code". Made unique among `taken` by a number.
 */
export function keyFor(name: string, taken: ReadonlySet<string>, fallback = 'code'): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/gu, (letter) => plainLetters.get(letter) ?? '_')
    .replace(/_+/g, '_')
    .replace(/^_/, '');
  const base = cut(plain, keyLength) || fallback;
  if (!taken.has(base)) return base;
  for (let n = 2; ; n++) {
    const candidate = `${cut(base, keyLength - `_${n}`.length)}_${n}`;
    if (!taken.has(candidate)) return candidate;
  }
}

function cut(key: string, length: number): string {
  return key.slice(0, length).replace(/_$/, '');
}
