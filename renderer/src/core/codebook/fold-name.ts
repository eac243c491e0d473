/**
 * What makes two names the same name: letters without regard to case or white space. Accents count: "año" and "ano",
 * "бой" and "бои" are different names.
 */
export function foldName(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/**
 * The same without the accents of Latin, Greek and Cyrillic letters, for finding what was typed in haste. The vowel
 * signs of other scripts are letters, not accents, and stay.
 */
export function foldWords(text: string): string {
  return foldName(
    text
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]+/gu, '')
      .normalize('NFC'),
  );
}
