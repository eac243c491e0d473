import type { Annotation, Coding } from '../../model/annotation';
import type { ChangeDraft } from '../../model/change';
import type { Id } from '../../model/identity';
import { isGone } from './journal-marks';
import { compareMarks } from './mark';
import { annotationDrafts } from './merge-drafts';
import {
  aliveIn,
  type MergedFields,
  type MergeJournals,
  marksOfAdded,
  mergeFields,
  sideOf,
  statedMarks,
} from './merge-sides';
import { markKey } from './merged-kind';
import { markOf } from './record-marks';

export interface MergedAnnotation extends Pick<MergedFields, 'taken' | 'kept' | 'both'> {
  readonly drafts: readonly ChangeDraft[];
  /** Codings of the file that are here under another id. */
  readonly bound: ReadonlyMap<Id, Id>;
}

const inTime = (one: Coding, other: Coding): number =>
  one.created_at === other.created_at
    ? Number(one.id > other.id) - Number(one.id < other.id)
    : one.created_at < other.created_at
      ? -1
      : 1;

/**
 * An annotation that both sides have: of its own fields and of those of each coding the word said last; codings of
 * both, but for those that one side took away after the other last touched them. Of two codings with one code the
 * older stays. `isHeld`: whether a coding must stay because somebody has a memo about it.
 */
export function mergeAnnotation(
  known: Annotation,
  made: Annotation,
  { here, there }: MergeJournals,
  isHeld: (coding: Id) => boolean,
): MergedAnnotation {
  const own = mergeFields(
    'annotation',
    sideOf(here, 'annotation', known.id, known, markOf.dated(known)),
    sideOf(there, 'annotation', known.id, made, markOf.dated(made)),
  );
  let { taken, kept, both } = own;
  const drafts: ChangeDraft[] = [];
  const bound = new Map<Id, Id>();
  const modified_at = known.modified_at < made.modified_at ? made.modified_at : known.modified_at;
  const at = { annotation_id: known.id, document_id: known.document_id, modified_at };
  const present = new Map(known.codings.map((coding) => [coding.id, coding]));
  const theirs = new Map(made.codings.map((coding) => [coding.id, coding]));
  let now = [...known.codings];

  const remove = (coding: Coding, mark: ChangeDraft['marks']): void => {
    const index = now.indexOf(coding);
    drafts.push({
      kind: 'coding.removed',
      data: { ...at, coding_id: coding.id },
      before: { coding, index },
      ...(mark === undefined ? {} : { marks: mark }),
    });
    now = now.filter((each) => each !== coding);
  };
  for (const coding of known.codings) {
    const gone = theirs.has(coding.id) ? undefined : there?.get(markKey('coding', coding.id));
    if (gone?.gone == null || !isGone(gone)) continue;
    const alive = aliveIn(sideOf(here, 'coding', coding.id, coding, markOf.dated(coding)));
    if (compareMarks(alive, gone.gone) >= 0 || isHeld(coding.id)) continue;
    remove(coding, { '*': gone.gone });
    taken = true;
  }
  for (const coding of made.codings.toSorted(inTime)) {
    const mine = present.get(coding.id);
    if (mine !== undefined) {
      const merged = mergeFields(
        'coding',
        sideOf(here, 'coding', coding.id, mine, markOf.dated(mine)),
        sideOf(there, 'coding', coding.id, coding, markOf.dated(coding)),
      );
      taken ||= merged.taken;
      kept ||= merged.kept;
      both ||= merged.both;
      const coding_modified_at =
        mine.modified_at < coding.modified_at ? coding.modified_at : mine.modified_at;
      if (Object.keys(merged.fields).length === 0 && coding_modified_at === mine.modified_at) continue;
      const { fields, marks } = merged;
      const data = { ...at, coding_id: coding.id, coding_modified_at, fields };
      // Fields of a coding, read and checked.
      drafts.push({ kind: 'coding.set', data, before: { fields: {} }, marks });
      continue;
    }
    const gone = here.get(markKey('coding', coding.id));
    const alive = aliveIn(sideOf(there, 'coding', coding.id, coding, markOf.dated(coding)));
    const isOver = gone?.gone != null && isGone(gone) && compareMarks(alive, gone.gone) <= 0;
    if (isOver && !isHeld(coding.id)) {
      kept = true;
      continue;
    }
    const twin = now.find(({ code_id, id }) => code_id === coding.code_id && !theirs.has(id));
    if (twin !== undefined && inTime(twin, coding) < 0) {
      bound.set(coding.id, twin.id);
      continue;
    }
    // No trace that it was taken away: it is here, under the older id.
    if (twin !== undefined) remove(twin, { '*': ['', 0, ''] });
    const after = now.findIndex((each) => inTime(coding, each) < 0);
    const index = after < 0 ? now.length : after;
    now = now.toSpliced(index, 0, coding);
    drafts.push({
      kind: 'coding.added',
      data: { ...at, coding, index },
      ...statedMarks(marksOfAdded(there, 'coding', coding.id)),
    });
    taken = true;
  }
  const isSet = Object.keys(own.fields).length > 0;
  // Last, so that nothing before dates it otherwise.
  if (isSet || (drafts.length === 0 && modified_at !== known.modified_at))
    drafts.push(...annotationDrafts(known, own.fields, own.marks, modified_at));
  return { drafts, bound, taken, kept, both };
}
