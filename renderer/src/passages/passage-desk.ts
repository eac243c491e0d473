/** The state of the passages view, which outlives its leaving: what was asked, what was found, where one was. */

import type { Id } from '@core/model/identity';
import type { CodeTable, TableOptions } from '@core/query/code-table';
import { everyPassage, type Grouping, type PassageQuery } from '@core/query/passage-query';
import type { PassageRow } from '@core/query/passage-row';
import type { Drift, PassagesFound, RowKey } from '@core/query/passage-run';
import { chosenRanges, noRows, type RowSelection, takeRow } from '@core/query/row-selection';
import type { Problem } from '@preload/contract';
import type { VirtualItem } from '@tanstack/react-virtual';
import { createSource, type Observable } from '../data/observable';
import type { PassageFeed, PassageSink } from '../data/passage-feed';
import type { PassageWorker } from '../workers/client';

/** What is being looked at. */
export interface Asked {
  readonly tab: 'list' | 'table';
  readonly query: PassageQuery;
  readonly grouping: Grouping;
  readonly table: TableOptions;
}

export interface Run {
  readonly number: number;
  readonly found: PassagesFound;
  /** What was asked when it was found. */
  readonly query: PassageQuery;
  readonly grouping: Grouping;
}

export interface DeskState extends Asked {
  /** Annotations read so far while the index is being filled; null before and after. */
  readonly filling: number | null;
  readonly problem: Problem | null;
  /** null until something was asked. */
  readonly run: Run | null;
  /** How the project differs by now from what was found. */
  readonly drift: Drift;
  readonly counts: CodeTable | null;
  readonly selection: RowSelection;
  /** Rises with every commit that concerns passages: rows shown may have changed. */
  readonly version: number;
}

export interface PassageDesk {
  readonly state: Observable<DeskState>;
  /** Fills the index, once, and asks what stands there to be asked; a passage that is found is in hand then. */
  readonly open: (inHand: Id | null) => void;
  readonly ask: (change: Partial<Asked>) => void;
  /** Asks again; the passage in hand stays in hand where it is found again. */
  readonly askAgain: () => void;
  /** Lists what a cell of the table counts; the table comes back as it was left. */
  readonly openCell: (query: PassageQuery) => void;
  /** Back to the table that the list was opened from; false where it was not. */
  readonly backToTable: () => boolean;
  readonly select: (selection: RowSelection) => void;
  /** Rows of the present run; null where it is the present one no more. */
  readonly rows: (run: number, from: number, to: number) => Promise<readonly PassageRow[] | null>;
  /** The passages that a command is to act on, each once; the one in hand first where `at` asks for it alone. */
  readonly chosen: () => Promise<readonly RowKey[]>;
  readonly inHand: () => Promise<PassageRow | null>;
  /** Where the list was scrolled to, kept while another view is shown. */
  readonly place: { offset: number; sizes: readonly VirtualItem[] };
  readonly close: () => void;
}

export interface DeskSources {
  startWorker(): PassageWorker;
  feed(sink: PassageSink, onProgress: (annotations: number) => void): PassageFeed;
}

const noDrift: Drift = { left: 0, fresh: 0 };

const initial: DeskState = {
  tab: 'list',
  query: everyPassage,
  grouping: { by: 'document' },
  table: { rows: { by: 'document' }, rolled: false },
  filling: null,
  problem: null,
  run: null,
  drift: noDrift,
  counts: null,
  selection: noRows,
  version: 0,
};

export function createPassageDesk(sources: DeskSources): PassageDesk {
  const state = createSource<DeskState>(initial);
  const set = (change: Partial<DeskState>): void => state.set({ ...state.getSnapshot(), ...change });
  const place: PassageDesk['place'] = { offset: 0, sizes: [] };
  let worker: PassageWorker | null = null;
  let feed: PassageFeed | null = null;
  let isFilled = false;
  let lastRun = 0;
  let isDriftAsked = false;
  /** The table's query, and the one of the cell that was opened from it. */
  let opened: { readonly table: PassageQuery; readonly cell: PassageQuery } | null = null;

  const fail = (error: unknown): void =>
    set({ problem: { code: 'io', detail: String(error) }, filling: null });

  const run = async (keep: Id | null, again: boolean): Promise<void> => {
    if (worker === null || !isFilled) return;
    lastRun += 1;
    const number = lastRun;
    const { query, grouping, selection } = state.getSnapshot();
    const answer = await worker.askNewest('run', { run: number, query, grouping, keep });
    if (answer === null) return;
    const { found, keptAt } = answer;
    // Asked again, the row that takes the place of one that is found no more is in hand.
    const at = keptAt >= 0 || !again ? keptAt : Math.min(selection.at, found.rows - 1);
    if (!again) Object.assign(place, { offset: 0, sizes: [] });
    set({ run: { number, found, query, grouping }, drift: noDrift, selection: takeRow(at) });
  };

  const count = async (): Promise<void> => {
    if (worker === null || !isFilled) return;
    const { query, table } = state.getSnapshot();
    const counts = await worker.askNewest('table', { query, options: table });
    if (counts !== null) set({ counts });
  };

  const askDrift = async (): Promise<void> => {
    const { run: present } = state.getSnapshot();
    if (worker === null || present === null || isDriftAsked) return;
    isDriftAsked = true;
    const drift = await worker.ask('drift', { run: present.number }).finally(() => {
      isDriftAsked = false;
    });
    if (drift !== null && state.getSnapshot().run === present) set({ drift });
  };

  const onFollow = (): void => {
    const { version, tab } = state.getSnapshot();
    set({ version: version + 1 });
    askDrift().catch(fail);
    if (tab === 'table') count().catch(fail);
    else set({ counts: null });
  };

  /** Asks what is shown and not known. */
  const refresh = (keep: Id | null): void => {
    if (state.getSnapshot().tab === 'table') count().catch(fail);
    else run(keep, false).catch(fail);
  };

  const open = (held: Id | null): void => {
    if (worker !== null) return;
    const started = sources.startWorker();
    worker = started;
    set({ filling: 0, problem: null });
    const sink: PassageSink = {
      add: (records) => started.add(records),
      follow: (writes) => {
        started.follow(writes);
        if (isFilled) onFollow();
      },
    };
    feed = sources.feed(sink, (filling) => set({ filling }));
    void feed.filled.then((filled) => {
      if (worker !== started) return;
      isFilled = filled.ok;
      set({ filling: null, problem: filled.ok ? null : filled.error });
      refresh(held);
    });
  };

  const inHand = async (): Promise<PassageRow | null> => {
    const { run: present, selection } = state.getSnapshot();
    if (worker === null || present === null || selection.at < 0) return null;
    const asks = { run: present.number, from: selection.at, to: selection.at + 1 };
    return (await worker.ask('rows', asks))?.[0] ?? null;
  };

  return {
    state,
    open,
    ask: (change) => {
      const isReturn = change.tab === 'table' && opened?.cell === state.getSnapshot().query;
      set(isReturn && opened !== null ? { ...change, query: opened.table } : change);
      if (change.query !== undefined || isReturn) opened = null;
      refresh(null);
    },
    openCell: (cell) => {
      opened = { table: state.getSnapshot().query, cell };
      set({ tab: 'list', query: cell, grouping: { by: 'document' } });
      refresh(null);
    },
    backToTable: () => {
      if (opened?.cell !== state.getSnapshot().query) return false;
      set({ tab: 'table', query: opened.table });
      opened = null;
      refresh(null);
      return true;
    },
    askAgain: () => {
      inHand()
        .then((row) => run(row?.id ?? null, true))
        .catch(fail);
    },
    select: (selection) => set({ selection }),
    rows: async (number, from, to) => (await worker?.ask('rows', { run: number, from, to })) ?? null,
    chosen: async () => {
      const { run: present, selection } = state.getSnapshot();
      if (worker === null || present === null) return [];
      const keys = await worker.ask('keys', { run: present.number, ranges: chosenRanges(selection) });
      return [...new Map((keys ?? []).map((key) => [key.id, key])).values()];
    },
    inHand,
    place,
    close: () => {
      feed?.close();
      worker?.stop();
      worker = null;
    },
  };
}
