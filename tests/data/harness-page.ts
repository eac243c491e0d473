import type { Page } from '@playwright/test';
import { test as pageTest } from '../support/page-test';
import { type ServedPage, servePage } from '../support/serve-folder';

/** The page of this folder's harness, opened in a browser profile of its own. */
export const test = pageTest.extend<{ harnessPage: Page }, { served: ServedPage }>({
  served: [
    async ({}, use) => {
      const served = await servePage('tests/data/harness');
      await use(served);
      await served.close();
    },
    { scope: 'worker' },
  ],
  harnessPage: async ({ page, served }, use) => {
    await page.goto(served.url);
    await page.waitForFunction(() => 'harness' in globalThis);
    await use(page);
  },
});

export { expect } from '@playwright/test';
