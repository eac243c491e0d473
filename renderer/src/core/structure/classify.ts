import type { BlockKind } from '../model/block';
import { findBackgroundTail, isBackgroundHeading, isBackgroundSection } from './background';
import { kindsInScope } from './block-scope';
import { type CreditLine, isCaption, readCredit } from './credits';
import type { FoundDate } from './dates';
import { startsListItem } from './hard-wrap';
import { type Opening, readOpening } from './opening';
import type { ParagraphFacts } from './paragraph-facts';
import { findResidue } from './residue';

/** What each paragraph of a text is, by index. */
export interface Classification {
  readonly kinds: readonly BlockKind[];
  readonly opening: Opening;
  /** What credit and date lines say, for those paragraphs that were taken for one. */
  readonly credits: ReadonlyMap<number, CreditLine>;
}

/** More lines of credit in a row are a list of something. */
const mostCredits = 5;
const subheadUnits = 90;
const subheadWords = 10;
const paragraphWords = 15;

/** Gives every paragraph one kind; datelines and residue inside a paragraph are cut out later. */
export function classify(text: string, paragraphs: readonly ParagraphFacts[]): Classification {
  const creditAt = rememberCredits(text, paragraphs);
  const residue = findResidue(paragraphs, (at) => creditAt(at) !== undefined);
  const opening = readOpening(text, paragraphs, residue);
  const kinds = paragraphs.map((paragraph, at): BlockKind => {
    if (residue.has(at)) return 'residue';
    return isCaption(paragraph) ? 'caption' : 'body';
  });
  if (opening.title !== undefined && opening.headline) kinds[opening.title] = 'headline';
  for (const at of opening.decks) kinds[at] = 'deck';
  const credits = edgeCredits(kinds, opening, creditAt);
  for (const [at, credit] of credits) kinds[at] = credit.kind === 'date' ? 'dateline' : 'credit';
  const first = opening.dateline?.at ?? kinds.indexOf('body');
  markSubheads(paragraphs, kinds, first);
  // Captions or headings alone are what the text is about.
  if (!kinds.some((kind) => kindsInScope.has(kind))) {
    for (const [at, kind] of kinds.entries())
      if (kind === 'caption' || kind === 'subhead') kinds[at] = 'body';
  }
  markBackground(text, paragraphs, kinds, opening.dateline);
  return { kinds, opening, credits };
}

function rememberCredits(
  text: string,
  paragraphs: readonly ParagraphFacts[],
): (at: number) => CreditLine | undefined {
  const known = new Map<number, CreditLine | undefined>();
  return (at) => {
    const paragraph = paragraphs[at];
    if (paragraph === undefined) return undefined;
    if (!known.has(at)) known.set(at, readCredit(text, paragraph));
    return known.get(at);
  };
}

/** Lines of credit before the first and after the last paragraph of text; more than a few are a list of their own. */
function edgeCredits(
  kinds: readonly BlockKind[],
  opening: Opening,
  creditAt: (at: number) => CreditLine | undefined,
): ReadonlyMap<number, CreditLine> {
  const credits = new Map<number, CreditLine>();
  const collect = (indices: Iterable<number>, isOne: (credit: CreditLine) => boolean): boolean => {
    const found: [number, CreditLine][] = [];
    for (const at of indices) {
      if (at === opening.dateline?.at) break;
      if (kinds[at] !== 'body') continue;
      const credit = creditAt(at);
      if (credit === undefined || !isOne(credit)) {
        // Between headline and dateline a line may be anything; elsewhere text begins here.
        if (opening.dateline === undefined || at > opening.dateline.at) break;
        continue;
      }
      found.push([at, credit]);
      if (found.length > mostCredits) return false;
    }
    for (const [at, credit] of found) credits.set(at, credit);
    return true;
  };
  // A byline is believed below a headline only: verse may begin "By Silent Waters".
  const isClear = collect(kinds.keys(), (credit) => credit.kind !== 'byline' || opening.headline);
  if (isClear) collect(backwards(kinds.length), () => true);
  const leavesText = kinds.some((kind, at) => kindsInScope.has(kind) && !credits.has(at));
  return leavesText ? credits : new Map<number, CreditLine>();
}

function* backwards(length: number): Generator<number> {
  for (let at = length - 1; at >= 0; at -= 1) yield at;
}

/** Headings, and short lines without an end between a paragraph that ended and a longer one. */
function markSubheads(paragraphs: readonly ParagraphFacts[], kinds: BlockKind[], first: number): void {
  for (const [at, paragraph] of paragraphs.entries()) {
    if (kinds[at] !== 'body') continue;
    if (paragraph.role === 'heading') kinds[at] = 'subhead';
    if (at <= first || paragraph.role !== 'text') continue;
    const before = paragraphs[at - 1];
    const after = paragraphs[at + 1];
    const isShort =
      paragraph.head.length <= subheadUnits &&
      /^[\p{Lu}\p{Lo}\p{N}]/u.test(paragraph.head) &&
      !/[.!?…:;,。！？：；]["'”’»)]*$/u.test(paragraph.head) &&
      !startsListItem(paragraph.head);
    if (!isShort || before?.ended !== true || after?.ended !== true || after.role !== 'text') continue;
    const isBetween =
      kinds[at - 1] !== 'subhead' && kinds[at + 1] === 'body' && after.words() >= paragraphWords;
    if (isBetween && paragraph.words() <= subheadWords) kinds[at] = 'subhead';
  }
}

function markBackground(
  text: string,
  paragraphs: readonly ParagraphFacts[],
  kinds: BlockKind[],
  dateline: Opening['dateline'],
): void {
  const reported: FoundDate | undefined = dateline?.found.date;
  /** The first is what stands before any subhead. */
  const sections: { heading?: ParagraphFacts; readonly body: { at: number; facts: ParagraphFacts }[] }[] = [
    { body: [] },
  ];
  for (const [at, facts] of paragraphs.entries()) {
    if (kinds[at] === 'subhead') sections.push({ heading: facts, body: [] });
    else if (kinds[at] === 'body' && at >= (dateline?.at ?? 0)) sections.at(-1)?.body.push({ at, facts });
  }
  for (const { heading, body } of sections) {
    const facts = body.map((one) => one.facts);
    let start = body.length;
    if (heading !== undefined) {
      const isOne =
        isBackgroundHeading(heading) ||
        (reported !== undefined && isBackgroundSection(text, facts, reported));
      if (isOne) start = 0;
    } else if (sections.length === 1 && reported !== undefined)
      start = findBackgroundTail(text, facts, reported);
    for (const { at } of body.slice(start)) kinds[at] = 'background';
  }
}
