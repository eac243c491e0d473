import { isDeepStrictEqual } from 'node:util';
import { exportJson } from '@core/exchange/export-json';
import { exportJsonl } from '@core/exchange/export-jsonl';
import { expect, test } from '@playwright/test';
import { createProject, stampOfTest, summary } from '../../support/exchange-project';
import { generateProject } from '../../support/generate-project';
import { drill, recordDrill, trials } from '../../support/trials';
import { sample, sampleTexts, text, uuid } from './sample-project';

type Json = Readonly<Record<string, unknown>>;
// What our own exporter wrote is an object; what is read of it is asserted.
const parse = (json: string): Json => JSON.parse(json) as Json;
const list = (json: string, key: string): readonly Json[] => parse(json)[key] as readonly Json[];

/** Records by their id, since the store keeps them in an order of its own. */
function inOrder(records: unknown): unknown {
  if (!Array.isArray(records)) return records;
  const idOf = (record: unknown) => JSON.stringify(record).match(/"(?:document_)?id":"([^"]*)"/)?.[1] ?? '';
  return records.toSorted((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
}

function emptyLike({ project }: ReturnType<typeof generateProject>['snapshot']) {
  return createProject({ id: project.id, name: project.name, created_at: project.created_at });
}

for (let from = 0; from < trials(250, 1000); from += 50) {
  test(drill(`projects ${from} to ${from + 49}: what is exported and imported is the same project`), () => {
    for (let seed = from; seed < from + 50; seed++) {
      const { snapshot, texts } = generateProject(seed);
      const json = exportJson(snapshot, texts, stampOfTest);
      const project = emptyLike(snapshot);
      const staged = project.import(json);
      expect(isDeepStrictEqual(parse(project.export()), parse(json)), `seed ${seed}`).toBe(true);
      expect([...project.texts.keys()].toSorted()).toEqual([...texts.keys()].toSorted());
      expect(staged.report.filter(({ outcome }) => outcome !== 'added')).toEqual([]);
      // The records themselves, not only what the exporter makes of them.
      const back = project.snapshot();
      for (const [key, value] of Object.entries(snapshot)) {
        const now: unknown = Object.entries(back).find(([name]) => name === key)?.[1];
        expect(isDeepStrictEqual(inOrder(now), inOrder(value)), `seed ${seed}, ${key}`).toBe(true);
      }

      const again = project.import(json);
      expect(again.drafts).toEqual([]);
      expect(again.texts).toEqual([]);
      expect(new Set(again.report.map(({ outcome }) => outcome))).toEqual(new Set(['unchanged']));
    }
    recordDrill({ trials: 50, lost: 0 });
  });
}

test('into a project of another id and name everything comes, and the project stays what it is', () => {
  const { snapshot, texts } = generateProject(7);
  const json = exportJson(snapshot, texts, stampOfTest);
  const other = createProject();
  other.import(json);
  expect(other.snapshot().project).toMatchObject({ name: 'Empty', codebook_rev: 7, scope_rev: 3 });
  const without = (all: string) => {
    const { project: _project, memos, ...rest } = parse(all);
    return [rest, (memos as readonly Json[]).filter(({ target }) => (target as Json)['kind'] !== 'project')];
  };
  expect(without(other.export())).toEqual(without(json));
  const [memo] = other.snapshot().memos.filter(({ target }) => target.kind === 'project');
  expect(memo?.target.id).toBe(other.snapshot().project.id);
  expect(other.import(json).drafts).toEqual([]);
});

test('the same project gives the same file, in whatever order its records are kept', () => {
  const { snapshot, texts } = generateProject(11);
  const turned = Object.fromEntries(
    Object.entries(snapshot).map(([key, value]) => [key, Array.isArray(value) ? value.toReversed() : value]),
  );
  expect(exportJson({ ...snapshot, ...turned }, texts, stampOfTest)).toBe(
    exportJson(snapshot, texts, stampOfTest),
  );
});

test('without texts a file binds to the texts that are there and lists the rest', () => {
  const project = createProject();
  project.import(exportJson({ ...sample, annotations: [], memos: [], links: [] }, sampleTexts, stampOfTest));
  const bare = exportJson(sample, sampleTexts, { ...stampOfTest, withoutTexts: true });
  expect(list(bare, 'documents').some((document) => 'text' in document)).toBe(false);
  const staged = project.import(bare);
  expect(summary(staged, 'annotation')).toEqual(['added: 5']);
  expect(project.snapshot().annotations).toHaveLength(5);

  const stranger = createProject();
  const nothing = stranger.import(bare);
  expect(nothing.report.filter(({ outcome }) => outcome === 'left-out')).toEqual([
    {
      ...{ outcome: 'left-out', record: 'document', reason: 'text-missing' },
      ...{ ids: [uuid('d', 1), uuid('d', 2)], names: ['=Harbour', 'Nothing'] },
    },
    expect.objectContaining({ record: 'annotation', reason: 'document-left-out' }),
    expect.objectContaining({ record: 'link', reason: 'target-left-out' }),
    expect.objectContaining({ record: 'memo', reason: 'target-left-out' }),
    expect.objectContaining({ record: 'pass', reason: 'target-left-out' }),
  ]);
  expect(stranger.snapshot().codes).toHaveLength(4);
});

for (const withoutTexts of [true, false]) {
  test(`a colleague's file ${withoutTexts ? 'without' : 'with'} texts finds the documents of one's own`, () => {
    const own = createProject();
    // The same corpus, opened here on its own: other ids, the same texts and paths.
    const other = (id: string) => id.replace(/^d+/, '12345678');
    const documents = sample.documents.map((document) => ({
      ...document,
      id: other(document.id),
      values: {},
    }));
    const structures = sample.structures.map((each) => ({ ...each, document_id: other(each.document_id) }));
    const attributes = [{ id: uuid('e', 61), key: 'agency', name: 'Agency', type: 'text' as const }];
    const empty = {
      codes: [],
      annotations: [],
      memos: [],
      links: [],
      passes: [],
      properties: [],
      actors: [],
    };
    own.import(
      exportJson({ ...sample, ...empty, documents, structures, attributes }, sampleTexts, stampOfTest),
    );
    const json = exportJson(sample, sampleTexts, { ...stampOfTest, withoutTexts });
    const staged = own.import(json);
    expect(summary(staged, 'document')).toEqual(['bound same-text: 2']);
    expect(summary(staged, 'attribute')).toEqual(['added: 1', 'bound same-key: 1']);
    const back = own.snapshot();
    expect(new Set(back.documents.map(({ id }) => id))).toEqual(new Set(documents.map(({ id }) => id)));
    expect(new Set(back.annotations.map(({ document_id }) => document_id))).toEqual(
      new Set([other(uuid('d', 1))]),
    );
    const harbour = back.documents.find(({ title }) => title === '=Harbour');
    expect(harbour?.values[uuid('e', 61)]).toEqual({ value: '-3', state: 'accepted' });
    expect(back.passes[0]?.document_id).toBe(other(uuid('d', 2)));
    expect(back.memos[0]?.target.document_id).toBe(other(uuid('d', 1)));
    expect(own.import(json).drafts).toEqual([]);
  });
}

test('an annotation says all the interface promises', () => {
  const json = exportJson(sample, sampleTexts, stampOfTest);
  const annotation = list(json, 'annotations').find(({ id }) => id === uuid('a', 1));
  expect(annotation).toMatchObject({
    ...{ document_id: uuid('d', 1), coder_id: uuid('f', 1), round: 1, voice: 'reported', memo: 'Why here' },
    ...{ quote: 'Order was restored. The envoy', start: 43, end: 72, start_codepoint: 42, end_codepoint: 71 },
    ...{ prefix: text.slice(11, 43), suffix: text.slice(72, 104) },
    ...{ code_ids: [uuid('c', 2), uuid('c', 3)], speaker_ids: [uuid('e', 71), uuid('e', 72)] },
  });
  const whole = list(json, 'annotations').find(({ id }) => id === uuid('a', 3));
  expect(whole).toMatchObject({ start: null, end: null, quote: null, start_codepoint: null, memo: '' });
  expect(list(json, 'documents')[0]).toMatchObject({
    ...{ id: uuid('d', 1), title: '=Harbour', path: 'a/harbour.txt', order: 0, length: text.length, text },
    attributes: { agency: '-3', topics: ['port', 'order'] },
  });
  expect(Object.keys(parse(json))).toEqual([
    ...['format', 'version', 'minor', 'exported_at', 'generator', 'project', 'coders', 'codes', 'attributes'],
    ...['properties', 'actors', 'documents', 'annotations', 'memos', 'links', 'passes'],
  ]);
});

test('JSON Lines: the same annotations, a line each, with titles and paths', () => {
  const lines = exportJsonl(sample, sampleTexts).trimEnd().split('\n').map(parse);
  const annotations = list(exportJson(sample, sampleTexts, stampOfTest), 'annotations');
  expect(lines).toHaveLength(annotations.length);
  lines.forEach((line, at) => {
    expect(line).toMatchObject(annotations[at] ?? {});
    expect(line).toMatchObject({ document: '=Harbour', path: 'a/harbour.txt' });
  });
  expect(lines[2]?.['code_paths']).toEqual(['Order > Restored', 'Denial']);
});

test('fields of a newer minor version are kept and written back at every level', () => {
  const json = parse(exportJson(sample, sampleTexts, stampOfTest));
  const marked = (value: unknown): readonly Json[] =>
    (value as readonly Json[]).map((each) => ({ ...each, later: { deep: [1, { x: null }] } }));
  const annotations = marked(json['annotations']).map((each) => ({
    ...each,
    codings: marked(each['codings']),
  }));
  const kinds = [
    'coders',
    'codes',
    'attributes',
    'properties',
    'actors',
    'documents',
    'memos',
    'links',
    'passes',
  ];
  const newer = {
    ...json,
    minor: 9,
    project: { ...(json['project'] as Json), later: 'project' },
    ...Object.fromEntries(kinds.map((kind) => [kind, marked(json[kind])])),
    annotations,
    teams: [{ id: 1 }],
    later: 'root',
  };
  const { id, name, created_at } = sample.project;
  const project = createProject({ id, name, created_at });
  const staged = project.import(JSON.stringify(newer));
  expect(staged.report[0]).toMatchObject({ record: 'file', reason: 'newer-minor' });
  expect(parse(project.export())).toEqual({ ...newer, minor: 0 });
  expect(project.import(JSON.stringify(newer)).drafts).toEqual([]);
});
