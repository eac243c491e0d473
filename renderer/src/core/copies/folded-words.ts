import type { Span } from '../model/span';
import { knownAgency } from '../structure/agencies';
import { wordSpans } from '../text/words';

/** A word as it stands in a text, in UTF-16 units, with the form by which it is compared. */
export interface FoldedWord extends Span {
  readonly word: string;
}

/** What stands between slashes or brackets may be an agency's mark: "/TASS/", "(Reuters)". */
const enclosed = /[/([]\s*([^/()[\]\n]{2,40}?)\s*[/)\]]/gu;
const plain = /^[a-z0-9]+$/;

/**
 * The words of a stretch of text without what a reprint changes freely: case, the shape of quotation marks,
 * apostrophes and dashes, white space, soft hyphens, forms of composition, and the marks of agencies. Offsets are
 * those of the text as it is.
 */
export function foldedWords(text: string, span: Span): readonly FoldedWord[] {
  const marks = agencyMarks(text, span);
  const words: FoldedWord[] = [];
  for (const { start, end } of wordSpans(text, span)) {
    if (marks.some((mark) => start >= mark.start && end <= mark.end)) continue;
    words.push({ start, end, word: foldWord(text.slice(start, end)) });
  }
  return words;
}

/** The form by which a word is compared. */
export function foldWord(word: string): string {
  const low = word.toLowerCase();
  if (plain.test(low)) return low;
  return low
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[‘’ʼ`´]/g, "'")
    .toLowerCase();
}

function agencyMarks(text: string, { start, end }: Span): readonly Span[] {
  const marks: Span[] = [];
  for (const { 0: whole, 1: name, index } of text.slice(start, end).matchAll(enclosed)) {
    if (name !== undefined && knownAgency(name) !== undefined)
      marks.push({ start: start + index, end: start + index + whole.length });
  }
  return marks;
}
