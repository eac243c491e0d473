import { countPlainWords } from '../text/count-plain-words';
import { countWords } from '../text/words';
import type { Paragraph } from './paragraphs';

/** What the rules ask of a paragraph, found once. */
export interface ParagraphFacts extends Paragraph {
  /** Its beginning, up to `headLength` units, white space made single spaces and taken off the ends. */
  readonly head: string;
  /** `head` is all of it. */
  readonly whole: boolean;
  /** Ends as a sentence does: a full stop, question or exclamation mark, ellipsis, also before closing quotes. */
  readonly ended: boolean;
  /** Ends in a full stop that is not part of an abbreviation such as "U.S.". */
  readonly stopped: boolean;
  /** Number of words; infinite where it is longer than `head`. */
  readonly words: () => number;
}

const headLength = 600;
/** Room for closing quotes, brackets, spaces and an abbreviation such as "U.S.S.R.". */
const tailLength = 24;
const ended = /[.!?…。！？।؟۔][\])"'”’»]*$/u;
const stopped = /[.。।۔][\])"'”’»]*$/u;
/** White space that is not a single space already. Asked first, since making all of them anew takes longer than all else. */
const untidy = / {2}|[^\S ]/u;
const initialism = /(?:^|[^\p{L}])(?:\p{Lu}\.){2,}$/u;

export function describeParagraph(text: string, paragraph: Paragraph): ParagraphFacts {
  const { start, end } = paragraph;
  const beginning = text.slice(start, Math.min(end, start + headLength));
  const head = (untidy.test(beginning) ? beginning.replace(/\s+/gu, ' ') : beginning).trim();
  const tail = text.slice(Math.max(start, end - tailLength), end).trimEnd();
  const whole = end - start <= headLength;
  let words: number | undefined;
  return {
    ...paragraph,
    head,
    whole,
    ended: ended.test(tail),
    stopped: stopped.test(tail) && !initialism.test(tail),
    words: () => {
      words ??= whole ? (countPlainWords(head) ?? countWords(head)) : Infinity;
      return words;
    },
  };
}
