import { epub, xlsx } from '../support/data-files';
import { docx, docxParts, odt, zip } from '../support/office-files';
import { expect, test } from '../support/page-test';
import { type HostileFile, parseMany } from '../support/parse-many';
import { openParser, serveParser } from '../support/parser-page';
import { pdf, pdfLines } from '../support/pdf-file';

serveParser();

const canary = 'http://127.0.0.1:9/canary';
const run = "window.ran='x'";

/** What makes a page do something of its own: 20 elements with each of 8 ways, and 40 written by hand. */
const elements = [
  ...['a', 'audio', 'base', 'body', 'button', 'details', 'div', 'embed', 'form', 'iframe', 'img', 'input'],
  ...['link', 'marquee', 'meta', 'object', 'select', 'source', 'svg', 'video'],
];
const ways: readonly ((name: string) => string)[] = [
  (name) => `<${name} onload="${run}" onerror="${run}" src="${canary}">`,
  (name) => `<${name} autofocus tabindex=0 onfocus="${run}" onfocusin="${run}">`,
  (name) => `<${name} href="javascript:${run}" src="javascript:${run}" data="javascript:${run}">`,
  (name) => `<${name} style="background:url(${canary});animation:a" onanimationstart="${run}">`,
  (name) => `<${name.toUpperCase()} ONLOAD=${run} SRC=${canary} POSTER=${canary} BACKGROUND=${canary}>`,
  (name) => `<${name} srcdoc="<script>parent.ran='x'</script>" srcset="${canary} 1x" action="${canary}">`,
  (name) => `<${name} open ontoggle="${run}" onstart="${run}" oncanplay="${run}" onbegin="${run}">`,
  (name) => `<${name}/onload=${run}//src='${canary}'><script>${run}</script></${name}>`,
];
const byHand = [
  `<script>${run}</script>`,
  `<script src="${canary}"></script>`,
  `<script type=module>import "${canary}"</script>`,
  `<SCRIPT/x>${run}</SCRIPT>`,
  `<<script>${run}//<</script>`,
  `<script <b>${run}</script >`,
  `<scr\0ipt>${run}</scr\0ipt>`,
  `<svg><script>${run}</script></svg>`,
  `<svg><script href="${canary}"/></svg>`,
  `<svg><use href="${canary}#a"/></svg>`,
  `<svg><image href="${canary}"/></svg>`,
  `<svg><animate onbegin="${run}" attributeName=x dur=1s>`,
  `<svg><a><animate attributeName=href values="javascript:${run}"/><text>x</text></a></svg>`,
  `<svg><foreignObject><iframe srcdoc="<script>parent.ran='x'</script>"></iframe></foreignObject></svg>`,
  `<svg><style><img src=x onerror="${run}"></style></svg>`,
  `<math><mtext><table><mglyph><style><img src=x onerror="${run}"></style></mglyph></table></mtext></math>`,
  `<math href="javascript:${run}">x</math>`,
  `<noscript><p title="</noscript><img src=x onerror=${run}>"></p></noscript>`,
  `<title><img src=x onerror=${run}></title>`,
  `<textarea><img src=x onerror=${run}></textarea><img src=x onerror=${run}>`,
  `<template><script>${run}</script></template>`,
  `<template shadowrootmode=open><img src=x onerror=${run}></template>`,
  `<style>@import "${canary}"; body{background:url(${canary})}</style>`,
  `<style>@font-face{font-family:a;src:url(${canary})} p{font-family:a}</style>`,
  `<link rel=stylesheet href="${canary}"><link rel=preload as=script href="${canary}">`,
  `<link rel=prefetch href="${canary}"><link rel=dns-prefetch href="${canary}">`,
  `<link rel=import href="${canary}"><link rel=manifest href="${canary}"><link rel=icon href="${canary}">`,
  `<meta http-equiv=refresh content="0;url=${canary}">`,
  `<meta http-equiv=refresh content="0;url=javascript:${run}">`,
  `<meta http-equiv=Content-Security-Policy content="script-src *"><script>${run}</script>`,
  `<base href="${canary}/"><img src=a>`,
  `<frameset><frame src="javascript:parent.ran='x'"></frameset>`,
  `<iframe src="data:text/html,<script>parent.ran='x'</script>"></iframe>`,
  `<object data="data:text/html,<script>parent.ran='x'</script>"></object>`,
  `<embed src="${canary}" type="application/x-shockwave-flash">`,
  `<input type=image src="${canary}" onerror="${run}">`,
  `<img src=x:x onerror="${run}"><img srcset="${canary} 2x">`,
  `<!--[if gte IE 4]><script>${run}</script><![endif]--><img src="x" onerror="${run}">`,
  `<?xml-stylesheet href="${canary}"?><script>${run}</script>`,
  `<a href="${canary}" ping="${canary}">x</a><script type="speculationrules">{"prefetch":[{"urls":["${canary}"]}]}</script>`,
];
const vectors = [...elements.flatMap((name) => ways.map((way) => way(name))), ...byHand];

test('two hundred pages, notes and books that would act: nothing runs, nothing is asked for', async ({
  page,
}) => {
  expect(new Set(vectors).size).toBe(200);
  const { requests } = await openParser(page);
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const files = vectors.flatMap((vector, at): readonly HostileFile[] => {
    const words = `<p>The lamp of Harn was lit at dusk.</p>${vector}<p>It burns.</p>`;
    const written = Buffer.from(`<html><body>${words}</body></html>`);
    const also: readonly HostileFile[] = [
      { path: `${at}.md`, bytes: Buffer.from(`# Lamp\n\n${vector}\n\nIt burns.`) },
      { path: `${at}.epub`, bytes: epub({ 'a.xhtml': words }) },
      {
        path: `${at}.eml`,
        bytes: Buffer.concat([
          Buffer.from('From: a@b.example\r\nSubject: a\r\nDate: Fri, 21 Mar 2031 10:00:00 +0000\r\n'),
          Buffer.from('MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n'),
          written,
        ]),
      },
    ];
    // Each as a page, and in turn as one of the others.
    return [{ path: `${at}.html`, bytes: written }, also[at % 3] ?? also[0]].filter(
      (file) => file !== undefined,
    );
  });
  const parsed = await parseMany(page, files, 20_000);
  const threw = parsed.flatMap(({ outcome }, at) =>
    outcome.startsWith('threw') ? [`${files[at]?.path ?? ''}: ${outcome}`] : [],
  );
  expect(threw).toEqual([]);
  expect(parsed.filter(({ outcome }) => outcome === 'taken in').length).toBeGreaterThan(vectors.length);
  expect(await page.evaluate(() => [window.ran, location.pathname])).toEqual([undefined, '/parser.html']);
  const own = new URL(page.url()).origin;
  expect(requests.filter((url) => !url.startsWith(own) && !/^(?:blob|data):/.test(url))).toEqual([]);
  expect(dialogs).toEqual([]);
});

const script = `(window.ran='pdf')`;
const lines = [pdfLines(['The lamp of Harn was lit at dusk.'], 60, 700)];
const documents: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ['a script when it is opened', pdf(lines, { catalog: `/OpenAction << /S /JavaScript /JS ${script} >>` })],
  [
    'a program when it is opened',
    pdf(lines, { catalog: '/OpenAction << /S /Launch /F (calc.exe) /Win << /F (calc.exe) >> >>' }),
  ],
  ['an address when it is opened', pdf(lines, { catalog: `/OpenAction << /S /URI /URI (${canary}) >>` })],
  ['another file when it is opened', pdf(lines, { catalog: '/OpenAction << /S /GoToR /F (/etc/passwd) >>' })],
  ['a form that is sent', pdf(lines, { catalog: `/AA << /WC << /S /SubmitForm /F (${canary}) >> >>` })],
  [
    'scripts by name',
    pdf(lines, { catalog: `/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS ${script} >>] >> >>` }),
  ],
  ['a form in XFA', pdf(lines, { catalog: `/AcroForm << /XFA (<script>${run}</script>) /Fields [] >>` })],
  // A matrix that is no numbers became code in readers that make functions of it (CVE-2024-4367).
  ['a font whose matrix is code', pdf(lines, { font: `/FontMatrix [1 0 0 1 0 (0\\); ${run}//)]` })],
];

test('PDFs that would act are read as the text that they hold, and nothing else', async ({ page }) => {
  const { requests } = await openParser(page);
  const files = documents.map(([name, bytes]) => ({ path: `${name}.pdf`, bytes }));
  const parsed = await parseMany(page, files, 20_000);
  expect(parsed.map(({ outcome }, at) => [files[at]?.path, outcome])).toEqual(
    files.map(({ path }) => [path, 'taken in']),
  );
  expect(await page.evaluate(() => window.ran)).toBeUndefined();
  const own = new URL(page.url()).origin;
  expect(requests.filter((url) => !url.startsWith(own) && !/^(?:blob|data):/.test(url))).toEqual([]);
  expect(await page.evaluate(() => window.violations)).toEqual([]);
});

const secret = 'file:///etc/passwd';
const types: readonly (readonly [name: string, prolog: string])[] = [
  ['an entity', '<!DOCTYPE x [<!ENTITY e "ha">]>'],
  ['a file', `<!DOCTYPE x [<!ENTITY e SYSTEM "${secret}">]>`],
  ['an address', `<!DOCTYPE x [<!ENTITY e SYSTEM "${canary}">]>`],
  ['a public name', `<!DOCTYPE x [<!ENTITY e PUBLIC "-//A//B" "${canary}">]>`],
  ['an entity of its own type', `<!DOCTYPE x [<!ENTITY % p SYSTEM "${canary}"> %p;]>`],
  ['a type from elsewhere', `<!DOCTYPE x SYSTEM "${canary}">`],
  ['a type by name alone', '<!DOCTYPE x>'],
  ['laughs', '<!DOCTYPE x [<!ENTITY d "ha"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;">]>'],
  ['one long entity', `<!DOCTYPE x [<!ENTITY e "${'x'.repeat(50_000)}">]>`],
  ['a type after a comment', '<!-- a --><?a b?>\n\n<!DOCTYPE x [<!ENTITY e "ha">]>'],
  ['an attribute that is given', `<!DOCTYPE x [<!ENTITY e "ha"><!ATTLIST x a CDATA "${'y'.repeat(9)}">]>`],
  ['a notation', `<!DOCTYPE x [<!NOTATION n SYSTEM "${canary}"><!ENTITY e SYSTEM "a" NDATA n>]>`],
];
const wide = (text: string): Uint8Array => Buffer.from(`\uFEFF${text}`, 'utf16le');
/** Where it stands: the part that holds the text, one beside it, and in an encoding in which no byte is as usual. */
const places: readonly (readonly [ending: string, make: (prolog: string) => Uint8Array])[] = [
  ['docx', (prolog) => zip({ ...docxParts([]), 'word/document.xml': `${prolog}<x>&e;</x>` })],
  ['docx', (prolog) => zip({ ...docxParts(['a']), 'word/styles.xml': `${prolog}<x>&e;</x>` })],
  ['docx', (prolog) => zip({ ...docxParts([]), 'word/document.xml': wide(`${prolog}<x>&e;</x>`) })],
  ['odt', (prolog) => odt('<text:p>&e;</text:p>', prolog)],
  ['qdc', (prolog) => Buffer.from(`${prolog}<CodeBook>&e;</CodeBook>`)],
  ['qdc', (prolog) => wide(`${prolog}<CodeBook>&e;</CodeBook>`)],
];

test('twelve document types, wherever they stand: the file is refused, and what they name is never opened', async ({
  page,
}) => {
  const { requests } = await openParser(page);
  const files = types.flatMap(([name, prolog]) =>
    places.map(([ending, make], at): HostileFile & { readonly path: string } => ({
      path: `${name} ${at}.${ending}`,
      bytes: make(prolog),
      ...(ending === 'qdc' ? { exchange: true as const } : {}),
    })),
  );
  const parsed = await parseMany(page, files, 20_000);
  const otherwise = parsed.flatMap(({ outcome, milliseconds }, at) =>
    outcome === 'invalid-xml' && milliseconds < 5_000 ? [] : [`${files[at]?.path ?? ''}: ${outcome}`],
  );
  expect(otherwise).toEqual([]);
  const own = new URL(page.url()).origin;
  expect(requests.filter((url) => !url.startsWith(own))).toEqual([]);
  // The same files without the type are read.
  const sound = [docx(['a']), odt('<text:p>a</text:p>'), xlsx([['text'], ['a']])];
  const read = await parseMany(
    page,
    sound.map((bytes, at) => ({ path: `sound.${['docx', 'odt', 'xlsx'][at] ?? ''}`, bytes })),
    20_000,
  );
  expect(read.map(({ outcome }) => outcome)).toEqual(sound.map(() => 'taken in'));
});
