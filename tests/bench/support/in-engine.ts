import type { Page } from '@playwright/test';
import { servePage } from '../../support/serve-folder';
import type {} from '../engine/engine';
import { drive, emptyWindowFolder } from './program';

/** Runs `work` on the page of tests/bench/engine in an empty window of the same engine. */
export async function inEngine<T>(work: (page: Page) => Promise<T>): Promise<T> {
  const served = await servePage('tests/bench/engine');
  const { page, close } = await drive({ folder: emptyWindowFolder, env: { EMPTY_WINDOW_URL: served.url } });
  try {
    await page.waitForFunction(() => 'benchEngine' in globalThis);
    return await work(page);
  } finally {
    await close();
    await served.close();
  }
}
