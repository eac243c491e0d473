import {
  addAlias,
  createActor,
  findActor,
  removeActor,
  removeAlias,
  renameActor,
  setActorKind,
} from '@core/commands/actor-commands';
import { mergeActors } from '@core/commands/merge-actors';
import type { Actor } from '@core/model/actor';
import { expect, test } from '@playwright/test';
import { makeAnnotation, makeCoding, makeContext } from '../make-records';
import { commandProject, succeeded } from './command-project';

const envoy: Actor = {
  id: 'envoy',
  name: 'The envoy',
  kind: 'person',
  aliases: ['the ambassador', 'Council'],
};
const council: Actor = { id: 'council', name: 'Council', kind: 'organisation', aliases: [] };
const actors = [envoy, council];

const typed: readonly (readonly [typed: string, found: string | undefined])[] = [
  ['THE  envoy ', 'envoy'],
  ['The Ambassador', 'envoy'],
  // A name comes before somebody else's alias.
  ['council', 'council'],
  ['Envoy', undefined],
  ['', undefined],
];
for (const [name, found] of typed) {
  test(`“${name}” is ${found ?? 'nobody known'}`, () => {
    expect(findActor(actors, name)?.id).toBe(found);
  });
}

test('an actor is made once, as a person', () => {
  const made = succeeded(createActor(actors, '  A   spokesman ', makeContext()));
  expect(made.actor).toEqual({ id: 'new-1', name: 'A spokesman', kind: 'person', aliases: [] });
  expect(made.drafts).toEqual([{ kind: 'actor.added', data: { actor: made.actor } }]);
  expect(createActor(actors, 'the ambassador', makeContext())).toEqual({
    ok: true,
    value: { drafts: [], actor: envoy },
  });
  expect(createActor(actors, ' ', makeContext())).toEqual({ ok: false, error: 'empty-name' });
});

const edits: readonly (readonly [what: string, outcome: unknown, fields: unknown])[] = [
  ['a new name', renameActor(actors, council, 'High council'), { name: 'High council' }],
  ['the same name', renameActor(actors, council, ' Council '), null],
  ['other case', renameActor([council], council, 'COUNCIL'), { name: 'COUNCIL' }],
  [
    'an alias of its own',
    renameActor([envoy], envoy, 'The ambassador'),
    { name: 'The ambassador', aliases: ['Council'] },
  ],
  ['a name of another', renameActor(actors, envoy, 'council'), 'name-taken'],
  ['no name', renameActor(actors, envoy, ' '), 'empty-name'],
  ['an alias', addAlias(actors, council, 'the board'), { aliases: ['the board'] }],
  ['an alias it has', addAlias([envoy], envoy, 'THE ENVOY'), null],
  ['an alias of another', addAlias(actors, council, 'the ambassador'), 'name-taken'],
];
for (const [what, outcome, wanted] of edits) {
  test(`${what}: ${JSON.stringify(wanted)}`, () => {
    if (typeof wanted === 'string') expect(outcome).toEqual({ ok: false, error: wanted });
    else if (wanted === null) expect(outcome).toEqual({ ok: true, value: [] });
    else
      expect(outcome).toMatchObject({ ok: true, value: [{ kind: 'actor.set', data: { fields: wanted } }] });
  });
}

test('an alias and a kind are taken away and set, or nothing is done', () => {
  expect(removeAlias(envoy, 'Council')).toMatchObject([
    { data: { fields: { aliases: ['the ambassador'] } } },
  ]);
  expect(removeAlias(envoy, 'nobody')).toEqual([]);
  expect(setActorKind(envoy, 'state')).toMatchObject([{ data: { fields: { kind: 'state' } } }]);
  expect(setActorKind(envoy, 'person')).toEqual([]);
});

test('only an actor that nothing names and nobody belongs to is removed', () => {
  expect(removeActor(actors, council, 0)).toEqual({
    ok: true,
    value: [{ kind: 'actor.removed', data: { id: 'council' }, before: { actor: council } }],
  });
  expect(removeActor(actors, council, 1)).toEqual({ ok: false, error: 'in-use' });
  const clerk: Actor = { ...envoy, id: 'clerk', member_of: 'council' };
  expect(removeActor([...actors, clerk], council, 0)).toEqual({ ok: false, error: 'in-use' });
});

test('two actors become one: names, members and every annotation that names one of them', () => {
  const gone: Actor = { ...council, aliases: ['THE ENVOY', 'the board'], member_of: 'envoy' };
  const on = commandProject({
    actor: [envoy, gone, { id: 'clerk', name: 'Clerk', kind: 'person', aliases: [], member_of: 'council' }],
    annotation: [
      makeAnnotation({ id: 'a', speaker_ids: ['council'] }),
      makeAnnotation({ id: 'b', coder_id: 'other', speaker_ids: ['envoy', 'council'] }),
      makeAnnotation({ id: 'c', speaker_ids: ['envoy'] }),
      makeAnnotation({
        id: 'd',
        codings: [makeCoding('x', { values: { who: 'council', what: 'council' } })],
      }),
    ],
    property: [
      { id: 'who', key: 'who', name: 'Who', on: 'coding', type: 'actor' },
      { id: 'what', key: 'what', name: 'What', on: 'coding', type: 'text' },
    ],
  });
  const before = on.everything();
  const use = { actors: on.all('actor'), annotations: on.all('annotation'), properties: on.all('property') };
  const merged = succeeded(mergeActors(gone, envoy, use));
  const changes = on.commit(merged.drafts);
  expect(merged.annotations).toBe(3);
  expect(on.all('annotation').map(({ speaker_ids }) => speaker_ids)).toEqual([
    ['envoy'],
    ['envoy'],
    ['envoy'],
    undefined,
  ]);
  expect(on.get('annotation', 'd')?.codings[0]?.values).toEqual({ who: 'envoy', what: 'council' });
  expect(on.all('actor')).toEqual([
    { ...envoy, aliases: ['the ambassador', 'Council', 'the board'] },
    { id: 'clerk', name: 'Clerk', kind: 'person', aliases: [], member_of: 'envoy' },
  ]);
  on.undo(changes);
  expect(on.everything()).toEqual(before);
  expect(mergeActors(envoy, envoy, use)).toEqual({ ok: false, error: 'same-actor' });
});
