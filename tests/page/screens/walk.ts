import { expect } from '@playwright/test';
import type { WorkbenchPage } from '../../support/workbench-page';

/** How a screen comes up from where a walk begins, and how it goes again; with Escape where nothing else is said. */
export type Screen = readonly [
  name: string,
  show: (desk: WorkbenchPage) => Promise<void>,
  leave?: (desk: WorkbenchPage) => Promise<void>,
];

/** Screens that one start of the program shows one after another, each from the same beginning. */
export interface Walk {
  readonly name: string;
  readonly begin: (desk: WorkbenchPage) => Promise<void>;
  readonly screens: readonly Screen[];
}

/** A screen that leaves too much behind for another to come after it. */
export const alone = ([name, show]: Screen): Walk => ({
  name,
  begin: () => Promise.resolve(),
  screens: [[name, show, () => Promise.resolve()]],
});

/** Puts away what lies over the text, one Escape after another. */
export async function putAway({ page, article }: WorkbenchPage): Promise<void> {
  const over = page.locator('[role=dialog], [role=menu], [role=listbox][data-trigger], [role=search]');
  await expect(async () => {
    await page.keyboard.press('Escape');
    await expect(over).toHaveCount(0, { timeout: 1000 });
    await article.focus({ timeout: 1000 });
  }).toPass();
}

/** Back to the text from another view. */
export async function backToText({ page, article }: WorkbenchPage): Promise<void> {
  await page.keyboard.press('Alt+1');
  await expect(article).toBeVisible();
}
