import type { Id, Time } from '../../model/identity';
import { sameValue } from '../same-value';

/**
 * When something was last said: the time, how sure it is where no time is known, and the change that said it (empty
 * where only the record tells). Of two the later one counts, in whatever order they are heard of.
 */
export type Mark = readonly [at: Time, rank: number, change: Id];

/** Older than anything that was ever said. */
export const noMark: Mark = ['', 0, ''];

/** Older still: of what was never said at all. */
export const unsaid: Mark = ['', -1, ''];

export function compareMarks(one: Mark, other: Mark): number {
  for (const at of [0, 1, 2] as const) {
    const [a, b] = [one[at], other[at]];
    if (a !== b) return a < b ? -1 : 1;
  }
  return 0;
}

export function laterMark(one: Mark, other: Mark): Mark {
  return compareMarks(one, other) < 0 ? other : one;
}

export function isMark(value: unknown): value is Mark {
  if (!Array.isArray(value) || value.length !== 3) return false;
  const [at, rank, change] = value as readonly unknown[];
  return typeof at === 'string' && typeof rank === 'number' && typeof change === 'string';
}

/** A value as a text that does not depend on the order of its fields. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return value === undefined ? '' : JSON.stringify(value);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join()}}`;
}

export interface Said {
  readonly value: unknown;
  readonly mark: Mark;
}

/** Which of two values counts: the one said later; where nothing tells, the one that sorts last, here as anywhere. */
export function joinSaid(here: Said, there: Said): 'same' | 'here' | 'there' {
  if (sameValue(here.value, there.value)) return 'same';
  const order = compareMarks(here.mark, there.mark);
  const wins = order === 0 ? canonical(here.value) < canonical(there.value) : order < 0;
  return wins ? 'there' : 'here';
}
