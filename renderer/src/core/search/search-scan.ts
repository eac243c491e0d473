/** Goes through a corpus for one search, document by document, so that whoever drives it may stop or look in between. */
import { blocksOf, isInScopeAt, sentenceAtOffset } from '../corpus/packed-structure';
import type { CorpusText } from '../corpus/text-corpus';
import type { Span } from '../model/span';
import type { PassageIndex } from '../query/passage-index';
import { type Evaluated, evaluatePlan } from './evaluate-plan';
import type { FoldedText } from './fold';
import { createHitList, type HitList } from './hit-list';
import type { SearchEntry } from './search-entry';
import type { SearchOptions } from './search-options';
import type { SearchPlan } from './search-plan';
import { createTermMatcher, type TermMatcher } from './term-matcher';
import { languageOf } from './text-language';
import type { Vocabulary } from './vocabulary';

export interface SearchScan {
  readonly hits: HitList;
  /** Hits that stand outside the text in scope, and are not listed. */
  outside(): number;
  /** Whether the plan holds regular expressions, whose places are to be given. */
  readonly patterns: readonly { readonly leaf: number; readonly source: string; readonly flags: string }[];
  /** Looks through one document. `found`: the places of each regular expression, by leaf. */
  look(entry: SearchEntry, found?: ReadonlyMap<number, readonly Span[]>): void;
}

export interface ScanSurface {
  readonly passages: PassageIndex;
  /** Folded without case and diacritics; remembered by whoever holds the texts. */
  readonly fold: (content: CorpusText) => FoldedText;
  readonly vocabulary: Vocabulary;
}

export function createScan(plan: SearchPlan, options: SearchOptions, surface: ScanSurface): SearchScan {
  const hits = createHitList();
  const matchers = new Map<string, TermMatcher>();
  let outside = 0;
  const documents = new Map(surface.passages.documents().map((one) => [one.id, one]));

  const matcherOf = (leaf: number, words: string, language: string): TermMatcher => {
    const name = options.wordForms ? `${leaf} ${language}` : `${leaf}`;
    let matcher = matchers.get(name);
    if (matcher === undefined) {
      const forms = (word: string): readonly string[] => surface.vocabulary.forms(language, word);
      matcher = createTermMatcher(words, options, options.wordForms ? forms : null);
      matchers.set(name, matcher);
    }
    return matcher;
  };

  return {
    hits,
    outside: () => outside,
    patterns: plan.leaves.flatMap((leaf, number) =>
      leaf.kind === 'pattern' ? [{ leaf: number, source: leaf.source, flags: leaf.flags }] : [],
    ),
    look: (entry, found) => {
      const { content } = entry;
      if (content === null) return;
      const language = options.wordForms ? languageOf(entry) : '';
      const document: Evaluated = {
        ...{ document: entry.document, content, indexed: entry.indexed ?? documents.get(entry.document.id) },
        leaf: (number) => {
          const leaf = plan.leaves[number];
          if (leaf === undefined) return [];
          if (leaf.kind === 'pattern') return found?.get(number) ?? [];
          return matcherOf(number, leaf.words, language).find(content.text, surface.fold(content));
        },
      };
      const spans = evaluatePlan(plan.root, document, surface.passages);
      if (spans === null) return;
      // A document that answers by what is known of it is one hit: its beginning.
      const places = spans.length > 0 ? spans : firstPlace(content);
      const inScope = plan.everywhere ? places : places.filter(({ start }) => isInScopeAt(content, start));
      outside += places.length - inScope.length;
      hits.add(entry, inScope);
    },
  };
}

/** The first sentence in scope, or the first block in it; for a text without either, its first line. */
function firstPlace(content: CorpusText): readonly Span[] {
  const first = blocksOf(content).find(({ in_scope }) => in_scope);
  if (first === undefined) {
    const end = content.text.indexOf('\n');
    return [{ start: 0, end: end < 0 ? content.text.length : end }];
  }
  const sentence = sentenceAtOffset(content, first.start);
  return [{ start: first.start, end: sentence?.end ?? first.end }];
}
