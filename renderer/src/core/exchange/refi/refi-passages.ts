import type { Id } from '../../model/identity';
import { derivedId } from '../derived-id';
import type { RefiCode, RefiCoding, RefiSelection } from './refi-model';
import type { RefiStage } from './refi-stage';

/** Passages by place and coder; several selections may make one. */
export interface Passage {
  readonly id: Id;
  readonly start: number;
  readonly end: number;
  readonly user: Id | undefined;
  readonly at: string | undefined;
  readonly modifiedAt: string | undefined;
  readonly quote: string;
  readonly codings: RefiCoding[];
}

/** Codes that a coding can mean: those of the file, and those that are here. */
export function codesKnown({ read, present }: RefiStage): ReadonlySet<Id> {
  const known = new Set(present.codes.map(({ id }) => id));
  const walk = (codes: readonly RefiCode[]): void => {
    for (const { guid, children } of codes) {
      known.add(guid);
      walk(children);
    }
  };
  walk(read.file.codes);
  return known;
}

/** Parts a selection by who coded it: an annotation is the work of one person. */
export function passagesOf(
  { report }: RefiStage,
  selection: RefiSelection,
  place: { readonly start: number; readonly end: number; readonly quote: string },
): readonly Passage[] {
  const { guid, user, at, modifiedAt, codings } = selection;
  const byUser = new Map<Id | undefined, RefiCoding[]>();
  for (const coding of codings) {
    const who = coding.user ?? user;
    byUser.set(who, [...(byUser.get(who) ?? []), coding]);
  }
  if (byUser.size === 0) byUser.set(user, []);
  if (byUser.size > 1)
    report.note('repaired', 'annotation', { id: guid, name: place.quote }, 'coders-parted');
  return [...byUser].map(([who, own], n) => ({
    ...place,
    id: n === 0 ? guid : derivedId('refi', guid, who ?? ''),
    user: who,
    at: at ?? own[0]?.at,
    modifiedAt,
    codings: own,
  }));
}
