import { foldName } from '../codebook/fold-name';
import type { Actor } from '../model/actor';
import type { Annotation, PropertyValues } from '../model/annotation';
import type { AnnotationFields, ChangeDraft, Fields } from '../model/change';
import type { Id } from '../model/identity';
import type { Property } from '../model/property';
import { actorProperties } from '../query/actors-named';
import { fail, type Result, succeed } from '../result';
import { hasFields, setActorFields, setAnnotationFields, setCodingFields } from './field-drafts';

/** All of the project that may point to an actor. */
export interface ActorUse {
  readonly actors: readonly Actor[];
  readonly annotations: readonly Annotation[];
  readonly properties: readonly Property[];
}

export interface MergedActors {
  readonly drafts: readonly ChangeDraft[];
  /** Annotations that name the other actor from now on. */
  readonly annotations: number;
}

/**
 * Makes one actor of two: the names of the one that goes become aliases of the other, and all annotations, whoever
 * made them, name the other instead. Of one who quoted himself one step is left.
 */
export function mergeActors(gone: Actor, into: Actor, use: ActorUse): Result<MergedActors, 'same-actor'> {
  if (gone.id === into.id) return fail('same-actor');
  const asked = actorProperties(use.properties);
  const drafts: ChangeDraft[] = [];
  let annotations = 0;
  for (const annotation of use.annotations) {
    const moved = repointed(annotation, gone.id, into.id, asked);
    if (moved.length > 0) annotations += 1;
    drafts.push(...moved);
  }
  const fields = takenOver(gone, into);
  const members = use.actors
    .filter(({ id, member_of }) => member_of === gone.id && id !== into.id)
    .map((actor) => setActorFields(actor, { member_of: into.id }));
  drafts.push(...members, ...(hasFields(fields) ? [setActorFields(into, fields)] : []), {
    kind: 'actor.removed',
    data: { id: gone.id },
    before: { actor: gone },
  });
  return succeed({ drafts, annotations });
}

function repointed(
  annotation: Annotation,
  gone: Id,
  into: Id,
  asked: ReadonlySet<Id>,
): readonly ChangeDraft[] {
  const values = repointedValues(annotation.values, gone, into, asked);
  const fields: AnnotationFields = {
    ...(annotation.speaker_ids?.includes(gone) === true
      ? { speaker_ids: [...new Set(annotation.speaker_ids.map((id) => (id === gone ? into : id)))] }
      : {}),
    ...(values === null ? {} : { values }),
  };
  const codings = annotation.codings.flatMap((coding) => {
    const own = repointedValues(coding.values, gone, into, asked);
    return own === null ? [] : [setCodingFields(annotation, coding, { values: own })];
  });
  return [...(hasFields(fields) ? [setAnnotationFields(annotation, fields)] : []), ...codings];
}

/** Null where no value of an actor's property names the one that goes. */
function repointedValues(
  values: PropertyValues | undefined,
  gone: Id,
  into: Id,
  asked: ReadonlySet<Id>,
): PropertyValues | null {
  const entries = Object.entries(values ?? {});
  if (!entries.some(([id, value]) => asked.has(id) && value === gone)) return null;
  return Object.fromEntries(
    entries.map(([id, value]) => [id, asked.has(id) && value === gone ? into : value]),
  );
}

function takenOver(gone: Actor, into: Actor): Fields<Omit<Actor, 'id'>> {
  const known = new Set([into.name, ...into.aliases].map(foldName));
  const aliases = [...into.aliases];
  for (const name of [gone.name, ...gone.aliases]) {
    if (known.has(foldName(name))) continue;
    known.add(foldName(name));
    aliases.push(name);
  }
  const member = into.member_of ?? gone.member_of;
  const member_of = member === gone.id || member === into.id ? null : (member ?? null);
  return {
    ...(aliases.length > into.aliases.length ? { aliases } : {}),
    ...(member_of === (into.member_of ?? null) ? {} : { member_of }),
  };
}
