import type { Id } from '../../model/identity';
import { canonicalId, type Stage } from '../import-stage';
import { isGone, type JournalMarks } from './journal-marks';
import { compareMarks, type Mark } from './mark';
import { aliveIn, sideOf } from './merge-sides';
import { markKey } from './merged-kind';
import { markOf } from './record-marks';

/** Whether a coding must stay or come, because somebody has a memo about it that stays or comes. */
export function heldByMemos({ merger, present, file }: Stage): (coding: Id) => boolean {
  if (merger === null) return () => false;
  const { here, there } = merger.journals;
  const stays = (
    id: Id,
    memo: object,
    coarse: Mark,
    own: JournalMarks | null,
    other: JournalMarks | null,
  ): boolean => {
    const marks = other?.get(markKey('memo', id));
    if (marks?.gone == null || !isGone(marks)) return true;
    return compareMarks(aliveIn(sideOf(own, 'memo', id, memo, coarse)), marks.gone) >= 0;
  };
  const held = new Set<Id>();
  for (const memo of present.memos) {
    if (memo.target.kind === 'coding' && stays(memo.id, memo, markOf.dated(memo), here, there))
      held.add(memo.target.id);
  }
  for (const memo of file.memos ?? []) {
    const [id, about] = [canonicalId(memo.id), canonicalId(memo.target.id)];
    if (memo.target.kind !== 'coding' || about === null) continue;
    const coarse = markOf.dated({ modified_at: memo.modified_at ?? memo.created_at ?? '' });
    if (id === null || stays(id, memo, coarse, there, here)) held.add(about);
  }
  return (coding) => held.has(coding);
}
