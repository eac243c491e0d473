/** Long work in a worker, cut into slices, between which messages are taken. */

/** Milliseconds of a slice: a question that comes meanwhile waits no longer. */
const sliceLength = 12;

/** Lets messages in that have come meanwhile. */
export function letMessagesIn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/**
 * Goes through the steps of some work, in slices. `isWanted` is asked after each slice: where it says no the work is
 * given up, and false answered. `onSlice` is told after each. A step that is a number above 0 ends its slice, and the
 * work rests for that many milliseconds.
 */
export async function inSlices(
  steps: Iterator<unknown>,
  isWanted: () => boolean,
  onSlice: () => void = () => undefined,
): Promise<boolean> {
  let begun = performance.now();
  for (let step = steps.next(); step.done !== true; step = steps.next()) {
    const rest = typeof step.value === 'number' ? step.value : 0;
    if (rest === 0 && performance.now() - begun < sliceLength) continue;
    onSlice();
    await (rest === 0 ? letMessagesIn() : resting(rest));
    if (!isWanted()) return false;
    begun = performance.now();
  }
  return isWanted();
}

function resting(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
