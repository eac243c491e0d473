import type { ChangeDraft } from '../model/change';
import type { Memo } from '../model/memo';

/** Takes memos away: with what they are about, and before it, so that undo brings that back first. */
export function removeMemos(memos: readonly Memo[]): readonly ChangeDraft[] {
  return memos.map((memo) => ({ kind: 'memo.set', data: { id: memo.id, value: null }, before: memo }));
}

/**
 * The drafts with what was written about the codings that they take off: that goes too, whoever took the coding off,
 * a hand or an exclusive set. `memos`: at least those of the documents concerned.
 */
export function withCodingMemos(
  drafts: readonly ChangeDraft[],
  memos: readonly Memo[],
): readonly ChangeDraft[] {
  const gone = new Set(
    drafts.flatMap((draft) => (draft.kind === 'coding.removed' ? [draft.data.coding_id] : [])),
  );
  if (gone.size === 0) return drafts;
  const doomed = memos.filter(({ target }) => target.kind === 'coding' && gone.has(target.id));
  return [...removeMemos(doomed), ...drafts];
}
