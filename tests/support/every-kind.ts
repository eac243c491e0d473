/** A folder with a file of every kind that can be imported and of every hostile class, made anew for each test. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { factivaCodes, factivaPrinted, lexisNexis, nexisPrinted, proQuest } from './archive-downloads';
import { epub, mail, xlsx } from './data-files';
import { encodeLegacy, encodeUtf16 } from './legacy-bytes';
import { compoundFile, docx, docxParts, linkedPicture, lockedOdt, odt, rtf, zip } from './office-files';
import { pdf, pdfLines } from './pdf-file';

/** What a file is asked about, and what the report says of it: nothing, where it simply came in. */
interface Fate {
  readonly asked?: 'encoding' | 'password' | 'split' | 'table' | 'twins';
  readonly row?: RegExp;
  /** Titles of the documents that it becomes. */
  readonly titles?: readonly string[];
}

export type MadeFile = readonly [path: string, content: string | Uint8Array, fate: Fate];

export const password = 'ferry';
const titleOf = (name: string): string => `Lamp of ${name} is lit again`;
const bodyOf = (name: string): string => `HARN, March 3, 2031. /NORA/. The lamp of ${name} was lit at dusk.`;
const plain = (name: string): string => `${titleOf(name)}\n\n${bodyOf(name)}\n`;
const russian = (name: string): string =>
  `Совет порта ${name} назвал сроки\n\nВЕЛЬДА, 5 января. /АНВ/. Совет порта Вельды сообщил в пятницу, что причалы откроются через неделю.\n`;
const html = (name: string, more = ''): string =>
  `<html><head><title>Herald</title></head><body><nav>Start of the site</nav><article><h1>${titleOf(name)}</h1><p>${bodyOf(name)}</p>${more}</article></body></html>`;
const paragraphs = (name: string): readonly string[] => [titleOf(name), bodyOf(name)];
const one = (name: string, row?: RegExp): Fate => ({
  titles: [titleOf(name)],
  ...(row === undefined ? {} : { row }),
});
const refused = (row: RegExp): Fate => ({ row: new RegExp(`^Skipped .*${row.source}`, 'su') });

const sheet = (name: string): PdfPage => [
  ...pdfLines([titleOf(name)], 60, 780),
  ...pdfLines([bodyOf(name), 'Nobody saw the ferry leave the quay.', 'It left at noon.'], 60, 740),
];
const columns = (name: string): PdfPage => [
  { text: titleOf(name), x: 60, y: 780, size: 16 },
  ...pdfLines(
    [
      'HARN, March 3, 2031. The lamp of Harn was',
      'lit at dusk by its pilots, who had waited',
      'for the oil since the autumn and for the',
      'ice to go out with the tide. The harbour',
      'master was there, and the whole council,',
    ],
    60,
    740,
  ),
  ...pdfLines(
    [
      'which had come by boat. Nobody saw the',
      'ferry leave the quay, and nobody asked',
      'for it, the harbour master said later.',
    ],
    320,
    740,
  ),
];
type PdfPage = ReturnType<typeof pdfLines>;

const texts: readonly MadeFile[] = [
  ['texts/utf8.txt', plain('utf8'), { ...one('utf8'), asked: 'twins' }],
  ['texts/mark.txt', `\uFEFF${plain('mark').replaceAll('\n', '\r\n')}`, one('mark')],
  ['texts/wide.txt', Buffer.from(`\uFEFF${plain('wide')}`, 'utf16le'), one('wide')],
  ['texts/le.txt', encodeUtf16(plain('le'), 'le'), one('le')],
  ['texts/be.txt', encodeUtf16(plain('be'), 'be'), one('be')],
  [
    'texts/cp1251.txt',
    encodeLegacy(russian('Харна'), 'windows-1251'),
    { titles: ['Совет порта Харна назвал сроки'] },
  ],
  [
    'texts/koi8.txt',
    encodeLegacy(russian('Вельды'), 'koi8-r'),
    { titles: ['Совет порта Вельды назвал сроки'] },
  ],
  ['texts/doubtful.txt', encodeLegacy('порт\n', 'koi8-r'), { titles: ['doubtful'], asked: 'encoding' }],
  ['texts/copy.txt', plain('utf8'), one('utf8')],
  ['texts/note.md', `# ${titleOf('note')}\n\n${bodyOf('note')}\n`, one('note')],
];

const pages: readonly MadeFile[] = [
  ['pages/page.html', html('page'), one('page')],
  [
    'pages/strict.xhtml',
    `<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><body><h1>${titleOf('strict')}</h1><p>${bodyOf('strict')}</p></body></html>`,
    one('strict'),
  ],
  [
    'pages/hostile.htm',
    html('hostile', '<script>document.title="x"</script><img src="file:///etc/passwd" onerror="alert(1)">'),
    one('hostile'),
  ],
];

const office: readonly MadeFile[] = [
  ['office/word.docx', docx(paragraphs('word'), linkedPicture), one('word')],
  [
    'office/open.odt',
    odt(
      paragraphs('open')
        .map((text) => `<text:p>${text}</text:p>`)
        .join(''),
    ),
    one('open'),
  ],
  ['office/rich.rtf', rtf(paragraphs('rich')), one('rich')],
  ['office/rich.doc', rtf(paragraphs('doc')), one('doc')],
  ['office/columns.pdf', pdf([columns('columns')]), one('columns')],
  ['office/locked.pdf', pdf([sheet('locked')], { password }), { ...one('locked'), asked: 'password' }],
  ['office/half.pdf', pdf([sheet('half'), []]), one('half', /^Imported, with a note 1 page holds no text/)],
  ['office/book.epub', epub({ 'a.xhtml': `<p>${bodyOf('book')}</p>` }), { titles: ['Winter at Harn'] }],
  [
    'office/post.eml',
    mail,
    { titles: ['Лампа Харна is lit'], row: /^Imported, with a note 1 attachment was left out: lamp\.pdf/ },
  ],
];

const cells = (name: string): readonly (readonly [string, string])[] =>
  ['first', 'second'].map((nth) => [titleOf(`${name} ${nth}`), bodyOf(`${name} ${nth}`)]);
const rows = (name: string, row = /^Several documents A table: 2 rows are documents/): Fate => ({
  row,
  titles: cells(name).map(([title]) => title),
});
const records = (name: string) => cells(name).map(([title, text]) => ({ title, text }));
const table = (name: string, between: string): string =>
  [['title', 'text'], ...cells(name)].map((row) => row.map((cell) => `"${cell}"`).join(between)).join('\n');

const tables: readonly MadeFile[] = [
  // What is said of its columns is known when the same come again, in whatever kind of file.
  ['tables/commas.csv', table('commas', ','), { ...rows('commas'), asked: 'table' }],
  ['tables/tabs.tsv', table('tabs', '\t'), rows('tabs')],
  [
    'tables/sheet.xlsx',
    xlsx([['title', 'text'], ...cells('sheet')]),
    rows('sheet', /^Several documents Only the first sheet.*2 rows are documents/),
  ],
  ['tables/posts.json', JSON.stringify(records('posts')), rows('posts')],
  [
    'tables/lines.jsonl',
    records('lines')
      .map((record) => JSON.stringify(record))
      .join('\n'),
    rows('lines'),
  ],
  // Nobody can say which column is the text: it is left out.
  ['tables/figures.csv', 'a,b\n1,2\n', { asked: 'table', row: /^Skipped .*left out, as you chose/ }],
];

const nexisTitles = [
  ...Array<string>(2).fill('Harbour office closed on Saturday'),
  'Hafenrat hört die Lotsen von Harn',
  'Le conseil entend les pilotes de Harn',
];
const council = ['Council of Harn hears its pilots', 'Ferry to Aune sails again'];
const split = (archive: string, titles: readonly string[], more = ''): Fate => ({
  asked: 'split',
  titles,
  row: new RegExp(
    `^Several documents A download of ${archive}, split into ${titles.length} documents\\..*${more}`,
    'su',
  ),
});
const asPage = (lines: readonly string[]): string =>
  `<html><body>${lines.map((line) => `<p><a href="https://archive.example/x">${line}</a></p>`).join('')}</body></html>`;
const notice = '1 article has no text and was left out: “Notice without a text”';

const archives: readonly MadeFile[] = [
  ['archives/nexis.docx', docx(nexisPrinted), split('Nexis Uni', nexisTitles, notice)],
  ['archives/nexis.rtf', rtf(nexisPrinted), split('Nexis Uni', nexisTitles, notice)],
  ['archives/nexis.html', asPage(nexisPrinted), split('Nexis Uni', nexisTitles, notice)],
  ['archives/lexis.txt', lexisNexis.join('\n'), split('LexisNexis', council)],
  [
    'archives/factiva.docx',
    docx(factivaPrinted),
    split('Factiva', nexisTitles.slice(1), 'Dow Jones Factiva'),
  ],
  ['archives/factiva.rtf', rtf(factivaPrinted), split('Factiva', nexisTitles.slice(1), 'Search Summary')],
  ['archives/factiva.html', asPage(factivaCodes), split('Factiva', council)],
  ['archives/proquest.txt', proQuest.join('\n'), split('ProQuest', council)],
];

const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>';
const deep = `${'<text:p>'.repeat(900)}${'</text:p>'.repeat(900)}`;
const whole = docx(paragraphs('whole'));
const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0);
/** What the test's own script in the parsers makes of a text that begins so. */
export const harmful = {
  hangs: 'This text hangs its reader.',
  crashes: 'This text crashes its reader.',
  swells: 'This text swells its reader.',
};

const hostile: readonly MadeFile[] = [
  [
    'x/acts.pdf',
    pdf([sheet('acts')], { catalog: '/OpenAction << /S /Launch /F (calc.exe) >>' }),
    one('acts'),
  ],
  ['x/attached.zip', zip({ 'a.txt': 'text' }), refused(/is of a kind this program does not read yet/)],
  ['x/binary.txt', Uint8Array.from({ length: 4096 }, (_, n) => (n * 7) % 256), refused(/is not text/)],
  [
    'x/bomb.docx',
    zip({ ...docxParts([]), 'word/x.xml': new Uint8Array(30_000_000) }),
    refused(/unpacks to far more/),
  ],
  ['x/crash.txt', harmful.crashes, refused(/brought the reader down/)],
  ['x/cut.docx', whole.slice(0, -40), refused(/a part of it \(its list of parts\)/)],
  ['x/deep.odt', odt(deep), refused(/made to do harm/)],
  ['x/doctype.docx', zip({ ...docxParts([]), 'word/document.xml': laughs }), refused(/made to do harm/)],
  ['x/empty.txt', '', refused(/is empty/)],
  ['x/escape.docx', zip({ ...docxParts([]), '../a.xml': '<a/>' }), refused(/leads elsewhere/)],
  ['x/hang.txt', harmful.hangs, refused(/took too long/)],
  ['x/locked.docx', compoundFile(['EncryptionInfo', 'EncryptedPackage']), refused(/locked with a password/)],
  ['x/locked.odt', lockedOdt(), refused(/locked with a password/)],
  ['x/locked.xlsx', compoundFile(['EncryptionInfo', 'EncryptedPackage']), refused(/locked with a password/)],
  ['x/not.json', '{"text": "cut', refused(/could not be read|is damaged|no column/)],
  ['x/nul.txt', `${plain('nul')}A \0 here.\n`, one('nul', /^Repaired 1 control character replaced/)],
  ['x/old.doc', compoundFile(['1Table', 'WordDocument']), refused(/the older form of Word files/)],
  ['x/old.xls', compoundFile(['Workbook']), refused(/the older form of Excel files/)],
  ['x/open.csv', 'title,text\n"Quay","never closed\n', refused(/line 2: a quotation mark is not closed/)],
  ['x/picture.docx', png, refused(/is not text/)],
  ['x/picture.txt', png, refused(/is not text/)],
  ['x/scan.pdf', pdf([[]]), refused(/only pictures of its pages/)],
  [
    'x/surrogate.txt',
    Buffer.from(`\uFEFF${plain('surrogate')}Half: \uD83D here.\n`, 'utf16le'),
    one('surrogate', /^Repaired .*(?:half character|could not be read)/),
  ],
  ['x/swells.txt', harmful.swells, refused(/takes too much memory/)],
  ['x/vanishes.txt', plain('vanishes'), refused(/was not found/)],
  ['x/.hidden.txt', plain('hidden'), refused(/is hidden/)],
];

const paragraph = `${'The council of the port said that the quays open again in a week. '.repeat(8)}\n\n`;
const large: MadeFile = [
  'texts/fifty.txt',
  `${titleOf('fifty')}\n\n${paragraph.repeat(Math.ceil((50 * 2 ** 20) / paragraph.length))}`,
  one('fifty'),
];

/** Names that a system allows and hardly anybody expects. */
const names: readonly MadeFile[] = [
  ...[
    `it's "q".txt`,
    'two\nlines.txt',
    '\u202Etxt.exe.txt',
    '😀.txt',
    '=1+1.txt',
    '-rf.txt',
    'CON.txt',
    ' .txt',
  ],
  // Two names that look alike, of which one is written in parts.
  ...['caf\u00E9.txt', 'cafe\u0301.txt', `${'n'.repeat(200)}.txt`],
].map((name, at) => [`names/${name}`, plain(`name ${at}`), one(`name ${at}`)]);

export const madeFiles: readonly MadeFile[] = [
  ...[...archives, ...[large], ...names, ...office, ...pages, ...tables, ...texts, ...hostile],
];

/** What is no file at all, or too much of one. */
const special: readonly (readonly [path: string, make: (path: string) => void, row: RegExp])[] = [
  ['x/loop', (path) => symlinkSync('.', path), /^Skipped .*not an ordinary file/],
  ['x/passwd.txt', (path) => symlinkSync('/etc/passwd', path), /^Skipped .*not an ordinary file/],
  ['x/pipe.txt', (path) => void execFileSync('mkfifo', [path]), /^Skipped .*not an ordinary file/],
  [
    'x/huge.txt',
    (path) => {
      writeFileSync(path, '');
      truncateSync(path, 64 * 2 ** 20 + 1);
    },
    /^Skipped .*larger than this program reads/,
  ],
];

/** Writes all of it; Windows refuses some. */
export function makeFolder(folder: string): void {
  for (const [path, content] of madeFiles) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  for (const [path, make] of special) make(join(folder, path));
}

/** Path and reason of every row that the report is to have. */
export const reportRows: readonly (readonly [path: string, row: RegExp])[] = [
  ...madeFiles.flatMap(([path, , { row }]) => (row === undefined ? [] : [[path, row] as const])),
  ...special.map(([path, , row]) => [path, row] as const),
];
