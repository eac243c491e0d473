import { acceptMany } from '@core/commands/batch-marks';
import { codePlaces, type PlaceToCode } from '@core/commands/code-places';
import { forgetSearch, saveSearch } from '@core/commands/saved-searches';
import type { Annotation } from '@core/model/annotation';
import type { Code } from '@core/model/code';
import { expect, test } from '@playwright/test';
import { makeAnnotation, makeCode, makeCodes, makeCoding, makeContext, makeProject } from '../make-records';
import { type CommandProject, commandProject, passageOf } from './command-project';

const text = 'Order was restored. The envoy left.';
const query = 'restored OR left';
const place = (part: string): PlaceToCode => ({
  ...{ document_id: 'document', text_sha256: 'hash', target: passageOf(text, part) },
});
const both = [place('Order was restored.'), place('The envoy left.')];
const codes = [
  ...makeCodes('legitimacy', 'order', 'group/'),
  makeCode({ id: 'calm', set: 'tone' }),
  makeCode({ id: 'alarm', set: 'tone' }),
];

function coded(
  project: CommandProject,
  places: readonly PlaceToCode[],
  ...names: readonly string[]
): ReturnType<typeof codePlaces> {
  const wanted = names.flatMap((name): readonly Code[] => codes.filter(({ id }) => id === name));
  const surface = { codes: new Map(codes.map((code) => [code.id, code])) };
  const annotationsOf = (): readonly Annotation[] => project.all('annotation');
  return codePlaces(places, annotationsOf, wanted, surface, query, makeContext());
}

const beginning = (annotations: readonly Annotation[]) =>
  commandProject({ code: codes, annotation: annotations });

test('places become passages that stand to review and name the search; undo takes all of them back', () => {
  const project = beginning([]);
  const before = JSON.stringify(project.everything());
  const made = coded(project, both, 'legitimacy', 'order');
  const changes = project.commit(made.drafts);
  expect([made.coded, made.already]).toEqual([2, 0]);
  expect(changes.map(({ kind, origin }) => [kind, origin])).toEqual([
    ['annotation.added', 'search'],
    ['annotation.added', 'search'],
  ]);
  const [first] = project.all('annotation');
  expect(first).toMatchObject({ ...both[0], origin: 'search', query, review: 'to_review', round: 1 });
  expect(first?.codings).toMatchObject([
    { code_id: 'legitimacy', origin: 'search', query },
    { code_id: 'order', origin: 'search', query },
  ]);
  project.undo(changes);
  expect(JSON.stringify(project.everything())).toBe(before);
});

test('what is coded so already is left alone, also within a longer passage', () => {
  const project = beginning([
    makeAnnotation({ target: passageOf(text, text), codings: [makeCoding('legitimacy')] }),
  ]);
  expect(coded(project, both, 'legitimacy')).toEqual({ drafts: [], coded: 0, already: 2 });
  const made = coded(project, both, 'legitimacy', 'order');
  project.commit(made.drafts);
  expect(made.coded).toBe(2);
  const added = project.all('annotation').filter(({ origin }) => origin === 'search');
  expect(added.map(({ codings }) => codings.map(({ code_id }) => code_id))).toEqual([['order'], ['order']]);
  expect(coded(project, both, 'order').coded).toBe(0);
});

test('a passage on exactly the place takes the code in, and gives up the other of a set', () => {
  const project = beginning([
    makeAnnotation({ target: both[0]?.target ?? { kind: 'document' }, codings: [makeCoding('alarm')] }),
  ]);
  const made = coded(project, both.slice(0, 1), 'calm');
  project.commit(made.drafts);
  const [only, ...others] = project.all('annotation');
  expect(others).toEqual([]);
  expect(only).toMatchObject({ origin: 'hand', review: 'to_review' });
  expect(only?.codings).toMatchObject([{ code_id: 'calm', origin: 'search', query }]);
});

const foreign: readonly (readonly [name: string, fields: Partial<Annotation>])[] = [
  ['another coder', { coder_id: 'somebody' }],
  ['another round', { round: 2 }],
];

for (const [name, fields] of foreign) {
  test(`what ${name} coded stands in nobody’s way and stays as it is`, () => {
    const target = both[0]?.target ?? { kind: 'document' };
    const theirs = makeAnnotation({ target, codings: [makeCoding('legitimacy')], ...fields });
    const project = beginning([theirs]);
    const made = coded(project, both.slice(0, 1), 'legitimacy');
    project.commit(made.drafts);
    expect(made.coded).toBe(1);
    expect(project.all('annotation')).toHaveLength(2);
    expect(project.get('annotation', theirs.id)).toEqual(theirs);
  });
}

test('folders code nothing', () => {
  expect(coded(beginning([]), both, 'group').drafts).toEqual([]);
});

test('what a search coded is accepted once', () => {
  const project = beginning([]);
  project.commit(coded(project, both, 'order').drafts);
  project.commit(acceptMany(project.all('annotation'), makeContext()).drafts);
  expect(project.all('annotation').map(({ review }) => review)).toEqual(['accepted', 'accepted']);
  expect(acceptMany(project.all('annotation'), makeContext()).drafts).toEqual([]);
});

test('searches are kept in the project, each once, and forgotten', () => {
  const project = commandProject();
  const now = () => project.all('project')[0] ?? makeProject();
  const before = JSON.stringify(project.everything());
  const changes = [
    ...project.commit(saveSearch(now(), { id: 'a', query: 'order', options: {} })),
    ...project.commit(saveSearch(now(), { id: 'b', query: 'calm', options: { matchCase: true } })),
    ...project.commit(saveSearch(now(), { id: 'c', query: 'order', options: {} })),
  ];
  expect(now().searches?.map(({ id }) => id)).toEqual(['b', 'c']);
  expect(forgetSearch(now(), 'a')).toEqual([]);
  changes.push(...project.commit(forgetSearch(now(), 'b')), ...project.commit(forgetSearch(now(), 'c')));
  expect(now().searches).toBeUndefined();
  expect(now().searches ?? []).toEqual([]);
  project.undo(changes);
  expect(JSON.stringify(project.everything())).toBe(before);
});
