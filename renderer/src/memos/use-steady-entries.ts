import type { MemoEntry } from '@core/memo/memo-entries';
import { useMemo, useState } from 'react';
import { type MemoKey, memoKey } from './memos-look';

export interface SteadyEntries {
  readonly entries: readonly MemoEntry[];
  /** The memo that is being written. */
  readonly edited: MemoKey | null;
  readonly edit: (entry: MemoEntry) => void;
  /** The writing has ended: the rows go where they belong. */
  readonly rest: (key: MemoKey) => void;
}

interface Editing {
  readonly entry: MemoEntry;
  readonly order: readonly MemoKey[];
}

/**
 * Keeps the rows where they are while a memo among them is written: it neither rises as the newest, nor goes when it
 * is emptied or no longer answers to the filter.
 */
export function useSteadyEntries(entries: readonly MemoEntry[]): SteadyEntries {
  const [editing, setEditing] = useState<Editing | null>(null);
  const shown = useMemo(() => {
    if (editing === null) return entries;
    const present = new Map(entries.map((entry) => [memoKey(entry.memo), entry]));
    const key = memoKey(editing.entry.memo);
    return editing.order.flatMap((one) => present.get(one) ?? (one === key ? [emptied(editing.entry)] : []));
  }, [entries, editing]);
  return {
    entries: shown,
    edited: editing === null ? null : memoKey(editing.entry.memo),
    edit: (entry) => setEditing({ entry, order: shown.map(({ memo }) => memoKey(memo)) }),
    rest: (key) => setEditing((now) => (now !== null && memoKey(now.entry.memo) === key ? null : now)),
  };
}

/** As the store has it once nothing is left of it. */
function emptied(entry: MemoEntry): MemoEntry {
  return { ...entry, memo: { ...entry.memo, markdown: '', text: '' } };
}
