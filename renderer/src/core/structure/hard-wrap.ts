import type { Span } from '../model/span';

/** Typewriter, e-mail and terminal widths lie well within; a longer line was broken for its meaning. */
const narrowest = 40;
const widest = 120;
/** Of pairs of neighbouring lines: broken where one more word would not have fitted. */
const fullShare = 0.7;
/** Of the lines that follow another: verse and lists begin theirs with capitals. */
const continuedShare = 0.3;
const fewestPairs = 3;

const listMark = /^[ \t]*(?:[-*+•·‣▪–—]|\(?\d{1,3}[.)]|\(?\p{L}\))[ \t]/u;
const goesOnInSentence = /^\s*["'“«(]?(?:\p{Ll}|\p{Lo}|\d)/u;
const endsSentence = /[.!?:;…。！？]["'”’»)]*\s*$/u;

/**
 * The width at which a text was hard-wrapped, in UTF-16 units; `undefined` when its lines end for another reason.
 * `lines` are its non-blank lines.
 */
export function findWrapWidth(text: string, lines: readonly Span[]): number | undefined {
  const pairs: { readonly line: Span; readonly next: Span }[] = [];
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    if (next !== undefined && next.start === line.end + 1) pairs.push({ line, next });
  }
  if (pairs.length < fewestPairs) return undefined;
  const lengths = pairs.map(({ line }) => line.end - line.start).sort((a, b) => a - b);
  const width = lengths[Math.floor((lengths.length - 1) * 0.95)] ?? 0;
  if (width < narrowest || width > widest) return undefined;
  const full = pairs.filter(({ line, next }) => isFull(text, line, next, width)).length;
  const continued = pairs.filter(({ next }) => goesOnInSentence.test(peek(text, next))).length;
  const isWrappedText = full >= pairs.length * fullShare && continued >= pairs.length * continuedShare;
  return isWrappedText ? width : undefined;
}

/** Whether the paragraph that began with `first` and reached `last` goes on in the line after. */
export function isWrapped(text: string, first: Span, last: Span, next: Span, width: number): boolean {
  const ahead = peek(text, next);
  if (listMark.test(ahead)) return false;
  const deeper = indentOf(text, next) > indentOf(text, last);
  if (deeper && !listMark.test(peek(text, first))) return false;
  if (isFull(text, last, next, width)) return true;
  // A line cut short in the middle of its sentence.
  return (
    /^\s*\p{Ll}/u.test(ahead) && !endsSentence.test(text.slice(Math.max(last.start, last.end - 20), last.end))
  );
}

/** Whether the next line's first word would not have fitted on this line. */
function isFull(text: string, line: Span, next: Span, width: number): boolean {
  const word = /^\s*(\S*)/u.exec(text.slice(next.start, Math.min(next.end, next.start + widest)))?.[1] ?? '';
  // Some wrap a little before the widest line: ragged by a few units.
  return line.end - line.start + 1 + word.length > width - 4;
}

function indentOf(text: string, line: Span): number {
  return /^[ \t]*/.exec(peek(text, line))?.[0].length ?? 0;
}

function peek(text: string, line: Span): string {
  return text.slice(line.start, Math.min(line.end, line.start + 40));
}

/** Whether a line begins with a bullet, a number or a letter as items of lists do. */
export function startsListItem(line: string): boolean {
  return listMark.test(line);
}
