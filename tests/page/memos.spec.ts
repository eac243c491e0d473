import type { WorkbenchPage } from '../support/workbench-page';
import { box, codeOne, linesWith, write } from './memo-steps';
import { expect, test } from './workbench-fixture';

const boxes: readonly (readonly [name: string, open: (desk: WorkbenchPage) => Promise<void>])[] = [
  ['Memo', (desk) => desk.annotations.getByRole('button').click()],
  [
    'Coding memo',
    async (desk) => {
      await desk.annotations.getByRole('button').click();
      await expect(box(desk.page, 'Memo')).toBeVisible();
      if ((await box(desk.page, 'Coding memo').count()) > 0) return;
      await desk.page.getByRole('button', { name: 'Memo on legitimacy' }).click();
    },
  ],
  [
    'Code memo',
    async (desk) => {
      if ((await box(desk.page, 'Code memo').count()) > 0) return;
      await desk.codes.getByRole('row', { name: /^legitimacy/ }).click();
    },
  ],
  [
    'Document memo',
    async (desk) => {
      await desk.article.press('Escape');
      await expect(box(desk.page, 'Memo')).toHaveCount(0);
    },
  ],
  ['Project memo', ({ page }) => page.keyboard.press('Alt+3')],
];

for (const [name, open] of boxes) {
  test(`${name}: one step for undo a session, and there again after a reload`, async ({ desk, page }) => {
    await codeOne(desk);
    await open(desk);
    await write(page, name, 'First');
    // Kept within a second, while one writes on: more than one line of the journal, and still one step.
    await expect.poll(() => linesWith(page, 'First')).toBe(1);
    await page.keyboard.type(' words');
    await expect.poll(() => linesWith(page, 'First words')).toBe(1);
    await page.keyboard.press('Escape');
    await expect(box(page, name)).not.toBeFocused();
    await open(desk);
    await write(page, name, ', then more');
    await page.keyboard.press('Escape');
    await desk.saved();

    const undo = page.getByRole('button', { name: 'Undo' });
    await open(desk);
    await undo.click();
    await expect(box(page, name)).toHaveText('First words');
    await undo.click();
    await expect(box(page, name)).toHaveText('');
    const redo = page.getByRole('button', { name: 'Redo' });
    await redo.click();
    await redo.click();
    await expect(box(page, name)).toHaveText('First words, then more');
    await desk.saved();

    await page.reload();
    await desk.documents.getByRole('option').first().click();
    await expect(desk.annotations.getByRole('listitem')).toHaveCount(1);
    await open(desk);
    await expect(box(page, name)).toHaveText('First words, then more');
  });
}

test('rows of codes and documents with a memo say so', async ({ desk, page }) => {
  await codeOne(desk);
  await desk.codes.getByRole('row', { name: 'legitimacy' }).click();
  await write(page, 'Code memo', 'A rule.');
  await page.keyboard.press('Escape');
  await expect(desk.codes.getByRole('row', { name: /^legitimacy.*has a memo$/ })).toBeFocused();
  await desk.keys('Escape', 'Escape');
  await write(page, 'Document memo', 'A remark.');
  await page.keyboard.press('Escape');
  await expect(desk.documents.getByRole('option', { name: /has a memo/ })).toHaveCount(1);
  await write(page, 'Document memo', '');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Escape');
  await expect(desk.documents.getByRole('option', { name: /has a memo/ })).toHaveCount(0);
});

test('keys that follow m at once are the memo’s or nobody’s, never the text’s', async ({ desk, page }) => {
  await desk.keys('d', 'd', 'd');
  await page.evaluate(() => {
    const article = document.querySelector('article');
    for (const key of ['m', 'd', '1', 'x'])
      article?.dispatchEvent(
        new KeyboardEvent('keydown', {
          key,
          code: `Key${key.toUpperCase()}`,
          bubbles: true,
          cancelable: true,
        }),
      );
  });
  await expect(box(page, 'Memo')).toBeFocused();
  await expect(desk.annotations.getByRole('listitem')).toHaveCount(1);
  await expect(desk.annotations.getByRole('listitem')).toContainText('no code');
});
