/** Longest key, in characters. */
const keyLength = 40;

/**
 * A short ASCII key for a name: "Ingérence extérieure" gives "ingerence_exterieure". A name without Latin letters
 * or digits gives "code". Made unique among `taken` by a number.
 */
export function keyFor(name: string, taken: ReadonlySet<string>, fallback = 'code'): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, keyLength);
  const base = plain === '' ? fallback : plain;
  if (!taken.has(base)) return base;
  for (let n = 2; ; n++) {
    const candidate = `${base}_${n}`;
    if (!taken.has(candidate)) return candidate;
  }
}
