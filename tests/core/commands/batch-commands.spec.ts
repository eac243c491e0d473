import type { Batch } from '@core/commands/batch';
import { applyToMany, deleteMany, recodeMany, removeFromMany } from '@core/commands/batch-codings';
import {
  type Speakers,
  setSpeakers,
  setStanceMany,
  setUnsureMany,
  setVoice,
} from '@core/commands/batch-marks';
import { expect, test } from '@playwright/test';
import { makeAnnotation, makeCode, makeCoding, makeContext } from '../make-records';
import { type CommandProject, codeById, commandProject, makeLink, makeMemo } from './command-project';

const codes = [
  makeCode({ id: 'x', rev: 2 }),
  makeCode({ id: 'y', rev: 3 }),
  makeCode({ id: 'calm', set: 'tone' }),
  makeCode({ id: 'harsh', set: 'tone' }),
  makeCode({ id: 'folder', kind: 'folder' }),
];

function project(): CommandProject {
  return commandProject({
    code: codes,
    annotation: [
      makeAnnotation({ id: 'x', codings: [makeCoding('x', { id: 'cx', stance: 'denies' })], voice: 'own' }),
      makeAnnotation({
        id: 'both',
        document_id: 'second',
        codings: [
          makeCoding('y', { id: 'by', created_at: '2031-01-03T00:00:00.000Z' }),
          makeCoding('calm', { id: 'bc' }),
          makeCoding('x', { id: 'bx', certainty: 'unsure' }),
        ],
      }),
      makeAnnotation({ id: 'bare', speaker_ids: ['s1'] }),
      makeAnnotation({ id: 'hers', coder_id: 'other', codings: [makeCoding('x', { id: 'hx' })] }),
      makeAnnotation({ id: 'earlier', round: 2, codings: [makeCoding('x', { id: 'tx' })] }),
      makeAnnotation({ id: 'whole', target: { kind: 'document' }, codings: [makeCoding('x', { id: 'wx' })] }),
    ],
    memo: [
      makeMemo('coding', 'bx', 'why x'),
      makeMemo('coding', 'by', 'why y'),
      makeMemo('coding', 'bc', 'why c'),
    ],
    link: [makeLink('x', 'both'), makeLink('hers', 'x')],
  });
}

function run(make: (on: CommandProject) => Batch) {
  const on = project();
  const before = on.everything();
  const batch = make(on);
  const changes = on.commit(batch.drafts);
  const left = on
    .all('annotation')
    .map(({ id, codings }) => [id, codings.map(({ code_id }) => code_id).join()]);
  const after = on.everything();
  on.undo(changes);
  expect(on.everything()).toEqual(before);
  on.undo(on.journal.slice(-changes.length));
  expect(on.everything()).toEqual(after);
  const reasons = batch.leftOut.map(({ reason, annotation_ids }) => [reason, annotation_ids.join()]);
  return { on, batch, codes: Object.fromEntries(left) as Readonly<Record<string, string>>, reasons };
}

const foreign = [
  ['other-coder', 'hers'],
  ['other-round', 'earlier'],
];

test('codes are applied where they lack, and one of a set takes the other’s place with its memo', () => {
  const done = run((on) =>
    applyToMany(on.batch(), on.all('annotation'), [codeById(codes, 'harsh')], makeContext()),
  );
  expect(done.codes).toMatchObject({
    x: 'x,harsh',
    both: 'y,x,harsh',
    bare: 'harsh',
    whole: 'x,harsh',
    hers: 'x',
  });
  expect(done.batch.changed).toBe(4);
  expect(done.reasons).toEqual(foreign);
  expect(done.on.all('memo').map(({ text }) => text)).toEqual(['why x', 'why y']);
});

test('what carries the code already, and what is listed twice, is left out or done once', () => {
  const done = run((on) => {
    const all = on.all('annotation');
    return applyToMany(on.batch(), [...all, ...all], [codeById(codes, 'x')], makeContext());
  });
  expect(done.codes['bare']).toBe('x');
  expect(done.reasons).toEqual([['unchanged', 'x,both,whole'], ...foreign]);
});

test('a folder is applied to nothing', () => {
  const done = run((on) =>
    applyToMany(on.batch(), on.all('annotation'), [codeById(codes, 'folder')], makeContext()),
  );
  expect(done.batch).toMatchObject({ drafts: [], changed: 0 });
});

test('a code is taken off with its memo; an empty annotation of a document goes', () => {
  const done = run((on) => removeFromMany(on.batch(), on.all('annotation'), 'x', makeContext()));
  expect(done.codes).toEqual({ x: '', both: 'y,calm', bare: '', hers: 'x', earlier: 'x' });
  expect(done.reasons).toEqual([['not-coded', 'bare'], ...foreign]);
  expect(done.on.all('memo').map(({ text }) => text)).toEqual(['why y', 'why c']);
});

test('all codes are taken off', () => {
  const done = run((on) => removeFromMany(on.batch(), on.all('annotation'), null, makeContext()));
  expect(done.codes).toEqual({ x: '', both: '', bare: '', hers: 'x', earlier: 'x' });
});

test('a code becomes another: stance kept, doubles joined with the older time and both memos', () => {
  const done = run((on) =>
    recodeMany(on.batch(), on.all('annotation'), 'x', codeById(codes, 'y'), makeContext()),
  );
  expect(done.codes).toMatchObject({ x: 'y', both: 'calm,y', whole: 'y', hers: 'x' });
  expect(done.reasons).toEqual([['not-coded', 'bare'], ...foreign]);
  expect(done.on.get('annotation', 'x')?.codings).toMatchObject([
    { id: 'cx', code_rev: 3, stance: 'denies' },
  ]);
  expect(done.on.get('annotation', 'both')?.codings[1]).toMatchObject({
    id: 'bx',
    code_rev: 3,
    certainty: 'unsure',
  });
  const joined = done.on.all('memo').find(({ target }) => target.id === 'bx');
  expect(joined?.text).toBe('why x\n\nwhy y');
});

test('recoding into a set takes off the other of it, but not what is recoded itself', () => {
  const into = run((on) =>
    recodeMany(on.batch(), on.all('annotation'), 'x', codeById(codes, 'harsh'), makeContext()),
  );
  expect(into.codes['both']).toBe('y,harsh');
  const within = run((on) =>
    recodeMany(on.batch(), on.all('annotation'), 'calm', codeById(codes, 'harsh'), makeContext()),
  );
  expect(within.codes['both']).toBe('y,harsh,x');
});

for (const [from, to] of [
  ['x', 'x'],
  ['x', 'folder'],
] as const) {
  test(`${from} is not recoded to ${to}`, () => {
    const done = run((on) =>
      recodeMany(on.batch(), on.all('annotation'), from, codeById(codes, to), makeContext()),
    );
    expect(done.batch.drafts).toEqual([]);
  });
}

test('annotations are deleted with their memos and links', () => {
  const done = run((on) => deleteMany(on.batch(), on.all('annotation'), makeContext()));
  expect(done.batch.changed).toBe(4);
  expect(Object.keys(done.codes)).toEqual(['hers', 'earlier']);
  expect(done.on.all('memo')).toEqual([]);
  expect(done.on.all('link')).toEqual([]);
});

test('unsure and stance are set on one code or on all', () => {
  const unsure = run((on) => setUnsureMany(on.all('annotation'), null, true, makeContext()));
  expect(unsure.on.get('annotation', 'both')?.codings.map(({ certainty }) => certainty)).toEqual([
    'unsure',
    'unsure',
    'unsure',
  ]);
  expect(unsure.reasons).toEqual([['not-coded', 'bare'], ...foreign]);
  const stance = run((on) => setStanceMany(on.all('annotation'), 'x', 'denies', makeContext()));
  expect(stance.on.get('annotation', 'both')?.codings.map((coding) => coding.stance)).toEqual([
    undefined,
    undefined,
    'denies',
  ]);
  expect(stance.reasons).toEqual([['unchanged', 'x'], ['not-coded', 'bare'], ...foreign]);
});

const speakers: readonly (readonly [said: Speakers, stored: readonly string[] | undefined])[] = [
  [['s2'], ['s2']],
  [
    ['s1', 's2'],
    ['s1', 's2'],
  ],
  [['s2', 's2'], ['s2']],
  [[], undefined],
];
for (const [said, stored] of speakers) {
  test(`speakers ${JSON.stringify(said)} are stored as ${JSON.stringify(stored)}`, () => {
    const done = run((on) => setSpeakers(on.all('annotation'), said, makeContext()));
    expect(done.on.get('annotation', 'bare')?.speaker_ids).toEqual(stored);
    expect(done.on.get('annotation', 'hers')).not.toHaveProperty('speaker_ids');
    expect(done.batch.changed).toBe(said.length === 0 ? 1 : 4);
  });
}

test('voice is set and taken away', () => {
  const direct = run((on) => setVoice(on.all('annotation'), 'direct', makeContext()));
  expect(direct.on.get('annotation', 'x')?.voice).toBe('direct');
  const none = run((on) => setVoice(on.all('annotation'), null, makeContext()));
  expect(none.on.get('annotation', 'x')).not.toHaveProperty('voice');
  expect(none.batch.changed).toBe(1);
});
