import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import type { Browser } from '@playwright/test';
import { epub } from '../support/data-files';
import { docx, docxParts, odt, zip } from '../support/office-files';
import { expect, test } from '../support/page-test';
import { type HostileFile, parseMany } from '../support/parse-many';
import { openParser, serveParser } from '../support/parser-page';
import { drill, isDrill, recordDrill } from '../support/trials';

serveParser();

/** What a bomb may cost. A run of all tests goes on beside others, so there it has the time that a parser has. */
const limits = { bytes: 600 * 1024 * 1024, milliseconds: isDrill ? 5_000 : 20_000 };

const laughs = `<!DOCTYPE x [<!ENTITY a "ha">${'bcdefghij'
  .split('')
  .map((name, at) => `<!ENTITY ${name} "${`&${'abcdefghi'[at] ?? ''};`.repeat(10)}">`)
  .join('')}]>`;
const quadratic = `<!DOCTYPE x [<!ENTITY a "${'x'.repeat(100_000)}">]>`;
const deep = (open: string, close: string, times: number): string => open.repeat(times) + close.repeat(times);
const project = (inner: string, prolog = ''): string =>
  `<?xml version="1.0"?>${prolog}<Project xmlns="urn:QDA-XML:project:1.0" name="a">${inner}</Project>`;

/** A PDF of the given objects, from 1; a stream gets its length. */
function pdfOf(
  objects: readonly (string | { readonly head: string; readonly stream: Uint8Array })[],
): Uint8Array {
  let file = Buffer.from('%PDF-1.5\n');
  const places = objects.map((body, at) => {
    const place = file.length;
    const parts =
      typeof body === 'string'
        ? [Buffer.from(body)]
        : [
            Buffer.from(`<< ${body.head} /Length ${body.stream.length} >>\nstream\n`),
            Buffer.from(body.stream),
            Buffer.from('\nendstream'),
          ];
    file = Buffer.concat([file, Buffer.from(`${at + 1} 0 obj\n`), ...parts, Buffer.from('\nendobj\n')]);
    return place;
  });
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const end = `xref\n0 ${places.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${places.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Uint8Array.from(Buffer.concat([file, Buffer.from(end)]));
}
const catalog = '<< /Type /Catalog /Pages 2 0 R >>';
const onePage = '<< /Type /Pages /Count 1 /Kids [3 0 R] >>';
const drawn =
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>';
const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
const spaces = Buffer.alloc(300_000_000, ' ');

/** An archive that says of its parts that they are small. */
function lying(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes);
  for (let at = 0; at + 46 < copy.length; at += 1)
    if (copy.readUInt32LE(at) === 0x02014b50) copy.writeUInt32LE(1000, at + 24);
  return Uint8Array.from(copy);
}

/** Each with whether it is refused; what is only large or odd may be read as well. */
const bombs: readonly (readonly [file: () => HostileFile, isRefused: boolean])[] = [
  [() => ({ path: 'swollen.docx', bytes: zip({ ...docxParts(['a']), 'word/x.xml': spaces }) }), true],
  [() => ({ path: 'swollen.qdpx', exchange: true, bytes: zip({ 'project.qde': spaces }) }), true],
  [
    () => ({
      path: 'lying.docx',
      bytes: lying(zip({ ...docxParts(['a']), 'word/styles.xml': spaces.subarray(0, 90_000_000) })),
    }),
    true,
  ],
  [
    () => {
      const inner = zip({ 'a.docx': zip({ 'b.docx': zip({ 'word/document.xml': spaces }) }) });
      return { path: 'nested.qdpx', exchange: true, bytes: zip({ 'project.qdpx': inner }) };
    },
    true,
  ],
  [
    () => ({
      path: 'many.qdpx',
      exchange: true,
      bytes: zip(Object.fromEntries(Array.from({ length: 60_000 }, (_, n) => [`s/${n}.txt`, ''] as const))),
    }),
    true,
  ],
  [() => ({ path: 'laughs.odt', bytes: odt('<text:p>&j;</text:p>', laughs) }), true],
  [() => ({ path: 'laughs.qdc', exchange: true, bytes: Buffer.from(project('&j;', laughs)) }), true],
  [
    () => ({
      path: 'quadratic.qdc',
      exchange: true,
      bytes: Buffer.from(project('&a;'.repeat(50_000), quadratic)),
    }),
    true,
  ],
  [
    () => ({
      path: 'deep.qdc',
      exchange: true,
      bytes: Buffer.from(project(deep('<Code>', '</Code>', 500_000))),
    }),
    true,
  ],
  [
    () => {
      const many = Array.from({ length: 1_000_000 }, (_, n) => `a${n}=""`).join(' ');
      return { path: 'attributes.qdc', exchange: true, bytes: Buffer.from(project(`<Codes ${many}/>`)) };
    },
    true,
  ],
  [() => ({ path: 'deep.docx', bytes: docx([], deep('<w:p>', '</w:p>', 200_000)) }), true],
  [
    () => ({
      path: 'deep.html',
      bytes: Buffer.from(`<html><body>${deep('<div>a', '</div>', 300_000)}</body></html>`),
    }),
    false,
  ],
  [
    () => ({
      path: 'tables.html',
      bytes: Buffer.from(`<html><body>${deep('<table><tr><td>', '</table>', 50_000)}a</body></html>`),
    }),
    false,
  ],
  [() => ({ path: 'deep.json', bytes: Buffer.from(deep('[', ']', 2_000_000)) }), true],
  [
    () => ({ path: 'deeper.json', bytes: Buffer.from(deep('{"a":[', ']}', 500_000).replace('[]', '[1]')) }),
    false,
  ],
  [
    () => ({ path: 'wide.csv', bytes: Buffer.from(`${'a,'.repeat(1_000_000)}\n${'b,'.repeat(1_000_000)}`) }),
    false,
  ],
  [() => ({ path: 'quotes.csv', bytes: Buffer.from(`Text,a\n"${'x""'.repeat(1_000_000)}`) }), false],
  [() => ({ path: 'deep.rtf', bytes: Buffer.from(`{\\rtf1 ${deep('{\\b ', '}', 300_000)}a\\par}`) }), false],
  [() => ({ path: 'quotes.md', bytes: Buffer.from(`# a\n\n${'> '.repeat(20_000)}a`) }), false],
  [
    () => ({
      path: 'brackets.md',
      bytes: Buffer.from(`# a\n\n${'[![a]('.repeat(20_000)} ${'*_'.repeat(50_000)}`),
    }),
    false,
  ],
  [
    () => ({
      path: 'chapters.epub',
      bytes: epub(
        Object.fromEntries(Array.from({ length: 8000 }, (_, n) => [`${n}.xhtml`, '<p>a</p>'] as const)),
      ),
    }),
    true,
  ],
  [
    () => ({
      path: 'parts.eml',
      bytes: Buffer.from(
        `From: a@b.example\r\nSubject: a\r\nDate: Fri, 21 Mar 2031 10:00:00 +0000\r\nMIME-Version: 1.0\r\n${Array.from({ length: 20_000 }, (_, n) => `Content-Type: multipart/mixed; boundary="b${n}"\r\n\r\n--b${n}\r\n`).join('')}\r\na`,
      ),
    }),
    false,
  ],
  [
    () => ({
      path: 'stream.pdf',
      bytes: pdfOf([
        catalog,
        onePage,
        drawn,
        { head: '/Filter /FlateDecode', stream: deflateSync(spaces) },
        font,
      ]),
    }),
    true,
  ],
  [
    () => ({
      path: 'twice.pdf',
      bytes: pdfOf([
        ...[catalog, onePage, drawn],
        { head: '/Filter [/FlateDecode /FlateDecode]', stream: deflateSync(deflateSync(spaces)) },
        font,
      ]),
    }),
    true,
  ],
  [
    () => ({
      path: 'picture.pdf',
      bytes: pdfOf([
        ...[catalog, onePage, drawn],
        { head: '/Subtype /Image /Filter /FlateDecode', stream: deflateSync(spaces) },
        font,
      ]),
    }),
    true,
  ],
  [
    () => ({
      path: 'circle.pdf',
      bytes: pdfOf([catalog, '<< /Type /Pages /Count 9999999 /Kids [2 0 R 2 0 R] >>']),
    }),
    true,
  ],
  [
    () => ({
      path: 'huge.pdf',
      bytes: pdfOf([
        ...[catalog, onePage, drawn.replace('595 842', '1e30 1e30')],
        { head: '', stream: Buffer.from('BT /F1 1e20 Tf 1e30 0 0 1e30 0 0 Tm (a) Tj ET') },
        font,
      ]),
    }),
    false,
  ],
];

/** The most that any page's process of the browser has held, in bytes; null where the system does not tell. */
async function peakOf(browser: Browser): Promise<number | null> {
  if (process.platform !== 'linux') return null;
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const peaks = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => /^VmHWM:\s*(\d+) kB/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]);
  await session.detach();
  return Math.max(...peaks.map(Number)) * 1024;
}

test(
  drill('bombs: each is refused by a name or read within its time, and no process swells'),
  async ({ browser }) => {
    test.setTimeout(900_000);
    const told: string[] = [];
    let [slowest, highest] = [0, 0];
    const chosen = isDrill ? bombs : bombs.filter((_, at) => at % 3 === 2);
    for (const [make, isRefused] of chosen) {
      const file = make();
      // A process of its own, so that its peak is this file's.
      const context = await browser.newContext();
      const own = await context.newPage();
      await openParser(own);
      const answer = await parseMany(own, [file], 60_000).then(
        ([only]) => only,
        () => ({ outcome: 'threw: it hangs', milliseconds: 60_000 }),
      );
      const peak = (await peakOf(browser)) ?? 0;
      await context.close();
      const { outcome = '', milliseconds = 0 } = answer ?? {};
      slowest = Math.max(slowest, milliseconds);
      highest = Math.max(highest, peak);
      const line = `${file.path}: ${outcome.slice(0, 120)}, ${Math.round(milliseconds)} ms, ${Math.round(peak / 2 ** 20)} MiB`;
      test.info().annotations.push({ type: 'bomb', description: line });
      // What is thrown is a problem by name in the program: preload/parser.ts.
      const isSound = !outcome.includes('it hangs') && !(isRefused && outcome === 'taken in');
      const isOver = milliseconds > limits.milliseconds || peak > limits.bytes;
      if (!isSound || isOver) told.push(line);
    }
    const worst = `${(slowest / 1000).toFixed(1)} s, ${Math.round(highest / 2 ** 20)} MiB`;
    recordDrill({ trials: chosen.length, lost: told.length, worst });
    expect(told).toEqual([]);
  },
);

const sentence = 'The harbour council met at noon and read the report of the mill aloud.';
const lines = (count: number, of: number): string =>
  Array.from(
    { length: count },
    (_, n) => `BT /F1 9 Tf 1 0 0 1 40 ${800 - n * 14} Tm (${of}.${n} ${sentence}) Tj ET`,
  ).join('\n');

/** A PDF of so many pages, written as programs write it: each page packed, and a white picture of 80 MB on all. */
function longPdf(pages: number): Uint8Array {
  const own = Array.from({ length: pages }, (_, n) => [
    drawn
      .replace('4 0 R', `${6 + n * 2} 0 R`)
      .replace('5 0 R', '3 0 R')
      .replace('<< /Font', '<< /XObject << /W 4 0 R >> /Font'),
    { head: '/Filter /FlateDecode', stream: deflateSync(`${lines(25, n)}\n/W Do`) },
  ]).flat();
  const kids = Array.from({ length: pages }, (_, n) => `${5 + n * 2} 0 R`).join(' ');
  const picture =
    '/Type /XObject /Subtype /Image /Width 5000 /Height 5334 /ColorSpace /DeviceRGB /BitsPerComponent 8';
  const tree = `<< /Type /Pages /Count ${pages} /Kids [${kids}] >>`;
  return pdfOf([
    ...[catalog, tree, font],
    { head: `${picture} /Filter /FlateDecode`, stream: deflateSync(Buffer.alloc(80_000_000, 255)) },
    ...own,
  ]);
}

test('what is long and honest is read: a book, a report of 300 pages, a page of a thousand tables', async ({
  page,
}) => {
  test.setTimeout(300_000);
  await openParser(page);
  const paragraphs = `<p>${sentence}</p>`.repeat(60);
  const files: readonly HostileFile[] = [
    {
      path: 'book.epub',
      bytes: epub(
        Object.fromEntries(Array.from({ length: 600 }, (_, n) => [`${n}.xhtml`, paragraphs] as const)),
      ),
    },
    { path: 'report.pdf', bytes: longPdf(300) },
    {
      path: 'tables.html',
      bytes: Buffer.from(
        `<html><body>${`<table><tr><td>${sentence}</td><td>7</td></tr></table>`.repeat(1000)}</body></html>`,
      ),
    },
  ];
  const parsed = await parseMany(page, files, 60_000);
  expect(parsed.map(({ outcome }) => outcome)).toEqual(files.map(() => 'taken in'));
});
