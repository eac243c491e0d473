import { expect, type Page } from '@playwright/test';

/** Drags files and folders of the system over the window and drops them, as Chromium hears of it. */
export async function drop(page: Page, paths: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  const at = { x: 400, y: 300, data };
  await session.send('Input.dispatchDragEvent', { type: 'dragEnter', ...at });
  await session.send('Input.dispatchDragEvent', { type: 'dragOver', ...at });
  await expect(page.getByText('Drop to open these texts')).toBeVisible();
  await session.send('Input.dispatchDragEvent', { type: 'drop', ...at });
}
