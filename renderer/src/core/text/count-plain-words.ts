const letter = 1;
const digit = 2;
/** What a sign may join stands two bits higher than what a character is. */
const joins = 2;
/** Words with such a character need the tables or dictionaries of Unicode. */
const notPlain = 255;

/**
 * What the word rules of Unicode (UAX 29) say of each character of ordinary print: Latin, Greek and Cyrillic letters,
 * digits, and the signs that join the two letters or two digits they stand between. The low line is left out: it
 * joins only sometimes.
 */
const classes = classTable();

function classTable(): Uint8Array {
  const table = new Uint8Array(0x2027).fill(notPlain);
  const printed =
    /[\t\n -^`-~\u00a0-\u00ac\u00ae-\u00b1\u00b4-\u00b7\u00ba\u00bb\u00bf-\u017f\u0388-\u03f5\u03f7-\u0481\u048a-\u052f\u2013\u2014\u2018-\u201e\u2026]/;
  for (let unit = 0; unit < table.length; unit++) {
    const character = String.fromCharCode(unit);
    if (!printed.test(character)) continue;
    table[unit] = /\p{L}/u.test(character) ? letter : /\p{Nd}/u.test(character) ? digit : 0;
  }
  const joining = { [letter]: ':·', [digit]: ',;', [letter | digit]: "'’‘." };
  for (const [what, signs] of Object.entries(joining)) {
    for (const sign of signs) table[sign.charCodeAt(0)] = Number(what) << joins;
  }
  return table;
}

/**
 * Number of words of a passage, many times as fast as `Intl.Segmenter` and equal to it; null for a passage with
 * characters it was not made for, whose words `countWords` has to count.
 */
export function countPlainWords(text: string): number | null {
  let words = 0;
  /** Kind of the character before, where it is part of a word. */
  let before = 0;
  /** Kinds of character that would go on with the word before. */
  let open = 0;
  for (let at = 0; at < text.length; at++) {
    const found = classes[text.charCodeAt(at)] ?? notPlain;
    if (found === notPlain) return null;
    if (found === letter || found === digit) {
      if ((open & found) === 0) words += 1;
      before = found;
      open = letter | digit;
    } else {
      open = before & (found >> joins);
      before = 0;
    }
  }
  return words;
}
