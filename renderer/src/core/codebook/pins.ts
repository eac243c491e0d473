import type { Code } from '../model/code';
import type { Id } from '../model/identity';
import { codesInOrder } from './code-tree';

/** Which codes the keys 1 to 9 apply, as one coder set them on one device. */
export interface Pins {
  /** Key by code. */
  readonly keys: Readonly<Record<Id, number>>;
  /** Codes whose pin was taken off by hand: never pinned again unasked. */
  readonly refused: readonly Id[];
}

export const noPins: Pins = { keys: {}, refused: [] };

const pinKeys = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/**
 * The keys in force: those set by hand, and the keys left free given to the codes that have none, in codebook
 * order, so that the first codes of a project work by key without any setting. A key once given stays.
 */
export function fillPins(pins: Pins, codes: readonly Code[]): Pins {
  const usable = codesInOrder(codes).filter(
    ({ kind, archived_at }) => kind === 'code' && archived_at === undefined,
  );
  const known = new Set(usable.map(({ id }) => id));
  const kept = Object.entries(pins.keys).filter(([id]) => known.has(id));
  const taken = new Set(kept.map(([, key]) => key));
  const free = pinKeys.filter((key) => !taken.has(key));
  const pinned = new Set(kept.map(([id]) => id));
  const waiting = usable.filter(({ id }) => !pinned.has(id) && !pins.refused.includes(id));
  const given = free
    .slice(0, waiting.length)
    .map((key, index): [Id, number] => [waiting[index]?.id ?? '', key]);
  if (given.length === 0 && kept.length === Object.keys(pins.keys).length) return pins;
  return { keys: Object.fromEntries([...kept, ...given]), refused: pins.refused };
}

/** Gives a code a key, taking it from whichever code had it; null takes the code's key off. */
export function setPin(pins: Pins, code: Id, key: number | null): Pins {
  const others = Object.entries(pins.keys).filter(([id, taken]) => id !== code && taken !== key);
  if (key === null)
    return { keys: Object.fromEntries(others), refused: [...new Set([...pins.refused, code])] };
  return {
    keys: Object.fromEntries([...others, [code, key]]),
    refused: pins.refused.filter((id) => id !== code),
  };
}
