import { readW3c } from '@core/exchange/w3c/read-w3c';
import { expect, test } from '@playwright/test';
import { coderOfTest, createProject, type ExchangeProject, summary } from '../../../support/exchange-project';
import { sha256 } from '../../../support/generate-project';
import { uuid } from '../sample-project';
import { takeInW3c } from './w3c-support';

const text = 'Calm at the port\n\nTwo ships 😀 left. The port was calm. The port was calm.';
const twin = 'Another paper.\nTwo ships 😀 left.';

/** Two documents of one title, the codes Calm and Ships > Calm, Ships > Left. */
function port(): ExchangeProject {
  const project = createProject();
  project.import(
    JSON.stringify({
      format: 'framewright',
      version: 1,
      documents: [
        { id: uuid('d', 1), title: 'Port', path: 'in/port.txt', text },
        { id: uuid('d', 2), title: 'Port', path: 'in/other.txt', text: twin },
      ],
      codes: [
        { id: uuid('c', 1), name: 'Peace' },
        { id: uuid('c', 2), name: 'Ships' },
        { id: uuid('c', 3), name: 'Left', parent_id: uuid('c', 2) },
      ],
    }),
  );
  return project;
}

const hashed = { id: 'https://example.org/port', 'schema:sha256': sha256(text) };
const position = (start: number, end: number) => ({ type: 'TextPositionSelector', start, end });
const quote = (exact: string, prefix?: string, suffix?: string) => ({
  type: 'TextQuoteSelector',
  exact,
  prefix,
  suffix,
});
const annotation = (target: unknown, more: object = {}) => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: 'https://example.org/a/1',
  type: 'Annotation',
  creator: { name: 'Vera', type: 'Person' },
  target,
  ...more,
});
const at = (source: unknown, ...selector: readonly object[]) => ({ source, selector });

function placed(project: ExchangeProject): readonly string[] {
  const { annotations, documents } = project.snapshot();
  return annotations.map(({ target, document_id }) => {
    const path = documents.find(({ id }) => id === document_id)?.path ?? '';
    return target.kind === 'passage'
      ? `${path} ${target.start}-${target.end} ${target.quote}`
      : `${path} whole`;
  });
}

for (const [name, target, place, report] of [
  ['hash and position', at(hashed, position(18, 29)), ['in/port.txt 18-30 Two ships 😀'], ['added: 1']],
  [
    'position and quote',
    at(hashed, position(18, 29), quote('Two ships 😀')),
    ['in/port.txt 18-30 Two ships 😀'],
    ['added: 1'],
  ],
  [
    'a position of UTF-16 units that the quote proves',
    at(hashed, position(37, 55), quote('The port was calm.')),
    ['in/port.txt 37-55 The port was calm.'],
    ['added: 1', 'repaired positions-converted: 1'],
  ],
  [
    'a position that is off, and a quote that is there once',
    at(hashed, position(3, 12), quote('Two ships')),
    ['in/port.txt 18-27 Two ships'],
    ['added: 1', 'repaired found-by-quote: 1'],
  ],
  [
    'a quote that is there twice, told by what stands before it',
    at(hashed, quote('The port was calm.', 'left. ', ' The')),
    ['in/port.txt 37-55 The port was calm.'],
    ['added: 1', 'repaired found-by-quote: 1'],
  ],
  [
    'line ends of Windows in the quote, blanks in its context',
    at(hashed, quote('port\r\n\r\nTwo', 'Calm  at\tthe ', ' ships')),
    ['in/port.txt 12-21 port\n\nTwo'],
    ['added: 1', 'repaired found-by-quote: 1'],
  ],
  [
    'a quote that is there twice',
    at(hashed, quote('The port was calm.')),
    [],
    ['left-out quote-ambiguous: 1'],
  ],
  [
    'a quote in other surroundings',
    at(hashed, quote('Two ships', 'Ten years ago')),
    [],
    ['left-out quote-missing: 1'],
  ],
  [
    'a quote that is not there',
    at(hashed, position(0, 4), quote('Storm')),
    [],
    ['left-out quote-missing: 1'],
  ],
  ['an empty quote', at(hashed, quote('')), [], ['left-out quote-missing: 1']],
  ['a position outside', at(hashed, position(5, 999)), [], ['left-out out-of-range: 1']],
  ['a position turned round', at(hashed, position(9, 5)), [], ['left-out out-of-range: 1']],
  [
    'a selector of another kind',
    at(hashed, { type: 'XPathSelector', value: '/p' }),
    [],
    ['left-out place-missing: 1'],
  ],
  ['half an emoji as the quote', at(hashed, quote('\ud83d')), [], ['left-out splits-character: 1']],
  ['our id', at(`urn:uuid:${uuid('d', 2)}`, position(0, 7)), ['in/other.txt 0-7 Another'], ['added: 1']],
  [
    'our id with the hash of another version, by the quote',
    at({ id: `urn:uuid:${uuid('d', 2)}`, 'schema:sha256': 'a'.repeat(64) }, position(0, 7), quote('Another')),
    ['in/other.txt 0-7 Another'],
    ['added: 1'],
  ],
  [
    'our id with the hash of another version, by position alone',
    at({ id: `urn:uuid:${uuid('d', 2)}`, 'schema:sha256': 'a'.repeat(64) }, position(0, 7)),
    [],
    ['left-out place-missing: 1'],
  ],
  [
    'a path',
    at('file:///home/x/in/port.txt', quote('Calm at')),
    ['in/port.txt 0-7 Calm at'],
    ['added: 1', 'repaired found-by-quote: 1'],
  ],
  [
    'a path with escapes',
    at('https://x.org/in%2Fport.txt?x=1', quote('Calm at')),
    ['in/port.txt 0-7 Calm at'],
    ['added: 1', 'repaired found-by-quote: 1'],
  ],
  [
    'a path and a position alone',
    at('file:///home/x/in/port.txt', position(0, 4)),
    [],
    ['left-out place-missing: 1'],
  ],
  [
    'a title of two documents, one of which holds the quote',
    at({ id: 'https://x.org/', title: 'Port' }, quote('Another paper.')),
    ['in/other.txt 0-14 Another paper.'],
    ['added: 1', 'repaired found-by-quote: 1'],
  ],
  [
    'a title of two documents that both hold it',
    at({ id: 'https://x.org/', title: 'Port' }, quote('Two ships')),
    [],
    ['left-out document-ambiguous: 1'],
  ],
  ['a page nobody knows', at('https://x.org/news', quote('Two ships')), [], ['left-out document-missing: 1']],
  [
    'a refined selector',
    at(hashed, { ...{ type: 'FragmentSelector' }, refinedBy: quote('Two ships') }),
    ['in/port.txt 18-27 Two ships'],
    ['added: 1', 'repaired found-by-quote: 1'],
  ],
  ['the whole document', hashed, ['in/port.txt whole'], ['added: 1']],
  ['the whole document by IRI', `urn:uuid:${uuid('d', 1)}`, ['in/port.txt whole'], ['added: 1']],
] as const) {
  test(`by ${name}: ${report.join(', ')}`, () => {
    const project = port();
    const json = JSON.stringify(annotation(target));
    const staged = takeInW3c(project, json);
    expect(placed(project)).toEqual(place);
    expect(summary(staged, 'annotation')).toEqual(report);
    expect(takeInW3c(project, json).drafts).toEqual([]);
  });
}

const one = at(hashed, position(0, 4), quote('Calm'));
const tag = (value: string) => ({ type: 'TextualBody', purpose: 'tagging', value });
const classifying = (source: string) => ({ type: 'SpecificResource', purpose: 'classifying', source });
for (const [name, more, codes, report] of [
  [
    'a code by its IRI, and its name as a tag',
    { body: [classifying(`urn:uuid:${uuid('c', 3)}`), tag('Left')] },
    ['Left'],
    [],
  ],
  ['a tag that is the name of a code', { body: tag(' left ') }, ['Left'], ['bound same-name: 1']],
  ['a tag that is the path of a code', { body: tag('Ships > Left') }, ['Left'], ['bound same-name: 1']],
  ['a tag nobody knows', { body: [tag('Storm'), tag('storm')] }, ['Storm'], ['added: 1']],
  [
    'a code nobody knows, with its name',
    { body: [classifying(`urn:uuid:${uuid('c', 9)}`), tag('Storm')] },
    ['Storm'],
    ['added: 1'],
  ],
  [
    'a code nobody knows by an address',
    { body: classifying('https://x.org/codes/high%20sea') },
    ['high sea'],
    ['added: 1'],
  ],
  [
    'a plain address as a tag',
    { motivation: 'tagging', body: 'https://x.org/Peace' },
    ['Peace'],
    ['bound same-name: 1'],
  ],
  [
    'a text where the annotation tags',
    { motivation: 'tagging', body: { type: 'TextualBody', value: 'Peace' } },
    ['Peace'],
    ['bound same-name: 1'],
  ],
  ['nothing', {}, [], []],
] as const) {
  test(`codes: ${name}`, () => {
    const project = port();
    const staged = takeInW3c(project, JSON.stringify(annotation(one, more)));
    const { annotations, codes: all, coders } = project.snapshot();
    const names = annotations[0]?.codings.map(({ code_id }) => all.find(({ id }) => id === code_id)?.name);
    expect(names).toEqual(codes);
    expect(summary(staged, 'code')).toEqual(report);
    expect(coders.find(({ id }) => id === annotations[0]?.coder_id)?.name).toBe('Vera');
    expect(annotations[0]?.origin_guid).toBe('https://example.org/a/1');
  });
}

test('comments become memos, by whoever wrote them; bodies of other kinds are listed', () => {
  const project = port();
  const body = [
    {
      type: 'TextualBody',
      value: 'why *here*',
      creator: 'https://x.org/users/tom',
      created: '2026-01-02T03:04:05+01:00',
    },
    { type: 'Choice', items: [] },
    'https://x.org/film.mp4',
  ];
  const staged = takeInW3c(
    project,
    JSON.stringify(annotation(one, { body, created: '2026-01-01T00:00:00Z' })),
  );
  const { memos, coders, annotations } = project.snapshot();
  expect(memos).toMatchObject([
    {
      text: 'why *here*',
      markdown: 'why \\*here\\*',
      created_at: '2026-01-02T02:04:05.000Z',
      target: { kind: 'annotation' },
    },
  ]);
  expect(coders.find(({ id }) => id === memos[0]?.coder_id)?.name).toBe('tom');
  expect(annotations[0]?.created_at).toBe('2026-01-01T00:00:00.000Z');
  expect(summary(staged, 'memo')).toEqual(['added: 1', 'left-out body-unreadable: 2']);
});

test('an annotation without an id, creator or body type is still one', () => {
  const project = port();
  const json = JSON.stringify({ target: one, bodyValue: 'a thought' });
  takeInW3c(project, json);
  const { annotations, memos } = project.snapshot();
  expect(annotations).toMatchObject([{ coder_id: coderOfTest }]);
  expect(memos).toMatchObject([{ text: 'a thought', target: { id: annotations[0]?.id } }]);
  expect(takeInW3c(project, json).drafts).toEqual([]);
});

test('the comments of what has no place are listed with it', () => {
  const lost = annotation(at('https://x.org/news', quote('x')), { bodyValue: 'gone' });
  const staged = takeInW3c(port(), JSON.stringify(lost));
  expect(summary(staged, 'memo')).toEqual(['left-out target-left-out: 1']);
});

test('two targets are two annotations', () => {
  const project = port();
  const json = JSON.stringify(annotation([one, at(hashed, position(5, 7))], { body: tag('Peace') }));
  takeInW3c(project, json);
  expect(placed(project)).toEqual(['in/port.txt 0-4 Calm', 'in/port.txt 5-7 at']);
  expect(takeInW3c(project, json).drafts).toEqual([]);
});

const item = (n: number) => ({
  ...annotation(at(hashed, position(n, n + 2))),
  id: `https://example.org/a/${n}`,
});
const page = (id: string, next: unknown, ...items: readonly unknown[]) => ({
  id,
  type: 'AnnotationPage',
  next,
  items,
});
for (const [name, value, count, missing] of [
  [
    'a collection with its page in it',
    { type: 'AnnotationCollection', first: page('p:1', undefined, item(0), item(2)) },
    2,
    0,
  ],
  [
    'pages within pages',
    {
      type: 'AnnotationCollection',
      first: page('p:1', page('p:2', undefined, item(2)), item(0)),
      last: 'p:2',
    },
    2,
    0,
  ],
  ['a page of several', page('p:1', 'p:2', item(0)), 1, 1],
  [
    'a collection and its pages in a list',
    [
      { type: 'AnnotationCollection', first: 'p:1' },
      page('p:1', 'p:2', item(0)),
      page('p:2', undefined, item(2)),
    ],
    2,
    0,
  ],
  [
    'a collection whose pages are elsewhere',
    { type: 'AnnotationCollection', first: 'https://x.org/1' },
    0,
    1,
  ],
  ['a list', [item(0), item(2)], 2, 0],
  ['one annotation', item(0), 1, 0],
  ['a graph', { '@graph': [item(0)] }, 1, 0],
  [
    'types in a list, with prefixes',
    { type: ['oa:AnnotationCollection', 'x'], items: [{ ...item(0), type: ['oa:Annotation'] }] },
    1,
    0,
  ],
  ['an empty list', [], 0, 0],
  ['an empty collection', { type: 'AnnotationCollection', total: 0 }, 0, 0],
] as const) {
  test(`reads ${name}`, () => {
    const project = port();
    const staged = takeInW3c(project, `\ufeff${JSON.stringify(value)}`);
    expect(project.snapshot().annotations).toHaveLength(count);
    expect(
      staged.report.filter(({ reason }) => reason === 'page-missing').flatMap(({ ids }) => ids),
    ).toHaveLength(missing);
  });
}

test('what stands among annotations and is none is listed', () => {
  const staged = takeInW3c(
    port(),
    JSON.stringify([item(0), { id: 'x:1' }, 'x:2', 7, { id: 'x:3', target: [] }]),
  );
  expect(staged.report.find(({ reason }) => reason === 'not-an-annotation')?.ids).toEqual([
    'x:1',
    'x:2',
    '',
    'x:3',
  ]);
});

for (const [name, json, problem] of [
  ['no JSON', '{"a": x}', { kind: 'invalid-json', line: 1, column: 7 }],
  ['JSON that ends too early', '[{"target":', { kind: 'cut-off', line: 1 }],
  ['JSON of another kind', '{"format":"framewright"}', { kind: 'not-w3c' }],
  ['a number', '7', { kind: 'not-w3c' }],
] as const) {
  test(`refuses ${name}`, () => {
    const read = readW3c(json);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.error).toMatchObject(problem);
  });
}
