import { memosUnderWay } from './memo-actions';

/** What is under way; null when nothing is. */
let running: Promise<void> | null = null;

/**
 * Does work in the order in which it was asked for, at once when nothing is under way: a key pressed while the one
 * before is being committed acts on what that one left, however fast a person types. What was typed in a memo just
 * before is among it.
 */
export function inTurn(work: () => void | Promise<void>): void {
  void takeTurn(work);
}

/** The same, answering when it is done; undefined where it was done at once. */
export function takeTurn(work: () => void | Promise<void>): Promise<void> | undefined {
  const before = running ?? memosUnderWay();
  const begun = before === null ? work() : before.then(work);
  if (begun === undefined) return undefined;
  const turn: Promise<void> = begun.finally(() => {
    if (running === turn) running = null;
  });
  running = turn;
  return turn;
}
