/** What a page says about itself outside its text. */
export interface PageMetadata {
  readonly title?: string;
  /** "2031-03-21", "2031-03" or "2031". */
  readonly date?: string;
  readonly byline?: string;
  readonly site?: string;
  /** A tag, as it stands there. */
  readonly language?: string;
}

type Key = Exclude<keyof PageMetadata, 'language'>;

/** Where a page's headline stands, by selectors, the best first. */
export const headlinePlaces = ['article h1', 'main h1', 'h1'] as const;

/** Where pages keep it, the best place first; `attribute` says which one holds the value, else the element's text. */
const places: Readonly<Record<Key, readonly { readonly selector: string; readonly attribute?: string }[]>> = {
  title: [
    { selector: 'meta[property="og:title"]', attribute: 'content' },
    ...headlinePlaces.map((selector) => ({ selector })),
    { selector: 'meta[name="twitter:title"]', attribute: 'content' },
    { selector: 'title' },
  ],
  date: [
    { selector: 'meta[property="article:published_time"]', attribute: 'content' },
    { selector: 'meta[itemprop="datePublished"]', attribute: 'content' },
    { selector: 'meta[name="date" i]', attribute: 'content' },
    { selector: 'meta[name="pubdate" i], meta[name="publishdate" i]', attribute: 'content' },
    { selector: 'meta[name="dc.date" i], meta[name="dc.date.issued" i]', attribute: 'content' },
    { selector: 'time[itemprop="datePublished"], time[pubdate]', attribute: 'datetime' },
    { selector: 'article time[datetime], header time[datetime]', attribute: 'datetime' },
  ],
  byline: [
    { selector: 'meta[name="author" i]', attribute: 'content' },
    { selector: '[rel="author"], [itemprop="author"] [itemprop="name"], [itemprop="author"]' },
  ],
  site: [
    { selector: 'meta[property="og:site_name"]', attribute: 'content' },
    { selector: 'meta[name="application-name" i]', attribute: 'content' },
  ],
};

const longest = 300;

/** Title, date, author, name of the site and language, from a document parsed inertly and not yet cleaned. */
export function readPageMetadata(page: Document): PageMetadata {
  const linked = readLinkedData(page);
  const find = (key: Key): string | undefined => {
    const stated = linked[key];
    if (key !== 'title' && stated !== undefined) return stated;
    for (const { selector, attribute } of places[key]) {
      const element = page.querySelector(selector);
      const value = tidy(attribute === undefined ? element?.textContent : element?.getAttribute(attribute));
      if (value !== undefined && (key !== 'date' || writtenDate(value) !== undefined)) return value;
    }
    return stated;
  };
  const site = find('site');
  const title = withoutSite(find('title'), site);
  const date = writtenDate(find('date') ?? '');
  const byline = find('byline')?.replace(/^by\s+/i, '');
  const language = tidy(page.documentElement.getAttribute('lang') ?? undefined);
  return {
    ...(title === undefined ? {} : { title }),
    ...(date === undefined ? {} : { date }),
    // Some put an address there.
    ...(byline === undefined || byline.includes('://') ? {} : { byline }),
    ...(site === undefined ? {} : { site }),
    ...(language === undefined ? {} : { language }),
  };
}

/** The date of an ISO date or time, as written: no time zone moves its day; a month or a year where that is all there is. */
export function writtenDate(value: string): string | undefined {
  const found =
    /^\s*(\d{4}-\d{2}-\d{2})(?!\d)/.exec(value)?.[1] ?? /^\s*(\d{4}(?:-\d{2})?)\s*$/.exec(value)?.[1];
  return found === undefined || Number.isNaN(Date.parse(found)) ? undefined : found;
}

/** schema.org data for search engines: JSON that is read and never run. */
function readLinkedData(page: Document): PageMetadata {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    for (const item of itemsOf(parseJson(script.textContent))) {
      const date = writtenDate(textOf(item['datePublished']) ?? '');
      const title = tidy(textOf(item['headline']));
      if (date === undefined && title === undefined) continue;
      const byline = tidy(textOf(item['author']));
      const site = tidy(textOf(item['publisher']));
      return {
        ...(title === undefined ? {} : { title }),
        ...(date === undefined ? {} : { date }),
        ...(byline === undefined ? {} : { byline }),
        ...(site === undefined ? {} : { site }),
      };
    }
  }
  return {};
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function itemsOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (Array.isArray(value)) return value.flatMap(itemsOf);
  if (!isRecord(value)) return [];
  return [value, ...(Array.isArray(value['@graph']) ? itemsOf(value['@graph']) : [])];
}

/** A string, or the name of the person or organisation that stands in its place; of several the first. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return textOf(value[0]);
  return isRecord(value) && typeof value['name'] === 'string' ? value['name'] : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function tidy(value: string | null | undefined): string | undefined {
  const text = value?.replace(/\s+/gu, ' ').trim() ?? '';
  return text === '' || text.length > longest ? undefined : text;
}

/** "Headline | Site" and "Headline - Site" without the site. */
function withoutSite(title: string | undefined, site: string | undefined): string | undefined {
  if (title === undefined || site === undefined || !title.endsWith(site)) return title;
  return tidy(title.slice(0, -site.length).replace(/\s*[|–—:·»-]\s*$/u, '')) ?? title;
}
