import type { Span } from '../model/span';
import { pieces } from './pieces';

/** A fixed locale: what counts as a word must not hang on the language of the machine. */
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/**
 * The Unicode rules for words, narrowed to the letters of Latin and Cyrillic and the marks of ordinary text, where
 * they need no tables: ten times the segmenter's speed, and the same result (held against it by a test).
 */
const letter = 'A-Za-zªµºÀ-ÖØ-öø-ʯЀ-ҁҊ-ԯ';
const simpleWord = new RegExp(
  `(?:[${letter}\\d]|(?<=[${letter}])[.'’‘](?=[${letter}])|(?<=\\d)[.,;'’‘](?=\\d))+`,
  'g',
);
/** Anything else, and a colon between letters, of which versions of Unicode think differently. */
const beyondSimple = new RegExp(
  `[^${letter}\\d\\t\\n \\u00A0!"#$%&'()*+,\\-./:;<=>?@[\\]^\`{|}~§©«®°»‐-―‘’“”„…‹›№]|[${letter}]:[${letter}]`,
);

/** The words (Unicode word boundaries, with dictionaries for scripts without spaces) that lie in a stretch of text. */
export function* wordSpans(text: string, span: Span): Generator<Span> {
  for (const piece of pieces(text, span)) {
    const content = text.slice(piece.start, piece.end);
    for (const { start, end } of wordsIn(content))
      yield { start: piece.start + start, end: piece.start + end };
  }
}

/** Number of words in a stretch of text; by default in all of it. */
export function countWords(text: string, span: Span = { start: 0, end: text.length }): number {
  let count = 0;
  for (const piece of pieces(text, span)) count += wordsIn(text.slice(piece.start, piece.end)).length;
  return count;
}

/** How far on each side of an offset a word may reach. */
const reach = 256;

/**
 * The word at an offset of one paragraph: the one that holds the unit there, else the one that ends there;
 * `undefined` between words.
 */
export function wordAt(text: string, paragraph: Span, offset: number): Span | undefined {
  const around = {
    start: startNear(text, Math.max(paragraph.start, offset - reach), paragraph.start),
    end: Math.min(paragraph.end, offset + reach),
  };
  let before: Span | undefined;
  for (const word of wordSpans(text, around)) {
    if (word.start > offset) break;
    if (offset < word.end) return word;
    if (offset === word.end) before = word;
  }
  return before;
}

/** The first place behind white space from an offset on, so that no half word starts the stretch. */
function startNear(text: string, from: number, paragraphStart: number): number {
  if (from === paragraphStart) return from;
  const space = text.slice(from, from + reach).search(/\s/u);
  return space < 0 ? from : from + space + 1;
}

function wordsIn(content: string): readonly Span[] {
  const words: Span[] = [];
  if (!beyondSimple.test(content)) {
    for (const { 0: word, index } of content.matchAll(simpleWord))
      words.push({ start: index, end: index + word.length });
    return words;
  }
  for (const { index, segment, isWordLike } of segmenter.segment(content)) {
    // Lines to fill in ("____") pass for words.
    if (isWordLike === true && /[^_]/.test(segment))
      words.push({ start: index, end: index + segment.length });
  }
  return words;
}
