import { pause } from './store-problem';

/** Milliseconds that the window is kept from drawing at most, but for the last thing of a turn. */
const turnLength = 8;

/** Of more changes than these a single step of a commit would take longer than a frame. */
export const many = 500;

/** Visits many things in turns, between which the window draws and answers. */
export async function inTurns<T>(things: Iterable<T>, visit: (thing: T) => unknown): Promise<void> {
  let begun = performance.now();
  for (const thing of things) {
    visit(thing);
    if (performance.now() - begun < turnLength) continue;
    await pause(0);
    begun = performance.now();
  }
}
