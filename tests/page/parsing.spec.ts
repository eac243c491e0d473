import { encodeLegacy } from '../support/legacy-bytes';
import { expect, test } from '../support/page-test';
import { kinds, openParser, parse, parsed, serveParser, structureOf } from '../support/parser-page';

serveParser();

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
  expect(requests.filter((url) => !url.startsWith(new URL(page.url()).origin))).toEqual([]);
  expect(await page.evaluate(() => [location.pathname, document.body.innerText.trim()])).toEqual([
    '/parser.html',
    '',
  ]);
  expect(await page.evaluate(() => window.violations)).toEqual([]);
});

const sentence =
  'The pilots of the Compact kept the lamp of the harbour through the night, and no ship was lost on the bar.';
const newsPage = `<!doctype html><html lang="ru"><head><meta charset="windows-1251"><title>Lamp kept – Harn Herald</title>
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
  expect(found.encoding.label).toBe('utf-8');
  expect(structureOf(found)).toMatchObject({
    title: 'Lamp kept through the night',
    values: {
      date: { value: '2031-03-21', precision: 'day', state: 'suggested' },
      publisher: { value: 'Harn Herald' },
      byline: { value: 'Mira Castellane' },
      agency: { value: 'VERA' },
      place: { value: 'HARN' },
      // Its template says another.
      language: { value: 'English', confidence: 0.9, state: 'suggested' },
    },
    segmenter: { icu: '78.2' },
  });
  expect(kinds(found)).toEqual([
    ...['headline', 'dateline', 'body', 'caption', 'subhead', 'body', 'body'],
    ...['body', 'body', 'body', 'body'],
  ]);
});

test('parsing the whole of a news page: what stands round its text is residue, never its headline', async ({
  page,
}) => {
  await openParser(page);
  const wrapped = newsPage
    .replace(
      '<nav>',
      '<header><h2>The Harn Herald of every day</h2><p>Friday edition for the whole coast</p></header><nav><p>Home World Politics Sport Weather</p>',
    )
    .replace(
      '<main>',
      '<div><a href="/">Start page of the site</a> › <a href="/w">World news</a></div><main>',
    );
  const outcome = await parse(page, 'page.html', wrapped, undefined, { whole_page: true });
  const found = outcome.ok ? outcome.value[0] : undefined;
  if (found === undefined) throw new Error('Nothing was read');
  expect(found.text.split('\n\n').slice(0, 6)).toEqual([
    'The Harn Herald of every day',
    'Friday edition for the whole coast',
    'Home World Politics Sport Weather',
    'Home',
    'World',
    'Start page of the site › World news',
  ]);
  expect(kinds(found).slice(0, 8)).toEqual([...Array<string>(6).fill('residue'), 'headline', 'dateline']);
  expect(kinds(found).at(-1)).toBe('residue');
  expect(structureOf(found)).toMatchObject({ title: 'Lamp kept through the night' });
});

test('parsing HTML: the declared encoding counts where the bytes are not UTF-8', async ({ page }) => {
  await openParser(page);
  const html = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"></head><body><p>да</p></body></html>`;
  const found = await parsed(page, 'a.htm', encodeLegacy(html, 'windows-1251'));
  expect([found.text, found.encoding.label]).toEqual(['да', 'windows-1251']);
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
lang: en-GB
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
  expect(structureOf(found)).toMatchObject({
    title: 'Lamp kept',
    values: {
      date: { value: '2031-03-21', precision: 'day' },
      byline: { value: 'Mira Castellane' },
      language: { value: 'English' },
    },
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

test('a million characters come through whole, as text and as a page', async ({ page }) => {
  await openParser(page);
  const lengths = await page.evaluate(async (paragraph) => {
    const text = `${paragraph}\n\n`.repeat(4600);
    const html = `<html><body>${text.replaceAll(/[^\n]+/g, '<p>$&</p>')}</body></html>`;
    const found: number[] = [];
    for (const [path, content] of Object.entries({ 'a.txt': text, 'a.html': html })) {
      const job = { id: 1, path, bytes: new TextEncoder().encode(content), icu: '' };
      const outcome = await window.handler?.(job);
      if (outcome?.ok !== true) throw new Error('not parsed');
      found.push(
        ...outcome.value.map((document) => document.text.split('\n').filter((line) => line !== '').length),
      );
    }
    return found;
  }, `${sentence} ${sentence}`);
  expect(lengths).toEqual([4600, 4600]);
});
