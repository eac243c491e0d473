import { readFileSync } from 'node:fs';
import { exportJson } from '@core/exchange/export-json';
import { readJson } from '@core/exchange/read-json';
import { expect, test } from '@playwright/test';
import Ajv from 'ajv';
import { stampOfTest } from '../../support/exchange-project';
import { generateProject, smallProject } from '../../support/generate-project';
import { trials } from '../../support/trials';
import { sample, sampleTexts, uuid } from './sample-project';

const schema = JSON.parse(readFileSync('docs/framewright-project.schema.json', 'utf8')) as object;
const validator = new Ajv({ allErrors: true }).addSchema(schema, 'project');
const check = (ref: string, value: unknown): readonly string[] =>
  validator.validate(ref, value) === true
    ? []
    : (validator.errors ?? []).map(({ dataPath, message = '' }) => `${dataPath} ${message}`);
/** What may be imported. */
const asFile = (value: unknown): readonly string[] => check('project', value);
/** What an export has. */
const asExport = (value: unknown): readonly string[] => check('project#/definitions/exported', value);

const sizes = [
  smallProject,
  { ...smallProject, documents: 0, codes: 0, annotationsPerDocument: 0 },
  { ...smallProject, codes: 0 },
  { ...smallProject, documents: 1, annotationsPerDocument: 60, paragraphsPerDocument: 30 },
];

test('every project is written as the schema says, with texts and without', () => {
  for (let seed = 0; seed < trials(60, 1000); seed++) {
    const { snapshot, texts } = generateProject(seed, sizes[seed % sizes.length]);
    for (const withoutTexts of [false, true]) {
      const json = exportJson(snapshot, texts, { ...stampOfTest, withoutTexts });
      expect(asExport(JSON.parse(json)), `seed ${seed}`).toEqual([]);
    }
  }
});

test('the schema knows every field that the program writes', () => {
  const known = validator.getSchema('project')?.schema;
  // Our own file, whose definitions were read above.
  const { definitions } = known as {
    definitions: Record<string, { properties?: Record<string, { items?: { $ref: string } }> }>;
  };
  const { snapshot, texts } = generateProject(3);
  const file = JSON.parse(exportJson(snapshot, texts, stampOfTest)) as Record<string, unknown>;
  for (const [key, { items }] of Object.entries(definitions['file']?.properties ?? {})) {
    const name = items?.$ref.split('/').at(-1);
    if (name === undefined) continue;
    const fields = Object.keys(definitions[name]?.properties ?? {});
    const records = file[key] as readonly object[];
    const written = new Set(records.flatMap((record) => Object.keys(record)));
    expect(
      [...written].filter((field) => !fields.includes(field)),
      key,
    ).toEqual([]);
  }
});

const plain = { format: 'framewright', version: 1 };
const minimal: Readonly<Record<string, unknown>> = {
  ...plain,
  codes: [{ name: 'Calm' }],
  documents: [{ text: 'The port was calm.' }],
  annotations: [{ start: 0, end: 8, code_ids: ['c1'], memo: null }],
};

test('a file of a script needs little, and is no export', () => {
  expect(asFile(minimal)).toEqual([]);
  expect(asExport(minimal)).not.toEqual([]);
});

for (const [name, wrong] of [
  ['of another program', { ...plain, format: 'other' }],
  ['of a newer version', { ...plain, version: 2 }],
  ['without a version', { format: 'framewright' }],
  ['codes that are no list', { ...plain, codes: {} }],
  ['a code without a name', { ...plain, codes: [{ key: 'calm' }] }],
  ['an offset that is no whole number', { ...plain, annotations: [{ start: 1.5, end: 3 }] }],
  ['an offset below 0', { ...plain, annotations: [{ start: -1, end: 3 }] }],
  ['an offset as a text', { ...plain, annotations: [{ start: '1', end: 3 }] }],
  ['a stance that is none', { ...plain, annotations: [{ codings: [{ code_id: 'a', stance: 'likes' }] }] }],
  ['a coding without a code', { ...plain, annotations: [{ codings: [{}] }] }],
  ['a block of no kind', { ...plain, documents: [{ blocks: [{ start: 0, end: 1, in_scope: true }] }] }],
  ['a sentence of three places', { ...plain, documents: [{ sentences: [[0, 1, 2]] }] }],
  ['a value that is an object', { ...plain, documents: [{ values: { a: { value: {} } } }] }],
  ['a memo about nothing', { ...plain, memos: [{ text: 'Why' }] }],
  ['a link of no kind', { ...plain, links: [{ from: uuid('a', 1), to: uuid('a', 2), kind: 'likes' }] }],
  ['a pass in no state', { ...plain, passes: [{ document_id: uuid('d', 1) }] }],
] as const) {
  test(`refused by the schema and by the program: ${name}`, () => {
    expect(asFile(wrong)).not.toEqual([]);
    expect(readJson(JSON.stringify(wrong)).ok).toBe(false);
  });
}

/** Every place of a value, as the path to it. */
function placesOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => placesOf(inner, [...path, key]))];
}

function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value))
    return value.map((item: unknown, at) => (String(at) === key ? replaced(item, rest, by) : item));
  // A path leads through objects and lists alone.
  const fields = value as Readonly<Record<string, unknown>>;
  return { ...fields, [key]: replaced(fields[key], rest, by) };
}

test('whatever is put anywhere in a file, schema and program agree whether it may be read', () => {
  const { annotations, ...rest } = JSON.parse(exportJson(sample, sampleTexts, stampOfTest)) as Record<
    string,
    unknown
  >;
  const file = { ...rest, annotations: (annotations as readonly unknown[]).slice(0, 2) };
  const disagreements: string[] = [];
  let refused = 0;
  // A third of the places by turns: each is tried by one of the values that are wrong there.
  const step = trials(3, 1);
  placesOf(file).forEach((path, place) => {
    [null, 'x', 7, -1, 0.5, true, [], ['x'], [1, 2], {}].forEach((by, at) => {
      if ((place + at) % step !== 0) return;
      const changed = replaced(file, path, by);
      const isRead = readJson(JSON.stringify(changed)).ok;
      if (!isRead) refused += 1;
      if ((asFile(changed).length === 0) !== isRead)
        disagreements.push(`${path.join('.')} = ${JSON.stringify(by)}`);
    });
  });
  expect(disagreements).toEqual([]);
  expect(refused).toBeGreaterThan(500);
});
