import type { ParagraphRole } from '../structure/structure-hints';
import { joinLines, knownWords } from './join-lines';
import { linesOf, type Page, type PageLine } from './page-runs';
import { type Column, readingOrder } from './reading-order';
import { runningLines } from './running-lines';

export interface LaidParagraph {
  readonly text: string;
  readonly role: ParagraphRole;
}

/** Of the font's size, or of the column's width. */
const indent = 0.8;
const shortLine = 0.82;
const widerLeading = 1.35;
const headingSize = 1.15;
const longestHeading = 250;
const sentenceEnd = /[.!?:…。！？]["'”’»)\]]*\s*$/u;

interface Draft {
  text: string;
  role: ParagraphRole;
}

/**
 * The paragraphs of laid-out pages as they are read: columns one after another, lines joined, words put together
 * again, what goes on over the end of a column or page left whole. Headers and footers that come again on every page
 * have the role `residue`, and stand where they do not part a paragraph.
 */
export function pageParagraphs(pages: readonly Page[]): readonly LaidParagraph[] {
  const laid = pages.map(({ height, runs }) => ({ height, lines: linesOf(runs) }));
  const running = runningLines(laid);
  const texts = laid.map(({ lines }, at) => lines.filter((line) => running[at]?.has(line) !== true));
  const bodySize = commonSize(texts.flat());
  const words = knownWords(texts.flat().map(({ text }) => text));
  const done: Draft[] = [];
  const residue: Draft[] = [];
  let open: Draft | undefined;
  const close = (): void => {
    if (open !== undefined) done.push(open);
    open = undefined;
    done.push(...residue.splice(0));
  };
  const setApart = (lines: readonly PageLine[]): void => {
    residue.push(...lines.map(({ text }): Draft => ({ text: text.trim(), role: 'residue' })));
  };
  for (const [at, lines] of texts.entries()) {
    const middle = (laid[at]?.height ?? 0) / 2;
    const marginal = [...(running[at] ?? [])];
    setApart(marginal.filter(({ y }) => y < middle));
    if (open === undefined) close();
    for (const column of readingOrder(lines)) {
      const leading = commonLeading(column);
      let last: PageLine | undefined;
      for (const line of column.lines) {
        const role = roleOf(line, bodySize);
        const goesOn =
          open !== undefined &&
          open.role === role &&
          (last === undefined ? carriesOver(open.text, line.text) : isNextLine(last, line, column, leading));
        if (open !== undefined && goesOn) open.text = joinLines(open.text, line.text, words);
        else {
          close();
          open = { text: line.text.trim(), role };
        }
        last = line;
      }
    }
    setApart(marginal.filter(({ y }) => y >= middle));
  }
  close();
  return done.flatMap(({ text, role }): readonly LaidParagraph[] => {
    const content = text.replace(/ {2,}/gu, ' ').trim();
    if (content === '') return [];
    return [{ text: content, role: role === 'heading' && content.length > longestHeading ? 'text' : role }];
  });
}

function roleOf({ text, size }: PageLine, bodySize: number): ParagraphRole {
  if (text.includes('\t')) return 'item';
  return size >= bodySize * headingSize ? 'heading' : 'text';
}

/** From one line of a column to the one below it. */
function isNextLine(last: PageLine, line: PageLine, column: Column, leading: number): boolean {
  // Each row of a table is one.
  if (line.text.includes('\t') || last.text.includes('\t')) return false;
  if (Math.abs(line.size - last.size) > 0.12 * last.size) return false;
  if (line.y - last.y > Math.max(leading, 1.1 * last.size) * widerLeading) return false;
  const isIndented = line.x - column.left > indent * line.size && line.x - last.x > indent * line.size;
  const endsShort = last.end - column.left < shortLine * (column.right - column.left);
  if (roleIsLarge(line, column)) return true;
  return !isIndented && !(endsShort && sentenceEnd.test(last.text));
}

/** Headings are often centred, each line of its own length. */
function roleIsLarge(line: PageLine, column: Column): boolean {
  return line.size > 1.15 * commonSize(column.lines);
}

/** Over the end of a column or page: only within a sentence. */
function carriesOver(before: string, after: string): boolean {
  return !sentenceEnd.test(before) && /^\s*["'“«(]?[\p{Ll}\p{Lo}\p{N}]/u.test(after);
}

/** The size that most of the text is set in, in points, to a half. */
function commonSize(lines: readonly PageLine[]): number {
  return mostCommon(lines.map(({ text, size }) => [Math.round(size * 2) / 2, text.length]));
}

function commonLeading({ lines }: Column): number {
  const steps = lines.slice(1).map((line, at) => line.y - (lines[at]?.y ?? line.y));
  return mostCommon(steps.filter((step) => step > 0).map((step) => [Math.round(step * 2) / 2, 1]));
}

function mostCommon(weighted: readonly (readonly [value: number, weight: number])[]): number {
  const weights = new Map<number, number>();
  for (const [value, weight] of weighted) weights.set(value, (weights.get(value) ?? 0) + weight);
  let best = 0;
  for (const [value, weight] of weights) if (weight > (weights.get(best) ?? 0)) best = value;
  return best;
}
