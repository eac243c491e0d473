import type { LossKind } from '@core/exchange/losses';
import type { ProjectSnapshot } from '@core/exchange/project-snapshot';
import { exportQdc } from '@core/exchange/refi/export-refi';
import { childrenOf, itemsOf, type XmlElement } from '@core/exchange/refi/xml-element';
import { expect, test } from '@playwright/test';
import { readRefiFile } from '@renderer/parsing/read-refi-file';
import { generateProject } from '../../../support/generate-project';
import { wholeQdpx } from '../../../support/whole-files';
import { makeAnnotation, makeCode, makeCoding } from '../../make-records';
import { sample, sampleTexts, uuid } from '../sample-project';
import { checkRefi } from './check-refi';
import { emptyLike, packed, refiStamp, takeIn, treeOf } from './refi-support';

const filesOf = (snapshot: ProjectSnapshot, texts = sampleTexts, extrasAsCodes = false) => {
  const { files, losses } = wholeQdpx(snapshot, texts, { ...refiStamp, extrasAsCodes });
  return { files: new Map(files.map(({ name, content }) => [name, content])), losses };
};
const lost = (losses: ReturnType<typeof filesOf>['losses']) =>
  Object.fromEntries(losses.map(({ kind, count }) => [kind, count])) as Partial<Record<LossKind, number>>;

test('the sample as it stands in the file, line by line', () => {
  const { files } = filesOf(sample);
  const xml = files.get('project.qde') ?? '';
  const lines = xml.split('\n').map((line) => line.trim());
  expect(lines[0]).toBe('<?xml version="1.0" encoding="UTF-8"?>');
  expect(lines[1]).toMatch(
    /^<Project xmlns="urn:QDA-XML:project:1\.0" .*xsi:schemaLocation="urn:QDA-XML:project:1\.0 http:\/\/schema\.qdasoftware\.org\/versions\/Project\/v1\.0\/Project\.xsd" name=".*" origin="Framewright test" creationDateTime=".*Z">$/,
  );
  const wanted = [
    `<Code guid="${uuid('c', 4)}" name="Frames" isCodable="false" color="#1f52b0"/>`,
    `<PlainTextSelection guid="${uuid('a', 1)}" name="Order was restored. The envoy" startPosition="42" endPosition="71" creatingUser="${uuid('f', 1)}" creationDateTime="${(sample.annotations.find(({ id }) => id === uuid('a', 1))?.created_at ?? '').replace('.000Z', 'Z')}" modifyingUser="${uuid('f', 1)}" modifiedDateTime="${(sample.annotations.find(({ id }) => id === uuid('a', 1))?.modified_at ?? '').replace('.000Z', 'Z')}">`,
    `<NoteRef targetGUID="${uuid('f', 31)}"/>`,
    '<PlainTextContent>Why here</PlainTextContent>',
  ];
  expect(wanted.filter((line) => !lines.includes(line))).toEqual([]);
  expect([...files.keys()]).toEqual([
    'project.qde',
    `sources/${uuid('d', 1)}.txt`,
    `sources/${uuid('d', 2)}.txt`,
  ]);
  expect(files.get(`sources/${uuid('d', 2)}.txt`)).toBe('');
  expect(checkRefi(treeOf(xml), files)).toEqual([]);
});

test('the sample: what is lost, by kind and number', () => {
  expect(lost(filesOf(sample).losses)).toMatchObject({
    ...{ speaker: 1, voice: 1, review: 1, round: 1, stance: 1, certainty: 1 },
    ...{ 'annotation-values': 1, 'coding-values': 1, actor: 2, property: 2, pass: 1 },
    ...{ 'document-annotation': 1, 'memo-markup': 2, 'document-path': 2 },
  });
});

const byName = (elements: readonly XmlElement[]): Readonly<Record<string, XmlElement>> =>
  Object.fromEntries(elements.map((each) => [each.attributes['name'] ?? '', each]));

test('on request stance, voice and their like are codes below "Framewright", and no longer lost', () => {
  const { files, losses } = filesOf(sample, sampleTexts, true);
  const root = treeOf(files.get('project.qde') ?? '');
  expect(checkRefi(root, files)).toEqual([]);
  const top = byName(
    itemsOf(
      root.children.find(({ name }) => name === 'CodeBook'),
      'Codes',
      'Code',
    ),
  );
  const own = top['Framewright'];
  expect(own?.attributes['isCodable']).toBe('false');
  const groups: Readonly<Record<string, readonly (string | undefined)[]>> = Object.fromEntries(
    childrenOf(own ?? root, 'Code').map((group) => [
      group.attributes['name'] ?? '',
      childrenOf(group, 'Code').map(({ attributes }) => attributes['name']),
    ]),
  );
  expect(groups).toEqual({
    ...{ Stance: ['affirms'], Certainty: ['unsure'], Voice: ['reported'], Round: ['2'] },
    ...{ Speaker: ['Embassy', 'Envoy'], Review: ['to review'], Strength: ['2'], Source: ['Envoy'] },
  });
  const kinds = lost(losses);
  for (const kind of [
    'stance',
    'certainty',
    'voice',
    'speaker',
    'round',
    'review',
    'coding-values',
  ] as const) {
    expect(kinds[kind], kind).toBeUndefined();
  }
  // One of the two codings of the passage is unsure, the other affirms: whose is it?
  expect(kinds['extra-unpaired']).toBe(2);
});

test('extras as codes: the same ids in every export, also of the project that took them in', () => {
  for (let seed = 0; seed < 40; seed++) {
    const { snapshot, texts } = generateProject(seed);
    const options = { ...refiStamp, extrasAsCodes: true };
    const first = wholeQdpx(snapshot, texts, options);
    expect(wholeQdpx(snapshot, texts, options).files).toEqual(first.files);
    const files = new Map(first.files.map(({ name, content }) => [name, content]));
    expect(checkRefi(treeOf(files.get('project.qde') ?? ''), files), `seed ${seed}`).toEqual([]);
  }
});

test('extras taken in are codes like others, and the next export with extras makes none twice', async () => {
  for (let seed = 0; seed < 10; seed++) {
    const { snapshot, texts } = generateProject(seed);
    const options = { ...refiStamp, extrasAsCodes: true };
    const first = wholeQdpx(snapshot, texts, options);
    const read = await readRefiFile(await packed(first.files));
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    const project = emptyLike(snapshot);
    takeIn(project, read.value);
    expect(wholeQdpx(project.snapshot(), project.texts, options).files[0]).toEqual(first.files[0]);
  }
});

test('a text that is not at hand keeps its document out, with all that hangs on it', () => {
  const { files, losses } = filesOf(sample, new Map());
  expect([...files.keys()]).toEqual(['project.qde']);
  expect(checkRefi(treeOf(files.get('project.qde') ?? ''), files)).toEqual([]);
  expect(lost(losses)).toMatchObject({
    'text-missing': 2,
    'annotation-of-missing-text': 5,
    memo: 2,
    link: 1,
  });
});

test('a passage that no longer stands at its place is not written at another', () => {
  const annotations = sample.annotations.map((annotation) =>
    annotation.target.kind === 'passage'
      ? { ...annotation, target: { ...annotation.target, quote: `${annotation.target.quote}!` } }
      : annotation,
  );
  const { files, losses } = filesOf({ ...sample, annotations });
  expect(files.get('project.qde')).not.toContain('PlainTextSelection');
  expect(lost(losses)['orphan']).toBe(4);
});

test('codings by codes that are not there, or are folders, are listed', () => {
  const annotation = makeAnnotation({
    ...{ id: uuid('a', 9), document_id: uuid('d', 2), target: { kind: 'document' } },
    codings: [makeCoding('gone'), makeCoding(uuid('c', 4))],
  });
  const { losses } = filesOf({ ...sample, annotations: [annotation], memos: [], links: [] });
  expect(lost(losses)['unknown-code']).toBe(2);
});

test('ids that are no UUIDs, or stand for two things, become guids of their own', () => {
  const same = uuid('d', 1);
  const codes = [makeCode({ id: 'plain', name: 'Plain' }), makeCode({ id: same, name: 'Same' })];
  const { files } = filesOf({ ...sample, codes, annotations: [], memos: [], links: [] });
  const root = treeOf(files.get('project.qde') ?? '');
  expect(checkRefi(root, files)).toEqual([]);
  expect(filesOf({ ...sample, codes, annotations: [], memos: [], links: [] }).files).toEqual(files);
});

test('values by their types; a date known to the month only makes the variable a text', () => {
  const attribute = (n: number, name: string, type: string) =>
    ({ id: uuid('e', 100 + n), key: name, name, type }) as ProjectSnapshot['attributes'][number];
  const attributes = [
    attribute(1, 'day', 'date'),
    attribute(2, 'month', 'date'),
    attribute(3, 'page', 'integer'),
    attribute(4, 'share', 'number'),
    attribute(5, 'live', 'boolean'),
    attribute(6, 'topics', 'choices'),
    attribute(7, 'none', 'text'),
  ];
  const given = ['2026-01-05', '2026-01', 12, 1.5, true, ['a', 'b'], ''];
  const values = Object.fromEntries(
    given.map((value, n) => [uuid('e', 101 + n), { value, state: 'accepted' as const }]),
  );
  const [document] = sample.documents;
  if (document === undefined) throw new Error('The sample has a document');
  const documents = [{ ...document, values }];
  const { files, losses } = filesOf({
    ...sample,
    attributes,
    documents,
    annotations: [],
    memos: [],
    links: [],
  });
  const xml = files.get('project.qde') ?? '';
  const types = [...xml.matchAll(/name="(\w+)" typeOfVariable="(\w+)"/g)].map(([, name, type]) => [
    name,
    type,
  ]);
  expect(types).toEqual([
    ['day', 'Date'],
    ['live', 'Boolean'],
    ['month', 'Text'],
    ['none', 'Text'],
    ['page', 'Integer'],
    ['share', 'Float'],
    ['topics', 'Text'],
  ]);
  const written = [...xml.matchAll(/<(\w+Value)>(.+)<\/\1>/g)].map(([, name, value]) => [name, value]);
  expect(written).toEqual([
    ['DateValue', '2026-01-05'],
    ['BooleanValue', 'true'],
    ['TextValue', '2026-01'],
    ['IntegerValue', '12'],
    ['FloatValue', '1.5'],
    ['TextValue', 'a; b'],
  ]);
  expect(lost(losses)).toMatchObject({ 'attribute-type': 2, 'value-empty': 1 });
});

test('characters that XML cannot hold are put as their pictures, and counted', () => {
  const codes = [makeCode({ id: uuid('c', 1), name: 'A\u0001B\ud800' })];
  const { files, losses } = filesOf({ ...sample, codes, annotations: [], memos: [], links: [] });
  expect(files.get('project.qde')).toContain('name="A\u2401B\ufffd"');
  expect(lost(losses)['characters']).toBe(2);
});

test('a codebook: codes with definitions, sets, no notes', () => {
  const codes = sample.codes.map((code, n) =>
    n < 2 ? { ...code, set: 'tone', include: 'only calm' } : code,
  );
  const written = exportQdc({ ...sample, codes }, refiStamp);
  if (!written.ok) throw new Error(written.error);
  const xml = written.value.files[0]?.content ?? '';
  expect(checkRefi(treeOf(xml), new Map())).toEqual([]);
  expect(xml).toContain('urn:QDA-XML:codebook:1.0');
  expect(xml).toContain('<Description>Calm is back\n\nInclude: only calm</Description>');
  expect(xml).toContain(`<MemberCode guid="${uuid('c', 1)}"/>`);
  expect(exportQdc({ ...sample, codes: [] }, refiStamp)).toEqual({ ok: false, error: 'no-codes' });
});
