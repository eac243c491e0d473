import type { Article, ArticleParagraph } from './article';
import { type ArticleLayout, coverLine, type LineMeaning, listedTitle } from './article-layout';

export interface ReadArticle {
  /** Lines before it that belong to the download, not to the article. */
  readonly front: readonly ArticleParagraph[];
  /** null where it has no text. */
  readonly article: Article | null;
}

/** Reads the lines of one article by the rules of its archive's layout. */
export function readArticle(layout: ArticleLayout, lines: readonly ArticleParagraph[]): ReadArticle {
  const from = coverEnd(layout, lines);
  const values: Record<string, string> = {};
  const body: ArticleParagraph[] = [];
  let place = 0;
  let open: LineMeaning | undefined;
  let isBody = false;
  let isBehindHead = false;
  let isTail = false;
  const take = (meaning: LineMeaning, value: string): void => {
    if (value === '' || meaning === 'drop' || meaning === 'body') return;
    const before = values[meaning];
    values[meaning] = before === undefined ? value : `${before} ${value}`;
  };
  for (const line of lines.slice(from)) {
    const text = line.text.trim();
    isTail ||= layout.tail?.test(text) === true;
    if (isTail) {
      const label = labelOf(layout, text);
      if (label?.meaning === 'language') take(label.meaning, label.value);
      continue;
    }
    const found: Label | undefined = isBody && !layout.continues ? undefined : labelOf(layout, text);
    if (found !== undefined) {
      open = found.meaning;
      isBody = found.meaning === 'body';
      isBehindHead ||= layout.bodyAfter?.test(text) === true;
      place = layout.head.length;
      if (isBody && found.value !== '') body.push({ text: found.value, role: 'text' });
      else take(found.meaning, found.value);
    } else if (isBody) body.push(line);
    else if (layout.continues && open !== undefined) take(open, text);
    else if (isBehindHead) {
      isBody = true;
      body.push(line);
    } else {
      const at = layout.head.findIndex(({ pattern }, rule) => rule >= place && (pattern?.test(text) ?? true));
      const rule = layout.head[at];
      if (rule !== undefined) {
        place = at + 1;
        take(rule.meaning, text);
      }
    }
  }
  // Without any label it is no article at all.
  const front = open === undefined ? lines : lines.slice(0, from);
  if (body.length === 0) return { front, article: null };
  const { title = '', ...others } = values;
  return { front, article: { title, body, values: others } };
}

interface Label {
  readonly meaning: LineMeaning;
  readonly value: string;
}

function labelOf({ labels }: ArticleLayout, text: string): Label | undefined {
  for (const { pattern, meaning } of labels) {
    const match = pattern.exec(text);
    if (match !== null) return { meaning, value: (match[1] ?? '').trim() };
  }
  return undefined;
}

/** Behind the last line of a cover page, and of what stands between its list of titles and the first of them. */
function coverEnd(layout: ArticleLayout, lines: readonly ArticleParagraph[]): number {
  let end = 0;
  const titles = new Set<string>();
  for (const [at, { text }] of lines.entries()) {
    const line = text.trim();
    if (labelOf(layout, line) !== undefined) break;
    if (titles.has(line)) return at;
    const title = listedTitle.map((rule) => rule.exec(line)?.[1]).find((found) => found !== undefined);
    if (!coverLine.test(line) && (end === 0 || title === undefined)) continue;
    titles.add(title ?? line);
    end = at + 1;
  }
  return end;
}
