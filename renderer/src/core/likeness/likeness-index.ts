/**
 * Finds the sentences or paragraphs of a corpus that say most in the words of a passage, best first: BM25 (Robertson and
 * Zaragoza 2009) over stemmed words. The words of every text are gone through at each question, which takes some
 * milliseconds for a thousand articles; nothing has to be put right when texts come and go.
 */
import type { CorpusEntry } from '../corpus/text-corpus';
import type { Id } from '../model/identity';
import type { Span } from '../model/span';
import { languageOf } from '../search/text-language';
import type { StemmerOf } from '../search/vocabulary';
import { wordSpans } from '../text/words';
import { bestOf } from './best-of';
import {
  type LikenessPart,
  type LikenessText,
  type LikenessUnit,
  likenessText,
  partsOf,
  termOf,
  timesOf,
} from './likeness-text';
import { createTermNumbers } from './term-numbers';

/** How soon a word that comes again counts for less, and how much long parts are held back: the usual values. */
export const saturation = 1.2;
export const lengthShare = 0.75;
/** A word of more than every tenth sentence tells nothing of what a passage is about; so few always tell. */
const commonFrom = 10;
const fewSentences = 3;

export interface LikePlace extends Span {
  readonly document_id: Id;
  /** 1 for the words of the passage itself. */
  readonly likeness: number;
}

export interface LikenessAsked {
  readonly document_id: Id;
  readonly span: Span;
  readonly unit: LikenessUnit;
  /** Places answered at most. */
  readonly most: number;
}

export interface LikenessFound {
  /** Best first. */
  readonly places: readonly LikePlace[];
  /** The words in a stretch of a text that the passage has too, and that tell. */
  readonly shared: (entry: CorpusEntry, span: Span) => readonly Span[];
}

export interface LikenessIndex {
  /** Takes a text in, in the place of the one of that document that was there. */
  put(entry: CorpusEntry): void;
  remove(document_id: Id): void;
  /** `entries`: the corpus in its order; what was not put is passed over. */
  nearest(entries: readonly CorpusEntry[], asked: LikenessAsked): LikenessFound;
}

/** How often a term stands in a part, and how many parts have it. */
interface Counts {
  parts: number;
  words: number;
  readonly having: number[];
}

export function createLikenessIndex(stemmerOf: StemmerOf): LikenessIndex {
  const numbers = createTermNumbers(stemmerOf);
  const texts = new Map<Id, LikenessText>();
  const counts: Readonly<Record<LikenessUnit, Counts>> = {
    sentence: { parts: 0, words: 0, having: [] },
    paragraph: { parts: 0, words: 0, having: [] },
  };

  const count = (text: LikenessText, unit: LikenessUnit, step: 1 | -1): void => {
    const all = counts[unit];
    for (const part of partsOf(text, unit)) {
      all.parts += step;
      all.words += step * part.length;
      for (const term of termsIn(text, part)) all.having[term] = (all.having[term] ?? 0) + step;
    }
  };

  const remove = (id: Id): void => {
    const text = texts.get(id);
    if (text === undefined) return;
    count(text, 'sentence', -1);
    count(text, 'paragraph', -1);
    texts.delete(id);
  };

  const tells = (term: number): boolean => {
    const { parts, having } = counts.sentence;
    return (having[term] ?? 0) <= Math.max(fewSentences, parts / commonFrom);
  };

  const wordsIn = function* (entry: CorpusEntry, span: Span): Generator<Span & { readonly term: number }> {
    const language = languageOf(entry);
    const text = entry.content?.text ?? '';
    for (const { start, end } of wordSpans(text, span))
      yield { start, end, term: numbers.of(language, text.slice(start, end)) };
  };

  const nearest: LikenessIndex['nearest'] = (entries, { document_id, span, unit, most }) => {
    const home = entries.find(({ document }) => document.id === document_id);
    const inPassage = home === undefined ? [] : [...wordsIn(home, span)];
    const passage = new Map<number, number>();
    for (const { term } of inPassage) passage.set(term, (passage.get(term) ?? 0) + 1);
    const telling = [...passage.keys()].filter(tells);
    const wanted = telling.length > 0 ? telling : [...passage.keys()];
    const { parts, words, having } = counts[unit];
    const average = parts === 0 ? 1 : words / parts;
    /** The weight of each term of the passage; 0 for all others. */
    const weights = new Float64Array(numbers.size);
    for (const term of wanted) {
      const has = having[term] ?? 0;
      weights[term] = Math.log(1 + (parts - has + 0.5) / (has + 0.5));
    }
    const worth = (term: number, times: number, length: number): number => {
      const held = saturation * (1 - lengthShare + (lengthShare * length) / average);
      return ((weights[term] ?? 0) * times * (saturation + 1)) / (times + held);
    };
    const whole = wanted.reduce(
      (sum, term) => sum + worth(term, passage.get(term) ?? 0, inPassage.length),
      0,
    );
    // One word in common makes no likeness, where the passage has more.
    const least = Math.min(2, wanted.length);
    const best = bestOf<LikePlace>(most);
    const times = new Map<number, number>();
    for (const { document } of entries) {
      const text = texts.get(document.id);
      if (text === undefined) continue;
      for (const part of partsOf(text, unit)) {
        const { start, end } = part;
        if (document.id === document_id && start < span.end && end > span.start) continue;
        times.clear();
        for (let at = part.from; at < part.to; at += 1) {
          const packed = text.terms[at] ?? 0;
          const term = termOf(packed);
          if ((weights[term] ?? 0) > 0) times.set(term, (times.get(term) ?? 0) + timesOf(packed));
        }
        if (times.size < least || times.size === 0) continue;
        let score = 0;
        for (const [term, often] of times) score += worth(term, often, part.length);
        best.offer(score, () => ({
          ...{ document_id: document.id, start, end },
          likeness: Math.min(1, whole === 0 ? 0 : score / whole),
        }));
      }
    }
    return {
      places: best.all(),
      shared: (entry, within) =>
        [...wordsIn(entry, within)].flatMap(({ term, start, end }) =>
          (weights[term] ?? 0) > 0 ? [{ start, end }] : [],
        ),
    };
  };

  return {
    put: (entry) => {
      const { id } = entry.document;
      remove(id);
      if (entry.content === null) return;
      const text = likenessText(entry.content, languageOf(entry), numbers);
      texts.set(id, text);
      count(text, 'sentence', 1);
      count(text, 'paragraph', 1);
    },
    ...{ remove, nearest },
  };
}

/** Each term of a part once. */
function termsIn({ terms }: LikenessText, { from, to }: LikenessPart): ReadonlySet<number> {
  const found = new Set<number>();
  for (let at = from; at < to; at += 1) found.add(termOf(terms[at] ?? 0));
  return found;
}
