import { foldName } from '../codebook/fold-name';
import type { Actor } from '../model/actor';
import type { Annotation } from '../model/annotation';
import type { ChangeDraft } from '../model/change';
import type { Id } from '../model/identity';
import { fail, type Result, succeed } from '../result';
import type { AttributedName } from '../structure/attributed-names';
import { createActor } from './actor-commands';
import type { Batch } from './batch';
import { type Speakers, setSpeakers } from './batch-marks';
import type { CommandContext } from './command-context';

/** Stands between who quotes and who is quoted, as it does between the levels of a code's path. */
const separator = ' > ';

/** Speakers as they are typed and shown, outer to inner: "The embassy > The prime minister". */
export function speakersAsText(ids: readonly Id[], actors: readonly Actor[]): string {
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  return ids.map((id) => names.get(id) ?? '').join(separator);
}

/** The names in what was typed, outer to inner; empty ones fall away. */
function typedNames(typed: string): readonly string[] {
  return typed
    .split('>')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

export interface TypedSpeakers {
  /** Of the actors that had to be made. */
  readonly drafts: readonly ChangeDraft[];
  readonly batch: Batch;
}

/** States the typed speakers of passages, making actors that are new; nothing typed takes the statement away. */
export function setTypedSpeakers(
  annotations: readonly Annotation[],
  typed: string,
  actors: readonly Actor[],
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
    drafts.push(...made.value.drafts);
    known.push(made.value.actor);
    ids.push(made.value.actor.id);
  }
  const [outer, inner] = ids;
  const speakers: Speakers =
    outer === undefined ? [] : inner === undefined || inner === outer ? [outer] : [outer, inner];
  return succeed({ drafts, batch: setSpeakers(annotations, speakers, context) });
}

/**
 * Actors as they would be made of names that the open text gives words to, and the project does not have: offered
 * beside the project's own. None has a record before somebody chooses it.
 */
export function offeredActors(names: readonly AttributedName[], actors: readonly Actor[]): readonly Actor[] {
  const known = new Set(actors.flatMap(({ name, aliases }) => [name, ...aliases]).map(foldName));
  return names
    .filter(({ name }) => !known.has(foldName(name)))
    .slice(0, mostOffered)
    .map(({ name, roles }) => ({ id: `text:${name}`, name, kind: 'person', aliases: roles }));
}

const mostOffered = 50;

/** An actor that what was typed may mean, and what the field would then hold. */
export interface SpeakerMatch {
  readonly actor: Actor;
  /** The name or alias that holds the typed words. */
  readonly by: string;
  readonly text: string;
}

/** Actors one of whose names holds the name being typed: those that begin with it first. */
export function matchSpeakers(typed: string, actors: readonly Actor[]): readonly SpeakerMatch[] {
  const cut = typed.lastIndexOf('>');
  const outer = cut < 0 ? '' : `${typed.slice(0, cut).trim()}${separator}`;
  const wanted = foldName(typed.slice(cut + 1));
  const found = actors.flatMap((actor) => {
    const by = [actor.name, ...actor.aliases].find((name) => foldName(name).includes(wanted));
    return by === undefined ? [] : [{ actor, by, text: outer + actor.name }];
  });
  const rank = ({ by }: SpeakerMatch): number => (foldName(by).startsWith(wanted) ? 0 : 1);
  return found.sort(
    (one, other) => rank(one) - rank(other) || one.actor.name.localeCompare(other.actor.name),
  );
}
