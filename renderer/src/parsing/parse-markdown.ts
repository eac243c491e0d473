import { marked } from 'marked';
import { type PageMetadata, writtenDate } from './page-metadata';
import { type MarkedText, parseHtmlWhole } from './parse-html';

/** Between lines of three dashes (YAML) or pluses (TOML) at the very head of the file. */
const frontMatter = /^(---|\+\+\+)[ \t]*\n([\s\S]*?)\n(?:\1|\.\.\.)[ \t]*(?:\n|$)/;
const pair = /^([A-Za-z_-]+)\s*[:=]\s*(.*?)\s*$/;

/** Keys of front matter, lower case, that say something about the document. */
const keys: Readonly<Record<string, keyof PageMetadata>> = {
  title: 'title',
  headline: 'title',
  date: 'date',
  published: 'date',
  author: 'byline',
  byline: 'byline',
  publisher: 'site',
  site: 'site',
  language: 'language',
  lang: 'language',
};

/** Markdown as plain text: by way of HTML, which is cleaned as any page is. */
export function parseMarkdown(markdown: string): MarkedText {
  const head = frontMatter.exec(markdown);
  const body = head === null ? markdown : markdown.slice(head[0].length);
  return parseHtmlWhole(marked.parse(body, { async: false, gfm: true }), readFrontMatter(head?.[2] ?? ''));
}

/** Plain lines of one key and one value; of anything more nested the other lines still count. */
function readFrontMatter(lines: string): PageMetadata {
  const found: { -readonly [K in keyof PageMetadata]: PageMetadata[K] } = {};
  for (const line of lines.split('\n')) {
    const [, name = '', written = ''] = pair.exec(line) ?? [];
    const key = keys[name.toLowerCase()];
    const value = written.replace(/^(["'])(.*)\1$/, '$2').trim();
    if (key === undefined || value === '' || found[key] !== undefined) continue;
    const read = key === 'date' ? writtenDate(value) : value;
    if (read !== undefined) found[key] = read;
  }
  return found;
}
