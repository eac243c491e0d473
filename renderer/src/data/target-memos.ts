/** The memos on one thing, kept up with every commit. */
import type { Id } from '@core/model/identity';
import type { Memo, MemoTarget } from '@core/model/memo';
import type { Committer } from './commit';
import { createSource, type Observable } from './observable';
import type { WorkingStore } from './working-store';

/** Oldest first; null until they are read, so that nobody writes over what is not there yet. */
export interface TargetMemos extends Observable<readonly Memo[] | null> {
  readonly close: () => void;
}

export function openTargetMemos(store: WorkingStore, committer: Committer, target: MemoTarget): TargetMemos {
  const source = createSource<readonly Memo[] | null>(null);
  const memos = new Map<Id, Memo>();
  /** Written since reading began: newer than what it brings. */
  const known = new Set<Id>();
  let isRead = false;
  let closed = false;
  const isOwn = (memo: Memo | null): boolean =>
    memo?.target.kind === target.kind && memo.target.id === target.id;
  const put = (id: Id, memo: Memo | null): void => {
    if (memo === null) memos.delete(id);
    else memos.set(id, memo);
  };
  const show = (): void => {
    if (isRead) source.set([...memos.values()].sort(byTime));
  };

  const unsubscribe = committer.subscribe(({ written }) => {
    let touched = false;
    for (const write of written) {
      // What a memo's write replaced is a memo.
      if (write.table !== 'memo' || !(isOwn(write.record) || isOwn(write.before as Memo | null))) continue;
      known.add(write.id);
      put(write.id, write.record);
      touched = true;
    }
    if (touched) show();
  });
  const read = async (): Promise<void> => {
    const stored = await store.database.plain.memo
      .where('[target.kind+target.id]')
      .equals([target.kind, target.id])
      .toArray();
    if (closed) return;
    for (const memo of stored) if (!known.has(memo.id)) put(memo.id, memo);
    isRead = true;
    show();
  };
  void read().catch(reportError);

  return {
    subscribe: source.subscribe,
    getSnapshot: source.getSnapshot,
    close: () => {
      closed = true;
      unsubscribe();
    },
  };
}

function byTime(one: Memo, other: Memo): number {
  return one.created_at.localeCompare(other.created_at) || (one.id < other.id ? -1 : 1);
}
