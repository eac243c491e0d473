/** What the window asks of the corpus about searches. A search is named by its number; only the newest is kept. */
import type { CsvOptions } from '@core/exchange/csv';
import type { LikenessUnit } from '@core/likeness/likeness-text';
import type { PassageTarget } from '@core/model/annotation';
import type { Id, Sha256 } from '@core/model/identity';
import type { Span } from '@core/model/span';
import type { HitGroup, HitGrouping, HitSort } from '@core/search/hit-order';
import type { HitExtent } from '@core/search/hit-place';
import type { HitRow } from '@core/search/hit-row';
import type { SearchNames } from '@core/search/plan-filter';
import type { QueryError } from '@core/search/query-tree';
import type { SearchPlace } from '@core/search/search-entry';
import type { SearchOptions } from '@core/search/search-options';

/** How hits are listed. */
export interface HitListing {
  readonly sort: HitSort;
  readonly grouping: HitGrouping;
}

export interface HitsListed {
  /** Rows of all groups: a hit under two values stands twice. */
  readonly rows: number;
  readonly groups: readonly HitGroup[];
  /** The first rows, as many as a window shows, so that nobody has to ask for them. */
  readonly first: readonly HitRow[];
}

export interface HitsFound extends HitsListed {
  readonly place: SearchPlace;
  readonly hits: number;
  readonly documents: number;
  /** Documents, memos or codes looked through. */
  readonly searched: number;
  /** Hits outside the text in scope, which are not listed. */
  readonly outside: number;
  /** There were more than are kept: the search was ended. */
  readonly isCut: boolean;
  /** Milliseconds. */
  readonly took: number;
}

/** A passage that others are to be like. */
export interface LikeAsks extends HitListing {
  readonly number: number;
  readonly document_id: Id;
  readonly span: Span;
  readonly unit: LikenessUnit;
}

export type SearchOutcome =
  | { readonly kind: 'found'; readonly found: HitsFound }
  | { readonly kind: 'mistake'; readonly error: QueryError }
  /** A regular expression that did not come to an end in `seconds`. */
  | { readonly kind: 'too-slow'; readonly seconds: number };

/** Where a hit is to be coded. */
export interface HitPlace {
  readonly document_id: Id;
  readonly text_sha256: Sha256;
  readonly target: PassageTarget;
}

type Ranges = readonly (readonly [from: number, to: number])[];

/** Questions about a search answer null when a newer one has taken its place. */
export interface SearchQuestions {
  readonly search: {
    readonly asks: HitListing & {
      readonly number: number;
      readonly query: string;
      readonly options: SearchOptions;
      readonly names: Pick<SearchNames, 'coders' | 'actors' | 'coder_id' | 'round'>;
    };
    readonly answers: SearchOutcome | null;
  };
  /** Passages like another one, instead of what a query finds. */
  readonly like: { readonly asks: LikeAsks; readonly answers: SearchOutcome | null };
  readonly list: {
    readonly asks: HitListing & { readonly number: number };
    readonly answers: HitsListed | null;
  };
  readonly hits: {
    readonly asks: { readonly number: number; readonly from: number; readonly to: number };
    readonly answers: readonly HitRow[] | null;
  };
  /** Places of the rows in the ranges, each once; `to` is exclusive. */
  readonly places: {
    readonly asks: { readonly number: number; readonly ranges: Ranges; readonly extent: HitExtent };
    readonly answers: readonly HitPlace[] | null;
  };
  /** Rows of all hits in the document of one of them. */
  readonly documentRows: {
    readonly asks: { readonly number: number; readonly row: number };
    readonly answers: readonly number[] | null;
  };
  /** Hits of one document, to be painted. */
  readonly painted: {
    readonly asks: { readonly number: number; readonly document_id: Id };
    readonly answers: readonly Span[] | null;
  };
  readonly csv: {
    readonly asks: { readonly number: number; readonly options: CsvOptions };
    readonly answers: string | null;
  };
}

/** Told while a search is under way. */
export interface SearchEvents {
  readonly searching: {
    readonly number: number;
    readonly hits: number;
    readonly documents: number;
    readonly searched: number;
    readonly total: number;
    readonly place: SearchPlace;
    /** The first rows in the order of the corpus, where they have not been told yet. */
    readonly first: readonly HitRow[] | null;
  };
  /** Regular expressions run in a worker of their own, which is to be started, or ended and started anew. */
  readonly patterns: { readonly need: 'start' | 'restart' };
}
