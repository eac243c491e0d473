import type { AttributeValue } from '@core/model/attribute';
import { readDateValue } from '@core/structure/date-value';
import type { StructureHints } from '@core/structure/structure-hints';
import { Readability } from '@mozilla/readability';
import { cleanPage } from './clean-page';
import { elementParagraphs, type PageParagraph } from './element-paragraphs';
import { joinParagraphs } from './join-paragraphs';
import { headlinePlaces, type PageMetadata, readPageMetadata } from './page-metadata';
import { parseInert } from './trusted-types';

export interface MarkedText {
  /** Plain text, a line or more for each paragraph; empty when the page has none. */
  readonly text: string;
  readonly hints: StructureHints;
}

/** UTF-16 units of text below which what Readability found is not believed to be the article. */
const leastArticle = 250;
/** Of the words of the page, that an article has at least when the page is short. */
const leastShare = 0.5;
const shortPage = 3000;
/** Elements beyond which no article is looked for: a list, or a page made to do harm. */
const mostElements = 30_000;

export interface ReadPage {
  /** Every paragraph of the page. */
  readonly paragraphs: readonly PageParagraph[];
  /** The main text as plain text, its headline, and what the page says about itself; or all of it. */
  readonly main: (isWhole: boolean) => MarkedText;
}

/** A page, read without anything of it being run or loaded. */
export function parseHtml(html: string): ReadPage {
  const page = parseInert(html);
  const metadata = readPageMetadata(page);
  const clean = cleanPage(page);
  const paragraphs = elementParagraphs(clean.body);
  return {
    paragraphs,
    main: (isWhole) =>
      markedText(isWhole ? wholeParagraphs(paragraphs, clean) : mainParagraphs(paragraphs, clean), metadata),
  };
}

/** UTF-16 units that no line of links, path or date above a headline has. */
const longLine = 200;

/** All of the page; what stands above its headline is of the page and not of the text. */
function wholeParagraphs(whole: readonly PageParagraph[], clean: Document): readonly PageParagraph[] {
  const headline = findHeadline(whole, clean);
  const at = headline === undefined ? 0 : whole.indexOf(headline);
  return whole.map((paragraph, place) =>
    place < at && paragraph.text.length < longLine ? { ...paragraph, role: 'residue' } : paragraph,
  );
}

function mainParagraphs(page: readonly PageParagraph[], clean: Document): readonly PageParagraph[] {
  const stated = statedPart(clean);
  const whole = stated === clean.body ? page : elementParagraphs(stated);
  const headline = findHeadline(whole, clean);
  const article = readArticle(clean);
  const isLittle =
    lengthOf(article) < leastArticle ||
    (lengthOf(whole) < shortPage && lengthOf(article) < lengthOf(whole) * leastShare);
  return isLittle ? whole : withHeadline(article, headline);
}

/**
 * What the page itself calls its main part: its only `main`, or its only `article`; else all of it but what it calls
 * navigation and footer, unless nothing else is there.
 */
function statedPart(clean: Document): Element {
  for (const name of ['main', 'article']) {
    const [only, ...others] = clean.querySelectorAll(name);
    if (only !== undefined && others.length === 0 && only.textContent.trim() !== '') return only;
  }
  if (clean.querySelector('nav, footer') === null) return clean.body;
  const copy = parseCopy(clean).body;
  for (const element of copy.querySelectorAll('nav, footer')) element.remove();
  return copy.textContent.trim() === '' ? clean.body : copy;
}

/** The paragraphs of HTML that a library made of a text, cleaned like any other. */
export function pageParagraphsOf(html: string): readonly PageParagraph[] {
  return elementParagraphs(cleanPage(parseInert(html)).body);
}

/** Paragraphs as one text, under what the file says of itself. */
export function markedText(given: readonly PageParagraph[], metadata: PageMetadata = {}): MarkedText {
  const { text, paragraphs } = joinParagraphs(given);
  return { text, hints: { ...titleHint(metadata), paragraphs, values: metadataValues(metadata) } };
}

/** The text of cleaned HTML as it stands, every paragraph of it: for formats that were text from the start. */
export function parseHtmlWhole(html: string, metadata: PageMetadata): MarkedText {
  return markedText(pageParagraphsOf(html), metadata);
}

function readArticle(clean: Document): readonly PageParagraph[] {
  if (clean.getElementsByTagName('*').length > mostElements) return [];
  // Readability changes the document that it reads.
  const found = new Readability<Element | null>(parseCopy(clean), {
    serializer: (node) => (node instanceof Element ? node : null),
    disableJSONLD: true,
  }).parse();
  const content = found?.content;
  return content === null || content === undefined ? [] : elementParagraphs(content);
}

function parseCopy(page: Document): Document {
  const copy = page.implementation.createHTMLDocument('');
  copy.replaceChild(copy.importNode(page.documentElement, true), copy.documentElement);
  return copy;
}

/** The page's first heading of the first rank, which Readability takes for the title and drops. */
function findHeadline(whole: readonly PageParagraph[], clean: Document): PageParagraph | undefined {
  const first = headlinePlaces.map((place) => clean.querySelector(place)).find(Boolean);
  const text = first?.textContent.replace(/\s+/gu, ' ').trim() ?? '';
  return whole.find(
    (paragraph) => paragraph.role === 'heading' && paragraph.text.replaceAll('\n', ' ') === text,
  );
}

function withHeadline(
  article: readonly PageParagraph[],
  headline: PageParagraph | undefined,
): readonly PageParagraph[] {
  const isThere = headline === undefined || article.some((paragraph) => paragraph.text === headline.text);
  return isThere ? article : [headline, ...article];
}

function lengthOf(paragraphs: readonly PageParagraph[]): number {
  return paragraphs.reduce((sum, { text }) => sum + text.length, 0);
}

function titleHint({ title }: PageMetadata): Pick<StructureHints, 'title'> {
  return title === undefined ? {} : { title };
}

/** What stands outside the text has no place in it to show as evidence. */
function metadataValues({
  date,
  byline,
  site,
  language,
}: PageMetadata): NonNullable<StructureHints['values']> {
  const stated = (value: string, confidence = 0.9): AttributeValue => ({
    ...{ value, confidence, state: 'suggested' },
  });
  const dated = date === undefined ? undefined : readDateValue(date);
  return {
    ...(dated?.ok === true
      ? { date: { ...stated(dated.value.value), precision: dated.value.precision } }
      : {}),
    ...(byline === undefined ? {} : { byline: stated(byline) }),
    ...(site === undefined ? {} : { publisher: stated(site) }),
    // Often that of the page's template.
    ...(language === undefined ? {} : { language: stated(language, 0.6) }),
  };
}
