import { foldName } from '../codebook/fold-name';
import type { Actor } from '../model/actor';
import type { Annotation } from '../model/annotation';
import type { ChangeDraft } from '../model/change';
import type { Id } from '../model/identity';
import { fail, type Result, succeed } from '../result';
import type { AttributedName } from '../structure/attributed-names';
import { addAlias, createActor } from './actor-commands';
import type { Batch } from './batch';
import { type Speakers, setSpeakers } from './batch-marks';
import type { CommandContext } from './command-context';
import { isTakenRole } from './likely-names';

/** Stands between who quotes and who is quoted, as it does between the levels of a code's path. */
export const speakerSeparator = ' > ';

/** Speakers as they are typed and shown, outer to inner: "The embassy > The prime minister". */
export function speakersAsText(ids: readonly Id[], actors: readonly Actor[]): string {
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  return ids.map((id) => names.get(id) ?? '').join(speakerSeparator);
}

/** The names in what was typed, outer to inner; empty ones fall away. */
function typedNames(typed: string): readonly string[] {
  return typed
    .split('>')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Who may be meant by a typed name. */
export interface KnownSpeakers {
  readonly actors: readonly Actor[];
  /** Names of the open text with the roles that stand beside them. */
  readonly found: readonly AttributedName[];
}

/** A name that was chosen as another name of an actor. */
export interface ChosenAlias {
  readonly actorId: Id;
  readonly name: string;
}

export interface TypedSpeakers {
  /** Of the actors that had to be made, and of the alias that was chosen. */
  readonly drafts: readonly ChangeDraft[];
  readonly batch: Batch;
}

/**
 * States the typed speakers of passages, making actors that are new, with the roles that the text gives them; nothing
 * typed takes the statement away.
 */
export function setTypedSpeakers(
  annotations: readonly Annotation[],
  typed: string,
  { actors, found }: KnownSpeakers,
  alias: ChosenAlias | null,
  context: CommandContext,
): Result<TypedSpeakers, 'too-many'> {
  const names = typedNames(typed);
  if (names.length > 2) return fail('too-many');
  const known = [...actors];
  const drafts: ChangeDraft[] = [];
  const ids: Id[] = [];
  for (const name of names) {
    const made = createActor(known, name, context);
    if (!made.ok) continue;
    const isNew = made.value.drafts.length > 0;
    const actor = isNew
      ? { ...made.value.actor, aliases: rolesOf(made.value.actor.name, found, known) }
      : made.value.actor;
    if (isNew) drafts.push({ kind: 'actor.added', data: { actor } });
    known.push(actor);
    ids.push(actor.id);
  }
  const called = actors.find(({ id }) => id === alias?.actorId);
  if (alias !== null && called !== undefined && ids.includes(called.id)) {
    const added = addAlias(actors, called, alias.name);
    if (added.ok) drafts.push(...added.value);
  }
  const [outer, inner] = ids;
  const speakers: Speakers =
    outer === undefined ? [] : inner === undefined || inner === outer ? [outer] : [outer, inner];
  return succeed({ drafts, batch: setSpeakers(annotations, speakers, context) });
}

/**
 * What the text calls a name beside it, "ambassador": aliases of the actor that is made of it. A role that somebody else
 * of the project or of the text has too names neither of them.
 */
export function rolesOf(
  name: string,
  found: readonly AttributedName[],
  actors: readonly Actor[],
): readonly string[] {
  const wanted = foldName(name);
  const own = found.find((one) => foldName(one.name) === wanted);
  const others = new Set(found.filter((one) => one !== own).flatMap(({ roles }) => roles.map(foldName)));
  return (own?.roles ?? []).filter((role) => !others.has(foldName(role)) && !isTakenRole(actors, role));
}
