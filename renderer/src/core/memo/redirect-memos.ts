import type { ChangeDraft } from '../model/change';
import type { Id } from '../model/identity';
import type { Memo } from '../model/memo';
import type { MemoAddress } from './memo-address';
import { redirectLinks } from './redirect-links';

/**
 * The drafts with every memo's links led to where their places are found afterwards: a memo that the drafts write
 * themselves is written with its links led over, any other that links there gets a draft of its own. When and by whom
 * a memo was written stays: an address that moved is no new thought.
 */
export function redirectMemos(
  drafts: readonly ChangeDraft[],
  memos: readonly Memo[],
  idOf: (address: MemoAddress) => Id | undefined,
): readonly ChangeDraft[] {
  const written = new Set(drafts.flatMap((draft) => (draft.kind === 'memo.set' ? [draft.data.id] : [])));
  const led = drafts.map((draft): ChangeDraft => {
    if (draft.kind !== 'memo.set' || draft.data.value === null) return draft;
    return { ...draft, data: { ...draft.data, value: redirected(draft.data.value, idOf) } };
  });
  const others = memos.flatMap((memo): readonly ChangeDraft[] => {
    if (written.has(memo.id)) return [];
    const value = redirected(memo, idOf);
    return value === memo ? [] : [{ kind: 'memo.set', data: { id: memo.id, value }, before: memo }];
  });
  return [...led, ...others];
}

/** The same memo where none of its links leads elsewhere. */
function redirected(memo: Memo, idOf: (address: MemoAddress) => Id | undefined): Memo {
  const markdown = redirectLinks(memo.markdown, idOf);
  return markdown === memo.markdown ? memo : { ...memo, markdown };
}
