/** What the search view shows. */
import type { LikenessUnit } from '@core/likeness/likeness-text';
import type { Id } from '@core/model/identity';
import type { Span } from '@core/model/span';
import { noRows, type RowSelection } from '@core/query/row-selection';
import type { HitExtent } from '@core/search/hit-place';
import type { SearchChange } from '@core/search/place-of-query';
import type { QueryError } from '@core/search/query-tree';
import type { SearchPlace } from '@core/search/search-entry';
import { plainSearch, type SearchOptions } from '@core/search/search-options';
import type { HitListing, HitsFound } from '../workers/client';

/** What stands in the way of an answer. */
export type SearchProblem =
  | { readonly kind: 'mistake'; readonly error: QueryError }
  | { readonly kind: 'too-slow'; readonly seconds: number }
  | { readonly kind: 'failed'; readonly reason: string };

export interface FoundHits {
  readonly number: number;
  /** What was asked when they were found. */
  readonly query: string;
  /** The passage that they are like, where that was asked. */
  readonly like: LikeAsked | null;
  readonly listing: HitListing;
  readonly found: HitsFound;
}

/** A passage that others are looked for like. */
export interface LikeAsked {
  readonly document_id: Id;
  readonly span: Span;
  readonly quote: string;
}

export interface SearchState extends HitListing {
  /** Asked instead of the query; null where that is asked. */
  readonly like: LikeAsked | null;
  readonly likeUnit: LikenessUnit;
  readonly query: string;
  readonly options: SearchOptions;
  readonly extent: HitExtent;
  /** The texts are on their way to the worker. */
  readonly isFilling: boolean;
  /** A search under way: documents looked through, of how many, and hits so far. */
  readonly searching: {
    readonly searched: number;
    readonly total: number;
    readonly hits: number;
    readonly place: SearchPlace;
  } | null;
  readonly problem: SearchProblem | null;
  /** What has changed since that the search hangs on. */
  readonly stale: SearchChange | null;
  /** null until something was found or looked for. */
  readonly present: FoundHits | null;
  readonly selection: RowSelection;
  /** Rises with every commit that may have changed what rows show. */
  readonly version: number;
}

/** Before anything was asked. */
export const noSearch: SearchState = {
  like: null,
  likeUnit: 'sentence',
  query: '',
  options: plainSearch,
  sort: 'document',
  grouping: { by: 'none' },
  extent: 'sentence',
  isFilling: false,
  stale: null,
  searching: null,
  problem: null,
  present: null,
  selection: noRows,
  version: 0,
};
