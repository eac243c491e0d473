import { tidyName } from '../commands/codebook-rules';
import type { Span } from '../model/span';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Longest name that is taken from a text, in characters as a person counts them. */
const nameLength = 60;
/** UTF-16 units that surely hold more than a name. */
const enough = 4_000;

/**
 * The name of a code that is called by the words of a passage: in one line, at most 60 characters, cut between words
 * where that keeps at least half of them. A ">" would part the levels of a path and becomes "›".
 */
export function inVivoName(text: string, { start, end }: Span): string {
  const words = tidyName(text.slice(start, Math.min(end, start + enough)).replaceAll('>', '›'));
  const characters = Array.from(segmenter.segment(words), ({ segment }) => segment);
  if (characters.length <= nameLength) return words;
  const cut = characters.slice(0, nameLength).join('');
  const lastSpace = cut.lastIndexOf(' ');
  const isWhole = characters[nameLength] === ' ' || lastSpace < cut.length / 2;
  return (isWhole ? cut : cut.slice(0, lastSpace)).trim();
}
