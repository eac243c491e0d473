import type { Page } from '@playwright/test';

declare global {
  var benchFrames: { readonly taken: number[]; isOver: boolean };
}

/** Begins to note the milliseconds between the frames of a page. */
export function countFrames(page: Page): Promise<void> {
  return page.evaluate(() => {
    globalThis.benchFrames = { taken: [], isOver: false };
    let last = performance.now();
    const step = (now: number): void => {
      globalThis.benchFrames.taken.push(now - last);
      last = now;
      if (!globalThis.benchFrames.isOver) requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
}

/** Ends it. */
export function framesCounted(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => {
    globalThis.benchFrames.isOver = true;
    return globalThis.benchFrames.taken.slice(1);
  });
}
