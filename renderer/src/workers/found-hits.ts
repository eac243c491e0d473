/** What the last search found: listed, painted, coded and exported until a newer one takes its place. */
import { describeAnchor } from '@core/anchor/describe-anchor';
import { likeParts } from '@core/likeness/like-parts';
import type { Span } from '@core/model/span';
import type { PassageIndex } from '@core/query/passage-index';
import type { Hit, HitList } from '@core/search/hit-list';
import { type OrderedHits, orderHits } from '@core/search/hit-order';
import { placeOfHit } from '@core/search/hit-place';
import { type HitRow, hitRow } from '@core/search/hit-row';
import { hitsCsv } from '@core/search/hits-csv';
import type { SearchPlace } from '@core/search/search-entry';
import type { CorpusAnswers } from './corpus-protocol';
import type { LikeHits } from './like-search';
import type { HitListing, HitPlace, HitsListed, SearchQuestions } from './search-protocol';

/** Rows that are told unasked: more than a window shows. */
export const firstRows = 60;

export interface Present {
  readonly number: number;
  readonly place: SearchPlace;
  readonly hits: HitList;
  /** Where they are passages like another one. */
  readonly like: LikeHits | null;
  /** null while the search is under way: its hits are listed as they come. */
  listed: OrderedHits | null;
}

export interface FoundHits {
  readonly answers: CorpusAnswers<'list' | 'hits' | 'places' | 'documentRows' | 'painted' | 'csv'>;
  /** Puts a search in the place of the one before. */
  begin(number: number, place: SearchPlace, hits: HitList, like?: LikeHits): Present;
  /** Lists all that was found. */
  list(present: Present, listing: HitListing): HitsListed;
  /** The first rows as they stand now. */
  firstOf(present: Present): readonly HitRow[];
}

export function createFoundHits(passages: PassageIndex): FoundHits {
  let present: Present | null = null;
  const find = (number: number): Present | null => (present?.number === number ? present : null);

  const hitAt = ({ hits, listed }: Present, row: number): Hit | undefined =>
    hits.at(listed === null ? row : (listed.rows[row] ?? -1));
  const rowsOf = ({ hits, listed }: Present): number => listed?.rows.length ?? hits.size;

  const rowsFrom = (one: Present, from: number, to: number): readonly HitRow[] =>
    Array.from({ length: Math.max(0, to - from) }, (_, n) => hitAt(one, from + n)).flatMap((hit) =>
      hit === undefined ? [] : [{ ...hitRow(hit, passages), like: likeOf(hit, one) }],
    );

  const firstOf = (one: Present): readonly HitRow[] => rowsFrom(one, 0, Math.min(firstRows, rowsOf(one)));

  const list: FoundHits['list'] = (one, { sort, grouping }) => {
    const attributes = [...passages.attributes.values()];
    one.listed = orderHits(one.hits, sort, grouping, { attributes, likeness: one.like?.likeness ?? null });
    return { rows: one.listed.rows.length, groups: one.listed.groups, first: firstOf(one) };
  };

  const exported = (hit: Hit) => {
    const row = hitRow(hit, passages, true);
    const codes = row.code_ids.map((id) => passages.codes.get(id)?.name ?? id);
    return { ...row, codes, document: hit.entry.document };
  };

  const allRows = function* (one: Present): Generator<ReturnType<typeof exported>> {
    for (let row = 0; row < rowsOf(one); row += 1) {
      const hit = hitAt(one, row);
      if (hit !== undefined) yield exported(hit);
    }
  };

  /** Only what stands in a document can be coded. */
  const placeAt = (hit: Hit | undefined, extent: SearchQuestions['places']['asks']['extent']) => {
    const content = hit?.entry.holder === undefined ? (hit?.entry.content ?? null) : null;
    if (hit === undefined || content === null) return null;
    const span = placeOfHit(content, hit, extent);
    const { id: document_id, text_sha256 } = hit.entry.document;
    const target = describeAnchor(content.text, span);
    return span.start < span.end ? ({ document_id, text_sha256, target } satisfies HitPlace) : null;
  };

  const answers: FoundHits['answers'] = {
    list: ({ number, ...listing }) => {
      const one = find(number);
      return one === null ? null : list(one, listing);
    },
    hits: ({ number, from, to }) => {
      const one = find(number);
      return one === null ? null : rowsFrom(one, from, to);
    },
    places: ({ number, ranges, extent }) => {
      const one = find(number);
      if (one === null) return null;
      const places = new Map<string, HitPlace>();
      for (const [from, to] of ranges) {
        for (let row = from; row < to; row += 1) {
          const place = placeAt(hitAt(one, row), extent);
          if (place === null) continue;
          const { start, end } = place.target;
          const name = `${place.document_id} ${start} ${end}`;
          if (!places.has(name)) places.set(name, place);
        }
      }
      return [...places.values()];
    },
    documentRows: ({ number, row }) => {
      const one = find(number);
      const wanted = one === null ? undefined : hitAt(one, row)?.entry.document.id;
      if (one === null || wanted === undefined) return null;
      const rows = Array.from({ length: rowsOf(one) }, (_, each) => each);
      return rows.filter((each) => hitAt(one, each)?.entry.document.id === wanted);
    },
    painted: ({ number, document_id }) => {
      const one = find(number);
      if (one === null) return null;
      for (let document = 0; document < one.hits.documents; document += 1) {
        const entry = one.hits.entryOf(document);
        if (entry?.document.id !== document_id || entry.holder !== undefined) continue;
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
      return one === null ? null : hitsCsv(allRows(one), attributes, options);
    },
  };

  return {
    ...{ answers, list, firstOf },
    begin: (number, place, hits, like) => {
      present = { number, place, hits, like: like ?? null, listed: null };
      return present;
    },
  };
}

function likeOf(hit: Hit, { like }: Present): HitRow['like'] {
  if (like === null) return null;
  const text = hit.entry.content?.text ?? '';
  return { likeness: like.likeness[hit.number] ?? 0, parts: likeParts(text, hit, like.shared(hit)) };
}

function spanOf(hit: Hit | undefined): Span {
  return { start: hit?.start ?? 0, end: hit?.end ?? 0 };
}
