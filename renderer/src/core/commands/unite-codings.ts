import { sameValue } from '../exchange/same-value';
import type { Coding, PropertyValues, Stance, Voice } from '../model/annotation';
import type { CodingFields } from '../model/change';
import type { Id } from '../model/identity';

/** Something that was said twice, differently, and of which one saying had to go. */
export type Lost =
  | { readonly what: 'speakers'; readonly speaker_ids: readonly Id[] }
  | { readonly what: 'voice'; readonly voice: Voice }
  | { readonly what: 'stance'; readonly code_id: Id; readonly stance: Stance }
  /** A code of an exclusive set, of which another one stays. */
  | { readonly what: 'code'; readonly code_id: Id }
  /** Values of properties; `code_id` is null for those of the passage itself. */
  | { readonly what: 'values'; readonly code_id: Id | null; readonly property_ids: readonly Id[] };

export interface UnitedCodings {
  /** The oldest, as it is now. */
  readonly kept: Coding;
  readonly gone: readonly Coding[];
  /** What the one kept takes over from the others; empty where that is nothing. */
  readonly fields: Pick<CodingFields, 'stance' | 'certainty' | 'values'>;
  readonly lost: readonly Lost[];
}

/**
 * Codings that are one code on one annotation become one: the oldest stays, with its time; of equally old ones the
 * first. It takes over the stance and the values that it lacks, and is unsure if any of them was.
 */
export function uniteCodings(codings: readonly [Coding, ...Coding[]]): UnitedCodings {
  const kept = codings.reduce((oldest, each) => (each.created_at < oldest.created_at ? each : oldest));
  const gone = codings.filter((each) => each !== kept);
  const { code_id } = kept;
  const lost: Lost[] = [];
  let { stance, certainty, values } = kept;
  for (const other of gone) {
    if (stance !== undefined && other.stance !== undefined && stance !== other.stance)
      lost.push({ what: 'stance', code_id, stance: other.stance });
    stance ??= other.stance;
    certainty ??= other.certainty;
    const united = uniteValues(values, other.values);
    if (united.lost.length > 0) lost.push({ what: 'values', code_id, property_ids: united.lost });
    if (united.added) values = united.all;
  }
  const fields = {
    ...(stance !== undefined && stance !== kept.stance ? { stance } : {}),
    ...(certainty !== undefined && certainty !== kept.certainty ? { certainty } : {}),
    ...(values !== undefined && values !== kept.values ? { values } : {}),
  };
  return { kept, gone, fields, lost };
}

/** The values of both; where both have one, the first's. */
export function uniteValues(
  first: PropertyValues = {},
  second: PropertyValues = {},
): { readonly all: PropertyValues; readonly added: boolean; readonly lost: readonly Id[] } {
  return {
    all: { ...second, ...first },
    added: Object.keys(second).some((id) => !Object.hasOwn(first, id)),
    lost: Object.keys(second).filter((id) => Object.hasOwn(first, id) && !sameValue(first[id], second[id])),
  };
}
