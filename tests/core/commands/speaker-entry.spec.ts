import { matchSpeakers, offeredActors, setTypedSpeakers, speakersAsText } from '@core/commands/speaker-entry';
import type { Actor } from '@core/model/actor';
import { attributedNames } from '@core/structure/attributed-names';
import { expect, test } from '@playwright/test';
import { makeAnnotation, makeContext } from '../make-records';

const actors: readonly Actor[] = [
  { id: 'embassy', name: 'The embassy', kind: 'organisation', aliases: ['the mission'] },
  { id: 'orel', name: 'Dana Orel', kind: 'person', aliases: ['the minister'] },
];

const entries = [
  { typed: '', speakers: [], made: [] },
  { typed: 'the EMBASSY', speakers: ['embassy'], made: [] },
  { typed: 'the minister', speakers: ['orel'], made: [] },
  { typed: 'The mission > Dana Orel', speakers: ['embassy', 'orel'], made: [] },
  { typed: 'The embassy>Ivo Lem', speakers: ['embassy', 'Ivo Lem'], made: ['Ivo Lem'] },
  { typed: 'Ivo Lem > ivo lem', speakers: ['Ivo Lem'], made: ['Ivo Lem'] },
  { typed: ' > Dana Orel > ', speakers: ['orel'], made: [] },
  { typed: 'a > b > c', speakers: 'too-many', made: [] },
] as const;
for (const { typed, speakers, made } of entries) {
  test(`typed speakers “${typed}”`, () => {
    const context = makeContext();
    const annotation = makeAnnotation({
      coder_id: context.coder_id,
      round: context.round,
      speaker_ids: ['somebody'],
    });
    const outcome = setTypedSpeakers([annotation], typed, actors, context);
    if (!outcome.ok) {
      expect(outcome.error).toBe(speakers);
      return;
    }
    const { drafts, batch } = outcome.value;
    const names = new Map(
      drafts.flatMap((draft) =>
        draft.kind === 'actor.added' ? [[draft.data.actor.id, draft.data.actor.name] as const] : [],
      ),
    );
    expect([...names.values()]).toEqual(made);
    const set = batch.drafts.flatMap((draft) =>
      draft.kind === 'annotation.set' ? [draft.data.fields.speaker_ids ?? []] : [],
    );
    expect(set.map((ids) => ids.map((id) => names.get(id) ?? id))).toEqual([speakers]);
  });
}

test('speakers are shown as they are typed', () => {
  expect(speakersAsText(['embassy', 'orel'], actors)).toBe('The embassy > Dana Orel');
});

const matches = [
  { typed: 'or', found: ['Dana Orel'] },
  { typed: 'min', found: ['Dana Orel'] },
  { typed: 'the embassy > d', found: ['the embassy > Dana Orel'] },
  { typed: 'the', found: ['Dana Orel', 'The embassy'] },
  { typed: 'nobody', found: [] },
];
for (const { typed, found } of matches) {
  test(`“${typed}” may mean ${found.join(', ') || 'nobody known'}`, () => {
    expect(matchSpeakers(typed, actors).map(({ text }) => text)).toEqual(found);
  });
}

test('names that the text gives words to are offered, found by their role, and not those that are there', () => {
  const names = attributedNames(
    'Ilse Aubrant, the ambassador, said so. According to Joren Talvik, nobody was hurt.',
  );
  const known: Actor = { id: 'a', name: 'J. Talvik', kind: 'person', aliases: ['Joren Talvik'] };
  const offered = offeredActors(names, [known]);
  expect(offered.map(({ name }) => name)).toEqual(['Ilse Aubrant']);
  expect(matchSpeakers('ambass', [known, ...offered]).map(({ text }) => text)).toEqual(['Ilse Aubrant']);
});
