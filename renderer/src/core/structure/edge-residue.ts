import type { Span } from '../model/span';
import { leadingResidue, trailingResidue } from './residue-phrases';

/** How far into a paragraph, from either end, residue is looked for. */
const reach = 120;

/** The part of a paragraph behind what a data set put before its text, such as a bare date. */
export function afterLeadingResidue(text: string, paragraph: Span): Span {
  const head = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + reach));
  for (const pattern of leadingResidue) {
    const found = pattern.exec(head);
    if (found !== null) return { start: paragraph.start + found[0].length, end: paragraph.end };
  }
  return { start: paragraph.start, end: paragraph.end };
}

/** The part of a paragraph before a link to the rest of it, with the white space between. */
export function beforeTrailingResidue(text: string, paragraph: Span): Span {
  const from = Math.max(paragraph.start, paragraph.end - reach);
  const tail = text.slice(from, paragraph.end);
  for (const pattern of trailingResidue) {
    const found = pattern.exec(tail);
    if (found === null) continue;
    const gap = found[0].length - found[0].trimStart().length;
    return { start: paragraph.start, end: from + found.index + gap };
  }
  return { start: paragraph.start, end: paragraph.end };
}
