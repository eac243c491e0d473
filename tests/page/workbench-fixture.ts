import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test as pageTest } from '../support/page-test';
import { type ServedPage, servePage } from '../support/serve-folder';
import { type WorkbenchPage, workbenchPage } from '../support/workbench-page';
import type {} from './workbench/workbench';

const folder = resolve(import.meta.dirname, '../fixtures/wire');

/** The fictional wire reports, frozen as they stand. */
export const wireFiles = readdirSync(folder)
  .sort()
  .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));

/** The whole renderer on a bridge in memory, in Debian's Chromium. */
export const test = pageTest.extend<{ desk: WorkbenchPage }, { served: ServedPage }>({
  served: [
    async ({}, use) => {
      const served = await servePage('tests/page/workbench');
      await use(served);
      await served.close();
    },
    { scope: 'worker' },
  ],
  desk: async ({ page, served }, use) => {
    await page.goto(served.url);
    await page.waitForFunction(() => 'workbenchHarness' in globalThis);
    await page.evaluate((files) => window.workbenchHarness.offer(files), wireFiles);
    await page.getByRole('button', { name: 'Open corpus…' }).click();
    const desk = workbenchPage(page);
    await desk.article.waitFor();
    await use(desk);
  },
});

export { expect } from '@playwright/test';
