/** Scripts that are written from right to left; the rest of Unicode's are historic. */
const backward =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Mandaic}\p{Script=Samaritan}\p{Script=Hanifi_Rohingya}]/u;
/** Digits run from left to right in every script. */
const digit = /\p{Nd}/u;

/**
 * Whether the first letter or digit of some text runs from right to left; null where it has none, and runs as what
 * surrounds it does.
 */
export function isRightToLeft(text: string): boolean | null {
  for (const character of text) {
    if (digit.test(character)) return false;
    if (/\p{L}/u.test(character)) return backward.test(character);
  }
  return null;
}

/** The direction that a paragraph has as a whole: that of its first letter, digits left aside, as browsers take it. */
export function paragraphDirection(text: string): 'ltr' | 'rtl' {
  const [letter] = /\p{L}/u.exec(text) ?? [];
  return letter !== undefined && backward.test(letter) ? 'rtl' : 'ltr';
}
