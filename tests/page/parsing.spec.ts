import { existsSync } from 'node:fs';
import { contentSecurityPolicy } from '@main/content-security-policy';
import type { Page } from '@playwright/test';
import type { Outcome, ParsedDocument, ParserBridge } from '@preload/contract';
import { chromiumPath } from '../support/chromium';
import { encodeLegacy, encodeUtf16 } from '../support/legacy-bytes';
import { expect, test } from '../support/page-test';
import { bundlePage, type StaticServer, serveFiles } from '../support/static-server';

type Handler = Parameters<ParserBridge['onJob']>[0];

declare global {
  interface Window {
    /** What the page gave to the fake bridge. */
    handler?: Handler;
    /** Set by whatever of a hostile page runs. */
    ran?: string;
    violations: string[];
  }
}

let server: StaticServer | undefined;

test.beforeAll(async () => {
  if (!existsSync(chromiumPath)) return;
  server = await serveFiles(await bundlePage('parser.html'), {
    'content-security-policy': contentSecurityPolicy,
  });
});
test.afterAll(() => server?.close());

/** The parser's page, with a bridge that keeps its handler; answers the requests that it made. */
async function openParser(page: Page): Promise<{ readonly requests: readonly string[] }> {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.addInitScript(() => {
    const bridge: ParserBridge = {
      onJob: (handler) => {
        window.handler = handler;
      },
    };
    Object.defineProperty(window, 'parser', { value: bridge });
    window.violations = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      // Parsing foreign HTML reports what an inert document would have done; only these are harmless.
      const isInert = /^(?:style|script)-src-attr$/.test(event.effectiveDirective);
      if (!isInert) window.violations.push(`${event.effectiveDirective} ${event.blockedURI}`);
    });
  });
  await page.goto(`${server?.origin ?? ''}/parser.html`);
  await page.waitForFunction(() => window.handler !== undefined);
  return { requests };
}

let shared: Page | undefined;

/** One parser for all tests that leave nothing behind in it, as the program uses one for many files. */
async function sharedParser(page: Page): Promise<Page> {
  if (shared === undefined) {
    const browser = page.context().browser();
    if (browser === null) throw new Error('No browser');
    shared = await browser.newPage();
    await openParser(shared);
  }
  return shared;
}

async function parse(
  page: Page,
  path: string,
  content: string | Uint8Array,
): Promise<Outcome<readonly ParsedDocument[]>> {
  const bytes = [...(typeof content === 'string' ? new TextEncoder().encode(content) : content)];
  return page.evaluate(
    async ([name, numbers]) => {
      if (window.handler === undefined) throw new Error('No handler');
      return window.handler({ id: 1, path: name, bytes: Uint8Array.from(numbers), icu: '78.2' });
    },
    [path, bytes] as const,
  );
}

async function parsed(page: Page, path: string, content: string | Uint8Array): Promise<ParsedDocument> {
  const outcome = await parse(page, path, content);
  if (!outcome.ok) throw new Error(`${path}: ${outcome.error.code} ${outcome.error.detail ?? ''}`);
  expect(outcome.value).toHaveLength(1);
  const [document] = outcome.value;
  if (document === undefined) throw new Error('No document');
  return document;
}

const russian =
  'Лоцманы покинули гавань Кельдовы. Последняя смена сдала вахту, сообщил старшина.\nМаяк горит.\n';
const western = 'café – “quotes”';
const english = 'The pilots left the harbour.\nThe lamp burns.\n';

const encodings: readonly {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly encoding: string;
  readonly repairs?: readonly (readonly [code: string, count: number])[];
}[] = [
  { name: 'UTF-8', bytes: Buffer.from(russian), text: russian, encoding: 'utf-8' },
  {
    name: 'UTF-8 with a mark',
    bytes: Buffer.from(`\uFEFF${russian}`),
    text: russian,
    encoding: 'utf-8',
    repairs: [['byte-order-mark', 1]],
  },
  {
    name: 'UTF-16LE with a mark',
    bytes: encodeUtf16(`\uFEFF${russian}`, 'le'),
    text: russian,
    encoding: 'utf-16le',
    repairs: [['byte-order-mark', 1]],
  },
  {
    name: 'UTF-16BE with a mark',
    bytes: encodeUtf16(`\uFEFF${english}`, 'be'),
    text: english,
    encoding: 'utf-16be',
    repairs: [['byte-order-mark', 1]],
  },
  {
    name: 'UTF-16LE without a mark, Latin',
    bytes: encodeUtf16(english, 'le'),
    text: english,
    encoding: 'utf-16le',
  },
  {
    name: 'UTF-16BE without a mark, Latin',
    bytes: encodeUtf16(english, 'be'),
    text: english,
    encoding: 'utf-16be',
  },
  {
    name: 'UTF-16LE without a mark, Russian',
    bytes: encodeUtf16(russian, 'le'),
    text: russian,
    encoding: 'utf-16le',
  },
  {
    name: 'UTF-16BE without a mark, Russian',
    bytes: encodeUtf16(russian, 'be'),
    text: russian,
    encoding: 'utf-16be',
  },
  {
    name: 'UTF-16LE without a mark, Chinese',
    bytes: encodeUtf16('港口工人结束罢工。\n港口的灯又亮了。\n', 'le'),
    text: '港口工人结束罢工。\n港口的灯又亮了。\n',
    encoding: 'utf-16le',
  },
  {
    name: 'windows-1251',
    bytes: encodeLegacy(russian, 'windows-1251'),
    text: russian,
    encoding: 'windows-1251',
  },
  {
    name: 'windows-1251, two words',
    bytes: encodeLegacy('Привет, мир', 'windows-1251'),
    text: 'Привет, мир',
    encoding: 'windows-1251',
  },
  { name: 'KOI8-R', bytes: encodeLegacy(russian, 'koi8-r'), text: russian, encoding: 'koi8-r' },
  { name: 'code page 866', bytes: encodeLegacy(russian, 'ibm866'), text: russian, encoding: 'ibm866' },
  {
    name: 'windows-1252',
    bytes: encodeLegacy(western, 'windows-1252'),
    text: western,
    encoding: 'windows-1252',
  },
  {
    name: 'UTF-8 with a fault',
    bytes: Buffer.concat([Buffer.from(russian), Buffer.from([0xff]), Buffer.from('конец')]),
    text: `${russian}\uFFFDконец`,
    encoding: 'utf-8',
    repairs: [['replaced-bytes', 1]],
  },
  {
    name: 'a zero byte and Windows line ends',
    bytes: Buffer.from(`${english.replaceAll('\n', '\r\n')}and a \0 here`),
    text: `${english}and a ␀ here`,
    encoding: 'utf-8',
    repairs: [
      ['line-ends', 2],
      ['control-characters', 1],
    ],
  },
];

for (const { name, bytes, text, encoding, repairs = [] } of encodings) {
  test(`parsing bytes: ${name}`, async ({ page }) => {
    const parser = await sharedParser(page);
    const found = await parsed(parser, 'folder/a text.txt', bytes);
    expect(found.text).toBe(text);
    expect(found.encoding).toBe(encoding);
    expect(found.repairs.map(({ code, count }) => [code, count])).toEqual(repairs);
    expect(await parser.evaluate(() => window.violations)).toEqual([]);
  });
}

const refused: readonly {
  readonly name: string;
  readonly path: string;
  readonly content: string | Uint8Array;
  readonly code: string;
}[] = [
  { name: 'no bytes', path: 'a.txt', content: '', code: 'empty-file' },
  { name: 'white space alone', path: 'a.txt', content: '\uFEFF \n\t\r\n', code: 'empty-file' },
  {
    name: 'a PNG named .txt',
    path: 'a.txt',
    content: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d),
    code: 'binary-file',
  },
  { name: 'a PDF named .md', path: 'a.md', content: '%PDF-1.7\n1 0 obj', code: 'binary-file' },
  {
    name: 'a ZIP named .html',
    path: 'a.html',
    content: Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0),
    code: 'binary-file',
  },
  { name: 'gzip', path: 'a.txt', content: Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0), code: 'binary-file' },
  { name: 'many zero bytes', path: 'a.txt', content: 'a\0\0b\0\0\0c', code: 'binary-file' },
  {
    name: 'every byte',
    path: 'a.txt',
    content: Uint8Array.from({ length: 1024 }, (_, at) => at % 256),
    code: 'binary-file',
  },
  { name: 'RTF', path: 'a.txt', content: '{\\rtf1\\ansi text}', code: 'unknown-kind' },
  {
    name: 'a page without text',
    path: 'a.html',
    content: '<html><body><img src=x><script>1</script></body></html>',
    code: 'no-text',
  },
  { name: 'front matter alone', path: 'a.md', content: '---\ntitle: Nothing\n---\n', code: 'no-text' },
];

for (const { name, path, content, code } of refused) {
  test(`parsing refuses: ${name}`, async ({ page }) => {
    const outcome = await parse(await sharedParser(page), path, content);
    expect(outcome.ok ? 'parsed' : outcome.error).toMatchObject({ code, file: path });
  });
}

const hostile = `<!doctype html><html><head><title>A page | Harn Site</title>
<meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/refresh"><base href="http://127.0.0.1:9/">
<link rel="stylesheet" href="style.css"><script>window.ran = 'inline script'</script>
<script src="http://127.0.0.1:9/script.js"></script><style>@import 'http://127.0.0.1:9/import.css';</style></head>
<body onload="window.ran='onload'" background="http://127.0.0.1:9/background.png">
<h1>The lamp of Harn<script>window.ran='in heading'</script></h1>
<p style="background:url(http://127.0.0.1:9/style.png)">The lamp was lit at <b>dusk</b>.<img src="http://127.0.0.1:9/x.png" onerror="window.ran='onerror'"></p>
<p><a href="javascript:window.ran='link'">Nobody</a> saw it. &lt;script&gt;quoted&lt;/script&gt;</p>
<svg><script>window.ran='svg'</script><a xlink:href="javascript:1"><text>drawn</text></a></svg>
<math><mtext><table><mglyph><style><img src=x onerror="window.ran='mathml'"></style></mglyph></table></mtext></math>
<iframe srcdoc="<script>parent.ran='frame'</script>"></iframe><object data="http://127.0.0.1:9/object"></object>
<video src="http://127.0.0.1:9/video"></video><form action="http://127.0.0.1:9/form"><button autofocus onfocus="window.ran='focus'">Send</button></form>
<noscript><p title="</noscript><img src=x onerror=window.ran='noscript'>"></p></noscript>
<div hidden>hidden words</div><p>It burns.</p></body></html>`;

test('parsing a hostile page: nothing runs, nothing is asked for, its words are read', async ({ page }) => {
  const { requests } = await openParser(page);
  const found = await parsed(page, 'hostile.html', hostile);
  expect(found.text).toBe(
    'The lamp of Harn\n\nThe lamp was lit at dusk.\n\nNobody saw it. <script>quoted</script>\n\nIt burns.',
  );
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => window.ran)).toBeUndefined();
  expect(requests.filter((url) => !url.startsWith(`${server?.origin ?? ''}/`))).toEqual([]);
  expect(await page.evaluate(() => [location.pathname, document.body.innerText.trim()])).toEqual([
    '/parser.html',
    '',
  ]);
  expect(await page.evaluate(() => window.violations)).toEqual([]);
});

const sentence =
  'The pilots of the Compact kept the lamp of the harbour through the night, and no ship was lost on the bar.';
const newsPage = `<!doctype html><html><head><meta charset="windows-1251"><title>Lamp kept – Harn Herald</title>
<meta property="og:site_name" content="Harn Herald"><meta property="article:published_time" content="2031-03-21T23:30:00+03:00">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Lamp kept through the night","author":[{"name":"Mira Castellane"}]}</script></head>
<body><nav><ul><li><a href="/a">Home</a></li><li><a href="/b">World</a></li></ul></nav>
<main><article><h1>Lamp kept through the night</h1>
<p>HARN, March 21. /VERA/. ${sentence} ${sentence}</p><figure><img src="a.png"><figcaption>The lamp, seen from the quay</figcaption></figure>
<h2>What came before</h2><p>${sentence}<br>${sentence}</p><blockquote><p>“${sentence}”</p></blockquote>
<ul><li>one lamp</li><li>two pilots</li></ul><table><tr><th>Ship</th><th>Hour</th></tr><tr><td>Aune</td><td>23</td></tr></table>
</article></main><footer><p>All rights reserved</p></footer></body></html>`;

test('parsing a news page: the article with its headline, sanitised and whole', async ({ page }) => {
  await openParser(page);
  const found = await parsed(page, 'page.html', newsPage);
  expect(found.text.split('\n')).toEqual([
    'Lamp kept through the night',
    '',
    `HARN, March 21. /VERA/. ${sentence} ${sentence}`,
    '',
    'The lamp, seen from the quay',
    '',
    'What came before',
    '',
    sentence,
    sentence,
    '',
    `“${sentence}”`,
    '',
    'one lamp',
    'two pilots',
    'Ship\tHour',
    'Aune\t23',
  ]);
  expect(found.encoding).toBe('utf-8');
  expect(found.structure).toMatchObject({
    title: 'Lamp kept through the night',
    values: {
      date: { value: '2031-03-21', precision: 'day', state: 'suggested' },
      publisher: { value: 'Harn Herald' },
      byline: { value: 'Mira Castellane' },
      agency: { value: 'VERA' },
      place: { value: 'HARN' },
    },
    segmenter: { icu: '78.2' },
  });
  expect(kinds(found)).toEqual([
    ...['headline', 'dateline', 'body', 'caption', 'subhead', 'body', 'body'],
    ...['body', 'body', 'body', 'body'],
  ]);
});

test('parsing HTML: the declared encoding counts where the bytes are not UTF-8', async ({ page }) => {
  await openParser(page);
  const html = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"></head><body><p>да</p></body></html>`;
  const found = await parsed(page, 'a.htm', encodeLegacy(html, 'windows-1251'));
  expect([found.text, found.encoding]).toEqual(['да', 'windows-1251']);
});

test('parsing by content: a page named .txt is a page, a text named .html a text', async ({ page }) => {
  await openParser(page);
  expect((await parsed(page, 'a.txt', '<!DOCTYPE html><title>x</title><p>One</p><p>Two</p>')).text).toBe(
    'One\n\nTwo',
  );
  expect((await parsed(page, 'a.html', 'One line,\nanother < line.')).text).toBe(
    'One line,\nanother < line.',
  );
  expect((await parsed(page, 'a.txt', 'A text with <b>tags</b> stays.')).text).toBe(
    'A text with <b>tags</b> stays.',
  );
});

const markdown = `---
title: "Lamp kept"
date: 2031-03-21
author: Mira Castellane
tags: [a, b]
---

# The lamp of Harn

It was *lit* at dusk
by **nobody**. <script>window.ran = 'markdown'</script><b onclick="x">Really</b>.

## Lists

- one [link](javascript:alert(1))
- two

> quoted

    code < 1

| a | b |
|---|---|
| 1 | 2 |
`;

test('parsing Markdown: front matter becomes values, marks go, text stays', async ({ page }) => {
  await openParser(page);
  const found = await parsed(page, 'notes/lamp.md', markdown);
  expect(found.text).toBe(
    'The lamp of Harn\n\nIt was lit at dusk by nobody. Really.\n\nLists\n\none link\ntwo\n\nquoted\n\ncode < 1\n\na\tb\n1\t2',
  );
  expect(found.structure).toMatchObject({
    title: 'Lamp kept',
    values: { date: { value: '2031-03-21', precision: 'day' }, byline: { value: 'Mira Castellane' } },
  });
  expect(kinds(found)).toEqual([
    'headline',
    'body',
    'subhead',
    'body',
    'body',
    'body',
    'body',
    'body',
    'body',
  ]);
  expect(await page.evaluate(() => window.ran)).toBeUndefined();
});

test('parsing: a million characters in this engine', async ({ page }) => {
  await openParser(page);
  const text = `${sentence} ${sentence}\n\n`.repeat(4600);
  const html = `<html><body>${text.replaceAll(/[^\n]+/g, '<p>$&</p>')}</body></html>`;
  for (const [path, content] of [
    ['a.txt', text],
    ['a.html', html],
  ] as const) {
    const bytes = [...new TextEncoder().encode(content)];
    const spent = await page.evaluate(
      async ([name, numbers]) => {
        const job = { id: 1, path: name, bytes: Uint8Array.from(numbers), icu: '' };
        const start = performance.now();
        const outcome = await window.handler?.(job);
        if (outcome?.ok !== true) throw new Error('not parsed');
        return performance.now() - start;
      },
      [path, bytes] as const,
    );
    console.log(`parsing ${path}: ${content.length} characters in ${Math.round(spent)} ms`);
    expect(spent).toBeLessThan(5000);
  }
});

function kinds({ structure }: ParsedDocument): readonly unknown[] {
  if (typeof structure !== 'object' || structure === null || !('blocks' in structure)) return [];
  const { blocks } = structure;
  return Array.isArray(blocks) ? blocks.map((block: { readonly kind: unknown }) => block.kind) : [];
}
