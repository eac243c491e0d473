import type { PassageTarget } from '../model/annotation';
import type { Span } from '../model/span';
import { contextLength, splitsPair } from './describe-anchor';
import { type SimilarPlace, similarPlaces } from './similar-places';
import type { SharedRun } from './text-diff';
import { standsOnce, type TrustedRuns, trustedRuns } from './trusted-runs';

/**
 * How a passage came into a later version of its text, or that it did not. `kept`: word for word, where it was.
 * `edited`: where it was, with other words in it. `quote`: word for word, elsewhere. `similar`: nearly, elsewhere.
 */
export type Carried =
  | { readonly how: 'kept' | 'edited' | 'quote' | 'similar'; readonly span: Span; readonly score: number }
  | { readonly how: 'orphan' };

/** A similar place counts with this score and this far before the next, and only for passages of this many units. */
const leastScore = 0.9;
const leastMargin = 0.1;
const leastLength = 12;
/** Longer ones are not searched for: the time grows with their length times that of the text. */
const longestSearched = 2_000;
/** Units at either end of a similar place that must be the passage's own: else where it ends would be a guess. */
const sameEnds = 8;
/** Of a passage's units, that must be left of it where it was. */
const leastKept = 0.5;

/**
 * Answers for one passage after the other where it stands in the later version, certain or not at all: by what is
 * shared around it; else its exact words with their context, standing once; else words so similar that no other place
 * comes near. Anything else is an orphan. `runs`: what the versions share.
 */
export function passageCarrier(
  before: string,
  after: string,
  runs: readonly SharedRun[],
): (target: PassageTarget) => Carried {
  const trusted = trustedRuns(before, after, runs);
  return (target) => {
    const { start, end, quote } = target;
    if (before.slice(start, end) !== quote || quote === '') return { how: 'orphan' };
    const edged = (searched: Found): Found =>
      searched !== undefined && hasSameEdges(before, target, after, searched.span) ? searched : undefined;
    const found =
      placedSpan(trusted, before, after, target) ??
      edged(quotedSpan(before, after, target)) ??
      edged(similarSpan(before, after, target));
    if (found === undefined || splitsPair(after, found.span.start) || splitsPair(after, found.span.end))
      return { how: 'orphan' };
    return found;
  };
}

type Found = Exclude<Carried, { readonly how: 'orphan' }> | undefined;

const wordSign = /[\p{L}\p{M}\p{N}]/u;

/**
 * Whether a place that was searched for begins and ends as the passage did: between two words where it did, and within
 * the same word where it cut one. Else it may have taken a piece of another word for its own.
 */
function hasSameEdges(before: string, own: Span, after: string, found: Span): boolean {
  return (
    wordLeftOf(before, own.start) === wordLeftOf(after, found.start) &&
    wordRightOf(before, own.end) === wordRightOf(after, found.end)
  );
}

/** What of a word stands before a place within it; '' where none is cut. */
function wordLeftOf(text: string, place: number): string {
  let from = place;
  while (from > 0 && wordSign.test(text.charAt(from - 1))) from -= 1;
  return wordSign.test(text.charAt(place)) ? text.slice(from, place) : '';
}

function wordRightOf(text: string, place: number): string {
  let to = place;
  while (to < text.length && wordSign.test(text.charAt(to))) to += 1;
  return wordSign.test(text.charAt(place - 1)) ? text.slice(place, to) : '';
}

/** By position: its first and its last unit, or what lies next to them inside it, are shared for sure. */
function placedSpan(
  trusted: TrustedRuns,
  before: string,
  after: string,
  { start, end, quote }: PassageTarget,
): Found {
  const first = movedEdge(trusted, before, after, start, 'start');
  const last = movedEdge(trusted, before, after, end, 'end');
  if (first === undefined || last === undefined || first >= last) return undefined;
  const span = trimmed(after, { start: first, end: last }, quote);
  if (after.slice(span.start, span.end) === quote) return { how: 'kept', span, score: 1 };
  let kept = 0;
  for (let at = Math.max(0, trusted.runBefore(start)); at < trusted.runs.length; at += 1) {
    const run = trusted.runs[at];
    if (run === undefined || run.before >= end) break;
    kept += Math.max(0, Math.min(end, run.before + run.length) - Math.max(start, run.before));
  }
  const score = kept / Math.max(quote.length, span.end - span.start);
  return score >= leastKept ? { how: 'edited', span, score } : undefined;
}

/** Without the white space that a word left at an edge when it went. */
function trimmed(text: string, { start, end }: Span, quote: string): Span {
  const found = text.slice(start, end);
  const lead = /^\s/u.test(quote) ? 0 : found.length - found.trimStart().length;
  const trail = /\s$/u.test(quote) ? 0 : found.length - found.trimEnd().length;
  return lead === found.length ? { start, end } : { start: start + lead, end: end - trail };
}

/** Where the edge of a passage went: one beside a word that was replaced goes with what replaced it. */
function movedEdge(
  trusted: TrustedRuns,
  before: string,
  after: string,
  place: number,
  edge: 'start' | 'end',
): number | undefined {
  const { runs, runAt, runBefore, isTrusted } = trusted;
  const inside = edge === 'start' ? place : place - 1;
  const own = runAt(inside);
  if (own >= 0) {
    const run = runs[own];
    return run !== undefined && isTrusted(own) ? place + run.after - run.before : undefined;
  }
  const at = runBefore(inside);
  const [left, right] = [runs[at], runs[at + 1]];
  if (left === undefined || right === undefined || !isTrusted(at) || !isTrusted(at + 1)) return undefined;
  const leftEnd = { before: left.before + left.length, after: left.after + left.length };
  // One word in the place of one: with more it could be either edge of what was put in.
  const gone = before.slice(leftEnd.before, right.before);
  const come = after.slice(leftEnd.after, right.after);
  if (/\s/u.test(gone + come)) return undefined;
  // What stands in the place of the passage's own word, or of a part of it, is of the passage.
  if (edge === 'start') return come === '' ? right.after : leftEnd.after;
  return come === '' ? leftEnd.after : right.after;
}

/** The exact words with all the context on one side at least, standing once. */
function quotedSpan(before: string, after: string, { quote, prefix, suffix }: PassageTarget): Found {
  const tries = [
    [prefix, suffix],
    [prefix, ''],
    ['', suffix],
    ['', ''],
  ] as const;
  for (const [left, right] of tries) {
    const part = left + quote + right;
    const isTelling = part.length >= contextLength && quote.length >= 2;
    if (!isTelling || !standsOnce(before, part) || !standsOnce(after, part)) continue;
    const start = after.indexOf(part) + left.length;
    return { how: 'quote', span: { start, end: start + quote.length }, score: 1 };
  }
  return undefined;
}

function similarSpan(before: string, after: string, { quote }: PassageTarget): Found {
  if (quote.length < leastLength || quote.length > longestSearched) return undefined;
  const best = onlySimilar(after, quote);
  if (best === undefined || best.score < leastScore) return undefined;
  const found = after.slice(best.start, best.end);
  const sameStart = found.slice(0, sameEnds) === quote.slice(0, sameEnds);
  if (!sameStart || found.slice(-sameEnds) !== quote.slice(-sameEnds)) return undefined;
  // Had it a twin before, this may be what became of the twin.
  if (onlySimilar(before, quote) === undefined) return undefined;
  return { how: 'similar', span: { start: best.start, end: best.end }, score: best.score };
}

/** The most similar place, where the next is well behind. */
function onlySimilar(text: string, quote: string): SimilarPlace | undefined {
  const errors = Math.floor(quote.length * (1 - leastScore + leastMargin));
  const [best, next] = similarPlaces(text, quote, errors).toSorted((one, other) => other.score - one.score);
  return next !== undefined && best !== undefined && best.score - next.score < leastMargin ? undefined : best;
}
