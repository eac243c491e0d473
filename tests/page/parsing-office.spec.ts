import type { ProblemCode } from '@preload/contract';
import { compoundFile, docx, docxParts, linkedPicture, odt, rtf, zip } from '../support/office-files';
import { expect, test } from '../support/page-test';
import {
  kinds,
  openParser,
  parse,
  parsed,
  serveParser,
  sharedParser,
  structureOf,
} from '../support/parser-page';
import { pdf, pdfLines } from '../support/pdf-file';

serveParser();

test('parsing Word: headings, quotes, lists, tables and breaks; nothing is loaded', async ({ page }) => {
  const { requests } = await openParser(page);
  const file = docx(
    [
      { text: 'Lamp of Harn is lit again', style: 'Title' },
      'HARN, March 21. /VERA/. The lamp was lit & seen.\nIt burns — “still”.',
      { text: 'What came before', style: 'heading 2' },
      { text: 'No ship was lost on the bar that night.', style: 'Quote' },
      ['Ship', 'Hour'],
      ['Aune', '23'],
    ],
    linkedPicture,
  );
  const found = await parsed(page, 'lamp.docx', file);
  expect(found.text.split('\n')).toEqual([
    'Lamp of Harn is lit again',
    '',
    'HARN, March 21. /VERA/. The lamp was lit & seen.',
    'It burns — “still”.',
    '',
    'What came before',
    '',
    'No ship was lost on the bar that night.',
    '',
    'Ship\tHour',
    'Aune\t23',
  ]);
  expect(structureOf(found)).toMatchObject({
    title: 'Lamp of Harn is lit again',
    values: { agency: { value: 'VERA' } },
  });
  expect(kinds(found)).toEqual(['headline', 'dateline', 'body', 'subhead', 'body', 'body', 'body']);
  expect(requests.filter((url) => !url.startsWith(new URL(page.url()).origin))).toEqual([]);
  expect(await page.evaluate(() => window.violations)).toEqual([]);
});

test('parsing Word: what was inserted is text, what was deleted is not', async ({ page }) => {
  const revision =
    '<w:p><w:r><w:t>The quay is </w:t></w:r><w:del w:id="1"><w:r><w:delText>closed</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>open</w:t></w:r></w:ins></w:p>';
  const found = await parsed(await sharedParser(page), 'a.docx', docx([], revision));
  expect(found.text).toBe('The quay is open');
});

test('parsing OpenDocument: paragraphs, lists, tables, notes at the end', async ({ page }) => {
  const body = `<text:tracked-changes><text:p>deleted</text:p></text:tracked-changes>
<text:h text:outline-level="1">Ferry to Aune resumes at noon</text:h>
<text:p>The <text:span>ferry</text:span><text:s text:c="2"/>sails<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Weather permitting.</text:p></text:note-body></text:note>.<text:line-break/>It is full.</text:p>
<text:list><text:list-item><text:p>one boat</text:p></text:list-item><text:list-item><text:p>two crews</text:p></text:list-item></text:list>
<table:table><table:table-row><table:table-cell><text:p>Pier</text:p></table:table-cell><table:table-cell><text:p>Hour</text:p></table:table-cell></table:table-row></table:table>`;
  const found = await parsed(await sharedParser(page), 'ferry.bin', odt(body));
  expect(found.text.split('\n')).toEqual([
    ...['Ferry to Aune resumes at noon', '', 'The ferry  sails.', 'It is full.', ''],
    ...['one boat', 'two crews', 'Pier\tHour', '', 'Weather permitting.'],
  ]);
  expect(kinds(found)[0]).toBe('headline');
});

test('parsing rich text: letters of every script, line breaks, pictures passed over', async ({ page }) => {
  const plain = rtf(['Port of Велда opens – “at last”', 'A {brace} and a \\ sign.\nNext line.']);
  const text = new TextDecoder().decode(plain);
  const withPicture = text.replace(
    '\\fs24\n',
    "\\fs24\n{\\pict\\wmetafile8\\picw10\\pich10 010009}\\pard caf\\'e9\\par\n",
  );
  const shared = await sharedParser(page);
  expect((await parsed(shared, 'a.txt', plain)).text).toBe(
    'Port of Велда opens – “at last”\n\nA {brace} and a \\ sign.\n\nNext line.',
  );
  expect((await parsed(shared, 'b.rtf', withPicture)).text).toMatch(/^café\n\nPort of Велда/);
});

test('parsing rich text: headings by style and by level, footnotes at the end with their numbers', async ({
  page,
}) => {
  const head = String.raw`{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Helvetica;}}`;
  const styles = String.raw`{\stylesheet{\ql\fs24 \snext0 Normal;}{\s1\ql\keepn\outlinelevel0\b\fs32 \sbasedon0 \snext0 heading 1;}{\s7\sb120{\*\hyphen}\sbasedon0 Title;}{\s8 Body Text;}}`;
  const body = String.raw`
\pard\plain \s7\qc The lamp of Harn is lit\par
\pard\plain \s8 The lamp was lit{\super\chftn{\footnote \pard\plain \s8 {\super\chftn} By its pilots, at dusk.}} and seen\\s1 from afar.\par
\pard\plain \s1\b What came before\par
\pard\plain \sb240 No ship was lost.{\footnote\ftnalt {\super\chftn} None that is known of; caf\'e9 owners agree.}\par
\pard\outlinelevel1 What is to come\par
\pard\plain The lamp will burn.\par}`;
  const found = await parsed(await sharedParser(page), 'lamp.rtf', head + styles + body);
  expect(found.text.split('\n\n')).toEqual([
    'The lamp of Harn is lit',
    'The lamp was lit[1] and seen\\s1 from afar.',
    'What came before',
    'No ship was lost.[2]',
    'What is to come',
    'The lamp will burn.',
    // One item of a list below the other.
    '[1] By its pilots, at dusk.\n[2] None that is known of; café owners agree.',
  ]);
  expect(kinds(found)).toEqual([
    ...['headline', 'body', 'subhead', 'body', 'subhead', 'body', 'body', 'body'],
  ]);
});

const left = [
  'The council of the port met on Friday to',
  'hear the pilots, who asked for a new inter-',
  'national agreement on the lamp of Harn and',
  'for a well-',
  'known place to moor. The harbour master was',
];
const right = [
  'not present. He said later that he had been',
  'at sea. An international agreement is needed',
  'before the winter, the council said.',
];
const twoColumns = (number: number) => [
  { text: 'Harn Herald, 21 March 2031', x: 60, y: 810, size: 8 },
  { text: `Page ${number} of 2`, x: 280, y: 30, size: 8 },
];

test('parsing PDF: columns in their order, words whole again, headers and footers set apart', async ({
  page,
}) => {
  const { requests } = await openParser(page);
  const first = [
    { text: 'Council of Harn hears its pilots', x: 60, y: 760, size: 20 },
    ...pdfLines(left, 60, 720),
    ...pdfLines(right, 310, 720),
    ...twoColumns(1),
  ];
  const second = [
    ...pdfLines(['The pilots will meet again in April, when', 'the ice is gone.'], 60, 760),
    ...twoColumns(2),
  ];
  const file = pdf([first, second], { catalog: '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>' });
  const found = await parsed(page, 'council.pdf', file);
  expect(found.text.split('\n\n')).toEqual([
    'Harn Herald, 21 March 2031',
    'Council of Harn hears its pilots',
    'The council of the port met on Friday to hear the pilots, who asked for a new international agreement on the lamp of Harn and for a well-known place to moor. The harbour master was not present. He said later that he had been at sea. An international agreement is needed before the winter, the council said.',
    ...['Page 1 of 2', 'Harn Herald, 21 March 2031'],
    ...['The pilots will meet again in April, when the ice is gone.', 'Page 2 of 2'],
  ]);
  expect(kinds(found).filter((kind) => kind === 'residue')).toHaveLength(4);
  expect(requests.filter((url) => !url.startsWith(new URL(page.url()).origin))).toEqual([]);
  expect(await page.evaluate(() => window.violations)).toEqual([]);
});

test('parsing PDF: a page that holds no text is told of', async ({ page }) => {
  const found = await parsed(
    await sharedParser(page),
    'a.pdf',
    pdf([pdfLines(['One line of text.'], 60, 700), []]),
  );
  expect(found).toMatchObject({
    text: 'One line of text.',
    repairs: [{ code: 'pages-without-text', count: 1 }],
  });
});

test('parsing PDF: Chinese that only the reader’s character maps tell, lines joined without a space', async ({
  page,
}) => {
  const lines = ['港口委员会周五听取了', '引航员的意见。'];
  const found = await parsed(
    await sharedParser(page),
    'a.pdf',
    pdf([lines.map((text, at) => ({ text, x: 60, y: 700 - at * 14, chinese: true }))]),
  );
  expect(found.text).toBe('港口委员会周五听取了引航员的意见。');
});

/** Elements in elements, a thousand deep. */
const deep = `${'<text:p>'.repeat(1000)}x${'</text:p>'.repeat(1000)}`;
const attributes = Array.from({ length: 1500 }, (_, at) => `a${at}="1"`).join(' ');
const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>';
const external = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>';
const parts = docxParts(['A sound text.']);
const sound = zip(parts);
const refused: readonly (readonly [name: string, content: Uint8Array, code: ProblemCode])[] = [
  ['locked.pdf', pdf([pdfLines(['secret'], 60, 700)], { locked: true }), 'needs-password'],
  ['scan.pdf', pdf([[], []]), 'no-text-layer'],
  ['cut.pdf', new TextEncoder().encode('%PDF-1.7\nnothing more'), 'parse-failed'],
  ['bomb.docx', zip({ ...parts, 'word/x.xml': new Uint8Array(60_000_000) }), 'archive-bomb'],
  ['cut.docx', sound.slice(0, sound.length - 60), 'archive-broken'],
  ['stub.docx', sound.slice(0, 16), 'archive-broken'],
  ['up.docx', zip({ ...parts, '../evil.xml': '<a/>' }), 'archive-unsafe'],
  ['laughs.docx', zip({ ...parts, 'word/document.xml': `${laughs}<x>&b;</x>` }), 'invalid-xml'],
  ['external.odt', odt('<text:p>&e;</text:p>', external), 'invalid-xml'],
  ['deep.odt', odt(deep), 'invalid-xml'],
  ['attributes.odt', odt(`<text:p ${attributes}>x</text:p>`), 'invalid-xml'],
  ['empty.docx', docx(['', ' ']), 'no-text'],
  ['plain.zip', zip({ 'a.txt': 'text' }), 'binary-file'],
  ['locked.docx', compoundFile(['EncryptionInfo', 'EncryptedPackage']), 'needs-password'],
  ['locked.xlsx', compoundFile(['EncryptionInfo', 'EncryptedPackage']), 'needs-password'],
  ['old.doc', compoundFile(['1Table', 'WordDocument', 'ObjectPool', 'Workbook']), 'old-office'],
  ['old.xls', compoundFile(['Workbook']), 'old-office'],
  ['renamed.docx', compoundFile(['PowerPoint Document']), 'old-office'],
  ['odd.doc', compoundFile(['Contents']), 'binary-file'],
  ['cut.doc', compoundFile(['WordDocument']).slice(0, 40), 'binary-file'],
];

test('parsing what is no Word file of before 2007 though its name says so: its content counts', async ({
  page,
}) => {
  const shared = await sharedParser(page);
  expect((await parsed(shared, 'a.doc', rtf(['The lamp of Harn was lit.']))).text).toBe(
    'The lamp of Harn was lit.',
  );
  expect((await parsed(shared, 'b.doc', docx(['The lamp of Harn was lit.']))).text).toBe(
    'The lamp of Harn was lit.',
  );
  const old = await parse(shared, 'c.doc', compoundFile(['1Table', 'WordDocument', 'Workbook']));
  expect(old).toEqual({ ok: false, error: { code: 'old-office', detail: 'Word', file: 'c.doc' } });
});

test('parsing hostile and broken office files: each is refused by name', async ({ page }) => {
  const shared = await sharedParser(page);
  for (const [name, content, code] of refused) {
    const outcome = await parse(shared, name, content);
    expect([name, outcome.ok ? 'read' : outcome.error.code]).toEqual([name, code]);
  }
});

test('parsing a locked PDF: it opens with its password and no other', async ({ page }) => {
  const shared = await sharedParser(page);
  const file = pdf([pdfLines(['The lamp of Harn was lit at dusk.'], 60, 700)], { password: 'ferry' });
  const tries = [undefined, 'bridge', 'ferry'].map((password) =>
    password === undefined ? {} : { password },
  );
  const read = [];
  for (const reading of tries) {
    const outcome = await parse(shared, 'locked.pdf', file, undefined, reading);
    read.push(
      outcome.ok ? outcome.value.map(({ text }) => text) : [outcome.error.code, outcome.error.detail],
    );
  }
  expect(read).toEqual([
    ['needs-password', 'PDF'],
    ['needs-password', 'PDF'],
    ['The lamp of Harn was lit at dusk.'],
  ]);
});
