import { likelyActors, likelyAliases } from '@core/commands/likely-names';
import type { Actor } from '@core/model/actor';
import { attributedNames } from '@core/structure/attributed-names';
import { expect, test } from '@playwright/test';

const joren: Actor = { id: 'joren', name: 'Joren Talvik', kind: 'person', aliases: ['the pilot'] };
const anna: Actor = { id: 'anna', name: 'Anna Talvik', kind: 'person', aliases: [] };

test('a name may be that of several, and of nobody once it is somebody’s', () => {
  expect(likelyActors('Talvik', [joren, anna])).toEqual([joren, anna]);
  expect(likelyActors('Talvik', [joren, { ...anna, aliases: ['Talvik'] }])).toEqual([]);
});

test('names and roles of the text are offered for an actor, without those that are taken', () => {
  const found = attributedNames(
    'J. Talvik, the harbour master, said so. Joren Talvik, the pilot, added that. Ilse Aubrant replied.',
  );
  expect(likelyAliases(joren, [joren, anna], found)).toEqual(['J. Talvik', 'harbour master']);
  expect(likelyAliases(anna, [joren, anna], found)).toEqual([]);
  const master: Actor = { ...anna, aliases: ['Harbour master'] };
  expect(likelyAliases(joren, [joren, master], found)).toEqual(['J. Talvik']);
});
