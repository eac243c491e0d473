import type { Annotation, PropertyValues } from '../model/annotation';
import type { Id } from '../model/identity';
import type { Property } from '../model/property';

/** Properties whose values are actors. */
export function actorProperties(properties: readonly Property[]): ReadonlySet<Id> {
  return new Set(properties.flatMap(({ id, type }) => (type === 'actor' ? [id] : [])));
}

/** The actors that an annotation names, each once: as its speakers, and in values of these properties. */
export function actorsNamed(annotation: Annotation, properties: ReadonlySet<Id>): ReadonlySet<Id> {
  const named = new Set(annotation.speaker_ids);
  const take = (values: PropertyValues | undefined): void => {
    for (const [id, value] of Object.entries(values ?? {}))
      if (properties.has(id) && typeof value === 'string') named.add(value);
  };
  take(annotation.values);
  for (const { values } of annotation.codings) take(values);
  return named;
}
