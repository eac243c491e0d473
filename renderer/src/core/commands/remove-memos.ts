import type { ChangeDraft } from '../model/change';
import type { Memo } from '../model/memo';

/** Takes memos away: with what they are about, and before it, so that undo brings that back first. */
export function removeMemos(memos: readonly Memo[]): readonly ChangeDraft[] {
  return memos.map((memo) => ({ kind: 'memo.set', data: { id: memo.id, value: null }, before: memo }));
}
