import type { ParsedDocument } from '@preload/contract';
import { epub, mail, xlsx } from '../support/data-files';
import { expect, test } from '../support/page-test';
import {
  parse,
  parsed,
  previewed,
  readable,
  serveParser,
  sharedParser,
  structureOf,
} from '../support/parser-page';

serveParser();

test('parsing EPUB: chapters in the order of the spine, without what leads to them', async ({ page }) => {
  const book = epub({
    'b.xhtml': '<h1>The second winter</h1><p>The ice came early.</p>',
    'a.xhtml': '<h1>The first winter</h1><p>The lamp was lit.</p><script>window.ran="epub"</script>',
  });
  const found = await parsed(await sharedParser(page), 'winter.epub', book);
  expect(found.text.split('\n\n')).toEqual([
    ...['The first winter', 'The lamp was lit.', 'The second winter', 'The ice came early.'],
  ]);
  expect(structureOf(found)).toMatchObject({
    title: 'Winter at Harn',
    values: {
      date: { value: '2031-02', precision: 'month' },
      byline: { value: 'Mira Castellane' },
      language: { value: 'English' },
    },
  });
});

test('parsing mail: subject, sender and day as written; what is attached is named', async ({ page }) => {
  const shared = await sharedParser(page);
  const found = await parsed(shared, 'message.txt', mail);
  expect(readable(found)).toMatchObject({
    text: 'Лампа was lit at dusk, the press office said.',
    repairs: [{ code: 'attachments-left-out', count: 1, detail: 'lamp.pdf' }],
    structure: {
      title: 'Лампа Харна is lit',
      values: {
        date: { value: '2031-03-21' },
        byline: { value: 'Press office of Harn' },
        language: { value: 'English' },
      },
    },
  });
  // A note that only looks a little like one is a text.
  expect((await parsed(shared, 'note.txt', 'Subject: lamps\nDate: tomorrow\n\nLight them.')).repairs).toEqual(
    [],
  );
});

const reports = [
  ['Headline', 'Published', 'Text', 'Desk', 'Agency', 'Language'],
  ['Lamp lit', '21.03.2031', 'The lamp of Harn was lit.', 'North', 'VERA', 'RU'],
  ['Empty', '22.03.2031', '', 'North', '', ''],
  ['Ferry', '24.03.2031', 'The ferry sails, said "one".\nIt is full.', 'South', '', ''],
];
const asCsv = (separator: string) =>
  reports.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator)).join('\r\n');
const asObjects = reports
  .slice(1)
  .map((row) => Object.fromEntries(row.map((cell, at) => [reports[0]?.[at] ?? '', cell])));
const days = [0, 47928, 47929, 47931];
const tables: readonly (readonly [name: string, content: string | Uint8Array])[] = [
  ['reports.csv', asCsv(';')],
  ['reports.tsv', asCsv('\t')],
  ['reports.json', JSON.stringify({ count: 3, articles: asObjects })],
  ['reports.jsonl', asObjects.map((row) => JSON.stringify(row)).join('\n')],
  [
    'reports.xlsx',
    xlsx(
      reports.map((row, at) => row.map((cell, column) => (at > 0 && column === 1 ? (days[at] ?? 0) : cell))),
    ),
  ],
];

for (const [name, content] of tables)
  test(`parsing ${name}: a document a row, the other columns as its facts`, async ({ page }) => {
    const outcome = await parse(await sharedParser(page), name, content);
    if (!outcome.ok) throw new Error(`${outcome.error.code} ${outcome.error.detail ?? ''}`);
    const [first, second, ...others] = outcome.value as [ParsedDocument, ParsedDocument];
    expect(others).toEqual([]);
    expect(readable(first)).toMatchObject({
      text: 'The lamp of Harn was lit.',
      structure: {
        title: 'Lamp lit',
        values: {
          date: { value: '2031-03-21', precision: 'day' },
          agency: { value: 'VERA' },
          // As the table says it, whatever the text is in.
          language: { value: 'Russian', confidence: 0.95 },
        },
        extra: [{ name: 'Desk', value: 'North' }],
      },
    });
    expect(second.text).toBe('The ferry sails, said "one".\nIt is full.');
    expect(first.repairs).toContainEqual({ code: 'rows', count: 2, detail: 'Text' });
    expect(first.repairs).toContainEqual({ code: 'rows-without-text', count: 1, detail: '2' });
  });

test('parsing tables that cannot be documents: the reason is named', async ({ page }) => {
  const shared = await sharedParser(page);
  const wrong: readonly (readonly [name: string, content: string, code: string, detail: string])[] = [
    ['figures.csv', 'a,b\n1,2\n', 'no-text-column', 'a, b'],
    ['open.csv', 'text\n"never closed\n', 'parse-failed', 'line 2: a quotation mark is not closed'],
    ['cut.json', '[{"text":"a"', 'parse-failed', 'JSON'],
    ['cut.jsonl', '{"text":"a"}\n{"text"', 'parse-failed', 'JSON, line 2'],
    ['one.json', '{"text":"a"}', 'no-text-column', 'JSON'],
    ['empty.csv', 'text,title\n,x\n', 'no-text', ''],
  ];
  for (const [name, content, code, detail] of wrong) {
    const outcome = await parse(shared, name, content);
    expect([name, outcome.ok ? 'read' : [outcome.error.code, outcome.error.detail ?? '']]).toEqual([
      ...[name, [code, detail]],
    ]);
  }
});

test('parsing tables as a person says what their columns are', async ({ page }) => {
  const shared = await sharedParser(page);
  const rows = 'Kopf;Inhalt kurz;Tag\nLamp;The lamp.;March 2031\nFerry;The ferry.;2031';
  for (const [name, content] of [
    ['a.csv', rows],
    ['a.xlsx', xlsx(rows.split('\n').map((row) => row.split(';')))],
  ] as const) {
    expect(await parse(shared, name, content)).toMatchObject({ error: { code: 'no-text-column' } });
    expect(await previewed(shared, name, content)).toEqual({
      columns: ['Kopf', 'Inhalt kurz', 'Tag'],
      rows: [
        ['Lamp', 'The lamp.', 'March 2031'],
        ['Ferry', 'The ferry.', '2031'],
      ],
      ...{ count: 2, guess: null },
    });
    const columns = { text: 1, title: 0, date: 2, left_out: [] };
    const read = await parse(shared, name, content, undefined, { columns });
    expect(read.ok ? read.value.map(readable) : read.error).toMatchObject([
      {
        text: 'The lamp.',
        structure: { title: 'Lamp', values: { date: { value: '2031-03', precision: 'month' } } },
      },
      {
        text: 'The ferry.',
        structure: { title: 'Ferry', values: { date: { value: '2031', precision: 'year' } } },
      },
    ]);
  }
});
