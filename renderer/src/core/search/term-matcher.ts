/** Finds one word or phrase in folded texts. */
import type { Span } from '../model/span';
import { endInText, type FoldedText, foldText, startInText } from './fold';
import type { SearchOptions } from './search-options';
import { isInsideCharacter, isWordEdge } from './word-edges';

export interface TermMatcher {
  /** First to last, not overlapping, in UTF-16 units of the text. `folded` is without case and diacritics. */
  find(text: string, folded: FoldedText): readonly Span[];
}

/** All words of the corpus, folded, that have the same stem as this one; the word itself at least. */
export type FormsOf = (word: string) => readonly string[];

const loose = { matchCase: false, matchDiacritics: false } as const;
/** A blank of a phrase: any white space, over a line's end too, but not over a blank line. */
const gap = '(?: +\\n? *|\\n *)';
/** Signs of words and stars alone: with a hyphen in it a star stands for the rest of one of several words. */
const oneWord = /^[\p{L}\p{M}\p{N}_*]+$/u;
const restOfWord = '[\\p{L}\\p{M}\\p{N}_]*';

/** `forms` is asked where word forms are wanted. A term of blanks and stars alone finds nothing. */
export function createTermMatcher(words: string, options: SearchOptions, forms: FormsOf | null): TermMatcher {
  const folded = foldText(words, loose).folded.trim().replace(/\s+/g, ' ');
  const strict = options.matchCase || options.matchDiacritics ? strictTest(words, options) : null;
  const literal = forms === null && !/[ *]/.test(folded);
  const isWord = options.wholeWords && forms === null && oneWord.test(folded);
  const next = literal
    ? literalSearch(folded)
    : isWord
      ? wordSearch(folded)
      : expressionSearch(folded, forms);
  if (folded.replace(/[ *]/g, '') === '') return { find: () => [] };
  return {
    find: (text, target) => {
      const found: Span[] = [];
      const content = target.folded;
      let from = 0;
      for (let hit = next(content, from); hit !== null; hit = next(content, from)) {
        const isWhole =
          !options.wholeWords || (isWordEdge(content, hit.start) && isWordEdge(content, hit.end));
        const start = isWhole ? startInText(target, hit.start) : -1;
        const end = isWhole ? endInText(target, hit.end) : -1;
        const isHit =
          start >= 0 &&
          end >= 0 &&
          !isInsideCharacter(content, hit.end) &&
          (strict === null || strict(text.slice(start, end)));
        if (isHit) found.push({ start, end });
        from = isHit ? hit.end : hit.start + 1;
      }
      return found;
    },
  };
}

type NextHit = (content: string, from: number) => Span | null;

function literalSearch(word: string): NextHit {
  return (content, from) => {
    const start = content.indexOf(word, from);
    return start < 0 ? null : { start, end: start + word.length };
  };
}

/** A word with stars: its longest part is looked for, then the word round it is held against the whole. */
function wordSearch(word: string): NextHit {
  const part = longest(word.split('*'));
  const expression = new RegExp(sourceOf(word, null), 'uy');
  return (content, from) => {
    let at = content.indexOf(part, from);
    while (at >= 0) {
      let start = at;
      while (start > from && !isWordEdge(content, start)) start -= 1;
      expression.lastIndex = start;
      if (expression.test(content)) return { start, end: expression.lastIndex };
      at = content.indexOf(part, at + 1);
    }
    return null;
  };
}

function expressionSearch(words: string, forms: FormsOf | null): NextHit {
  const expression = new RegExp(sourceOf(words, forms), 'gu');
  // What must be there in any case, for a quick no.
  const anchor = forms === null ? longest(words.split(/[ *]+/)) : '';
  return (content, from) => {
    if (anchor !== '' && !content.includes(anchor, from)) return null;
    expression.lastIndex = from;
    const found = expression.exec(content);
    return found === null ? null : { start: found.index, end: found.index + found[0].length };
  };
}

function sourceOf(words: string, forms: FormsOf | null): string {
  return words
    .split(' ')
    .map((word) => {
      if (word.includes('*')) return word.split('*').map(escaped).join(restOfWord);
      if (forms === null) return escaped(word);
      // The longest first, so that the whole word is taken.
      const all = [...new Set([word, ...forms(word)])].sort((one, other) => other.length - one.length);
      return `(?:${all.map(escaped).join('|')})`;
    })
    .join(gap);
}

/** Whether what was found by folding is written as asked. Forms of a word are held to case and marks by their beginning. */
function strictTest(words: string, options: SearchOptions): (found: string) => boolean {
  const wanted = foldText(words, options).folded.trim().replace(/\s+/g, ' ');
  const expression = new RegExp(`^${sourceOf(wanted, null)}$`, 'u');
  const fold = (text: string): string => foldText(text, options).folded;
  if (!options.wordForms) return (found) => expression.test(fold(found));
  const first = wanted.charAt(0);
  return (found) => fold(found).startsWith(first);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function longest(parts: readonly string[]): string {
  return parts.reduce((best, part) => (part.length > best.length ? part : best), '');
}
