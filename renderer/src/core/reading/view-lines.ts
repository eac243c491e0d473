import { graphemeStart } from '../text/graphemes';
import type { Paragraph } from './reading-units';

/** What is laid out as one: a paragraph, or a part of a very long one. Its blocks are those of the paragraph. */
export interface ViewLine extends Paragraph {
  /** Whether it is where its paragraph begins. */
  readonly begins: boolean;
  /** Whether it is where its paragraph ends. */
  readonly ends: boolean;
}

/** UTF-16 units: a paragraph of more is laid out in parts, of at most so many. */
const longest = { paragraph: 12_000, part: 5_000 } as const;
/** UTF-16 units before the end of a part in which white space is looked for. */
const reach = 400;

/**
 * The lines of a text, in its order. Laying out a paragraph costs more than its length says: one of a million units
 * without a line feed would keep the window from answering for ten seconds, parts of it come as they are looked at. A
 * part ends behind white space, else between two characters.
 */
export function viewLines(paragraphs: readonly Paragraph[], text: string): readonly ViewLine[] {
  return paragraphs.flatMap((paragraph): readonly ViewLine[] => {
    if (paragraph.end - paragraph.start <= longest.paragraph)
      return [{ ...paragraph, begins: true, ends: true }];
    const parts: ViewLine[] = [];
    for (let start = paragraph.start; start < paragraph.end; ) {
      const end = partEnd(text, start, paragraph.end);
      parts.push({
        ...paragraph,
        start,
        end,
        begins: start === paragraph.start,
        ends: end === paragraph.end,
      });
      start = end;
    }
    return parts;
  });
}

function partEnd(text: string, start: number, end: number): number {
  const most = start + longest.part;
  if (most >= end) return end;
  const from = most - reach;
  const space = /\s(?=\S*$)/u.exec(text.slice(from, most));
  return space === null ? graphemeStart(text, most) : from + space.index + 1;
}
