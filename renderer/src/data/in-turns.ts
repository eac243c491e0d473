import { pause } from './store-problem';

/** Of more changes than these a single step of a commit would take longer than a frame. */
export const many = 500;
/** Milliseconds that the window is kept from drawing at most, but for the last thing of a turn. */
const turnLength = 8;
/** Milliseconds that a frame is waited for: one that does not come by then is not drawn at all. */
const frameWithin = 50;

/** Visits many things in turns, between which the window draws and answers. */
export async function inTurns<T>(things: Iterable<T>, visit: (thing: T) => unknown): Promise<void> {
  let begun = performance.now();
  for (const thing of things) {
    visit(thing);
    if (performance.now() - begun < turnLength) continue;
    await nextTurn();
    begun = performance.now();
  }
}

/** Resolves once the window has drawn what is new. */
export async function drawn(): Promise<void> {
  if (!document.hidden) {
    const frame = new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
    await Promise.race([frame, pause(frameWithin)]);
  }
  await nextTurn();
}

/** A hidden window draws nothing, and its timers are slowed to one a second or a minute: a message is not. */
function nextTurn(): Promise<void> {
  if (!document.hidden) return pause(0);
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
