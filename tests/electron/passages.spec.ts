import { expect, type Page, test } from '@playwright/test';
import { launchWorkbench } from '../support/launch';
import { workbenchPage } from '../support/workbench-page';

/** The window that shows the sample, once the first one has gone. */
async function sampleWindow(window: Page, pages: () => readonly Page[]): Promise<Page> {
  await window.getByRole('textbox', { name: 'Your name' }).fill('Mara Kolt');
  await window.getByRole('button', { name: 'Try the sample project' }).click();
  const found = (): Page | undefined =>
    pages().find((page) => page !== window && /^app:(?!.*parser)/.test(page.url()));
  await expect.poll(() => found() !== undefined).toBe(true);
  await expect.poll(() => window.isClosed()).toBe(true);
  const page = found();
  if (page === undefined) throw new Error('unreachable');
  return page;
}

test('passages of the sample are found, recoded many at once, undone, and opened from the table', async () => {
  test.setTimeout(180_000);
  const { app, window, close } = await launchWorkbench();
  try {
    const page = await sampleWindow(window, () => app.windows());
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    const desk = workbenchPage(page);
    await expect(desk.article).toBeVisible();
    await page.keyboard.press('Alt+2');
    const region = page.getByRole('region', { name: 'Passages' });
    const list = region.getByRole('listbox', { name: 'Passages found' });
    const rows = list.getByRole('option');
    const status = region.getByRole('status').first();
    await expect(status).toContainText('77 passages in 15 documents');

    // By keyboard: Codes, find "Domestic grievance", choose it, close.
    await region.getByRole('button', { name: 'Codes', exact: true }).press('Enter');
    await page.keyboard.type('Domestic');
    await expect(page.getByRole('dialog').getByRole('option')).toHaveCount(1);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(status).toContainText('9 passages in');
    await expect(rows).toHaveCount(9);

    // The sample's passages are Ilse Marrow's: nobody else changes them.
    await list.press('Home');
    await list.press('Control+a');
    await list.press('u');
    await expect(page.getByText('9 by another coder left as they are')).toBeAttached();

    // One's own: three sentences of the text that is open.
    await page.keyboard.press('Alt+1');
    await desk.keys('d', 'd', 'd', '3', 'd', '3', 'd', '3');
    await desk.saved();
    await page.keyboard.press('Alt+2');
    await expect(status).toContainText('3 new');
    await list.press('F5');
    await expect(status).toContainText('12 passages in');
    await region.getByRole('button', { name: 'Filters' }).click();
    await page.getByRole('dialog', { name: 'Filters' }).getByRole('button', { name: /Coder/ }).click();
    await page.getByRole('option', { name: 'Mara Kolt', exact: true }).click();
    await page.keyboard.press('Escape');
    await expect(rows).toHaveCount(3);
    await list.press('Home');
    await list.press('Shift+ArrowDown');
    await list.press('Shift+ArrowDown');
    await expect(status).toContainText('3 selected');
    await list.press('Shift+C');
    // What is chosen is read first.
    await expect(page.getByRole('combobox', { name: 'Code', exact: true })).toBeFocused();
    await page.keyboard.type('Limited mandate');
    await page.keyboard.press('Enter');
    await expect(status).toContainText('3 no longer match');
    await expect(rows.nth(2)).toContainText('Limited mandate');
    await desk.saved();
    await page.keyboard.press('Control+z');
    await expect(status).not.toContainText('no longer');
    await expect(rows.nth(2)).toContainText('Domestic grievance');

    await region.getByRole('button', { name: 'Clear', exact: true }).click();
    await expect(status).toContainText('80 passages');
    await region.getByRole('radio', { name: 'Codes by document' }).check({ force: true });
    const table = region.getByRole('table', { name: 'Codes by document' });
    const cell = table.getByRole('button', { name: /^[1-9]\d* · Request · Dalanov asks allies/ });
    const count = Number(await cell.textContent());
    await cell.press('Enter');
    await expect(rows).toHaveCount(count);
    await expect(status).toContainText(`${count} passages in 1 document`);
    for (let at = 0; at < count; at++) await expect(rows.nth(at)).toContainText('Request');
    expect(errors).toEqual([]);
  } finally {
    await close();
  }
});
