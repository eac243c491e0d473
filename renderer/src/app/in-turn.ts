import { memosUnderWay } from './memo-actions';

/** What is under way; null when nothing is. */
let running: Promise<void> | null = null;

/**
 * Does work in the order in which it was asked for, at once when nothing is under way: a key pressed while the one
 * before is being committed acts on what that one left, however fast a person types. What was typed in a memo just
 * before is among it.
 */
export function inTurn(work: () => void | Promise<void>): void {
  const before = running ?? memosUnderWay();
  const begun = before === null ? work() : before.then(work);
  if (begun === undefined) return;
  const turn: Promise<void> = begun.finally(() => {
    if (running === turn) running = null;
  });
  running = turn;
}
