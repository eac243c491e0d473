import type { Locator, Page } from '@playwright/test';
import type { ViewSettings } from '@preload/contract';

export const region = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
export const dialog = (page: Page, name: string): Locator => page.getByRole('dialog', { name });

export const token = (page: Page, name: string): Promise<string> =>
  page.evaluate((property) => getComputedStyle(document.body).getPropertyValue(property).trim(), name);

/** The settings that the window handed over last. */
export const kept = (page: Page): Promise<ViewSettings | undefined> =>
  page.evaluate(() => window.workbenchHarness.bridge.kept.at(-1)?.view);

export async function reload(page: Page): Promise<void> {
  await page.reload();
  await page.getByRole('button', { name: 'Export…' }).waitFor();
}

/** Where a box begins and how wide it is, in whole pixels. */
export async function across(box: Locator): Promise<readonly [left: number, width: number]> {
  const found = await box.boundingBox();
  return [Math.round(found?.x ?? -1), Math.round(found?.width ?? -1)];
}
