/** Which documents and codes carry a memo, for a mark in their rows. Read when somebody first asks. */
import type { Id } from '@core/model/identity';
import type { Memo } from '@core/model/memo';
import Dexie from 'dexie';
import type { Committer } from './commit';
import { createSource, type Observable } from './observable';
import type { WorkingStore } from './working-store';

export interface MemoMarks extends Observable<ReadonlySet<Id>> {
  readonly close: () => void;
}

const marked = ['code', 'document'] as const;

export function createMemoMarks(store: WorkingStore, committer: Committer): MemoMarks {
  const source = createSource<ReadonlySet<Id>>(new Set());
  /** What each memo is on. */
  const targets = new Map<Id, Id>();
  /** Memos written since reading began: newer than what reading brings. */
  const known = new Set<Id>();
  let unsubscribe: (() => void) | null = null;
  let closed = false;

  const put = (id: Id, memo: Memo | null): void => {
    if (memo !== null && marked.some((kind) => kind === memo.target.kind)) targets.set(id, memo.target.id);
    else targets.delete(id);
  };
  const show = (): void => {
    const next = new Set(targets.values());
    const shown = source.getSnapshot();
    // Rows are drawn anew only where a mark comes or goes, not with every word of a memo.
    if (next.size !== shown.size || [...next].some((id) => !shown.has(id))) source.set(next);
  };

  const read = async (): Promise<void> => {
    unsubscribe = committer.subscribe(({ tables, written }) => {
      if (!tables.has('memo')) return;
      for (const write of written) {
        if (write.table !== 'memo') continue;
        known.add(write.id);
        put(write.id, write.record);
      }
      show();
    });
    const { memo } = store.database.plain;
    const read = await Promise.all(
      marked.map((kind) =>
        memo.where('[target.kind+target.id]').between([kind, Dexie.minKey], [kind, Dexie.maxKey]).toArray(),
      ),
    );
    if (closed) return;
    for (const one of read.flat()) if (!known.has(one.id)) put(one.id, one);
    show();
  };

  return {
    subscribe: (listener) => {
      const forget = source.subscribe(listener);
      // Without marks the rows say a little less; a store that fails is told of by its other readers.
      if (unsubscribe === null && !closed) void read().catch(reportError);
      return forget;
    },
    getSnapshot: source.getSnapshot,
    close: () => {
      closed = true;
      unsubscribe?.();
    },
  };
}
