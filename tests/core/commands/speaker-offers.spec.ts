import { matchSpeakers, offeredSpeakers } from '@core/commands/speaker-offers';
import type { Actor } from '@core/model/actor';
import { attributedNames } from '@core/structure/attributed-names';
import { expect, test } from '@playwright/test';

const actors: readonly Actor[] = [
  { id: 'embassy', name: 'The embassy', kind: 'organisation', aliases: ['the mission'] },
  { id: 'orel', name: 'Dana Orel', kind: 'person', aliases: ['the minister'] },
];

const matches = [
  { typed: 'or', found: ['Dana Orel'] },
  { typed: 'min', found: ['Dana Orel'] },
  { typed: 'the embassy > d', found: ['the embassy > Dana Orel'] },
  { typed: 'the', found: ['Dana Orel', 'The embassy'] },
  { typed: 'nobody', found: [] },
];
for (const { typed, found } of matches) {
  test(`“${typed}” may mean ${found.join(', ') || 'nobody known'}`, () => {
    const offers = offeredSpeakers({ actors, found: [] });
    expect(matchSpeakers(typed, offers).map(({ text }) => text)).toEqual(found);
  });
}

test('names that the text gives words to are offered, found by their role, and not those that are there', () => {
  const found = attributedNames(
    'Ilse Aubrant, the ambassador, said so. According to Joren Talvik, nobody was hurt.',
  );
  const known: Actor = { id: 'a', name: 'J. Talvik', kind: 'person', aliases: ['Joren Talvik'] };
  const offers = offeredSpeakers({ actors: [known], found });
  expect(offers.map(({ kind, actor }) => `${kind} ${actor.name}`)).toEqual([
    'known J. Talvik',
    'found Ilse Aubrant',
  ]);
  expect(matchSpeakers('ambass', offers).map(({ text }) => text)).toEqual(['Ilse Aubrant']);
});

test('a name like an actor’s is offered as another name of it, and as somebody new', () => {
  const known: Actor = { id: 'a', name: 'Joren Talvik', kind: 'person', aliases: [] };
  const offers = offeredSpeakers({ actors: [known], found: attributedNames('Talvik said no.') });
  const asAlias = { actorId: 'a', name: 'Talvik' };
  expect(matchSpeakers('The embassy > tal', offers)).toMatchObject([
    { text: 'The embassy > Joren Talvik', alias: asAlias },
    { text: 'The embassy > Talvik', alias: null },
    { text: 'The embassy > Joren Talvik', alias: null },
  ]);
});
