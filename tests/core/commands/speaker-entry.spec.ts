import { setTypedSpeakers, speakersAsText } from '@core/commands/speaker-entry';
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
    const outcome = setTypedSpeakers([annotation], typed, { actors, found: [] }, null, context);
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

const text =
  'Ilse Aubrant, the ambassador, said so. Ivo Lem, a clerk, told nobody. Mara Tol, a clerk, added that. ' +
  'Pia Rusk, the minister, replied. Talvik said no.';
const found = attributedNames(text);

const roles = [
  { typed: 'Ilse Aubrant', aliases: ['ambassador'] },
  { typed: 'ilse  aubrant', aliases: ['ambassador'] },
  // Two of the text are clerks, and the project's minister is somebody else.
  { typed: 'Ivo Lem', aliases: [] },
  { typed: 'Pia Rusk', aliases: [] },
  { typed: 'Somebody else', aliases: [] },
];
for (const { typed, aliases } of roles) {
  test(`“${typed}” as a new speaker is called ${aliases.join(', ') || 'nothing'} too`, () => {
    const known = {
      actors: [{ id: 'a', name: 'A. Bel', kind: 'person', aliases: ['minister'] } as const],
      found,
    };
    const context = makeContext();
    const { coder_id, round } = context;
    const made = setTypedSpeakers([makeAnnotation({ coder_id, round })], typed, known, null, context);
    expect(made).toMatchObject({
      ok: true,
      value: { drafts: [{ kind: 'actor.added', data: { actor: { aliases } } }] },
    });
  });
}

test('a name chosen as an alias is kept as one, with the speaker, and never where another has it', () => {
  const talvik: Actor = { id: 'talvik', name: 'Joren Talvik', kind: 'person', aliases: [] };
  const context = makeContext();
  const { coder_id, round } = context;
  const typed = (known: readonly Actor[], alias: string) =>
    setTypedSpeakers(
      [makeAnnotation({ coder_id, round })],
      'Joren Talvik',
      { actors: known, found },
      { actorId: 'talvik', name: alias },
      context,
    );
  expect(typed([talvik], 'Talvik')).toMatchObject({
    ok: true,
    value: {
      drafts: [{ kind: 'actor.set', data: { id: 'talvik', fields: { aliases: ['Talvik'] } } }],
      batch: { drafts: [{ kind: 'annotation.set', data: { fields: { speaker_ids: ['talvik'] } } }] },
    },
  });
  expect(typed([talvik, ...actors], 'the mission')).toMatchObject({ ok: true, value: { drafts: [] } });
});
