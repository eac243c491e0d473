import type { Span } from '../model/span';

/** A text made ready for searching: fold once, search often. */
export interface FoldedText {
  readonly folded: string;
  /** For each unit of `folded`, where the character it comes from starts in the text. */
  readonly starts: Int32Array;
  /** UTF-16 units of the text. */
  readonly length: number;
}

/** What differs only to the machine becomes one sign: kinds of blanks, apostrophes, quotation marks, hyphens. */
const alike: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‐': '-',
  '‑': '-',
  // Its lower case would be two characters, of which a typed "i" is only the first.
  İ: 'i',
};

const combining = /^[\u0300-\u036f]/;

function foldCharacter(character: string): string {
  const known = alike[character];
  if (known !== undefined) return known;
  if (/^\s$/.test(character)) return ' ';
  // Down, up, down: "ẞ", "ß" and "SS" meet, and "ς" and "Σ". Then accents stand apart, composed or not in the text.
  return character.toLowerCase().toUpperCase().toLowerCase().normalize('NFD');
}

/** Folds case and what `alike` lists, keeping the way back to UTF-16 units of the text. */
export function foldText(text: string): FoldedText {
  const cache = new Map<string, string>();
  const parts: string[] = [];
  const starts: number[] = [];
  let at = 0;
  for (const character of text) {
    let folded = cache.get(character);
    if (folded === undefined) {
      folded = foldCharacter(character);
      cache.set(character, folded);
    }
    parts.push(folded);
    for (let unit = 0; unit < folded.length; unit++) starts.push(at);
    at += character.length;
  }
  return { folded: parts.join(''), starts: Int32Array.from(starts), length: text.length };
}

/**
 * Where the query occurs, ignoring case, first to last and not overlapping, in UTF-16 units of the original text.
 * Half a character is never found: not the "s" of "ß", nor the "e" of "é", however it is stored.
 */
export function findInText(text: FoldedText, query: string): readonly Span[] {
  const wanted = foldText(query).folded;
  const found: Span[] = [];
  if (wanted === '') return found;
  const { folded, starts, length } = text;
  let from = folded.indexOf(wanted);
  while (from !== -1) {
    const to = from + wanted.length;
    const beginsWhole = from === 0 || starts[from] !== starts[from - 1];
    const endsWhole = to === folded.length || starts[to] !== starts[to - 1];
    const isWhole = beginsWhole && endsWhole && !combining.test(folded.charAt(to));
    if (isWhole) found.push({ start: starts[from] ?? 0, end: starts[to] ?? length });
    from = folded.indexOf(wanted, isWhole ? to : from + 1);
  }
  return found;
}
