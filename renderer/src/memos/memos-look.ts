import type { MemoFilter, MemoOrder } from '@core/memo/memo-entries';
import type { Memo } from '@core/model/memo';

/** How the memos are looked at: what is shown, in which order, and the row one was at. */
export interface MemosLook extends MemoFilter {
  readonly order: MemoOrder;
  readonly at: MemoKey | null;
}

export const firstLook: MemosLook = { words: '', kind: null, coder_id: null, order: 'newest', at: null };

/** One coder's memo on one thing: outlasts that memo's being emptied and written anew. */
export type MemoKey = string;

export function memoKey({ target, coder_id }: Pick<Memo, 'target' | 'coder_id'>): MemoKey {
  return `${target.kind}/${target.id}/${coder_id}`;
}
