import { fail, type Result, succeed } from '@core/result';
import type { PageParagraph } from './element-paragraphs';
import { archiveProblem, type FileProblem } from './file-problem';
import { decodeXml, readXmlParts, xmlDocument } from './office-parts';
import { type PageMetadata, writtenDate } from './page-metadata';
import { pageParagraphsOf } from './parse-html';
import { archiveLimits, readArchive } from './read-archive';

/** Chapters of a book, and bytes of all of them unpacked: the longest are a tenth of it. */
const most = { chapters: 3_000, bytes: 100_000_000 } as const;

export interface ReadBook {
  readonly paragraphs: readonly PageParagraph[];
  readonly metadata: PageMetadata;
}

/** The text of an EPUB: its chapters in the order of its spine, without what only leads to them. */
export function parseEpub(bytes: Uint8Array): Result<ReadBook, FileProblem> {
  const container = readXmlParts(
    bytes,
    (name) => name === 'META-INF/container.xml' || name === 'META-INF/encryption.xml',
  );
  if (!container.ok) return container;
  if (container.value.has('META-INF/encryption.xml')) return fail({ code: 'needs-password' });
  const root = xmlDocument(container.value.get('META-INF/container.xml') ?? '');
  const path = elements(root, 'rootfile')[0]?.getAttribute('full-path') ?? '';
  const packaged = readXmlParts(bytes, (name) => name === path);
  if (!packaged.ok) return packaged;
  const book = xmlDocument(packaged.value.get(path) ?? '');
  if (book === null || path === '') return fail({ code: 'archive-broken', detail: 'META-INF/container.xml' });
  const chapters = chapterPaths(book, path);
  if (chapters.length > most.chapters)
    return fail({ code: 'too-large', detail: `${chapters.length} chapters` });
  const wanted = new Set(chapters);
  const pages = readArchive(bytes, (name) => wanted.has(name), { ...archiveLimits, total: most.bytes });
  if (!pages.ok) return fail(archiveProblem(pages.error));
  const paragraphs = chapters.flatMap((name) => {
    const page = pages.value.get(name);
    return page === undefined ? [] : pageParagraphsOf(decodeXml(page));
  });
  return succeed({ paragraphs, metadata: metadataOf(book) });
}

function elements(document: Document | null, name: string): readonly Element[] {
  return [...(document?.getElementsByTagNameNS('*', name) ?? [])];
}

/** Names in the archive, in the order of reading. */
function chapterPaths(book: Document, path: string): readonly string[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const items = new Map(elements(book, 'item').map((item) => [item.getAttribute('id'), item] as const));
  return elements(book, 'itemref').flatMap((reference) => {
    const item = items.get(reference.getAttribute('idref'));
    const isText = /html/.test(item?.getAttribute('media-type') ?? '');
    const leads = (item?.getAttribute('properties') ?? '').split(' ').includes('nav');
    if (item === undefined || !isText || leads || reference.getAttribute('linear') === 'no') return [];
    return [resolveName(folder + decoded(item.getAttribute('href') ?? ''))];
  });
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href.replace(/#.*$/, ''));
  } catch {
    return href;
  }
}

/** "text/../a.xhtml" is "a.xhtml"; a name is only looked up, never opened. */
function resolveName(name: string): string {
  const parts: string[] = [];
  for (const part of name.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function metadataOf(book: Document): PageMetadata {
  const say = (name: string): string =>
    elements(book, name)[0]?.textContent.replace(/\s+/gu, ' ').trim() ?? '';
  const [title, byline, site, date] = [
    say('title'),
    say('creator'),
    say('publisher'),
    writtenDate(say('date')),
  ];
  const language = say('language');
  return {
    ...(title === '' ? {} : { title }),
    ...(byline === '' ? {} : { byline }),
    ...(site === '' ? {} : { site }),
    ...(date === undefined ? {} : { date }),
    ...(language === '' ? {} : { language }),
  };
}
