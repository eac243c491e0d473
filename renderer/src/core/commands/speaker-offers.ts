import { foldName } from '../codebook/fold-name';
import type { Actor } from '../model/actor';
import type { AttributedName } from '../structure/attributed-names';
import { findActor } from './actor-commands';
import { likelyActors } from './likely-names';
import { type ChosenAlias, type KnownSpeakers, rolesOf, speakerSeparator } from './speaker-entry';

/** Somebody who may be said to speak. Of those that are found no record is there before somebody chooses it. */
export type SpeakerOffer =
  | { readonly kind: 'known'; readonly actor: Actor }
  /** A name that the open text gives words to, as the actor it would be. */
  | { readonly kind: 'found'; readonly actor: Actor }
  /** Such a name that looks like one of an actor's. */
  | { readonly kind: 'alias'; readonly actor: Actor; readonly name: string };

/** Names of a text that are offered at most. */
const mostOffered = 50;

/** The actors of the project, and what the open text offers beside them, in the order of the text's names. */
export function offeredSpeakers({ actors, found }: KnownSpeakers): readonly SpeakerOffer[] {
  const fresh = found.filter(({ name }) => findActor(actors, name) === undefined).slice(0, mostOffered);
  return [
    ...actors.map((actor): SpeakerOffer => ({ kind: 'known', actor })),
    ...fresh.flatMap((one) => offersOf(one, { actors, found })),
  ];
}

function offersOf({ name }: AttributedName, { actors, found }: KnownSpeakers): readonly SpeakerOffer[] {
  const aliases = rolesOf(name, found, actors);
  return [
    ...likelyActors(name, actors).map((actor): SpeakerOffer => ({ kind: 'alias', actor, name })),
    { kind: 'found', actor: { id: `text:${name}`, name, kind: 'person', aliases } },
  ];
}

/** Somebody that what was typed may mean, and what the field would then hold. */
export interface SpeakerMatch {
  readonly offer: SpeakerOffer;
  /** The name or alias that holds the typed words. */
  readonly by: string;
  readonly text: string;
  /** What choosing it makes an alias of the actor. */
  readonly alias: ChosenAlias | null;
}

/** Those one of whose names holds the name being typed: those that begin with it first. */
export function matchSpeakers(typed: string, offers: readonly SpeakerOffer[]): readonly SpeakerMatch[] {
  const cut = typed.lastIndexOf('>');
  const outer = cut < 0 ? '' : `${typed.slice(0, cut).trim()}${speakerSeparator}`;
  const wanted = foldName(typed.slice(cut + 1));
  const found = offers.flatMap((offer): readonly SpeakerMatch[] => {
    const { actor } = offer;
    const names = offer.kind === 'alias' ? [offer.name] : [actor.name, ...actor.aliases];
    const by = names.find((name) => foldName(name).includes(wanted));
    if (by === undefined) return [];
    const alias = offer.kind === 'alias' ? { actorId: actor.id, name: offer.name } : null;
    return [{ offer, by, text: outer + actor.name, alias }];
  });
  const rank = ({ by }: SpeakerMatch): number => (foldName(by).startsWith(wanted) ? 0 : 1);
  // Sorting keeps what an alias is offered for before the new actor of that name.
  return found.sort((one, other) => rank(one) - rank(other) || shown(one).localeCompare(shown(other)));
}

function shown({ offer, by }: SpeakerMatch): string {
  return offer.kind === 'alias' ? by : offer.actor.name;
}
