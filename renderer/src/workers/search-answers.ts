/** Searches of the corpus. A newer one stops the older; what was found last stays, to be listed, painted and coded. */
import type { CorpusText, TextCorpus } from '@core/corpus/text-corpus';
import type { Span } from '@core/model/span';
import type { PassageIndex } from '@core/query/passage-index';
import { type FoldedText, foldText } from '@core/search/fold';
import { parseQuery } from '@core/search/parse-query';
import { planSearch } from '@core/search/plan-search';
import type { SearchEntry, SearchPlace } from '@core/search/search-entry';
import { createScan, type SearchScan } from '@core/search/search-scan';
import { codeSearchEntries } from '@core/search/searched-codes';
import { memoSearchEntries, type SearchedMemo } from '@core/search/searched-memos';
import { createVocabulary } from '@core/search/vocabulary';
import { compactText } from '@core/text/compact-text';
import type { CorpusAnswers } from './corpus-protocol';
import { createFoundHits, firstRows } from './found-hits';
import { createLikeSearch } from './like-search';
import { createPatternRunner, type PatternRunner, patternLimit } from './pattern-runner';
import type { SearchEvents, SearchOutcome, SearchQuestions } from './search-protocol';
import { inSlices, letMessagesIn } from './slices';
import { stemmerOf } from './stemmers';

/** Hits that are kept at most. */
const mostHits = 500_000;
/** Passages like another one that are listed at most. */
const mostLike = 200;
/** Milliseconds between two words on how a search goes. */
const pause = 100;
/** Milliseconds that the search rests after its first word, so that the window has a core to draw the first hits with. */
const firstPause = 40;
/** Documents handed to the worker of regular expressions at a time. */
const patternBatch = 200;

export interface SearchSurface {
  readonly corpus: TextCorpus;
  readonly passages: PassageIndex;
  readonly tell: <N extends keyof SearchEvents>(name: N, told: SearchEvents[N]) => void;
}

export interface SearchAnswers {
  readonly answers: CorpusAnswers<keyof SearchQuestions>;
  readonly patterns: PatternRunner;
  takeMemos(memos: readonly SearchedMemo[]): void;
  /** Folds texts ahead, so that the first search is as quick as the next. */
  warm(): Promise<void>;
}

type End = 'ended' | 'stopped' | 'too-slow';
type Progress = (searched: number) => void;

export function createSearchAnswers({ corpus, passages, tell }: SearchSurface): SearchAnswers {
  const folded = new WeakMap<CorpusText, FoldedText>();
  const vocabulary = createVocabulary(stemmerOf);
  const patterns = createPatternRunner((need) => tell('patterns', { need }));
  const found = createFoundHits(passages);
  const likeSearch = createLikeSearch(corpus);
  let memos: readonly SearchedMemo[] = [];
  let wanted = 0;

  const fold = (content: CorpusText): FoldedText => {
    let known = folded.get(content);
    if (known === undefined) {
      const { folded: words, jumps } = foldText(content.text, { matchCase: false, matchDiacritics: false });
      known = { folded: compactText(words), jumps };
      folded.set(content, known);
    }
    return known;
  };

  const entriesOf = (place: SearchPlace): readonly SearchEntry[] => {
    if (place === 'memos') return memoSearchEntries(memos, corpus, passages);
    return place === 'codebook' ? codeSearchEntries(passages, corpus) : corpus.entries();
  };

  const search = async (asks: SearchQuestions['search']['asks']): Promise<SearchOutcome | null> => {
    const begun = performance.now();
    const { number, options } = asks;
    wanted = number;
    const parsed = parseQuery(asks.query);
    if (!parsed.ok) return { kind: 'mistake', error: parsed.error };
    const names = {
      ...asks.names,
      codes: [...passages.codes.values()],
      attributes: [...passages.attributes.values()],
    };
    const planned = planSearch(parsed.value, names, options);
    if (!planned.ok) return { kind: 'mistake', error: planned.error };
    const { place } = planned.value;
    const entries = entriesOf(place);
    if (options.wordForms && !(await inSlices(learn(entries), () => wanted === number))) return null;
    const scan = createScan(planned.value, options, { passages, fold, vocabulary });
    const present = found.begin(number, place, scan.hits);
    const isInOrder = asks.sort === 'document' && asks.grouping.by === 'none';
    const told = createPace();
    let isFirst = isInOrder;
    const progress = (searched: number): void => {
      if (scan.hits.size === 0 || !told()) return;
      const first = isFirst ? found.firstOf(present) : null;
      isFirst = false;
      const { size: hits, documents } = scan.hits;
      tell('searching', { number, hits, documents, searched, total: entries.length, place, first });
    };
    const ended =
      scan.patterns.length === 0
        ? await lookThrough(scan, entries, number, progress)
        : await lookWithPatterns(scan, entries, number, progress);
    if (ended !== 'ended')
      return ended === 'stopped' ? null : { kind: 'too-slow', seconds: patternLimit / 1000 };
    return {
      kind: 'found',
      found: {
        ...found.list(present, asks),
        ...{ place, hits: scan.hits.size, documents: scan.hits.documents, outside: scan.outside() },
        ...{ searched: entries.length, isCut: scan.hits.size >= mostHits, took: performance.now() - begun },
      },
    };
  };

  const like = async (asks: SearchQuestions['like']['asks']): Promise<SearchOutcome | null> => {
    const begun = performance.now();
    const { number, document_id, span, unit } = asks;
    wanted = number;
    const searched = corpus.entries().length;
    const told = createPace();
    const likest = await likeSearch.find(
      { document_id, span, unit, most: mostLike },
      () => wanted === number,
      (taken, total) => {
        if (told())
          tell('searching', {
            ...{ number, hits: 0, documents: 0, searched: taken, total, place: 'text', first: null },
          });
      },
    );
    if (likest === null) return null;
    const { hits } = likest;
    const present = found.begin(number, 'text', hits, likest);
    return {
      kind: 'found',
      found: {
        ...found.list(present, asks),
        ...{ place: 'text', hits: hits.size, documents: hits.documents, outside: 0, searched },
        ...{ isCut: false, took: performance.now() - begun },
      },
    };
  };

  function* learn(entries: readonly SearchEntry[]): Generator<void> {
    for (const entry of entries) {
      if (entry.content !== null) vocabulary.learn(entry, entry.content, fold(entry.content));
      yield;
    }
  }

  function* folding(entries: readonly SearchEntry[]): Generator<void> {
    for (const { content } of entries) {
      if (content !== null) fold(content);
      yield;
    }
  }

  const lookThrough = async (
    scan: SearchScan,
    entries: readonly SearchEntry[],
    number: number,
    progress: Progress,
  ): Promise<End> => {
    let searched = 0;
    let isWindowFull = false;
    function* steps(): Generator<number> {
      for (const entry of entries) {
        scan.look(entry);
        searched += 1;
        if (scan.hits.size >= mostHits) return;
        const isFilled = !isWindowFull && scan.hits.size >= firstRows;
        isWindowFull ||= isFilled;
        yield isFilled ? firstPause : 0;
      }
    }
    const isEnded = await inSlices(
      steps(),
      () => wanted === number,
      () => progress(searched),
    );
    return isEnded ? 'ended' : 'stopped';
  };

  const lookWithPatterns = async (
    scan: SearchScan,
    entries: readonly SearchEntry[],
    number: number,
    progress: Progress,
  ): Promise<End> => {
    for (let at = 0; at < entries.length && scan.hits.size < mostHits; at += patternBatch) {
      const some = entries.slice(at, at + patternBatch);
      const texts = some.map(({ content }) => content?.text ?? '');
      const places = await patterns.find({ patterns: scan.patterns, texts, most: mostHits });
      if (wanted !== number) return 'stopped';
      if (places === null) return 'too-slow';
      for (const [n, entry] of some.entries()) {
        const byLeaf = new Map(scan.patterns.map(({ leaf }, p) => [leaf, spansOf(places[p]?.[n])]));
        scan.look(entry, byLeaf);
      }
      progress(at + some.length);
    }
    return 'ended';
  };

  return {
    answers: { ...found.answers, search, like },
    patterns,
    takeMemos: (taken) => {
      memos = taken;
    },
    warm: async () => {
      await letMessagesIn();
      await inSlices(folding(corpus.entries()), () => true);
    },
  };
}

/** Says yes at once, then as often as a number can be read. */
function createPace(): () => boolean {
  let last = 0;
  return () => {
    const now = performance.now();
    if (last > 0 && now - last < pause) return false;
    last = now;
    return true;
  };
}

function spansOf(places: Uint32Array | undefined): readonly Span[] {
  return Array.from({ length: (places?.length ?? 0) / 2 }, (_, at) => ({
    start: places?.[at * 2] ?? 0,
    end: places?.[at * 2 + 1] ?? 0,
  }));
}
