import { isCaption, readCredit } from './credits';
import { type Dateline, findDateline } from './dateline';
import { afterLeadingResidue } from './edge-residue';
import { startsListItem } from './hard-wrap';
import type { ParagraphFacts } from './paragraph-facts';

/** How a text begins: indices into its paragraphs. */
export interface Opening {
  /** The line that gives the title. */
  readonly title?: number;
  /** The title line stands apart from what follows, as a headline does and the first line of a poem does not. */
  readonly headline: boolean;
  readonly decks: readonly number[];
  readonly dateline?: { readonly at: number; readonly found: Dateline };
}

/** Title: 4 to 25 words. */
const titleWords = { least: 4, most: 25 };
const deckWords = 60;
const mostDecks = 3;
/** Words of the text below lines of credit, which tell that the deck above them is one. */
const paragraphBelowCredits = 12;
/** Paragraphs among which a dateline is looked for. */
const reach = 14;

/** What stands before the text proper; `skip` holds residue. */
export function readOpening(
  text: string,
  paragraphs: readonly ParagraphFacts[],
  skip: ReadonlySet<number>,
): Opening {
  const start = skip.size === 0 ? 0 : firstOutside(skip, paragraphs.length);
  const dateline = findFirstDateline(text, paragraphs, skip, start);
  const title = findTitle(text, paragraphs, skip, dateline?.at);
  if (title === undefined) return { headline: false, decks: [], ...(dateline && { dateline }) };
  const headline = standsApart(paragraphs, title, dateline?.at);
  const decks = headline ? findDecks(text, paragraphs, skip, title, dateline?.at) : [];
  return { title, headline, decks, ...(dateline && { dateline }) };
}

function firstOutside(skip: ReadonlySet<number>, length: number): number {
  for (let at = 0; at < length; at += 1) if (!skip.has(at)) return at;
  return length;
}

function findFirstDateline(
  text: string,
  paragraphs: readonly ParagraphFacts[],
  skip: ReadonlySet<number>,
  start: number,
): Opening['dateline'] {
  for (let at = start; at < Math.min(paragraphs.length, start + reach); at += 1) {
    const paragraph = paragraphs[at];
    if (paragraph === undefined || skip.has(at) || paragraph.role !== 'text') continue;
    const found = findDateline(text, afterLeadingResidue(text, paragraph));
    if (found !== undefined && readCredit(text, paragraph) === undefined) return { at, found };
  }
  return undefined;
}

/**
 * The title rule: the first line of 4 to 25 words that is not residue, stands before the dateline and before any
 * longer paragraph, and does not end in a full stop. A heading of any length serves too.
 */
function findTitle(
  text: string,
  paragraphs: readonly ParagraphFacts[],
  skip: ReadonlySet<number>,
  dateline: number | undefined,
): number | undefined {
  for (const [at, paragraph] of paragraphs.entries()) {
    if (at === dateline) return undefined;
    if (skip.has(at) || paragraph.role === 'item') continue;
    if (paragraph.role === 'heading') return at;
    if (paragraph.words() > titleWords.most) return undefined;
    const isTitle =
      paragraph.words() >= titleWords.least &&
      !paragraph.stopped &&
      !startsListItem(paragraph.head) &&
      !isCaption(paragraph) &&
      readCredit(text, paragraph) === undefined;
    if (isTitle) return at;
  }
  return undefined;
}

function standsApart(
  paragraphs: readonly ParagraphFacts[],
  title: number,
  dateline: number | undefined,
): boolean {
  const line = paragraphs[title];
  const next = paragraphs[title + 1];
  if (line === undefined || next === undefined) return line?.role === 'heading';
  return line.role === 'heading' || dateline !== undefined || line.apart || next.words() > titleWords.most;
}

/**
 * Paragraphs between headline and dateline. Without a dateline only one, directly below the headline, that does
 * not end as a sentence does while a longer paragraph after it does.
 */
function findDecks(
  text: string,
  paragraphs: readonly ParagraphFacts[],
  skip: ReadonlySet<number>,
  title: number,
  dateline: number | undefined,
): readonly number[] {
  const isDeck = (at: number): boolean => {
    const paragraph = paragraphs[at];
    if (paragraph === undefined || skip.has(at) || paragraph.role !== 'text') return false;
    return (
      paragraph.words() <= deckWords && !isCaption(paragraph) && readCredit(text, paragraph) === undefined
    );
  };
  const between = Array.from(
    { length: (dateline ?? title + 2) - title - 1 },
    (_, index) => title + 1 + index,
  );
  const decks = between.filter(isDeck);
  if (dateline !== undefined) {
    const others = between.filter((at) => (paragraphs[at]?.words() ?? 0) > deckWords);
    return decks.length <= mostDecks && others.length === 0 ? decks : [];
  }
  const deck = paragraphs[title + 1];
  // Who wrote it, and when, may stand between the deck and the text.
  let at = title + 2;
  for (let line = paragraphs[at]; at < title + 2 + mostDecks; line = paragraphs[at]) {
    if (line === undefined || readCredit(text, line) === undefined) break;
    at += 1;
  }
  const next = paragraphs[at];
  const leastText = at > title + 2 ? paragraphBelowCredits : titleWords.most;
  const isOne =
    deck !== undefined && next !== undefined && deck.words() >= titleWords.least && !deck.ended && deck.apart;
  return isOne && next.role === 'text' && next.ended && next.words() > leastText ? decks : [];
}
