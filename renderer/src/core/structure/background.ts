import { attributionPhrases, attributionVerbs } from './attribution-words';
import { type FoundDate, findDates } from './dates';
import type { ParagraphFacts } from './paragraph-facts';
import { findSentences } from './sentences';

const headings: ReadonlySet<string> = new Set([
  ...['background', 'context', 'previously', 'what happened before', 'backgrounder'],
  ...['справка', 'контекст', 'предыстория', 'что произошло ранее'],
]);
const attribution = new RegExp(
  `(?<!\\p{L})(?:${[...attributionVerbs, ...attributionPhrases].join('|').replaceAll(' ', '\\s+')})(?!\\p{L})`,
  'iu',
);
/** Four words or more between quotation marks are somebody speaking; fewer may be a name or a borrowed word. */
const quotation = /["“„«](?:[^\s"“”„«»]+\s+){3}[^"“”„«»]{0,2000}(?:["”“»]|$)/u;
/** Days between an event and the report, below which it is the news and above which the year is another. */
const soonest = 2;
const furthest = 200;
/** UTF-16 units at the head of a paragraph in which its date is looked for. */
const reach = 600;

/** Whether the words of a subhead alone promise background. */
export function isBackgroundHeading(paragraph: ParagraphFacts): boolean {
  return headings.has(paragraph.head.toLowerCase().replace(/[\s:.]+$/u, ''));
}

/**
 * Whether the paragraphs under a subhead tell what went before the report: the first names a day well before the
 * dateline's, and nobody is quoted. A rule of thumb from TASS, which puts such a section under most reports.
 */
export function isBackgroundSection(
  text: string,
  section: readonly ParagraphFacts[],
  reported: FoundDate,
): boolean {
  const [first] = section;
  return (
    first !== undefined &&
    namesEarlierDay(text, first, reported) &&
    !section.some((one) => isQuoting(text, one))
  );
}

/**
 * Where background begins without a subhead: at the first paragraph of the last run in which nobody is quoted and
 * nothing is attributed, that names a day well before the dateline's. Returns its index, or the length.
 */
export function findBackgroundTail(
  text: string,
  body: readonly ParagraphFacts[],
  reported: FoundDate,
): number {
  let start = body.length;
  for (const [at, paragraph] of [...body.entries()].reverse()) {
    // The paragraph of the dateline is the news itself.
    if (at === 0 || isQuoting(text, paragraph) || isAttributed(text, paragraph)) break;
    if (namesEarlierDay(text, paragraph, reported)) start = at;
  }
  return start;
}

function isQuoting(text: string, paragraph: ParagraphFacts): boolean {
  return quotation.test(text.slice(paragraph.start, paragraph.end));
}

function isAttributed(text: string, paragraph: ParagraphFacts): boolean {
  return attribution.test(text.slice(paragraph.start, paragraph.end));
}

/** A day named in the first sentence of a paragraph lies before the report, whatever the year. */
function namesEarlierDay(text: string, paragraph: ParagraphFacts, reported: FoundDate): boolean {
  const head = { start: paragraph.start, end: Math.min(paragraph.end, paragraph.start + reach) };
  const [sentence] = findSentences(text, head);
  const date = findDates(text, sentence ?? head).find((one) => one.day !== undefined);
  if (date === undefined) return false;
  const days = dayOfYear(reported) - dayOfYear(date);
  if (date.year !== undefined && reported.year !== undefined) {
    return days + 365 * (reported.year - date.year) >= soonest;
  }
  const back = (days + 365) % 365;
  return back >= soonest && back <= furthest;
}

function dayOfYear(date: FoundDate): number {
  return Math.round((Date.UTC(2001, date.month - 1, date.day ?? 1) - Date.UTC(2001, 0, 1)) / 86_400_000);
}
