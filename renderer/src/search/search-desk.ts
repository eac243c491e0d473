/** The state of the search view, which outlives its leaving: what was asked, what was found, where one was. */
import type { CsvOptions } from '@core/exchange/csv';
import type { LikenessUnit } from '@core/likeness/likeness-text';
import type { Id } from '@core/model/identity';
import type { Span } from '@core/model/span';
import { chosenRanges, noRows, type RowSelection, takeRow } from '@core/query/row-selection';
import type { HitExtent } from '@core/search/hit-place';
import type { HitRow } from '@core/search/hit-row';
import { hangsOn, placeOfQuery, type SearchChange } from '@core/search/place-of-query';
import type { SearchNames } from '@core/search/plan-filter';
import type { SearchPlace } from '@core/search/search-entry';
import type { Outcome } from '@preload/contract';
import { createSource, type Observable } from '../data/observable';
import type { CorpusWorker, HitListing, HitPlace } from '../workers/client';
import { type LikeAsked, noSearch, type SearchState } from './search-state';

export interface SearchDesk {
  readonly state: Observable<SearchState>;
  /** Starts the worker, once. */
  open(): void;
  /** Changes what is asked; `now` does not wait for the next key. */
  ask(change: Partial<Pick<SearchState, 'query' | 'options'>>, now?: boolean): void;
  /** Looks for passages like one, in place of what is typed. */
  askLike(like: LikeAsked | null, unit?: LikenessUnit): void;
  arrange(change: Partial<HitListing>): void;
  setExtent(extent: HitExtent): void;
  select(selection: RowSelection): void;
  rows(number: number, from: number, to: number): Promise<readonly HitRow[]>;
  rowAt(row: number): Promise<HitRow | null>;
  /** Rows of the document of the row in hand. */
  documentRows(): Promise<readonly number[]>;
  /** Where the chosen rows, or else the row in hand, are to be coded. */
  places(): Promise<readonly HitPlace[]>;
  painted(document_id: Id): Promise<readonly Span[]>;
  csv(options: CsvOptions): Promise<string | null>;
  /** Says that the project has changed, and what that can be searched has. */
  touch(changed: ReadonlySet<SearchChange>): void;
  /** Where the list was scrolled to, in pixels. */
  readonly place: { offset: number };
}

export interface SearchSources {
  start(): { readonly worker: CorpusWorker; readonly filled: Promise<Outcome<null>> };
  /** Gives the worker what a search of such a place goes through; null where it has that already. */
  prepare(place: SearchPlace): Promise<void> | null;
  names(): Pick<SearchNames, 'coders' | 'actors' | 'coder_id' | 'round'>;
}

/** Milliseconds that typing rests before it is searched for. */
const rest = 180;

export function createSearchDesk(sources: SearchSources): SearchDesk {
  const state = createSource<SearchState>(noSearch);
  const set = (change: Partial<SearchState>): void => state.set({ ...state.getSnapshot(), ...change });
  const place = { offset: 0 };
  let started: ReturnType<SearchSources['start']> | null = null;
  let isFilled = false;
  let last = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const fail = (error: unknown): void =>
    set({ problem: { kind: 'failed', reason: String(error) }, searching: null, isFilling: false });

  const search = async (): Promise<void> => {
    if (started === null || !isFilled) return;
    const { like, likeUnit: unit, query, options, sort, grouping } = state.getSnapshot();
    last += 1;
    const number = last;
    if (like === null && query.trim() === '') {
      set({ present: null, problem: null, searching: null, selection: noRows });
      return;
    }
    set({ stale: null });
    if (like === null) await sources.prepare(placeOfQuery(query));
    if (number !== last) return;
    const { worker } = started;
    const outcome =
      like === null
        ? await worker.ask('search', { number, query, options, sort, grouping, names: sources.names() })
        : await worker.ask('like', { number, ...like, unit, sort, grouping });
    if (outcome === null || number !== last) return;
    if (outcome.kind !== 'found') {
      set({ problem: outcome, searching: null, present: null, selection: noRows });
      return;
    }
    const { present: before, selection } = state.getSnapshot();
    const present = { number, query, like, listing: { sort, grouping }, found: outcome.found };
    const isShown = before?.number === number;
    if (!isShown) place.offset = 0;
    const first = takeRow(outcome.found.rows > 0 ? 0 : -1);
    set({ present, problem: null, searching: null, selection: isShown ? selection : first });
  };

  const start = (): void => {
    if (started !== null) return;
    started = sources.start();
    started.worker.on('searching', ({ number, searched, total, hits, documents, place, first: told }) => {
      if (number !== last) return;
      const { query, like, sort, grouping, present, selection } = state.getSnapshot();
      // In the order of the corpus the first rows are known before the last document is read.
      const isListed = like === null && sort === 'document' && grouping.by === 'none';
      const isFirst = present?.number !== number;
      const first = told ?? (isFirst ? [] : present.found.first);
      const found = {
        ...{ place, hits, documents, searched, rows: hits, groups: [], first },
        ...{ outside: 0, isCut: false, took: 0 },
      };
      set({
        searching: { searched, total, hits, place },
        ...(isListed ? { present: { number, query, like, listing: { sort, grouping }, found } } : {}),
        ...(isListed && isFirst ? { problem: null, selection: takeRow(0) } : { selection }),
      });
    });
    set({ isFilling: true });
    started.filled.then((filled) => {
      isFilled = filled.ok;
      if (filled.ok) set({ isFilling: false });
      else fail(filled.error.detail ?? filled.error.code);
      search().catch(fail);
    }, fail);
  };

  const presentNumber = (): number => state.getSnapshot().present?.number ?? -1;

  const arrange = async (change: Partial<HitListing>): Promise<void> => {
    set(change);
    const { present, sort, grouping } = state.getSnapshot();
    if (started === null || present === null) return;
    const listed = await started.worker.askNewest('list', { number: present.number, sort, grouping });
    if (listed === null || state.getSnapshot().present !== present) return;
    place.offset = 0;
    const found = { ...present.found, ...listed };
    set({
      present: { ...present, listing: { sort, grouping }, found },
      selection: takeRow(listed.rows > 0 ? 0 : -1),
    });
  };

  const rows: SearchDesk['rows'] = async (number, from, to) =>
    (await started?.worker.ask('hits', { number, from, to })) ?? [];

  return {
    state,
    place,
    open: start,
    ask: (change, now = false) => {
      const { like, sort } = state.getSnapshot();
      // What is typed takes the place of the passage.
      const isLeft = like !== null && change.query !== undefined;
      set({ ...change, ...(isLeft ? { like: null, sort: sort === 'likeness' ? 'document' : sort } : {}) });
      clearTimeout(timer);
      if (now) search().catch(fail);
      else timer = setTimeout(() => void search().catch(fail), rest);
    },
    askLike: (like, unit = state.getSnapshot().likeUnit) => {
      clearTimeout(timer);
      const order = { sort: like === null ? 'document' : 'likeness', grouping: { by: 'none' } } as const;
      const { like: before } = state.getSnapshot();
      set({ like, likeUnit: unit, query: '', problem: null, ...(before === like ? {} : order) });
      search().catch(fail);
    },
    arrange: (change) => {
      arrange(change).catch(fail);
    },
    setExtent: (extent) => set({ extent }),
    select: (selection) => set({ selection }),
    rows,
    rowAt: async (row) => (row < 0 ? null : ((await rows(presentNumber(), row, row + 1))[0] ?? null)),
    documentRows: async () => {
      const { selection } = state.getSnapshot();
      const asks = { number: presentNumber(), row: selection.at };
      return (await started?.worker.ask('documentRows', asks)) ?? [];
    },
    places: async () => {
      const { selection, extent } = state.getSnapshot();
      const asks = { number: presentNumber(), ranges: chosenRanges(selection), extent };
      return (await started?.worker.ask('places', asks)) ?? [];
    },
    painted: async (document_id) =>
      (await started?.worker.ask('painted', { number: presentNumber(), document_id })) ?? [],
    csv: async (options) => (await started?.worker.ask('csv', { number: presentNumber(), options })) ?? null,
    touch: (changed) => {
      if (started === null) return;
      const { version, stale, present } = state.getSnapshot();
      const query = present?.like === null ? present.query : '';
      const since = [...changed].find((one) => present !== null && hangsOn(query, one));
      set({ version: version + 1, stale: stale ?? since ?? null });
    },
  };
}
