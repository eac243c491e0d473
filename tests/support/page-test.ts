import { existsSync } from 'node:fs';
import { test as base } from '@playwright/test';
import { chromiumPath } from './chromium';
import { type KeptPage, keepPage } from './kept-page';

/**
 * The `test` of the page tier: skips with the name of what is missing where there is no Chromium. Its page is emptied
 * and used again, in a browser profile of the worker's own.
 */
export const test = base.extend<{ chromiumExecutable: string }, { keptPage: KeptPage }>({
  chromiumExecutable: [
    async ({ browserName }, use) => {
      base.skip(!existsSync(chromiumPath), `${browserName} is not installed at ${chromiumPath}`);
      await use(chromiumPath);
    },
    { auto: true },
  ],
  keptPage: [
    async ({ browser }, use) => {
      const kept = keepPage(browser);
      await use(kept);
      await kept.close();
    },
    { scope: 'worker' },
  ],
  page: async ({ keptPage, viewport }, use) => {
    await use(await keptPage.take(viewport ?? { width: 1440, height: 900 }));
    await keptPage.giveBack();
  },
  context: async ({ page }, use) => {
    await use(page.context());
  },
});

export { expect } from '@playwright/test';
