/**
 * Makes texts comparable, with the exact way back: every place of the folded text names its UTF-16 unit of the text.
 * Folding goes by character, a base with its combining marks (Unicode canonical equivalence, UAX 15), so that composed
 * and decomposed spellings meet and no half of a character is ever found.
 */

export interface FoldOptions {
  readonly matchCase: boolean;
  readonly matchDiacritics: boolean;
}

export interface FoldedText {
  readonly folded: string;
  /**
   * Four numbers for each character that became shorter or longer: its start and end in the folded text, then in the
   * text. Between them the two run in step.
   */
  readonly jumps: Uint32Array;
}

/** What differs only to the machine: kinds of apostrophes, quotation marks, hyphens and dashes, and letters of no parts. */
const alike: ReadonlyMap<string, string> = new Map([
  ...'‘|’|‚|‛|ʼ|′'.split('|').map((sign) => [sign, "'"] as const),
  ...'“|”|„|‟|«|»|″'.split('|').map((sign) => [sign, '"'] as const),
  ...'‐|‑|‒|–|—|―|−'.split('|').map((sign) => [sign, '-'] as const),
  ['…', '...'],
  ['\u2028', '\n'],
  ['\u2029', '\n'],
]);
/** Letters that Unicode does not take apart, though readers do; without diacritics only. */
const barred: ReadonlyMap<string, string> = new Map([
  ...[
    ['ø', 'o'],
    ['ł', 'l'],
    ['đ', 'd'],
    ['ħ', 'h'],
    ['ı', 'i'],
    ['Ø', 'O'],
    ['Ł', 'L'],
    ['Đ', 'D'],
    ['Ħ', 'H'],
  ].map(([from = '', to = '']) => [from, to] as const),
]);
/** Soft hyphen, zero-width space, word joiner, byte order mark: seen by nobody. */
const unseen = /^[\u00ad\u200b\u2060\ufeff]/;
const blank = /^\s$/u;
const ligature = /^[\ufb00-\ufb06\ufb13-\ufb17]/;
const mark = /^\p{M}$/u;
const marks = /\p{M}+/uy;
/** The letters of a Hangul syllable that may stand one by one, those alone that Unicode puts together (chapter 3.12). */
const letters = /[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?/uy;
const firstSyllable = 0xac00;
/** Syllables of one beginning, the first of them without an ending. */
const endings = 28;
/** Marks that may be left out in writing: of Latin, Greek and Cyrillic, of Hebrew and of Arabic. */
const diacritics = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g;
const beyondAscii = /[^\0-\x7f]/g;

/** One character, a base with its marks. */
export function foldCharacter(character: string, { matchCase, matchDiacritics }: FoldOptions): string {
  if (unseen.test(character)) return '';
  const known = alike.get(character);
  if (known !== undefined) return known;
  if (character !== '\n' && blank.test(character)) return ' ';
  let folded = ligature.test(character) ? character.normalize('NFKC') : character;
  // Down, up, down: "ẞ", "ß" and "SS" meet, and "ς" and "Σ".
  if (!matchCase) folded = folded.toLowerCase().toUpperCase().toLowerCase();
  folded = folded.normalize('NFD');
  // "й" is a letter of its own, not an "и" with something on it.
  if (!matchDiacritics && !/^и\u0306/i.test(folded)) {
    folded = folded.replace(diacritics, '');
    folded = folded.replace(/./gsu, (letter) => barred.get(letter) ?? letter);
  }
  return folded.normalize('NFC');
}

const caches = new Map<string, Map<string, string>>();

function cacheFor({ matchCase, matchDiacritics }: FoldOptions): Map<string, string> {
  const name = `${matchCase}${matchDiacritics}`;
  const cache = caches.get(name) ?? new Map<string, string>();
  caches.set(name, cache);
  return cache;
}

/** Of most texts, for all of them. */
const noJumps = new Uint32Array();

/** Folds a text; quick where it is plain ASCII. */
export function foldText(text: string, options: FoldOptions): FoldedText {
  const cache = cacheFor(options);
  const parts: string[] = [];
  const jumps: number[] = [];
  let done = 0;
  let length = 0;
  const keep = (to: number): void => {
    if (to === done) return;
    parts.push(text.slice(done, to));
    length += to - done;
    done = to;
  };
  beyondAscii.lastIndex = 0;
  for (let found = beyondAscii.exec(text); found !== null; found = beyondAscii.exec(text)) {
    const at = found.index;
    const point = text.codePointAt(at) ?? 0;
    const size = point > 0xffff ? 2 : 1;
    const isMark = point >= 0x300 && mark.test(text.slice(at, at + size));
    const start = isMark && at > done ? at - 1 : at;
    const end = endOfMarks(text, isHangul(point) ? endOfSyllable(text, at) : at + size);
    keep(start);
    const character = text.slice(start, end);
    let folded = cache.get(character);
    if (folded === undefined) {
      folded = foldCharacter(character, options);
      cache.set(character, folded);
    }
    if (folded.length !== character.length) jumps.push(length, length + folded.length, start, end);
    parts.push(folded);
    length += folded.length;
    done = end;
    beyondAscii.lastIndex = end;
  }
  keep(text.length);
  const joined = parts.length === 1 ? (parts[0] ?? '') : parts.join('');
  // ASCII has been left as it was; what is beyond is folded already, and small letters stay small.
  const lowered = options.matchCase ? joined : joined.toLowerCase();
  return {
    folded: lowered.includes('\t') ? lowered.replace(/\t/g, ' ') : lowered,
    jumps: jumps.length === 0 ? noJumps : Uint32Array.from(jumps),
  };
}

function isHangul(point: number): boolean {
  return (point >= 0x1100 && point <= 0x1112) || (point >= firstSyllable && point <= 0xd7a3);
}

function endOfSyllable(text: string, from: number): number {
  const point = text.charCodeAt(from);
  if (point >= firstSyllable) {
    const takesEnding = (point - firstSyllable) % endings === 0;
    return takesEnding && /[\u11a8-\u11c2]/.test(text.charAt(from + 1)) ? from + 2 : from + 1;
  }
  letters.lastIndex = from;
  return letters.test(text) ? letters.lastIndex : from + 1;
}

function endOfMarks(text: string, from: number): number {
  if (text.charCodeAt(from) < 0x300 || from >= text.length) return from;
  marks.lastIndex = from;
  return marks.test(text) ? marks.lastIndex : from;
}

/** Where a hit that begins here begins in the text; -1 inside a character. Unseen signs before it are not part of it. */
export function startInText({ jumps }: FoldedText, at: number): number {
  const jump = lastJump(jumps, at);
  if (jump < 0) return at;
  const [from = 0, to = 0, start = 0, end = 0] = jumps.subarray(jump, jump + 4);
  if (at >= to) return end + at - to;
  return at === from ? start : -1;
}

/** Where a hit that ends here ends in the text; -1 inside a character. Unseen signs after it are not part of it. */
export function endInText({ jumps }: FoldedText, at: number): number {
  const jump = lastJump(jumps, at - 1);
  // Of what vanished just here, only the signs before the last unit that is found belong to it.
  if (jump < 0) return at;
  const [, to = 0, , end = 0] = jumps.subarray(jump, jump + 4);
  return at >= to ? end + at - to : -1;
}

/** The last jump that begins at or before a place of the folded text; -1 where none does. */
function lastJump(jumps: Uint32Array, at: number): number {
  let from = 0;
  let to = jumps.length / 4;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((jumps[middle * 4] ?? 0) <= at) from = middle + 1;
    else to = middle;
  }
  return (from - 1) * 4;
}
