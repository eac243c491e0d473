import type { Actor } from '../model/actor';
import type { AttributedName } from '../structure/attributed-names';
import { isNameVariant } from '../structure/name-variant';
import { findActor } from './actor-commands';

/** Actors of which the name may be a variant; none where it is the name of one already. */
export function likelyActors(name: string, actors: readonly Actor[]): readonly Actor[] {
  if (findActor(actors, name) !== undefined) return [];
  return actors.filter((actor) => namesOf(actor).some((known) => isNameVariant(name, known)));
}

/** Whether somebody is called so, with or without an article. */
export function isTakenRole(actors: readonly Actor[], role: string): boolean {
  return [role, `the ${role}`].some((name) => findActor(actors, name) !== undefined);
}

/**
 * What a text calls an actor beside the names it has: names that look like one of those, and the roles that stand
 * beside them. What is a name of somebody else already is left out.
 */
export function likelyAliases(
  actor: Actor,
  actors: readonly Actor[],
  found: readonly AttributedName[],
): readonly string[] {
  const called = found.flatMap(({ name, roles }) => {
    if (findActor([actor], name) !== undefined) return roles;
    return likelyActors(name, actors).includes(actor) ? [name, ...roles] : [];
  });
  return [...new Set(called)].filter((name) => !isTakenRole(actors, name));
}

function namesOf({ name, aliases }: Actor): readonly string[] {
  return [name, ...aliases];
}
