/** The words of a text by sentence, in few bytes. */
import { isInScopeAt, sentencesOf } from '../corpus/packed-structure';
import type { CorpusText } from '../corpus/text-corpus';
import type { Span } from '../model/span';
import { wordSpans } from '../text/words';
import type { TermNumbers } from './term-numbers';

export const likenessUnits = ['sentence', 'paragraph'] as const;
export type LikenessUnit = (typeof likenessUnits)[number];

export interface LikenessText {
  /** Five numbers a sentence in scope: start and end in the text, its paragraph, its words, where its terms end. */
  readonly rows: Uint32Array;
  /** Sentence by sentence: a term's number times 16, and how often it stands there (15 at most). */
  readonly terms: Uint32Array;
}

/** A sentence or paragraph while it is gone through. */
export interface LikenessPart extends Span {
  /** In words. */
  readonly length: number;
  /** The stretch of `terms` that is its own. */
  readonly from: number;
  readonly to: number;
}

const rowWidth = 5;
const mostOften = 15;

export const termOf = (packed: number): number => packed >>> 4;
export const timesOf = (packed: number): number => packed & mostOften;

/** Residue, captions and whatever else is out of scope is no passage to be found. */
export function likenessText(content: CorpusText, language: string, numbers: TermNumbers): LikenessText {
  const { text } = content;
  const rows: number[] = [];
  const terms: number[] = [];
  let paragraph = -1;
  let last = -1;
  for (const { start, end } of sentencesOf(content)) {
    if (!isInScopeAt(content, start)) continue;
    const counts = new Map<number, number>();
    let words = 0;
    for (const word of wordSpans(text, { start, end })) {
      const term = numbers.of(language, text.slice(word.start, word.end));
      counts.set(term, (counts.get(term) ?? 0) + 1);
      words += 1;
    }
    if (words === 0) continue;
    if (last < 0 || text.slice(last, start).includes('\n')) paragraph += 1;
    last = end;
    for (const [term, times] of counts) terms.push(term * 16 + Math.min(mostOften, times));
    rows.push(start, end, paragraph, words, terms.length);
  }
  return { rows: Uint32Array.from(rows), terms: Uint32Array.from(terms) };
}

/** The sentences of a text, or its paragraphs: all sentences with no line feed between them. */
export function* partsOf({ rows }: LikenessText, unit: LikenessUnit): Generator<LikenessPart> {
  let from = 0;
  for (let row = 0; row < rows.length; row += rowWidth) {
    const start = rows[row] ?? 0;
    const paragraph = rows[row + 2];
    let length = rows[row + 3] ?? 0;
    while (unit === 'paragraph' && row + rowWidth < rows.length && rows[row + rowWidth + 2] === paragraph) {
      row += rowWidth;
      length += rows[row + 3] ?? 0;
    }
    const to = rows[row + 4] ?? 0;
    yield { start, end: rows[row + 1] ?? 0, length, from, to };
    from = to;
  }
}
