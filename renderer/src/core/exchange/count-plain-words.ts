/**
 * Texts for which the word rules of Unicode (UAX 29) need no dictionary: Latin, Greek and Cyrillic letters, digits
 * and the signs of ordinary print, but not the low line, which joins words only sometimes.
 */
const plain =
  /^[\t\n -^`-~\u00a0-\u00ac\u00ae-\u00b1\u00b4-\u00b7\u00ba\u00bb\u00bf-\u017f\u0388-\u03f5\u03f7-\u0481\u048a-\u052f\u2013\u2014\u2018-\u201e\u2026]*$/;

/**
 * A word of such a text: letters and digits; within it an apostrophe or full stop between letters or between
 * digits, a colon or middle dot between letters, a comma or semicolon between digits.
 */
const word =
  /[\p{L}\p{Nd}]+(?:(?:(?<=\p{L})['’‘.:·](?=\p{L})|(?<=\p{Nd})['’‘.,;](?=\p{Nd}))[\p{L}\p{Nd}]+)*/gu;

/**
 * Number of words of a passage, 20 times as fast as `Intl.Segmenter` and equal to it; null for a passage with
 * characters it was not made for, whose words `countWords` has to count.
 */
export function countPlainWords(text: string): number | null {
  return plain.test(text) ? (text.match(word)?.length ?? 0) : null;
}
