/** Searches of the corpus. A newer one stops the older; what was found last stays, to be listed, painted and coded. */
import { describeAnchor } from '@core/anchor/describe-anchor';
import type { CorpusEntry, CorpusText, TextCorpus } from '@core/corpus/text-corpus';
import type { Span } from '@core/model/span';
import type { PassageIndex } from '@core/query/passage-index';
import { type FoldedText, foldText } from '@core/search/fold';
import type { Hit, HitList } from '@core/search/hit-list';
import { type OrderedHits, orderHits } from '@core/search/hit-order';
import { placeOfHit } from '@core/search/hit-place';
import { hitRow } from '@core/search/hit-row';
import { hitsCsv } from '@core/search/hits-csv';
import { parseQuery } from '@core/search/parse-query';
import { planSearch } from '@core/search/plan-search';
import { createScan, type SearchScan } from '@core/search/search-scan';
import { createVocabulary } from '@core/search/vocabulary';
import type { CorpusAnswers } from './corpus-protocol';
import { createPatternRunner, type PatternRunner, patternLimit } from './pattern-runner';
import type {
  HitListing,
  HitPlace,
  HitsListed,
  SearchEvents,
  SearchOutcome,
  SearchQuestions,
} from './search-protocol';
import { inSlices, letMessagesIn } from './slices';
import { stemmerOf } from './stemmers';

/** Hits that are kept at most. */
const mostHits = 500_000;
/** Milliseconds between two words on how a search goes. */
const pause = 100;
/** Documents handed to the worker of regular expressions at a time. */
const patternBatch = 200;

interface Present {
  readonly number: number;
  readonly hits: HitList;
  listed: OrderedHits;
}

export interface SearchSurface {
  readonly corpus: TextCorpus;
  readonly passages: PassageIndex;
  readonly tell: <N extends keyof SearchEvents>(name: N, told: SearchEvents[N]) => void;
}

export interface SearchAnswers {
  readonly answers: CorpusAnswers<keyof SearchQuestions>;
  readonly patterns: PatternRunner;
  /** Folds texts ahead, so that the first search is as quick as the next. */
  warm(): Promise<void>;
}

export function createSearchAnswers({ corpus, passages, tell }: SearchSurface): SearchAnswers {
  const folded = new WeakMap<CorpusText, FoldedText>();
  const vocabulary = createVocabulary(stemmerOf);
  const patterns = createPatternRunner((need) => tell('patterns', { need }));
  let wanted = 0;
  let present: Present | null = null;

  const fold = (content: CorpusText): FoldedText => {
    let known = folded.get(content);
    if (known === undefined) {
      known = foldText(content.text, { matchCase: false, matchDiacritics: false });
      folded.set(content, known);
    }
    return known;
  };

  const list = (hits: HitList, { sort, grouping }: HitListing): OrderedHits =>
    orderHits(hits, sort, grouping, { attributes: [...passages.attributes.values()] });

  const find = (number: number): Present | null => (present?.number === number ? present : null);
  const hitAt = ({ hits, listed }: Present, row: number): Hit | undefined => hits.at(listed.rows[row] ?? -1);

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
    const entries = corpus.entries();
    if (options.wordForms) {
      const learning = learn(entries);
      if (!(await inSlices(learning, () => wanted === number))) return null;
    }
    const scan = createScan(planned.value, options, { passages, fold, vocabulary });
    present = { number, hits: scan.hits, listed: { rows: new Uint32Array(), groups: [] } };
    const found = present;
    let lastTold = 0;
    const progress = (searched: number): void => {
      const now = performance.now();
      // The first hits at once, then as often as a number can be read.
      if (scan.hits.size === 0 || (lastTold > 0 && now - lastTold < pause)) return;
      lastTold = now;
      const { size: hits, documents } = scan.hits;
      tell('searching', { number, hits, documents, searched, total: entries.length });
    };
    const ended =
      scan.patterns.length === 0
        ? await lookThrough(scan, entries, number, progress)
        : await lookWithPatterns(scan, entries, number, progress);
    if (ended !== 'ended')
      return ended === 'stopped' ? null : { kind: 'too-slow', seconds: patternLimit / 1000 };
    found.listed = list(scan.hits, asks);
    return {
      kind: 'found',
      found: {
        ...listedOf(found.listed),
        ...{ hits: scan.hits.size, documents: scan.hits.documents, outside: scan.outside() },
        ...{ searched: entries.length, isCut: scan.hits.size >= mostHits, took: performance.now() - begun },
      },
    };
  };

  function* learn(entries: readonly CorpusEntry[]): Generator<void> {
    for (const entry of entries) {
      if (entry.content !== null) vocabulary.learn(entry, entry.content, fold(entry.content));
      yield;
    }
  }

  function* folding(entries: readonly CorpusEntry[]): Generator<void> {
    for (const { content } of entries) {
      if (content !== null) fold(content);
      yield;
    }
  }

  type End = 'ended' | 'stopped' | 'too-slow';

  const lookThrough = async (
    scan: SearchScan,
    entries: readonly CorpusEntry[],
    number: number,
    progress: (searched: number) => void,
  ): Promise<End> => {
    let searched = 0;
    function* steps(): Generator<void> {
      for (const entry of entries) {
        scan.look(entry);
        searched += 1;
        if (scan.hits.size >= mostHits) return;
        yield;
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
    entries: readonly CorpusEntry[],
    number: number,
    progress: (searched: number) => void,
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

  const rowsOf = function* (one: Present): Generator<ReturnType<typeof exported>> {
    for (let row = 0; row < one.listed.rows.length; row += 1) {
      const hit = hitAt(one, row);
      if (hit !== undefined) yield exported(hit);
    }
  };

  const exported = (hit: Hit) => {
    const row = hitRow(hit, passages, true);
    const codes = row.code_ids.map((id) => passages.codes.get(id)?.name ?? id);
    return { ...row, codes, document: hit.entry.document };
  };

  const answers: CorpusAnswers<keyof SearchQuestions> = {
    search,
    list: ({ number, ...listing }) => {
      const one = find(number);
      if (one === null) return null;
      one.listed = list(one.hits, listing);
      return listedOf(one.listed);
    },
    hits: ({ number, from, to }) => {
      const one = find(number);
      if (one === null) return null;
      const isListed = one.listed.rows.length > 0;
      // While a search is under way its first hits are listed as they come.
      const rows = Array.from({ length: Math.max(0, to - from) }, (_, n) =>
        isListed ? hitAt(one, from + n) : one.hits.at(from + n),
      );
      return rows.flatMap((hit) => (hit === undefined ? [] : [hitRow(hit, passages)]));
    },
    places: ({ number, ranges, extent }) => {
      const one = find(number);
      if (one === null) return null;
      const places = new Map<string, HitPlace>();
      for (const [from, to] of ranges) {
        for (let row = from; row < to; row += 1) {
          const hit = hitAt(one, row);
          const content = hit?.entry.content ?? null;
          if (hit === undefined || content === null) continue;
          const span = placeOfHit(content, hit, extent);
          const { id: document_id, text_sha256 } = hit.entry.document;
          const name = `${document_id} ${span.start} ${span.end}`;
          if (span.start < span.end && !places.has(name))
            places.set(name, { document_id, text_sha256, target: describeAnchor(content.text, span) });
        }
      }
      return [...places.values()];
    },
    documentRows: ({ number, row }) => {
      const one = find(number);
      const wanted = one === null ? undefined : hitAt(one, row)?.entry.document.id;
      if (one === null || wanted === undefined) return null;
      const rows = Array.from(one.listed.rows.keys());
      return rows.filter((each) => hitAt(one, each)?.entry.document.id === wanted);
    },
    painted: ({ number, document_id }) => {
      const one = find(number);
      if (one === null) return null;
      for (let document = 0; document < one.hits.documents; document += 1) {
        if (one.hits.entryOf(document)?.document.id !== document_id) continue;
        const [from, to] = one.hits.rangeOf(document);
        return Array.from({ length: to - from }, (_, n) => spanOf(one.hits.at(from + n)));
      }
      return [];
    },
    csv: ({ number, options }) => {
      const one = find(number);
      const attributes = [...passages.attributes.values()].sort(
        (a, b) => Number(a.key > b.key) - Number(a.key < b.key),
      );
      return one === null ? null : hitsCsv(rowsOf(one), attributes, options);
    },
  };

  return {
    answers,
    patterns,
    warm: async () => {
      await letMessagesIn();
      await inSlices(folding(corpus.entries()), () => true);
    },
  };
}

function listedOf({ rows, groups }: OrderedHits): HitsListed {
  return { rows: rows.length, groups };
}

function spanOf(hit: Hit | undefined): Span {
  return { start: hit?.start ?? 0, end: hit?.end ?? 0 };
}

function spansOf(places: Uint32Array | undefined): readonly Span[] {
  return Array.from({ length: (places?.length ?? 0) / 2 }, (_, at) => ({
    start: places?.[at * 2] ?? 0,
    end: places?.[at * 2 + 1] ?? 0,
  }));
}
