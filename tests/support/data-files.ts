/** Books, mail and tables, made anew for each test. */
import { strToU8, zipSync } from 'fflate';
import { zip } from './office-files';

/** Chapters by their file's name; the order of the spine is another than theirs. */
export function epub(chapters: Readonly<Record<string, string>>): Uint8Array {
  const names = Object.keys(chapters);
  const items = names.map(
    (name, at) => `<item id="c${at}" href="${name}" media-type="application/xhtml+xml"/>`,
  );
  const spine = names.map((_, at) => `<itemref idref="c${at}"/>`).reverse();
  return zipSync({
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': strToU8(
      '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
    ),
    'OEBPS/book.opf': strToU8(
      `<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Winter at Harn</dc:title><dc:creator>Mira Castellane</dc:creator><dc:date>2031-02</dc:date><dc:language>en-GB</dc:language></metadata><manifest>${items.join('')}<item id="n" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="n"/>${spine.join('')}</spine></package>`,
    ),
    'OEBPS/nav.xhtml': strToU8('<html><body><nav>Contents</nav></body></html>'),
    ...Object.fromEntries(
      Object.entries(chapters).map(([name, body]) => [
        `OEBPS/${name}`,
        strToU8(`<!DOCTYPE html><html><head><title>x</title></head><body>${body}</body></html>`),
      ]),
    ),
  });
}

const sheetNames = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationNames = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Strings are shared, numbers in the second style are dates; a second sheet lies behind. */
export function xlsx(rows: readonly (readonly (string | number)[])[]): Uint8Array {
  const shared: string[] = [];
  const cell = (value: string | number, row: number, column: number): string => {
    const place = `r="${String.fromCharCode(65 + column)}${row + 1}"`;
    if (typeof value === 'number') return `<c ${place} s="1"><v>${value}</v></c>`;
    return `<c ${place} t="s"><v>${shared.push(value) - 1}</v></c>`;
  };
  const data = rows.map(
    (row, at) => `<row>${row.map((value, column) => cell(value, at, column)).join('')}</row>`,
  );
  const relation = (id: string, target: string): string =>
    `<Relationship Id="${id}" Type="${relationNames}/worksheet" Target="${target}"/>`;
  return zip({
    'xl/workbook.xml': `<workbook xmlns="${sheetNames}" xmlns:r="${relationNames}"><sheets><sheet name="Reports" sheetId="1" r:id="r1"/><sheet name="Notes" sheetId="2" r:id="r2"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('r1', 'worksheets/sheet1.xml')}${relation('r2', 'worksheets/sheet2.xml')}</Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${sheetNames}"><sheetData>${data.join('')}</sheetData></worksheet>`,
    'xl/worksheets/sheet2.xml': `<worksheet xmlns="${sheetNames}"><sheetData/></worksheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${sheetNames}">${shared.map((text) => `<si><r><t>${text}</t></r></si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${sheetNames}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
  });
}

/** A message with a plain text in quoted-printable windows-1251 and something attached. */
export const mail = [
  'Received: from mail.harn.example by post.aune.example; Fri, 21 Mar 2031 23:40:00 +0300',
  'From: "Press office of Harn" <press@harn.example>',
  'Date: Fri, 21 Mar 2031 23:30:00 +0300',
  'Subject: =?utf-8?B?0JvQsNC80L/QsCDQpdCw0YDQvdCw?= is lit',
  'Content-Language: en',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="edge"',
  '',
  '--edge',
  'Content-Type: text/plain; charset=windows-1251',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  '=CB=E0=EC=EF=E0 was lit at dusk, the press office =',
  'said.',
  '--edge',
  'Content-Type: application/pdf; name="lamp.pdf"',
  'Content-Disposition: attachment; filename="lamp.pdf"',
  'Content-Transfer-Encoding: base64',
  '',
  'JVBERi0=',
  '--edge--',
  '',
].join('\r\n');
