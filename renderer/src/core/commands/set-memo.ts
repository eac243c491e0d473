import type { MemoContent } from '../memo/memo-content';
import type { ChangeDraft } from '../model/change';
import type { Memo, MemoTarget } from '../model/memo';
import type { CommandContext } from './command-context';

/** Writes a memo, or takes it away when nothing but white space is left; no draft when nothing changed. */
export function setMemo(
  present: Memo | undefined,
  target: MemoTarget,
  content: MemoContent,
  context: CommandContext,
): readonly ChangeDraft[] {
  const isEmpty = content.text.trim() === '';
  if (present === undefined) {
    if (isEmpty) return [];
    const memo: Memo = {
      id: context.newId(),
      target,
      coder_id: context.coder_id,
      ...content,
      created_at: context.now,
      modified_at: context.now,
    };
    return [{ kind: 'memo.set', data: { id: memo.id, value: memo }, before: null }];
  }
  if (isEmpty) return [{ kind: 'memo.set', data: { id: present.id, value: null }, before: present }];
  if (present.markdown === content.markdown) return [];
  const memo: Memo = { ...present, ...content, modified_at: context.now };
  return [{ kind: 'memo.set', data: { id: memo.id, value: memo }, before: present }];
}
