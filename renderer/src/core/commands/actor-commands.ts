import { foldName } from '../codebook/fold-name';
import type { Actor } from '../model/actor';
import type { ChangeDraft } from '../model/change';
import { fail, type Result, succeed } from '../result';
import { tidyName } from './codebook-rules';
import type { CommandContext } from './command-context';
import { setActorFields } from './field-drafts';

export type ActorProblem = 'empty-name' | 'name-taken';

export interface CreatedActor {
  readonly drafts: readonly ChangeDraft[];
  /** The one that was there already, by name or alias, when there was one. */
  readonly actor: Actor;
}

/** The actor whose name or alias is what was typed, without regard to case and blanks; names come before aliases. */
export function findActor(actors: readonly Actor[], typed: string): Actor | undefined {
  const wanted = foldName(typed);
  return (
    actors.find(({ name }) => foldName(name) === wanted) ??
    actors.find(({ aliases }) => aliases.some((alias) => foldName(alias) === wanted))
  );
}

/** The actor of a typed name, made where there is none: a person, until somebody says otherwise. */
export function createActor(
  actors: readonly Actor[],
  typed: string,
  context: CommandContext,
  kind: Actor['kind'] = 'person',
): Result<CreatedActor, 'empty-name'> {
  const name = tidyName(typed);
  if (name === '') return fail('empty-name');
  const known = findActor(actors, name);
  if (known !== undefined) return succeed({ drafts: [], actor: known });
  const actor: Actor = { id: context.newId(), name, kind, aliases: [] };
  return succeed({ drafts: [{ kind: 'actor.added', data: { actor } }], actor });
}

/** Renames an actor. A name that was an alias of its own is one no more. */
export function renameActor(
  actors: readonly Actor[],
  actor: Actor,
  typed: string,
): Result<readonly ChangeDraft[], ActorProblem> {
  const name = tidyName(typed);
  if (name === '') return fail('empty-name');
  if (name === actor.name) return succeed([]);
  if (isTaken(actors, actor, name)) return fail('name-taken');
  const aliases = actor.aliases.filter((alias) => foldName(alias) !== foldName(name));
  const isShorter = aliases.length < actor.aliases.length;
  return succeed([setActorFields(actor, { name, ...(isShorter ? { aliases } : {}) })]);
}

/** Adds another name under which the actor is found; no draft when it has that name already. */
export function addAlias(
  actors: readonly Actor[],
  actor: Actor,
  typed: string,
): Result<readonly ChangeDraft[], ActorProblem> {
  const alias = tidyName(typed);
  if (alias === '') return fail('empty-name');
  if (findActor([actor], alias) !== undefined) return succeed([]);
  if (isTaken(actors, actor, alias)) return fail('name-taken');
  return succeed([setActorFields(actor, { aliases: [...actor.aliases, alias] })]);
}

export function removeAlias(actor: Actor, alias: string): readonly ChangeDraft[] {
  const aliases = actor.aliases.filter((each) => each !== alias);
  return aliases.length === actor.aliases.length ? [] : [setActorFields(actor, { aliases })];
}

export function setActorKind(actor: Actor, kind: Actor['kind']): readonly ChangeDraft[] {
  return actor.kind === kind ? [] : [setActorFields(actor, { kind })];
}

/** Takes away an actor that no annotation names and nobody belongs to. `uses`: annotations that name it. */
export function removeActor(
  actors: readonly Actor[],
  actor: Actor,
  uses: number,
): Result<readonly ChangeDraft[], 'in-use'> {
  if (uses > 0 || actors.some(({ member_of }) => member_of === actor.id)) return fail('in-use');
  return succeed([{ kind: 'actor.removed', data: { id: actor.id }, before: { actor } }]);
}

function isTaken(actors: readonly Actor[], actor: Actor, name: string): boolean {
  return (
    findActor(
      actors.filter(({ id }) => id !== actor.id),
      name,
    ) !== undefined
  );
}
