import type { Span } from '../model/span';
import { findWrapWidth, isWrapped } from './hard-wrap';
import type { ParagraphRole, StructureHints } from './structure-hints';

export interface Paragraph extends Span {
  readonly role: ParagraphRole;
  /** A blank line, or the end of the text, follows. */
  readonly apart: boolean;
}

/**
 * The paragraphs of a frozen text: its non-blank lines, or, in hard-wrapped text, its runs of lines that were
 * broken only for their length. A paragraph covers its lines whole, with the white space at their ends.
 */
export function splitParagraphs(text: string, hints: StructureHints = {}): readonly Paragraph[] {
  const lines = splitLines(text);
  const paragraphs: Paragraph[] = [];
  const width = hints.paragraphs === undefined ? findWrapWidth(text, lines) : undefined;
  const hinted = hints.paragraphs?.values();
  let hint = hinted?.next().value;
  for (let at = 0; at < lines.length; at += 1) {
    const first = lines[at];
    if (first === undefined) break;
    let last = first;
    for (;;) {
      const next = lines[at + 1];
      if (next === undefined || next.start !== last.end + 1) break;
      const goesOn =
        hint !== undefined
          ? hint.end > next.start
          : width !== undefined && isWrapped(text, first, last, next, width);
      if (!goesOn) break;
      last = next;
      at += 1;
    }
    const next = lines[at + 1];
    paragraphs.push({
      start: first.start,
      end: last.end,
      role: hint?.role ?? 'text',
      apart: next === undefined || next.start !== last.end + 1,
    });
    while (hint !== undefined && hint.start < last.end) hint = hinted?.next().value;
  }
  return paragraphs;
}

/** The lines that hold something other than white space, without their line feeds. */
export function splitLines(text: string): readonly Span[] {
  const lines: Span[] = [];
  const visible = /\S/gu;
  // Kept from line to line: a search each would read a stretch of blank lines once for every line in it.
  let nextVisible = -1;
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    if (nextVisible < start) {
      visible.lastIndex = start;
      nextVisible = visible.exec(text)?.index ?? text.length;
    }
    if (nextVisible < end) lines.push({ start, end });
    start = end + 1;
  }
  return lines;
}
