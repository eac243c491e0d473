import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from '@playwright/test';
import { projectFolder } from '../../scripts/project.mjs';

const out = join(projectFolder, 'out');
const folders = ['main', 'preload', 'renderer'] as const;

/** Names that are written like addresses and that nothing ever asks for. */
const namespaces = [
  /^http:\/\/www\.w3\.org\//,
  /^http:\/\/schemas\.(?:openxmlformats\.org|microsoft\.com|zwobble\.org)\//,
  /^http:\/\/purl\.oclc\.org\/ooxml\//,
  /^http:\/\/ns\.adobe\.com\/x/,
  /^http:\/\/www\.xfa\.org\/schema\//,
  /^http:\/\/schema\.qdasoftware\.org\/versions\//,
  /^https:\/\/schema\.org\/sha256$/,
] as const;

/** What else stands in the libraries, each with why it is harmless. A new one has to be looked at. */
const lookedAt: Readonly<Record<string, string>> = {
  'http://':
    'beginnings that addresses in a text are told by, or get put before them (marked, pdf.js, Lexical)',
  'https://': 'the same',
  'http://bit.ly/2kdckMn': 'in the words of an error of Dexie',
  'https://tinyurl.com/y2uuvskb': 'in the words of an error of Dexie',
  'https://react.dev/errors/': 'in the words of an error of React',
  'https://lexical.dev/docs/error': 'in the words of an error of Lexical',
  'https://github.com/markedjs/marked.': 'in the words of an error of marked',
  'https://rolldown.rs/in-depth/bundling-cjs': 'in the words of an error of the bundler',
  'https://stuk.github.io/jszip/documentation/howto/read_zip.html': 'in the words of an error of JSZip',
  'https://en.wikipedia.org/wiki/Universally_unique_identifier': 'in the pattern of a check of valibot',
  'https://github.com/zloirock/core-js': 'who wrote a library',
  'https://github.com/zloirock/core-js/blob/v3.51.0/LICENSE': 'its licence',
  'https://www.apache.org/licenses/LICENSE-2.0': 'the licence of eld',
  'http://example.com': 'a base that pdf.js tries relative addresses with, without asking for them',
  'https://foo.bar': 'the same',
  'https://a': 'core-js tries whether the engine reads addresses rightly',
  'https://a/c%20d?a=1&c=3': 'the same',
  'https://a@b': 'the same',
  'https://x': 'the same',
  'https://тест': 'the same',
};

test('the built program holds no address but namespaces and what libraries say in words', () => {
  test.skip(!existsSync(join(out, 'main/index.js')), 'the program is not built (npm run build)');
  const files = folders.flatMap((folder) =>
    readdirSync(join(out, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:[cm]?js|css|html|json)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  expect(files.length).toBeGreaterThan(10);
  const found = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\b(?:https?|wss?|ftp):\/\/[^\s"'`\\)>,;#]*/g)].map(
      ([address]) => ({ address: address.replace(/\$.*$/, ''), file: relative(out, file) }),
    ),
  );
  const isNamespace = (address: string): boolean => namespaces.some((each) => each.test(address));
  const others = found.filter(({ address }) => !isNamespace(address));
  const known = Object.keys(lookedAt);
  expect(others.filter(({ address }) => !known.includes(address))).toEqual([]);
  // A row that nothing needs any more hides a later one.
  expect(known.filter((address) => !others.some((each) => each.address === address))).toEqual([]);
});

test('the built program hands no address to another program, and its pages ask for no window in a page', () => {
  test.skip(!existsSync(join(out, 'main/index.js')), 'the program is not built (npm run build)');
  const scriptsOf = (folder: string): string =>
    readdirSync(join(out, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:[cm]?js|html)$/.test(entry.name))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
      .join('\n');
  const main = scriptsOf('main');
  // What is looked for would be found: Electron's parts stand there under their names.
  expect(main).toMatch(/\bBrowserWindow\b.*from "electron"/s);
  expect(main).not.toMatch(/\bopenExternal\b|\bopenPath\b|\bshell\b[^"']*from "electron"/);
  expect(scriptsOf('preload')).not.toMatch(/\bshell\b/);
  expect(scriptsOf('renderer')).not.toMatch(/\ballowpopups\b|createElement\(["'`]webview|<webview/);
});
