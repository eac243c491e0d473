import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import Papa from 'papaparse';
import { runWorkbench } from '../support/launch';

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'framewright-corpus-'));
});
test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface ExportedDocument {
  readonly title: string;
  readonly path: string;
  readonly encoding: string;
  readonly text: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly blocks: readonly { readonly kind: string; readonly start: number; readonly end: number }[];
}

async function importAndRead(corpora: readonly string[]) {
  const path = join(folder, 'project.json');
  const run = await runWorkbench(
    [...corpora.map((corpus) => `--corpus=${corpus}`), `--export=${path}`, '--quit'],
    { userData: join(folder, 'profile') },
  );
  const { documents } = JSON.parse(readFileSync(path, 'utf8')) as {
    readonly documents: readonly ExportedDocument[];
  };
  return { run, documents };
}

/** "Крайний срок" in windows-1251. */
const cyrillic1251 = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => {
    const code = letter.charCodeAt(0);
    if (code === 0x401) return 0xa8;
    if (code === 0x451) return 0xb8;
    return code >= 0x410 && code <= 0x44f ? code - 0x350 : code;
  });

const russian =
  'Совет порта назвал сроки\n\nВЕЛЬДА, 5 января. /АНВ/. Совет порта Вельды сообщил в пятницу, что причалы откроются через неделю.\n';

const sources: readonly (readonly [name: string, content: string | Uint8Array])[] = [
  ['01-utf8.txt', 'Plain title of the report\n\nVELDA, May 3, 2031. /ANV/. Roads opened. Shops too.\n'],
  ['02-bom.txt', '\ufeffMarked title of the report\r\n\r\nFirst paragraph of it.\r\n'],
  ['03-utf16.txt', Buffer.from('\ufeffWide title of the report\n\nBody here.\n', 'utf16le')],
  ['04-cp1251.txt', cyrillic1251(russian)],
  [
    '05-cp1252.txt',
    Buffer.from('Caf\xe9 owners return\n\nThe \x93old quay\x94 was full \x96 at last.\n', 'latin1'),
  ],
  [
    '06-note.md',
    '---\ntitle: Title of the note\ndate: 2031-02-03\n---\n\n# Heading within\n\nText of *the* note.\n',
  ],
  [
    '07-page.html',
    '<html><head><title>Page</title><meta property="article:published_time" content="2031-04-05"></head><body><nav>Home</nav><article><h1>Headline of the page it is</h1><p>First paragraph with enough words in it to be seen as the main text of the page.</p><p>Second paragraph, also long enough to be counted as text by any reader.</p></article><script>document.title="forged"</script></body></html>',
  ],
  ['a/empty.txt', ''],
  ['a/picture.txt', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0)],
  ['a/nul.txt', 'Nul \0 within a text.\n'],
  ['a/other.docx', 'PK'],
];

test('a folder of every kind: what can be read comes in, the rest is named with the reason', async () => {
  const corpus = join(folder, 'corpus');
  mkdirSync(join(corpus, 'a'), { recursive: true });
  for (const [name, content] of sources) writeFileSync(join(corpus, name), content);
  const { run, documents } = await importAndRead([corpus]);
  expect(run.code).toBe(1);
  expect(run.stderr.trim().split('\n').sort()).toEqual([
    expect.stringMatching(/^a\/empty\.txt is empty/),
    expect.stringMatching(/^a\/other\.docx is damaged/),
    expect.stringMatching(/^a\/picture\.txt is not text/),
  ]);
  expect(documents.map(({ path, title, encoding }) => [path, title, encoding.toLowerCase()])).toEqual([
    ['01-utf8.txt', 'Plain title of the report', 'utf-8'],
    ['02-bom.txt', 'Marked title of the report', 'utf-8'],
    ['03-utf16.txt', 'Wide title of the report', 'utf-16le'],
    ['04-cp1251.txt', 'Совет порта назвал сроки', 'windows-1251'],
    ['05-cp1252.txt', expect.any(String), 'windows-1252'],
    ['06-note.md', 'Title of the note', 'utf-8'],
    ['07-page.html', 'Headline of the page it is', 'utf-8'],
    ['a/nul.txt', expect.any(String), 'utf-8'],
  ]);
  const byPath = new Map(documents.map((document) => [document.path, document]));
  expect(byPath.get('01-utf8.txt')?.attributes).toMatchObject({ date: '2031-05-03', place: 'VELDA' });
  expect(byPath.get('04-cp1251.txt')?.text).toBe(russian);
  expect(byPath.get('05-cp1252.txt')?.text).toContain('“old quay” was full – at last');
  expect(byPath.get('06-note.md')?.attributes).toMatchObject({ date: '2031-02-03' });
  expect(byPath.get('07-page.html')?.text).not.toMatch(/forged|Home/);
  expect(byPath.get('a/nul.txt')?.text).toContain('␀');
  for (const { text, blocks } of documents) {
    const outside = blocks.reduceRight(
      (rest, { start, end }) => rest.slice(0, start) + rest.slice(end),
      text,
    );
    expect(outside.replaceAll('\n', '')).toBe('');
  }
});

test('the same file twice is one document, the same text under two names is two', async () => {
  const corpus = join(folder, 'corpus');
  mkdirSync(corpus);
  writeFileSync(join(corpus, 'one.txt'), 'A report that is there twice\n\nWith a body.\n');
  writeFileSync(join(corpus, 'two.txt'), 'A report that is there twice\n\nWith a body.\n');
  const { documents } = await importAndRead([corpus, corpus, join(corpus, 'one.txt')]);
  expect(documents.map(({ path }) => path)).toEqual(['one.txt', 'two.txt']);
});

test('the five real texts', async () => {
  const corpus = resolve(import.meta.dirname, '../../../shared/corpus');
  test.skip(!existsSync(corpus), '../shared/corpus is not here');
  const { run, documents } = await importAndRead([corpus]);
  expect(run.stderr).toBe('');
  const kinds = (at: number) => new Set(documents[at]?.blocks.map(({ kind }) => kind));
  expect(documents.map(({ attributes }) => attributes['date'] ?? null)).toEqual([
    '2022-01-19',
    '2022-01-13',
    '2022-01-10',
    '2022-01-19',
    null,
  ]);
  expect(documents[3]?.title).toBe(documents[3]?.path);
  expect([...kinds(0)]).toEqual(
    expect.arrayContaining(['residue', 'headline', 'deck', 'dateline', 'body', 'subhead', 'background']),
  );
});

test('spreadsheet-safe by default, unchanged with --exact', async () => {
  const corpus = join(folder, 'corpus');
  mkdirSync(corpus);
  writeFileSync(join(corpus, '=cmd.txt'), '=1+1 opens the report\n\nBody of it here.\n');
  const cells = async (...switches: readonly string[]): Promise<readonly Record<string, string>[]> => {
    const target = join(folder, `out${switches.length}/`);
    const run = await runWorkbench([`--corpus=${corpus}`, `--export=${target}`, ...switches, '--quit'], {
      userData: join(folder, `profile${switches.length}`),
    });
    expect(run.stderr).toBe('');
    const csv = readFileSync(join(target, 'documents.csv'), 'utf8');
    return Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data;
  };
  expect((await cells())[0]).toMatchObject({ path: "'=cmd.txt", escaped: expect.stringContaining('path') });
  expect((await cells('--exact'))[0]).toMatchObject({ path: '=cmd.txt', escaped: '' });
});
