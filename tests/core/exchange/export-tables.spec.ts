import { exportTables } from '@core/exchange/export-tables';
import { expect, test } from '@playwright/test';
import Papa from 'papaparse';
import { stampOfTest } from '../../support/exchange-project';
import { generateProject } from '../../support/generate-project';
import { sample, sampleTexts, uuid } from './sample-project';

type Row = Readonly<Record<string, string>>;

function tablesOf(...[snapshot, texts, options]: Parameters<typeof exportTables>) {
  const files = new Map(exportTables(snapshot, texts, options).map(({ name, content }) => [name, content]));
  return {
    names: [...files.keys()],
    content: (name: string): string => files.get(name) ?? '',
    rows: (name: string): readonly Row[] =>
      Papa.parse<Row>(files.get(name) ?? '', {
        header: true,
        delimiter: ',',
        newline: '\r\n',
        skipEmptyLines: true,
      }).data,
  };
}

const tables = tablesOf(sample, sampleTexts, { ...stampOfTest, exact: true });

test('six tables and what describes them', () => {
  expect(tables.names).toEqual([
    'annotations.csv',
    'documents.csv',
    'codebook.csv',
    'memos.csv',
    'units.csv',
    'links.csv',
    'datapackage.json',
    'load.R',
    'load.py',
  ]);
});

test('documents.csv: a row per document, coder and round; nothing coded does not vanish', () => {
  const rows = tables.rows('documents.csv');
  expect(
    rows.map((row) => [row['document'], row['coder'], row['round'], row['state'], row['codings']]),
  ).toEqual([
    ['=Harbour', 'Ada', '1', 'none', '4'],
    ['=Harbour', '@Bo', '1', 'none', '0'],
    ['=Harbour', '@Bo', '2', 'none', '1'],
    ['Nothing', 'Ada', '1', 'done', '0'],
    ['Nothing', '@Bo', '1', 'none', '0'],
    ['Nothing', '@Bo', '2', 'none', '0'],
  ]);
  expect(rows[3]).toMatchObject({ codebook_rev: '4', scope_rev: '2', note: 'empty', words: '0' });
  expect(rows[0]).toMatchObject({ words: '10', 'attr.agency': '-3', 'attr.topics': 'port; order' });
});

test('documents.csv: the language by its tag, beside the attribute that says it; what a person says counts', () => {
  const attribute = { id: uuid('e', 95), key: 'language', name: 'Language', type: 'text' as const };
  const said = {
    ...sample,
    attributes: [...sample.attributes, attribute],
    documents: sample.documents.map((document, at) => ({
      ...document,
      values: at === 0 ? { [attribute.id]: { value: 'Russian', state: 'edited' as const } } : document.values,
    })),
  };
  const rows = tablesOf(said, sampleTexts, stampOfTest).rows('documents.csv');
  const languages = new Map(rows.map((row) => [row['document'], [row['language'], row['attr.language']]]));
  expect([...languages]).toEqual([
    ["'=Harbour", ['en', '']],
    ['Nothing', ['ru', 'Russian']],
  ]);
});

test('documents.csv has every document even before there is a coder', () => {
  const alone = { ...sample, coders: [], annotations: [], passes: [] };
  const rows = tablesOf(alone, sampleTexts, stampOfTest).rows('documents.csv');
  expect(rows.map((row) => [row['path'], row['coder_id'], row['state']])).toEqual([
    ['a/harbour.txt', '', 'none'],
    ['b/nothing.txt', '', 'none'],
  ]);
});

test('codebook.csv: depth first, a column a level', () => {
  const rows = tables.rows('codebook.csv');
  expect(rows.map((row) => [row['key'], row['path'], row['level_1'], row['level_2'], row['kind']])).toEqual([
    ['denial', 'Denial', 'Denial', '', 'code'],
    ['order', 'Order', 'Order', '', 'code'],
    ['restored', 'Order > Restored', 'Order', 'Restored', 'code'],
    ['frames', 'Frames', 'Frames', '', 'folder'],
  ]);
  expect(rows[2]).toMatchObject({
    definition: 'Calm is back',
    rev: '2',
    parent_key: 'order',
    annotations: '1',
  });
});

test('units.csv: blocks, paragraphs and sentences with their scope', () => {
  const rows = tables.rows('units.csv');
  expect(rows.map((row) => [row['kind'], row['n'], row['block_kind'], row['in_scope'], row['text']])).toEqual(
    [
      ['block', '1', 'headline', 'false', 'Harbour calm 😀 again'],
      ['block', '2', 'dateline', 'false', 'VELDHAVEN, March 1. '],
      ['block', '3', 'body', 'true', 'Order was restored. The envoy denied it.'],
      ['block', '4', 'body', 'true', '=Café 👩‍👩‍👧 was shut.'],
      ['block', '5', 'residue', 'false', 'All news'],
      ['paragraph', '1', 'headline', 'false', 'Harbour calm 😀 again'],
      ['paragraph', '2', 'body', 'true', 'VELDHAVEN, March 1. Order was restored. The envoy denied it.'],
      ['paragraph', '3', 'body', 'true', '=Café 👩‍👩‍👧 was shut.'],
      ['paragraph', '4', 'residue', 'false', 'All news'],
      ['sentence', '1', 'headline', 'false', 'Harbour calm 😀 again'],
      ['sentence', '2', 'body', 'true', 'Order was restored.'],
      ['sentence', '3', 'body', 'true', 'The envoy denied it.'],
      ['sentence', '4', 'body', 'true', '=Café 👩‍👩‍👧 was shut.'],
    ],
  );
  const bare = tablesOf(sample, sampleTexts, { ...stampOfTest, withoutTexts: true }).rows('units.csv');
  expect(bare.map(({ text: cell }) => cell)).toEqual(rows.map(() => ''));
});

test('memos.csv and links.csv', () => {
  expect(tables.rows('memos.csv').map((row) => [row['target_kind'], row['target'], row['text']])).toEqual([
    ['annotation', 'Order was restored. The envoy', 'Why here'],
    ['coding', 'Order was restored. The envoy', '+1 more'],
  ]);
  expect(tables.rows('links.csv')[0]).toMatchObject({
    ...{ kind: 'continues', from: uuid('a', 1), to: uuid('a', 4), detached: 'false' },
    ...{ from_document_id: uuid('d', 1), coder: 'Ada' },
  });
});

test('datapackage.json names every file and every column in order, with unique keys', () => {
  interface Package {
    readonly created: string;
    readonly resources: readonly {
      readonly path: string;
      readonly schema: {
        readonly fields: readonly { readonly name: string }[];
        readonly primaryKey?: string[];
      };
    }[];
  }
  for (const seed of [1, 2, 3]) {
    const { snapshot, texts } = generateProject(seed);
    const all = tablesOf(snapshot, texts, { ...stampOfTest, exact: true });
    // Written by the exporter under test; what is asserted below is all that is read of it.
    const description = JSON.parse(all.content('datapackage.json')) as Package;
    expect(description.created).toBe(stampOfTest.exported_at);
    expect(description.resources.map(({ path }) => path)).toEqual(
      all.names.filter((name) => name.endsWith('.csv')),
    );
    for (const { path, schema } of description.resources) {
      const header = all.content(path).split('\r\n')[0]?.split(',');
      expect(header).toEqual(schema.fields.map(({ name }) => name));
      const key = schema.primaryKey;
      if (key === undefined) continue;
      const keys = all.rows(path).map((row) => key.map((name) => row[name]).join(' '));
      expect(new Set(keys).size).toBe(keys.length);
    }
  }
});
