import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { launchWorkbench, type Workbench } from '../support/launch';
import { selectWords } from '../support/select-words';
import { workbenchPage } from '../support/workbench-page';

const size = { width: 1440, height: 900 } as const;

async function take(page: Page, name: string): Promise<void> {
  await page.mouse.move(size.width - 4, size.height - 4);
  await page.screenshot({
    path: resolve(import.meta.dirname, `../../docs/images/${name}.png`),
    animations: 'disabled',
  });
}

const fitWindow = ({ app }: Workbench) =>
  app.evaluate(({ BrowserWindow }, { width, height }) => {
    for (const each of BrowserWindow.getAllWindows()) {
      if (each.isVisible()) each.setContentSize(width, height);
    }
  }, size);

const showsSize = (page: Page) =>
  page.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, size);

test('pictures of the sample project', async () => {
  const workbench = await launchWorkbench();
  const { app, window: first } = workbench;
  try {
    await first.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await first.getByRole('textbox', { name: 'Your name' }).fill('Mara Kolt');
    await fitWindow(workbench);
    await showsSize(first);
    await take(first, 'first-screen');
    await first.getByRole('button', { name: 'Try the sample project' }).click();
    const isNext = (page: Page): boolean => page !== first && page.url().endsWith('/index.html');
    await expect.poll(() => app.windows().filter(isNext).length).toBe(1);
    const page = app.windows().find(isNext);
    if (page === undefined) throw new Error('unreachable');
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    const desk = workbenchPage(page);
    await expect(desk.documents.getByRole('option')).toHaveCount(18);
    await fitWindow(workbench);
    await showsSize(page);

    // Circulated and distinct, once all texts were read.
    await expect(desk.codes.getByRole('row', { name: /^External interference/ })).toContainText('14 · 13');

    await selectWords(desk, 'Dalanov, who dismissed the cabinet');
    await desk.keys('Escape', 'c');
    await page.getByRole('combobox', { name: 'Code', exact: true }).fill('l');
    await take(page, 'palette');
    await page.keyboard.press('Escape');

    await selectWords(desk, 'confirmed that he had been telephoned shortly after two o’clock in the morning');
    await desk.keys('7');
    await page.getByRole('combobox', { name: 'Stance of Request' }).selectOption('affirms');
    await desk.keys('w');
    await page.keyboard.type('Boris Aldan');
    await page.keyboard.press('Enter');
    await desk.keys('m');
    await page.keyboard.type('A call in the night is not a vote: who was asked, and when?');
    await page.keyboard.press('Escape');
    await desk.saved();
    // Away and back again: the passage comes into view.
    await desk.keys('[', ']');
    // What was just said lies over the text for a moment.
    await expect(page.locator('output').last()).toHaveCSS('opacity', '0');
    await take(page, 'reading');
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await take(page, 'dark');
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });

    await page.keyboard.press('Alt+2');
    await page.getByRole('radio', { name: 'Codes by document' }).check({ force: true });
    await expect(page.getByRole('table', { name: 'Codes by document' })).toBeVisible();
    await take(page, 'codes-by-document');
  } finally {
    await workbench.close();
  }
});
