import type { Code } from '../model/code';
import type { Id } from '../model/identity';
import { codePath, pathSeparator } from './code-tree';
import { foldName, foldWords } from './fold-name';

/** Shortest name in which one slip of typing is forgiven, in letters. */
const slipLength = 5;

export interface CodeMatch {
  readonly code: Code;
  /** Names from the top, the code's own last. */
  readonly path: readonly string[];
  /**
   * How the typed words were found. Only a firm match may be marked on its own: Enter never applies a loose one.
   * exact: the whole name or path; words: the name or path holds every typed word (of a typed path, level by level);
   * slip: the whole name or path but for one slip of typing; loose: the letters occur in order, scattered.
   */
  readonly how: 'exact' | 'words' | 'slip' | 'loose';
}

const rank = { exact: 0, words: 1, slip: 2, loose: 3 } as const;

interface Candidate {
  readonly match: CodeMatch;
  /** Among matches of one kind: the name begins with what was typed, holds it, or only the path does. */
  readonly nearness: number;
}

/** Codes that answer to what was typed, firmest first, else in the order given; folders are never listed. */
export function matchCodes(
  query: string,
  codes: readonly Code[],
  byId: ReadonlyMap<Id, Code>,
): readonly CodeMatch[] {
  const typed = levelsOf(query).join(pathSeparator);
  const candidates: Candidate[] = [];
  for (const code of codes) {
    if (code.kind === 'folder' || code.archived_at !== undefined) continue;
    const path = codePath(code, byId);
    const how = howMatched(typed, path);
    if (how !== null) candidates.push({ match: { code, path, how }, nearness: nearness(typed, code.name) });
  }
  return candidates
    .sort((a, b) => rank[a.match.how] - rank[b.match.how] || a.nearness - b.nearness)
    .map(({ match }) => match);
}

/** The levels of a typed path: "a>b" and "a > b" are the same. */
function levelsOf(query: string): readonly string[] {
  return query.split(pathSeparator.trim()).map((level) => level.trim());
}

function nearness(typed: string, name: string): number {
  const words = foldWords(typed);
  const folded = foldWords(name);
  if (folded.startsWith(words)) return 0;
  return words.split(' ').every((word) => folded.includes(word)) ? 1 : 2;
}

function howMatched(typed: string, path: readonly string[]): CodeMatch['how'] | null {
  if (typed === '') return 'words';
  const name = path.at(-1) ?? '';
  const whole = path.join(pathSeparator);
  if (foldName(typed) === foldName(name) || foldName(typed) === foldName(whole)) return 'exact';
  const words = foldWords(typed);
  if (holdsWords(words, path.map(foldWords))) return 'words';
  if ([name, whole].some((target) => isOneSlip(words, foldWords(target)))) return 'slip';
  return hasInOrder(words.replaceAll(' ', ''), foldWords(whole)) ? 'loose' : null;
}

/** Words without a level may stand anywhere in the path; a typed path has its levels in the same order. */
function holdsWords(typed: string, path: readonly string[]): boolean {
  const holds = (text: string | undefined, words: string): boolean =>
    text !== undefined && words.split(' ').every((word) => text.includes(word));
  const levels = typed.split(pathSeparator);
  if (levels.length === 1) return holds(path.join(pathSeparator), typed);
  const last = levels.at(-1) ?? '';
  if (!holds(path.at(-1), last)) return false;
  let at = 0;
  for (const level of levels.slice(0, -1)) {
    while (at < path.length - 1 && !holds(path[at], level)) at++;
    if (at === path.length - 1) return false;
    at++;
  }
  return true;
}

/**
 * The same but for one letter too many, too few, other, or two neighbours swapped; in names long enough for it. Another
 * digit makes another name: "Wave 2" is no slip of "Wave 1".
 */
export function isOneSlip(typed: string, name: string): boolean {
  const a = Array.from(typed);
  const b = Array.from(name);
  if (b.length < slipLength || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - start && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const restA = a.slice(start, a.length - tail);
  const restB = b.slice(start, b.length - tail);
  if ([...restA, ...restB].some((letter) => /\p{Nd}/u.test(letter))) return false;
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}

function hasInOrder(letters: string, text: string): boolean {
  let at = 0;
  for (const letter of letters) {
    const found = text.indexOf(letter, at);
    if (found < 0) return false;
    at = found + letter.length;
  }
  return true;
}
