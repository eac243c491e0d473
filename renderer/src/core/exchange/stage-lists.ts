import type { Actor } from '../model/actor';
import type { Attribute } from '../model/attribute';
import type { Coder } from '../model/coder';
import type { Id } from '../model/identity';
import type { Property } from '../model/property';
import type { Item } from './import-report';
import { referLoosely, type Stage, timeOf } from './import-stage';
import { matchRecords } from './match-records';

/** The coders of the file that are not here yet; one without an id of ours is known by the name. */
export function stageCoders(stage: Stage): readonly Coder[] {
  return matchRecords(stage, stage.ids.coder, {
    record: 'coder',
    items: stage.file.coders ?? [],
    present: stage.present.coders,
    name: ({ name }) => name,
    make: (item, id): Coder => ({
      ...item,
      id,
      created_at: timeOf(stage, item.created_at, stage.context.now, 'coder', item),
    }),
    likeness: ({ name }) => name,
    isOne: () => false,
    reason: 'same-name',
    merge: mergeOf(stage, 'coder'),
  });
}

/** The attributes that are not here yet; keys are unique, so that one of a known key is the known one. */
export function stageAttributes(stage: Stage): readonly Attribute[] {
  return matchRecords(stage, stage.ids.attribute, {
    record: 'attribute',
    items: stage.file.attributes ?? [],
    present: stage.present.attributes,
    name: ({ key }) => key,
    make: (item, id): Attribute => ({ ...item, id, name: item.name ?? item.key, type: item.type ?? 'text' }),
    likeness: ({ key }) => key,
    isOne: () => true,
    reason: 'same-key',
    merge: mergeOf(stage, 'attribute'),
  });
}

/** The properties that are not here yet, after the codes they may be limited to. */
export function stageProperties(stage: Stage): readonly Property[] {
  return matchRecords(stage, stage.ids.property, {
    record: 'property',
    items: stage.file.properties ?? [],
    present: stage.present.properties,
    name: ({ key }) => key,
    make: ({ code_ids, ...item }, id): Property => ({
      ...item,
      id,
      name: item.name ?? item.key,
      on: item.on ?? 'coding',
      type: item.type ?? 'text',
      ...(code_ids === undefined
        ? {}
        : { code_ids: code_ids.flatMap((code) => referLoosely(stage, 'code', code) ?? []) }),
    }),
    likeness: ({ key }) => key,
    isOne: () => true,
    reason: 'same-key',
    merge: mergeOf(stage, 'property'),
  });
}

/** The actors that are not here yet; one without an id of ours is known by kind and name. */
export function stageActors(stage: Stage): readonly Actor[] {
  const known: [known: Actor, made: Actor, item: Item][] = [];
  const added = matchRecords(stage, stage.ids.actor, {
    record: 'actor',
    items: stage.file.actors ?? [],
    present: stage.present.actors,
    name: ({ name }) => name,
    make: (item, id): Actor => ({
      ...item,
      id,
      kind: item.kind ?? 'person',
      aliases: item.aliases ?? [],
    }),
    likeness: ({ kind, name }) => `${kind} ${name}`,
    isOne: () => false,
    reason: 'same-name',
    merge: stage.merger === null ? undefined : (...pair) => known.push(pair),
  });
  // Only now is every actor of the file known to whom another may belong.
  const settled = ({ member_of, ...actor }: Actor): Actor => {
    const group = member_of === undefined ? undefined : referLoosely(stage, 'actor', member_of);
    return group === undefined ? actor : { ...actor, member_of: group };
  };
  for (const [here, there, item] of known) stage.merger?.fields('actor', here, settled(there), item);
  return added.map(settled);
}

function mergeOf(stage: Stage, kind: 'coder' | 'attribute' | 'property') {
  const { merger } = stage;
  return merger === null
    ? undefined
    : (known: { readonly id: Id }, made: object, item: Item): void => merger.fields(kind, known, made, item);
}
