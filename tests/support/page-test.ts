import { existsSync } from 'node:fs';
import { test as base } from '@playwright/test';
import { chromiumPath } from './chromium';

/** The `test` of the page tier: skips with the name of what is missing where there is no Chromium. */
export const test = base.extend<{ chromiumExecutable: string }>({
  chromiumExecutable: [
    async ({ browserName }, use) => {
      base.skip(!existsSync(chromiumPath), `${browserName} is not installed at ${chromiumPath}`);
      await use(chromiumPath);
    },
    { auto: true },
  ],
});

export { expect } from '@playwright/test';
