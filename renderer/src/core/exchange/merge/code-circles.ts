import type { ChangeDraft } from '../../model/change';
import type { Code } from '../../model/code';
import type { Id } from '../../model/identity';
import type { JournalMarks } from './journal-marks';
import { setDraft } from './merge-drafts';
import { markIn, sideOf } from './merge-sides';
import { markOf } from './record-marks';

/**
 * One side put A below B, the other B below A: of the codes of such a circle the one with the last id goes to the top,
 * whichever side came first. `drafts`: the moves that are under way.
 */
export function circleDrafts(
  codes: readonly Code[],
  drafts: readonly ChangeDraft[],
  here: JournalMarks,
): readonly ChangeDraft[] {
  const parents = new Map<Id, Id | null>(codes.map(({ id, parent_id }) => [id, parent_id]));
  const moves = new Map<Id, ChangeDraft>();
  for (const draft of drafts) {
    if (draft.kind !== 'code.set' || draft.data.fields.parent_id === undefined) continue;
    parents.set(draft.data.id, draft.data.fields.parent_id);
    moves.set(draft.data.id, draft);
  }
  if (moves.size === 0) return [];
  return codes.flatMap((code): readonly ChangeDraft[] => {
    const circle = circleOf(code.id, parents);
    if (circle.toSorted().at(-1) !== code.id) return [];
    parents.set(code.id, null);
    const mark =
      moves.get(code.id)?.marks?.['parent_id'] ??
      markIn(sideOf(here, 'code', code.id, code, markOf.code(code)), 'parent_id');
    return [setDraft('code', code, { parent_id: null }, { parent_id: mark })];
  });
}

/** The codes from a code up to itself again; none where it does not stand below itself. */
function circleOf(id: Id, parents: ReadonlyMap<Id, Id | null>): readonly Id[] {
  const above: Id[] = [];
  for (let at: Id | null = id; at !== null && !above.includes(at); at = parents.get(at) ?? null)
    above.push(at);
  const top = above.at(-1);
  return top !== undefined && parents.get(top) === id ? above : [];
}
