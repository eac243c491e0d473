import type { PageLine } from './page-runs';

/** Of the page's height, at its top and at its bottom: where headers and footers stand. */
const margin = 0.13;
/** Points by which a line may move from page to page and be the same. */
const moved = 4;
const pageNumber =
  /^[-–—\s]*(?:(?:page|p\.|стр\.?|seite)\s*)?\d{1,4}(?:\s*(?:\/|of|из|von|de)\s*\d{1,4})?[-–—\s]*$/iu;

export interface LinesOfPage {
  readonly height: number;
  readonly lines: readonly PageLine[];
}

/** For each page the lines that are headers and footers: they come again on at least half of the pages, and on two. */
export function runningLines(pages: readonly LinesOfPage[]): readonly ReadonlySet<PageLine>[] {
  const isMarginal = ({ y }: PageLine, height: number): boolean =>
    y < height * margin || y > height * (1 - margin);
  const places = new Map<string, Set<number>>();
  const keysOf = (line: PageLine): readonly string[] => {
    const band = Math.round(line.y / moved);
    // A line near the border of two bands is in both.
    return [band - 1, band, band + 1].map((each) => `${each} ${sameWords(line.text)}`);
  };
  for (const [at, { height, lines }] of pages.entries()) {
    for (const line of lines.filter((each) => isMarginal(each, height)))
      for (const key of keysOf(line)) places.set(key, (places.get(key) ?? new Set()).add(at));
  }
  const least = Math.max(2, pages.length / 2);
  return pages.map(({ height, lines }) => {
    const running = lines.filter((line) => {
      if (!isMarginal(line, height)) return false;
      // Left and right pages often carry different ones: half of the pages, rounded down, still counts.
      const most = Math.max(...keysOf(line).map((key) => places.get(key)?.size ?? 0));
      return most >= Math.floor(least) && most >= 2 ? true : pages.length > 1 && pageNumber.test(line.text);
    });
    return running.length === lines.length ? new Set<PageLine>() : new Set(running);
  });
}

/** Numbers count up from page to page. */
function sameWords(text: string): string {
  return text.replace(/\d+/gu, '#').replace(/\s+/gu, ' ').trim().toLowerCase();
}
