/** Characters of a text that are not seen and still change what is read or found. */
export interface HiddenCharacter {
  /** UTF-16 units into the text; each is one unit long. */
  readonly at: number;
  /** As Unicode calls it for short: "RLO". */
  readonly name: HiddenName;
}

/** By code point: what turns the order of reading, what has no width, and the hyphen that shows at a line's end alone. */
const names = {
  '\u00AD': 'SHY',
  '\u061C': 'ALM',
  '\u200B': 'ZWSP',
  '\u200E': 'LRM',
  '\u200F': 'RLM',
  '\u202A': 'LRE',
  '\u202B': 'RLE',
  '\u202C': 'PDF',
  '\u202D': 'LRO',
  '\u202E': 'RLO',
  '\u2060': 'WJ',
  '\u2066': 'LRI',
  '\u2067': 'RLI',
  '\u2068': 'FSI',
  '\u2069': 'PDI',
  '\uFEFF': 'BOM',
} as const;
export type HiddenName = (typeof names)[keyof typeof names];

const hidden = new RegExp(`[${Object.keys(names).join('')}]`, 'gu');

/**
 * All of a text, in its order. The joiners of Arabic, Indic scripts and emoji are not among them: they are part of how
 * a word is written.
 */
export function hiddenCharacters(text: string): readonly HiddenCharacter[] {
  return Array.from(text.matchAll(hidden), ({ index, 0: character }) => ({
    at: index,
    name: names[character as keyof typeof names], // the expression is made of its keys
  }));
}
