import type { Code } from '../model/code';
import type { Id } from '../model/identity';
import { codePath, pathSeparator } from './code-tree';

/** Shortest typed name for which one slip of typing is forgiven, in characters. */
const slipLength = 5;

export interface CodeMatch {
  readonly code: Code;
  /** Names from the top, the code's own last. */
  readonly path: readonly string[];
  /**
   * How the typed words were found. Only a firm match may be marked on its own: Enter never applies a loose one.
   * exact: the whole name or path; words: every typed word begins or stands in the name or path; slip: one letter
   * off; loose: the letters occur in order, scattered.
   */
  readonly how: 'exact' | 'words' | 'slip' | 'loose';
}

const rank = { exact: 0, words: 1, slip: 2, loose: 3 } as const;

export function foldName(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** Codes that answer to what was typed, firmest first, else in the order given; folders are never listed. */
export function matchCodes(
  query: string,
  codes: readonly Code[],
  byId: ReadonlyMap<Id, Code>,
): readonly CodeMatch[] {
  const typed = foldName(query);
  const matches: CodeMatch[] = [];
  for (const code of codes) {
    if (code.kind === 'folder' || code.archived_at !== undefined) continue;
    const path = codePath(code, byId);
    const how = howMatched(typed, foldName(code.name), foldName(path.join(pathSeparator)));
    if (how !== null) matches.push({ code, path, how });
  }
  return matches
    .map((match, index) => ({ match, index }))
    .sort(
      (a, b) =>
        rank[a.match.how] - rank[b.match.how] ||
        startsWith(b.match, typed) - startsWith(a.match, typed) ||
        a.index - b.index,
    )
    .map(({ match }) => match);
}

function startsWith(match: CodeMatch, typed: string): number {
  return foldName(match.code.name).startsWith(typed) ? 1 : 0;
}

function howMatched(typed: string, name: string, path: string): CodeMatch['how'] | null {
  if (typed === '') return 'words';
  if (typed === name || typed === path) return 'exact';
  if (typed.split(' ').every((word) => path.includes(word))) return 'words';
  if (typed.length >= slipLength && name.length >= slipLength && isOneSlip(typed, name)) return 'slip';
  return hasInOrder(typed.replaceAll(' ', ''), path) ? 'loose' : null;
}

/** One letter too many, too few, other, or two neighbours swapped; in the name or in its beginning. */
export function isOneSlip(typed: string, name: string): boolean {
  for (const length of [name.length, typed.length - 1, typed.length, typed.length + 1]) {
    if (length >= 1 && length <= name.length && slipsApart(typed, name.slice(0, length))) return true;
  }
  return false;
}

function slipsApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let tail = 0;
  while (
    tail < a.length - start &&
    tail < b.length - start &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  ) {
    tail++;
  }
  const restA = a.slice(start, a.length - tail);
  const restB = b.slice(start, b.length - tail);
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
