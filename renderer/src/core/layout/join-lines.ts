const softHyphen = '\u00AD';
const brokenWord = /(\p{L}+)[-\u2010]$/u;
/** Scripts that put no spaces between words, and their punctuation. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFF65]/u;
const restOfWord = /^(\p{Ll}+)/u;

/** The words of a text, to tell by which of two spellings it has elsewhere. */
export interface KnownWords {
  has(word: string): boolean;
}

/** Lower-case words of lines, hyphenated ones whole; what a line ends or begins with is left out where it was cut. */
export function knownWords(lines: Iterable<string>): KnownWords {
  const words = new Set<string>();
  let cutBefore = false;
  for (const line of lines) {
    const isCut = brokenWord.test(line);
    const found = line.toLowerCase().match(/\p{L}+(?:[-\u2010'’]\p{L}+)*/gu) ?? [];
    const whole = found.slice(cutBefore ? 1 : 0, isCut ? -1 : undefined);
    for (const word of whole) words.add(word.replaceAll('\u2010', '-'));
    cutBefore = isCut;
  }
  return words;
}

/**
 * One line put behind another. A hyphen at the end is undone where that is certain: it is a soft one, or the text has
 * the word without it elsewhere and not with it. Else it stays, and the word stays together.
 */
export function joinLines(before: string, after: string, words: KnownWords): string {
  const start = before.trimEnd();
  const end = after.trimStart();
  if (start.endsWith(softHyphen)) return start.slice(0, -1) + end;
  const head = brokenWord.exec(start)?.[1];
  const tail = restOfWord.exec(end)?.[1];
  if (head === undefined || tail === undefined) {
    const isSpaced = start !== '' && !(unspaced.test(start.slice(-1)) && unspaced.test(end.slice(0, 1)));
    return isSpaced ? `${start} ${end}` : start + end;
  }
  const joined = (head + tail).toLowerCase();
  const isCertain = words.has(joined) && !words.has(`${head}-${tail}`.toLowerCase());
  return (isCertain ? start.slice(0, -1) : start) + end;
}
