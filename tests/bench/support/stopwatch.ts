/** Measures inside the page: from the moment an input event came to the frame that shows what it led to. */
import type { Page } from '@playwright/test';

/** What must be on screen. */
export type Shown =
  /** The article named so, with something painted in it where `painted`. */
  | { readonly kind: 'document'; readonly title: string; readonly painted: boolean }
  /** A passage painted as the one in hand; none. */
  | { readonly kind: 'in-hand' }
  | { readonly kind: 'let-go' }
  /** Other words in the first element that the selector finds. */
  | { readonly kind: 'changed'; readonly selector: string; readonly before: string }
  /** Nothing but a pair of frames. */
  | { readonly kind: 'nothing' };

export interface Timed {
  /** Milliseconds to the start of the frame after the one that showed it. */
  readonly painted: number;
  /** Milliseconds until the window said "Saved" again; null where it never said anything else. */
  readonly durable: number | null;
}

interface Stopwatch {
  arm(shown: Shown, event: 'keydown' | 'click', durable: boolean): void;
  result(): Promise<Timed>;
}

declare global {
  var benchStopwatch: Stopwatch;
}

/** Puts the stopwatch into a page; once after each load. */
export async function installStopwatch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const isShown = (shown: Shown): boolean => {
      const painted = [...CSS.highlights].filter(([, highlight]) => highlight.size > 0).map(([name]) => name);
      switch (shown.kind) {
        case 'document': {
          const article = document.querySelector('article');
          if (article?.ariaLabel !== shown.title || article.textContent === '') return false;
          return !shown.painted || painted.some((name) => name.startsWith('fw-line-'));
        }
        case 'in-hand':
          return painted.some((name) => name.startsWith('fw-hand-'));
        case 'let-go':
          return !painted.some((name) => name.startsWith('fw-hand-'));
        case 'changed': {
          const words = document.querySelector(shown.selector)?.textContent ?? '';
          return words !== '' && words !== shown.before;
        }
        case 'nothing':
          return true;
      }
    };
    let running: Promise<Timed> = Promise.reject(new Error('Not armed'));
    running.catch(() => undefined);
    globalThis.benchStopwatch = {
      arm: (shown, event, wantsDurable) => {
        running = new Promise((resolve, reject) => {
          const begin = ({ timeStamp }: Event): void => {
            const painted = new Promise<number>((resolvePainted) => {
              let isPainted = false;
              // Looked at before a frame is laid out and once it is: what is put on screen while it is laid out is
              // in that very frame.
              const look = (): void => {
                if (isPainted) resolvePainted(performance.now() - timeStamp);
                else if (performance.now() - timeStamp > 60_000)
                  reject(new Error(`Never shown: ${JSON.stringify(shown)}`));
                else {
                  isPainted = isShown(shown);
                  if (!isPainted)
                    afterLayout(() => {
                      isPainted = isShown(shown);
                    });
                  requestAnimationFrame(look);
                }
              };
              requestAnimationFrame(look);
            });
            const durable = wantsDurable ? untilSaved().then((at) => at - timeStamp) : Promise.resolve(null);
            void Promise.all([painted, durable]).then(([one, other]) =>
              resolve({ painted: one, durable: other }),
            );
          };
          window.addEventListener(event, begin, { capture: true, once: true });
        });
      },
      result: () => running,
    };
    /** Acts when the page is laid out for the frame that begins, after all observers that there are by now. */
    function afterLayout(act: () => void): void {
      const observer = new ResizeObserver(() => {
        observer.disconnect();
        act();
      });
      observer.observe(document.documentElement);
    }
    function untilSaved(): Promise<number> {
      const status = document.querySelector('output[data-state]');
      return new Promise((resolve) => {
        if (status === null) {
          resolve(Number.NaN);
          return;
        }
        let wasSaving = false;
        const observer = new MutationObserver(() => {
          const state = status.getAttribute('data-state');
          if (state === 'saving') wasSaving = true;
          if (!wasSaving || state !== 'saved') return;
          observer.disconnect();
          resolve(performance.now());
        });
        observer.observe(status, { attributes: true });
      });
    }
  });
}

/** Presses a key and answers when what it leads to is shown. */
export async function timeKey(page: Page, key: string, shown: Shown, durable = false): Promise<Timed> {
  await page.evaluate(([what, wantsDurable]) => benchStopwatch.arm(what, 'keydown', wantsDurable), [
    shown,
    durable,
  ] as const);
  await page.keyboard.press(key);
  return page.evaluate(() => benchStopwatch.result());
}

/** Milliseconds from a key that does nothing to the start of the frame after the next, each time. */
export async function timeEmptyFrames(page: Page, count: number): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let n = 0; n < count; n += 1) {
    taken.push((await timeKey(page, 'F9', { kind: 'nothing' })).painted);
  }
  return taken;
}
