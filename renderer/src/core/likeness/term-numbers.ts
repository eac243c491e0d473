/** Words of texts as small numbers, by their stem: what has one number counts as the same word. */
import { foldText } from '../search/fold';
import type { StemmerOf } from '../search/vocabulary';

export interface TermNumbers {
  /** The number of a word as it stands in a text of the language. */
  of(language: string, word: string): number;
  readonly size: number;
}

const loose = { matchCase: false, matchDiacritics: false } as const;

export function createTermNumbers(stemmerOf: StemmerOf): TermNumbers {
  const languages = new Map<string, Map<string, number>>();
  /** A stem of two languages has one number: names stand in both. */
  const stems = new Map<string, number>();
  return {
    of: (language, word) => {
      let known = languages.get(language);
      if (known === undefined) {
        known = new Map();
        languages.set(language, known);
      }
      const low = word.toLowerCase();
      let number = known.get(low);
      if (number === undefined) {
        const { folded } = foldText(low, loose);
        const stem = stemmerOf(language)?.(folded) ?? folded;
        number = stems.get(stem) ?? stems.size;
        stems.set(stem, number);
        known.set(low, number);
      }
      return number;
    },
    get size() {
      return stems.size;
    },
  };
}
