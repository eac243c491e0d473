import type { Outcome } from '@preload/contract';
import { fail, succeed } from './outcome';

export interface HeldCommit {
  /** Holds a part until the last one comes. One that begins a commit drops what is left of another. */
  hold(part: string): Outcome<null>;
  /** The whole commit of which this is the last part, or all; null for the rest of one whose beginning is not here. */
  end(last: string): string | null;
}

/**
 * A commit that is too long to cross the bridge at once comes in parts, cut between two of its changes: only the first
 * begins with "[", each further one with a comma. `longest`: UTF-16 units of all that is held at most.
 */
export function createHeldCommit(longest: number): HeldCommit {
  let parts: string[] = [];
  let length = 0;
  const drop = (): void => {
    parts = [];
    length = 0;
  };
  const isRest = (part: string): boolean => part.startsWith(',');
  return {
    hold: (part) => {
      if (!isRest(part)) drop();
      else if (parts.length === 0) return fail({ code: 'invalid-request' });
      length += part.length;
      if (length > longest) {
        drop();
        return fail({ code: 'too-large' });
      }
      parts.push(part);
      return succeed(null);
    },
    end: (last) => {
      const held = parts;
      drop();
      if (!isRest(last)) return last;
      return held.length === 0 ? null : [...held, last].join('');
    },
  };
}
