import type { ConsoleMessage } from '@playwright/test';
import { test as base, expect } from '../support/page-test';
import { type ServedPage, servePage } from '../support/serve-folder';

export interface Gallery {
  readonly open: (scene: string, size?: { readonly width: number; readonly height: number }) => Promise<void>;
  /** What the components asked for, "move Name parent index" and the like. */
  readonly asked: readonly string[];
}

/** Panels on their own, each in the scene that its address names. */
export const test = base.extend<{ gallery: Gallery }, { served: ServedPage }>({
  served: [
    async ({ browserName: _ }, use) => {
      const served = await servePage('tests/page/gallery');
      await use(served);
      await served.close();
    },
    { scope: 'worker' },
  ],
  gallery: async ({ page, served }, use) => {
    const asked: string[] = [];
    const wrong: string[] = [];
    page.on('console', (message: ConsoleMessage) => {
      if (message.type() === 'log') asked.push(message.text());
      else wrong.push(message.text());
    });
    page.on('pageerror', (error) => wrong.push(error.message));
    const open: Gallery['open'] = async (scene, size = { width: 300, height: 800 }) => {
      await page.setViewportSize(size);
      await page.goto(`${served.url}#${scene}`);
      await expect(page.locator('main')).toBeAttached();
    };
    await use({ open, asked });
    expect(wrong).toEqual([]);
  },
});

export { expect } from '../support/page-test';
