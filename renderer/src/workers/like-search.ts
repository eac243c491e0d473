/** The ranked index of the corpus: made when somebody first asks for it, then brought up to date at each question. */
import type { TextCorpus } from '@core/corpus/text-corpus';
import { groupBy } from '@core/group-by';
import {
  createLikenessIndex,
  type LikenessAsked,
  type LikenessFound,
  type LikePlace,
} from '@core/likeness/likeness-index';
import type { Id } from '@core/model/identity';
import type { Span } from '@core/model/span';
import { createHitList, type Hit, type HitList } from '@core/search/hit-list';
import { inSlices } from './slices';
import { stemmerOf } from './stemmers';

export interface LikeHits {
  readonly hits: HitList;
  /** How alike each is, by the number of the hit; 1 for the same words. */
  readonly likeness: Float64Array;
  readonly shared: (hit: Hit) => readonly Span[];
}

export interface LikeSearch {
  /** null where it is no longer wanted. `onTaken` is told how many of the new texts have been taken in. */
  find(
    asked: LikenessAsked,
    isWanted: () => boolean,
    onTaken: (taken: number, total: number) => void,
  ): Promise<LikeHits | null>;
}

export function createLikeSearch(corpus: TextCorpus): LikeSearch {
  const index = createLikenessIndex(stemmerOf);
  /** Documents whose texts have come, gone or changed since; null before anything was asked. */
  let touched: Set<Id> | null = null;
  corpus.subscribe(({ came, went }) => {
    for (const id of [...came, ...went]) touched?.add(id);
  });

  function* takeIn(waiting: Set<Id>): Generator<void> {
    for (const id of waiting) {
      waiting.delete(id);
      const entry = corpus.find(id);
      if (entry === undefined) index.remove(id);
      else index.put(entry);
      yield;
    }
  }

  return {
    find: async (asked, isWanted, onTaken) => {
      touched ??= new Set(corpus.entries().map(({ document }) => document.id));
      const waiting = touched;
      const total = waiting.size;
      const told = (): void => onTaken(total - waiting.size, total);
      if (!(await inSlices(takeIn(waiting), isWanted, told))) return null;
      const entries = corpus.entries();
      const found = index.nearest(entries, asked);
      return {
        ...inCorpusOrder(corpus, found),
        shared: ({ entry, start, end }) => found.shared(entry, { start, end }),
      };
    },
  };
}

/** Hits are kept by document, in text order; how alike they are beside them. */
function inCorpusOrder(corpus: TextCorpus, { places }: LikenessFound): Pick<LikeHits, 'hits' | 'likeness'> {
  const hits = createHitList();
  const byDocument = groupBy(places, ({ document_id }) => document_id);
  const likeness: number[] = [];
  for (const entry of corpus.entries()) {
    const own = [...(byDocument.get(entry.document.id) ?? [])].sort(byStart);
    hits.add(entry, own);
    likeness.push(...own.map((place) => place.likeness));
  }
  return { hits, likeness: Float64Array.from(likeness) };
}

function byStart(one: LikePlace, other: LikePlace): number {
  return one.start - other.start;
}
