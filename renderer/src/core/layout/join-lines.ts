const softHyphen = '\u00AD';
const brokenWord = /(\p{L}+)[-\u2010]$/u;
/** Scripts that put no spaces between words, and their punctuation. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFF65]/u;
const restOfWord = /^(\p{Ll}+)/u;
/** What goes on a compound, as in "Aune-Veld", and is never the rest of a broken word. */
const restOfCompound = /^[\p{Lu}\p{N}]/u;
/** Behind these a hyphen stands for what comes later, as in "two- and three-storey"; "black-and-white" is one word. */
const conjunction = /^(?:and|or|und|oder|bis|sowie|et|ou|e|o|y|и|или)(?![\p{L}\p{N}-])/u;

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
 * the word without it elsewhere and not with it. Else it stays, and the word stays together; but for a conjunction,
 * before which the hyphen belongs to the first word alone.
 */
export function joinLines(before: string, after: string, words: KnownWords): string {
  const start = before.trimEnd();
  const end = after.trimStart();
  if (start.endsWith(softHyphen)) return start.slice(0, -1) + end;
  const head = brokenWord.exec(start)?.[1];
  if (head !== undefined && restOfCompound.test(end)) return start + end;
  const tail = restOfWord.exec(end)?.[1];
  if (head === undefined || tail === undefined) {
    const isSpaced = start !== '' && !(unspaced.test(start.slice(-1)) && unspaced.test(end.slice(0, 1)));
    return isSpaced ? `${start} ${end}` : start + end;
  }
  const joined = (head + tail).toLowerCase();
  const isCertain = words.has(joined) && !words.has(`${head}-${tail}`.toLowerCase());
  if (isCertain) return start.slice(0, -1) + end;
  return conjunction.test(end) ? `${start} ${end}` : start + end;
}
