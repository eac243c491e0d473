import { exportJson } from '@core/exchange/export-json';
import { expect, test } from '@playwright/test';
import { coderOfTest, createProject, stampOfTest, summary } from '../../support/exchange-project';
import { sha256 } from '../../support/generate-project';
import { sample, sampleTexts, uuid } from './sample-project';

const article = 'Calm at the port\n\nTwo ships 😀 left. The port was calm. The port was calm.';

function file(fields: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ format: 'framewright', version: 1, ...fields });
}

const codes = [
  { id: 'c1', name: 'Calm' },
  { id: 'c2', name: 'Very calm', parent_id: 'c1' },
];
const documents = [{ id: 'd1', path: 'in/port.txt', text: article }];

test.describe('a file of a script, with codes by id and nothing that can be left out', () => {
  const script = file({
    codes,
    documents: [{ ...documents[0], attributes: { agency: 'NORA', 'Page number': 3 } }],
    annotations: [
      { id: 1, document_id: 'd1', start: 18, end: 36, quote: 'Two ships 😀 left.', code_ids: ['c2'] },
      { document_id: 'd1', start: 0, end: 4, code_ids: ['c1'], memo: 'first' },
      { document_id: 'd1', start: 0, end: 4, code_ids: ['c2'] },
      { document_id: 'd1', code_ids: ['c1'], coder_id: 'anna' },
      { document_id: 'd1', start_codepoint: 28, end_codepoint: 29, quote: '😀', code_ids: [] },
    ].map((each) => ({ ...each, ...('id' in each ? { id: 'a1' } : {}) })),
  });
  const project = createProject();
  const staged = project.import(script);
  const {
    annotations,
    codes: coded,
    documents: made,
    structures,
    memos,
    coders,
    attributes,
  } = project.snapshot();

  test('what is missing is filled in', () => {
    expect(coded.map(({ key, name, rev, kind }) => [key, name, rev, kind])).toEqual([
      ['calm', 'Calm', 1, 'code'],
      ['very_calm', 'Very calm', 1, 'code'],
    ]);
    expect(coded[1]?.parent_id).toBe(coded[0]?.id);
    expect(new Set(coded.map(({ color }) => color)).size).toBe(2);
    expect(made[0]).toMatchObject({
      ...{ title: 'Calm at the port', path: 'in/port.txt', text_sha256: sha256(article) },
      ...{ length: article.length, encoding: 'utf-8', imported_at: '2026-10-01T12:00:00.000Z' },
    });
    expect(structures[0]?.blocks.map(({ kind }) => kind)).toEqual(['headline', 'body']);
    expect(structures[0]?.sentences.length).toBeGreaterThan(2);
    expect(attributes.map(({ key, name, type }) => [key, name, type])).toEqual([
      ['agency', 'agency', 'text'],
      ['page_number', 'Page number', 'integer'],
    ]);
    expect(Object.values(made[0]?.values ?? {}).map(({ value }) => value)).toEqual(['NORA', 3]);
  });

  test('annotations of one span become one, by whoever imports or is named', () => {
    const seen = annotations.map(({ target, codings, coder_id, origin }) => [
      target.kind === 'passage' ? target.quote : 'whole',
      codings.map(({ code_id }) => coded.find(({ id }) => id === code_id)?.key),
      coder_id === coderOfTest ? 'me' : coders.find(({ id }) => id === coder_id)?.name,
      origin,
    ]);
    expect(seen).toEqual([
      ['Two ships 😀 left.', ['very_calm'], 'me', 'import'],
      ['Calm', ['calm', 'very_calm'], 'me', 'import'],
      ['whole', ['calm'], 'anna', 'import'],
      ['😀', [], 'me', 'import'],
    ]);
    expect(memos.map(({ text, target }) => [text, target.id])).toEqual([['first', annotations[1]?.id]]);
  });

  test('the report says what was made of it', () => {
    expect(summary(staged, 'annotation')).toEqual([
      'added: 4',
      'bound same-place: 1',
      'repaired coder-missing: 4',
      'repaired id-replaced: 1',
    ]);
    expect(summary(staged, 'document')).toEqual([
      'added: 1',
      'repaired id-replaced: 1',
      'repaired structure-made: 1',
    ]);
  });

  test('importing it again changes nothing', () => {
    const before = project.export();
    expect(project.import(script).drafts).toEqual([]);
    expect(project.export()).toBe(before);
  });
});

test('a code that a script adds to a passage that is there joins its codings', () => {
  const project = createProject();
  project.import(
    file({ codes, documents, annotations: [{ document_id: 'd1', start: 0, end: 4, code_ids: ['c1'] }] }),
  );
  const more = { document_id: 'd1', start: 0, end: 4, code_ids: ['c1', 'c2'] };
  const staged = project.import(file({ codes, documents, annotations: [more] }));
  expect(staged.drafts.map(({ kind }) => kind)).toEqual(['coding.added']);
  expect(project.snapshot().annotations.map(({ codings }) => codings.length)).toEqual([2]);
});

const full = { document_id: 'd1', start: 18, end: 27, quote: 'Two ships', code_ids: ['c1'] };
for (const [name, fields, report] of [
  ['a quote that does not stand there', { quote: 'Ten ships' }, ['left-out quote-differs: 1']],
  ['a quote that stands elsewhere', { quote: 'The port was calm.' }, ['left-out quote-differs: 1']],
  ['an end past the text', { end: 4000, quote: null }, ['left-out out-of-range: 1']],
  [
    'code points past the text',
    { start: null, end: null, start_codepoint: 9, end_codepoint: 999 },
    ['left-out out-of-range: 1'],
  ],
  ['half an emoji', { start: 28, end: 29, quote: null }, ['left-out splits-character: 1']],
  ['a quote alone', { start: null, end: null }, ['left-out place-missing: 1']],
  ['a document that is not there', { document_id: 'd9' }, ['left-out document-missing: 1']],
  ['another version of the text', { text_sha256: sha256('other') }, ['left-out other-text: 1']],
  ['a context that does not fit', { prefix: 'nowhere' }, ['added: 1', 'repaired context-made: 1']],
  ['a context that fits', { prefix: '\n\n', suffix: ' 😀' }, ['added: 1']],
  ['a time that is none', { created_at: 'yesterday' }, ['added: 1', 'repaired time-unreadable: 1']],
  ['a speaker who is not there', { speaker_ids: ['x'] }, ['added: 1', 'repaired unknown-speaker: 1']],
  [
    'codings and other code_ids',
    { codings: [{ code_id: 'c2' }] },
    ['added: 1', 'repaired code-ids-differ: 1'],
  ],
] as const) {
  test(`${name}: ${report.join(', ')}`, () => {
    const project = createProject();
    const annotation = { ...full, coder_id: coderOfTest, ...fields };
    const staged = project.import(file({ codes, documents, annotations: [annotation] }));
    expect(summary(staged, 'annotation')).toEqual(report);
    const { annotations } = project.snapshot();
    expect(annotations).toHaveLength(report[0].startsWith('left-out') ? 0 : 1);
  });
}

test('codings win over code_ids, and memos over memo', () => {
  const project = createProject();
  const annotation = { id: uuid('a', 1), ...full, codings: [{ code_id: 'c2' }], memo: 'old' };
  const memo = { target: { kind: 'annotation', id: uuid('a', 1) }, text: 'new' };
  project.import(file({ codes, documents, annotations: [annotation], memos: [memo] }));
  const { annotations, codes: coded, memos } = project.snapshot();
  expect(annotations[0]?.codings.map(({ code_id }) => code_id)).toEqual([coded[1]?.id]);
  expect(memos.map(({ text }) => text)).toEqual(['new']);
});

test('unknown codes and folders are not applied, and the passage stays', () => {
  const project = createProject();
  const all = [...codes, { id: 'f', name: 'Folder', kind: 'folder' }];
  const annotation = { ...full, code_ids: ['nobody', 'f', 'c1'] };
  const staged = project.import(file({ codes: all, documents, annotations: [annotation] }));
  expect(summary(staged, 'coding')).toEqual(['left-out folder-applied: 1', 'left-out unknown-code: 1']);
  expect(project.snapshot().annotations[0]?.codings).toHaveLength(1);
});

test('a codebook that is none is mended: circles, missing parents, keys and names', () => {
  const project = createProject();
  const staged = project.import(
    file({
      codes: [
        { id: 'a', name: 'A', parent_id: 'b', key: 'k' },
        { id: 'b', name: 'B', parent_id: 'a', key: 'k' },
        { id: 'c', name: 'C', parent_id: 'gone' },
        { id: 'd', name: 'D > E' },
        { id: 'd', name: 'again' },
        { id: 'self', name: 'Self', parent_id: 'self' },
      ],
    }),
  );
  expect(summary(staged, 'code')).toEqual([
    'added: 5',
    'left-out id-twice: 1',
    'repaired id-replaced: 5',
    'repaired key-replaced: 1',
    'repaired parent-circle: 2',
    'repaired parent-missing: 1',
    'repaired separator-in-name: 1',
  ]);
  const { codes: made } = project.snapshot();
  expect(made.map(({ key }) => key)).toEqual(['k', 'k_2', 'c', 'd_e', 'self']);
  expect(made.find(({ name }) => name === 'A')?.parent_id).toBeNull();
  expect(made.find(({ name }) => name === 'B')?.parent_id).toBe(made[0]?.id);
  expect(made[3]?.name).toBe('D / E');
});

test('a text that is not the one of its hash stays out, and its annotations with it', () => {
  const project = createProject();
  const torn = documents.map((each) => ({ ...each, text_sha256: sha256('before') }));
  const staged = project.import(file({ codes, documents: torn, annotations: [full] }));
  expect(summary(staged, 'document')).toEqual(['left-out text-hash-differs: 1']);
  expect(summary(staged, 'annotation')).toEqual(['left-out document-left-out: 1']);
  expect(staged.texts).toEqual([]);
});

test('a text that was never frozen stays out: its offsets count other characters', () => {
  const staged = createProject().import(file({ documents: [{ id: 'd1', text: 'one\r\ntwo' }] }));
  expect(summary(staged, 'document')).toEqual(['left-out text-not-frozen: 1']);
  const mended = createProject().import(file({ documents: [{ id: 'd1', text: 'one\u0001two' }] }));
  expect(summary(mended, 'document')).toContain('repaired characters-replaced: 1');
  expect(mended.texts.map(({ text }) => text)).toEqual(['one\u2401two']);
});

test('blocks that do not fit their text are made anew', () => {
  const blocks = [{ start: 5, end: 900, kind: 'body', in_scope: true }];
  const staged = createProject().import(
    file({ documents: [{ id: 'd1', text: article, blocks, sentences: [] }] }),
  );
  expect(summary(staged, 'document')).toContain('repaired structure-made: 1');
});

test('paths are never absolute and never lead upwards', () => {
  const project = createProject();
  const paths = ['/etc/a.txt', 'C:\\news\\b.txt', '../../c.txt', './d/e.txt'];
  project.import(file({ documents: paths.map((path, n) => ({ path, text: `Text ${n}` })) }));
  expect(project.snapshot().documents.map(({ path }) => path)).toEqual([
    'etc/a.txt',
    'news/b.txt',
    'c.txt',
    'd/e.txt',
  ]);
});

test('what is here and differs is kept and listed', () => {
  const project = createProject();
  project.import(exportJson(sample, sampleTexts, stampOfTest));
  const before = project.export();
  const changed = {
    ...sample,
    codes: sample.codes.map((code) => ({ ...code, name: `${code.name}!` })),
    annotations: sample.annotations.map((each) => ({ ...each, codings: [] })),
    documents: sample.documents.map((each) => ({ ...each, title: 'Other' })),
  };
  const staged = project.import(exportJson(changed, sampleTexts, stampOfTest));
  expect(summary(staged, 'code')).toEqual(['kept differs: 4']);
  expect(summary(staged, 'document')).toEqual(['kept differs: 2']);
  expect(summary(staged, 'annotation')).toEqual(['kept differs: 4', 'unchanged: 1']);
  expect(project.export()).toBe(before);
});

test('a second coder comes beside the first, and the codebook gets a revision of its own', () => {
  const project = createProject();
  project.import(exportJson(sample, sampleTexts, stampOfTest));
  expect(project.snapshot().project.codebook_rev).toBe(4);
  const other = {
    id: uuid('a', 77),
    ...full,
    coder_id: uuid('f', 77),
    document_id: uuid('d', 1),
    start: 0,
    end: 7,
  };
  const staged = project.import(
    file({
      coders: [{ id: uuid('f', 77), name: 'Cleo' }],
      codes: [{ id: uuid('c', 77), name: 'New', added_in: 90, revised_in: 91 }],
      annotations: [{ ...other, quote: 'Harbour', code_ids: [uuid('c', 77), uuid('c', 1)] }],
    }),
  );
  expect(staged.drafts.map(({ kind }) => kind)).toEqual([
    'project.set',
    'coder.added',
    'code.added',
    'annotation.added',
  ]);
  expect(staged.drafts.every(({ origin }) => origin === 'import')).toBe(true);
  expect(project.snapshot().project.codebook_rev).toBe(5);
  // Added now, whatever it was in the codebook it comes from: passes done before did not look for it.
  const added = project.snapshot().codes.find(({ name }) => name === 'New');
  expect(added).toMatchObject({ added_in: 5 });
  expect(added).not.toHaveProperty('revised_in');
});

test('a code that is here under another id is taken for it where key and path are the same', () => {
  const project = createProject();
  project.import(exportJson(sample, sampleTexts, stampOfTest));
  const staged = project.import(
    file({
      codes: [
        { id: uuid('c', 51), key: 'order', name: 'Order' },
        { id: uuid('c', 52), key: 'restored', name: 'Restored', parent_id: uuid('c', 51) },
        { id: uuid('c', 53), key: 'denial', name: 'Denial of all' },
      ],
      annotations: [
        { document_id: uuid('d', 1), start: 0, end: 7, code_ids: [uuid('c', 52), uuid('c', 53)] },
      ],
    }),
  );
  expect(summary(staged, 'code')).toEqual(['added: 1', 'bound same-name: 2', 'repaired key-replaced: 1']);
  const last = project.snapshot().annotations.at(-1);
  expect(last?.codings.map(({ code_id }) => code_id)).toEqual([uuid('c', 2), uuid('c', 53)]);
  expect(project.snapshot().codes.at(-1)?.key).toBe('denial_2');
});

test('UUIDs in capitals and braces are the same ids', () => {
  const project = createProject();
  project.import(exportJson(sample, sampleTexts, stampOfTest));
  const loud = (id: string) => `{${id.toUpperCase()}}`;
  const staged = project.import(
    file({ codes: [{ id: loud(uuid('c', 1)), name: 'Order', parent_id: null }], coders: [] }),
  );
  expect(staged.drafts).toEqual([]);
});
