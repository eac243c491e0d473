import type { Browser, BrowserContext, CDPSession, Page, ViewportSize } from '@playwright/test';

/** What outlasts a document and cannot be taken back: a page that it was done to is not used again. */
const lasting = [
  ...['addInitScript', 'exposeBinding', 'exposeFunction', 'route', 'routeFromHAR', 'routeWebSocket'],
  ...['addCookies', 'grantPermissions', 'newCDPSession', 'newPage', 'setExtraHTTPHeaders', 'setOffline'],
] as const;

/** What a test may listen for. The rest of a page's events are Playwright's own business too. */
const heard = [
  ...['console', 'dialog', 'download', 'filechooser', 'framenavigated', 'pageerror', 'popup', 'worker'],
  ...['request', 'requestfailed', 'requestfinished', 'response'],
] as const;

/** Playwright's own, as a new page has them. */
const media = {
  colorScheme: 'light',
  contrast: 'no-preference',
  forcedColors: 'none',
  media: null,
  reducedMotion: 'no-preference',
} as const;

/** A page for one test after another: a new one would load and compile the whole program anew, a second of work. */
export interface KeptPage {
  /** A page that is as good as new. */
  take(viewport: ViewportSize): Promise<Page>;
  /** Empties the page for the next test, or closes it where something was done to it that outlasts this. */
  giveBack(): Promise<void>;
  close(): Promise<void>;
}

interface Opened {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly cdp: CDPSession;
  /** Where the page has been: each may have stored something. */
  readonly origins: Set<string>;
}

export function keepPage(browser: Browser): KeptPage {
  let opened: Opened | null = null;
  let isSpent = false;
  const close = async (): Promise<void> => {
    await opened?.context.close();
    opened = null;
  };
  const open = async (viewport: ViewportSize): Promise<Opened> => {
    const context = await browser.newContext({ viewport });
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    isSpent = false;
    for (const target of [context, page]) {
      tellOf(target, () => {
        isSpent = true;
      });
    }
    return { context, page, cdp, origins: new Set() };
  };
  return {
    take: async (viewport) => {
      opened ??= await open(viewport);
      const { page, origins } = opened;
      page.on('framenavigated', (frame) => origins.add(new URL(frame.url()).origin));
      await page.setViewportSize(viewport);
      return page;
    },
    giveBack: async () => {
      if (opened === null) return;
      const { context, page } = opened;
      if (isSpent || page.isClosed() || context.pages().length > 1) await close();
      else await empty(opened);
    },
    close,
  };
}

/** Tells when one of the lasting things is done to a page or its context. */
function tellOf(target: Page | BrowserContext, done: () => void): void {
  for (const name of lasting) {
    const own: unknown = Reflect.get(target, name);
    if (typeof own !== 'function') continue;
    Reflect.set(target, name, (...given: readonly unknown[]): unknown => {
      done();
      const answer: unknown = Reflect.apply(own, target, given);
      return answer;
    });
  }
}

async function empty({ page, cdp, origins }: Opened): Promise<void> {
  for (const event of heard) page.removeAllListeners(event);
  await page.evaluate(() => {
    if (location.origin !== 'null') sessionStorage.clear();
    window.name = '';
  });
  await page.goto('about:blank');
  await page.mouse.up();
  await page.mouse.move(0, 0);
  for (const key of ['Shift', 'Control', 'Alt', 'Meta']) await page.keyboard.up(key);
  for (const origin of origins) {
    if (origin !== 'null') await cdp.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  }
  origins.clear();
  await cdp.send('Page.resetNavigationHistory');
  await page.emulateMedia(media);
}
