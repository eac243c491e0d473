import type { CorpusEntry } from '../corpus/text-corpus';

/** Units at the beginning that are looked at. */
const sample = 2_000;

/**
 * The language whose word forms are meant: the document's own where it is known, by its first part ("en-GB" is "en");
 * else Russian where most letters of the beginning are Cyrillic, Arabic and Greek likewise, and English for all others.
 */
export function languageOf({ document, content }: CorpusEntry): string {
  const { language } = document;
  if (language !== undefined && language !== '') return language.toLowerCase().split(/[-_]/)[0] ?? language;
  const text = content?.text.slice(0, sample) ?? '';
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const most = (letter: RegExp): boolean => (text.match(letter)?.length ?? 0) * 2 > letters;
  if (most(/\p{Script=Cyrillic}/gu)) return 'ru';
  if (most(/\p{Script=Arabic}/gu)) return 'ar';
  if (most(/\p{Script=Greek}/gu)) return 'el';
  return 'en';
}
