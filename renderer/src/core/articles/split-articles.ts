import type { Article, ArticleParagraph } from './article';
import { type ArticleLayout, articleLayouts, pageLine } from './article-layout';
import { readArticle } from './read-article';

/** Lines that went to no article. */
export interface LeftOut {
  /** `front`: before or between the articles. `no-text`: an article of which the archive gives no text. */
  readonly reason: 'front' | 'no-text';
  /** Its first line. */
  readonly first: string;
  readonly lines: number;
}

export interface SplitFile {
  /** Of the archive whose layout it is. */
  readonly archive: string;
  readonly articles: readonly Article[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * The articles of a download from a news archive, told by its layout; `null` for any other text. A file of one article
 * is one too: what the archive printed around it is no part of it.
 */
export function splitArticles(paragraphs: readonly ArticleParagraph[]): SplitFile | null {
  const lines = paragraphs.filter(({ text }) => text.trim() !== '');
  for (const layout of articleLayouts) {
    const isProven = layout.proof.every((proof) => lines.some(({ text }) => proof.test(text.trim())));
    if (!isProven) continue;
    const split = splitBy(layout, lines);
    if (split.articles.length > 0) return split;
  }
  return null;
}

function splitBy(layout: ArticleLayout, lines: readonly ArticleParagraph[]): SplitFile {
  const articles: Article[] = [];
  const leftOut: LeftOut[] = [];
  const drop = (reason: LeftOut['reason'], dropped: readonly ArticleParagraph[]): void => {
    const [first] = dropped;
    if (first !== undefined) leftOut.push({ reason, first: first.text.trim(), lines: dropped.length });
  };
  for (const segment of segmentsOf(layout, lines)) {
    const read = readArticle(layout, segment);
    drop('front', read.front);
    if (read.article === null) drop('no-text', segment.slice(read.front.length));
    else articles.push(read.article);
  }
  return { archive: layout.name, articles, leftOut };
}

/** The lines from one mark to the next. What stands behind the last end is a segment too. */
function segmentsOf(
  { begin, end }: ArticleLayout,
  lines: readonly ArticleParagraph[],
): readonly (readonly ArticleParagraph[])[] {
  const segments: ArticleParagraph[][] = [[]];
  for (const line of lines) {
    const text = line.text.trim();
    if (begin?.test(text) === true || end?.test(text) === true) segments.push([]);
    else segments.at(-1)?.push(line);
  }
  return segments.map(withoutPages).filter((segment) => segment.length > 0);
}

/** The lines without heads and feet of pages, and without what stood before and comes again beside one. */
function withoutPages(lines: readonly ArticleParagraph[]): readonly ArticleParagraph[] {
  const texts = lines.map(({ text }) => text.trim());
  const isPage = texts.map((text) => pageLine.test(text));
  if (!isPage.includes(true)) return lines;
  const seen = new Set<string>();
  return lines.filter((_, at) => {
    const text = texts[at] ?? '';
    const isBeside = isPage[at - 1] === true || isPage[at + 1] === true;
    const isRepeated = isBeside && seen.has(text);
    seen.add(text);
    return isPage[at] !== true && !isRepeated;
  });
}
