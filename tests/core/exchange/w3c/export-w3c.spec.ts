import type { ProjectSnapshot } from '@core/exchange/project-snapshot';
import { exportW3c } from '@core/exchange/w3c/export-w3c';
import { expect, test } from '@playwright/test';
import { stampOfTest } from '../../../support/exchange-project';
import { generateProject, sha256 } from '../../../support/generate-project';
import { sample, sampleTexts, text, uuid } from '../sample-project';
import { checkW3c } from './check-w3c';

type Json = Readonly<Record<string, unknown>>;
const parse = (content: string | undefined): Json => JSON.parse(content ?? '') as Json;
const itemsOf = (snapshot: ProjectSnapshot, texts = sampleTexts): readonly Json[] => {
  const [file] = exportW3c(snapshot, texts, stampOfTest).files;
  return (parse(file?.content)['first'] as { items: readonly Json[] }).items;
};
const item = (n: number): Json | undefined =>
  itemsOf(sample).find(({ id }) => id === `urn:uuid:${uuid('a', n)}`);
const person = { id: `urn:uuid:${uuid('f', 1)}`, type: 'Person' };
const source = {
  ...{ id: `urn:uuid:${uuid('d', 1)}`, type: 'Text', format: 'text/plain', language: 'en' },
  ...{ 'dcterms:title': '=Harbour', 'dcterms:identifier': 'a/harbour.txt', 'schema:sha256': sha256(text) },
};

test('a passage with two codes and memos, as others will read it', () => {
  const annotation = item(1);
  const { start, end } = { start: 42, end: 71 };
  expect(annotation).toMatchObject({
    type: 'Annotation',
    motivation: ['classifying', 'commenting'],
    creator: person,
    target: {
      type: 'SpecificResource',
      source,
      selector: [
        { type: 'TextPositionSelector', start, end },
        { type: 'TextQuoteSelector', exact: 'Order was restored. The envoy' },
      ],
    },
  });
  expect(annotation?.['body']).toMatchObject([
    {
      ...{ id: `urn:uuid:${uuid('e', 2)}`, type: 'SpecificResource' },
      ...{ purpose: 'classifying', source: `urn:uuid:${uuid('c', 3)}` },
    },
    { type: 'TextualBody', purpose: 'tagging', value: 'Denial', format: 'text/plain' },
    { type: 'SpecificResource', purpose: 'classifying', source: `urn:uuid:${uuid('c', 2)}` },
    { type: 'TextualBody', purpose: 'tagging', value: 'Restored' },
    {
      id: `urn:uuid:${uuid('f', 31)}`,
      type: 'TextualBody',
      purpose: 'commenting',
      value: 'Why here',
      creator: person,
    },
    { id: `urn:uuid:${uuid('f', 32)}`, purpose: 'commenting', value: '+1 more' },
  ]);
  expect(Array.from(text).slice(start, end).join('')).toBe('Order was restored. The envoy');
});

test('a whole document, and a passage without a code', () => {
  expect(item(3)?.['target']).toEqual(source);
  expect(item(2)).toMatchObject({ motivation: 'highlighting' });
  expect(item(2)?.['body']).toBeUndefined();
});

test('prefix and suffix never cut a character that is several code points', () => {
  const family = '👩‍👩‍👧';
  const long = `${family.repeat(8)}x quoted y${'e\u0301'.repeat(40)}`;
  const [first] = sample.documents;
  if (first === undefined) throw new Error('The sample has documents');
  const hash = sha256(long);
  const start = long.indexOf('quoted');
  const annotations = sample.annotations.slice(0, 1).map((annotation) => ({
    ...annotation,
    text_sha256: hash,
    target: { kind: 'passage', start, end: start + 6, quote: 'quoted', prefix: '', suffix: '' } as const,
  }));
  const documents = [{ ...first, text_sha256: hash, length: long.length }];
  const snapshot = { ...sample, documents, annotations, memos: [], links: [], passes: [] };
  const [only] = itemsOf(snapshot, new Map([[hash, long]]));
  const target = only?.['target'] as { readonly selector: readonly Json[] } | undefined;
  const quote = target?.selector[1];
  expect(quote?.['prefix']).toBe(`${family.repeat(3)}x `);
  // Thirty-two units end between a letter and its accent.
  expect(quote?.['suffix']).toBe(` y${'e\u0301'.repeat(15)}`);
});

test('pages in files of their own name each other', () => {
  const { snapshot, texts } = generateProject(3);
  const total = snapshot.annotations.length;
  const { files } = exportW3c(snapshot, texts, { ...stampOfTest, pageSize: 10 });
  expect(files.map(({ name }) => name)).toEqual([
    'collection.jsonld',
    'page-1.jsonld',
    'page-2.jsonld',
    'page-3.jsonld',
  ]);
  const [collection, ...pages] = files.map(({ content }) => parse(content));
  for (const each of [collection, ...pages]) expect(checkW3c(each)).toEqual([]);
  expect(collection).toMatchObject({ total, first: pages[0]?.['id'], last: pages[2]?.['id'] });
  expect(pages.map(({ startIndex }) => startIndex)).toEqual([0, 10, 20]);
  expect(pages.map(({ next }) => next)).toEqual([pages[1]?.['id'], pages[2]?.['id'], undefined]);
  expect(pages.map(({ prev }) => prev)).toEqual([undefined, pages[0]?.['id'], pages[1]?.['id']]);
  expect(pages.flatMap(({ items }) => items as readonly Json[])).toHaveLength(total);
});

test('a collection of nothing has no pages', () => {
  const { files } = exportW3c({ ...sample, annotations: [], memos: [], links: [] }, sampleTexts, stampOfTest);
  const root = parse(files[0]?.content);
  expect(checkW3c(root)).toEqual([]);
  expect(root).toMatchObject({ type: 'AnnotationCollection', total: 0 });
  expect(Object.keys(root)).not.toContain('first');
});

test('without its text, or moved from its place, a passage has its quote alone, and is listed', () => {
  const { files, losses } = exportW3c(sample, new Map(), stampOfTest);
  const root = parse(files[0]?.content);
  expect(checkW3c(root)).toEqual([]);
  expect(losses.find(({ kind }) => kind === 'orphan')?.count).toBe(4);
  expect(files[0]?.content).not.toContain('TextPositionSelector');
  expect(files[0]?.content).toContain('Order was restored. The envoy');
});

test('the same project gives the same file, and what it cannot say is listed', () => {
  const one = exportW3c(sample, sampleTexts, stampOfTest);
  const turned = {
    ...sample,
    annotations: sample.annotations.toReversed(),
    codes: sample.codes.toReversed(),
  };
  expect(exportW3c(turned, sampleTexts, stampOfTest).files).toEqual(one.files);
  expect(Object.fromEntries(one.losses.map(({ kind, count }) => [kind, count]))).toMatchObject({
    ...{
      codebook: 4,
      text: 2,
      attribute: 2,
      link: 1,
      stance: 1,
      certainty: 1,
      voice: 1,
      speaker: 1,
      round: 1,
    },
    ...{ actor: 2, property: 2, pass: 1, 'memo-moved': 1, 'memo-markup': 2 },
  });
});
