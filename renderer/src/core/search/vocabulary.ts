/** The words of a corpus by language, so that a word's forms are known without a stem for every word of every text. */
import type { CorpusEntry, CorpusText } from '../corpus/text-corpus';
import type { FoldedText } from './fold';
import { languageOf } from './text-language';

/** Cuts a word, in small letters, to its stem. */
export type Stem = (word: string) => string;
/** null for a language that none is known for: its words have no other forms. */
export type StemmerOf = (language: string) => Stem | null;

export interface Vocabulary {
  /** Takes in a text's words, once. */
  learn(entry: CorpusEntry, content: CorpusText, folded: FoldedText): void;
  /** All words met in texts of the language that have the same stem. */
  forms(language: string, word: string): readonly string[];
}

interface Words {
  readonly stem: Stem | null;
  readonly known: Set<string>;
  readonly byStem: Map<string, string[]>;
}

const word = /[\p{L}\p{M}\p{N}_]+(?:'[\p{L}\p{M}]+)*/gu;

export function createVocabulary(stemmerOf: StemmerOf): Vocabulary {
  const languages = new Map<string, Words>();
  /** In which language each text was; a person may say another. */
  const learnt = new WeakMap<CorpusText, string>();
  const wordsOf = (language: string): Words => {
    const there = languages.get(language);
    if (there !== undefined) return there;
    const made: Words = { stem: stemmerOf(language), known: new Set(), byStem: new Map() };
    languages.set(language, made);
    return made;
  };
  return {
    learn: (entry, content, { folded }) => {
      const language = languageOf(entry);
      if (learnt.get(content) === language) return;
      learnt.set(content, language);
      const { stem, known, byStem } = wordsOf(language);
      if (stem === null) return;
      for (const [form] of folded.matchAll(word)) {
        if (known.has(form)) continue;
        known.add(form);
        const root = stem(form);
        const forms = byStem.get(root);
        if (forms === undefined) byStem.set(root, [form]);
        else forms.push(form);
      }
    },
    forms: (language, form) => {
      const { stem, byStem } = wordsOf(language);
      return stem === null ? [form] : (byStem.get(stem(form)) ?? [form]);
    },
  };
}
