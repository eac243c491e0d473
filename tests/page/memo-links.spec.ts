import type { Page } from '@playwright/test';
import { box, codeOne, linesWith, rows, write } from './memo-steps';
import { expect, test } from './workbench-fixture';

/** Chooses the first place that answers to the words. */
const link = async (page: Page, words: string): Promise<void> => {
  const chooser = page.getByRole('combobox', { name: 'Link to' });
  await expect(chooser).toBeFocused();
  await page.keyboard.type(words);
  await expect(page.getByRole('listbox', { name: 'Places' }).getByRole('option').first()).toContainText(
    new RegExp(words, 'i'),
  );
  await page.keyboard.press('Enter');
  await expect(chooser).toHaveCount(0);
};

test('[[ and the keys for it put one in, and it leads to code, document and passage', async ({
  desk,
  page,
}) => {
  await codeOne(desk);
  const quote = (await desk.quotes())[0] ?? '';
  await desk.keys('Escape');
  const documents = desk.documents.getByRole('option');
  await documents.nth(3).click();
  await write(page, 'Document memo', 'See [[');
  await link(page, 'legitimacy');
  await page.keyboard.type(', [[');
  await link(page, quote.slice(0, 24));
  await page.keyboard.type(' and ');
  await page.keyboard.press('Control+Shift+K');
  await link(page, 'first pilots');
  await page.keyboard.type('.');
  const memo = box(page, 'Document memo');
  await expect(memo.getByRole('link')).toHaveCount(3);
  await expect(memo).toHaveText(/^See legitimacy, .+ and .+\.$/);
  await desk.saved();

  await memo
    .getByRole('link')
    .first()
    .click({ modifiers: ['Control'] });
  await expect(desk.codes.getByRole('row', { name: /^legitimacy/ })).toHaveAttribute('aria-selected', 'true');
  // A click alone puts the cursor there; Ctrl+Enter opens what it is in.
  await memo.getByRole('link').nth(1).click();
  await expect(memo).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(desk.annotations.locator('[aria-current="true"]')).toHaveText(quote);
  await expect(documents.first()).toHaveAttribute('aria-selected', 'true');
  await expect(desk.article).toBeFocused();

  // A quick hand: the key comes before the editor has heard of the click.
  await documents.nth(3).click();
  await expect(memo.getByRole('link')).toHaveCount(3);
  await memo.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Then this');
  await desk.saved();
  await memo
    .getByRole('link')
    .nth(1)
    .evaluate((anchor) => {
      getSelection()?.collapse(anchor.querySelector('span')?.firstChild ?? anchor, 2);
      const ways = { key: 'Enter', code: 'Enter', ctrlKey: true, bubbles: true, cancelable: true };
      anchor.dispatchEvent(new KeyboardEvent('keydown', ways));
    });
  await expect(documents.first()).toHaveAttribute('aria-selected', 'true');
  await expect(desk.article).toBeFocused();
});

test('selected words become the label; Escape leaves what was typed', async ({ desk, page }) => {
  await codeOne(desk);
  await desk.keys('Escape');
  await write(page, 'Document memo', 'the rule');
  await page.keyboard.press('Control+Shift+ArrowLeft');
  await page.getByRole('button', { name: 'Link…' }).click();
  await link(page, 'legitimacy');
  const memo = box(page, 'Document memo');
  await expect(memo.getByRole('link', { name: 'rule' })).toBeVisible();
  await page.keyboard.type(' [[');
  await expect(page.getByRole('combobox', { name: 'Link to' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(memo).toBeFocused();
  await page.keyboard.type('!');
  await expect(memo).toHaveText('the rule [[!');
  await page.keyboard.press('Escape');
  await desk.saved();
  await expect.poll(() => linesWith(page, '[rule](fw:code/')).toBeGreaterThan(0);
});

test('one whose place is gone says so, in the box and in the view', async ({ desk, page }) => {
  await codeOne(desk);
  await desk.keys('Escape');
  await write(page, 'Document memo', 'See [[');
  await link(page, 'legitimacy');
  await page.keyboard.press('Escape');
  await desk.codes.getByRole('row', { name: /^legitimacy/ }).click();
  await page.getByRole('button', { name: 'Delete code' }).click();
  await expect(desk.codes.getByRole('row', { name: /^legitimacy/ })).toHaveCount(0);
  const dead = box(page, 'Document memo').getByRole('link');
  await expect(dead).toHaveAttribute('data-state', 'gone');
  await expect(dead).toHaveAttribute('title', 'This code is no longer in the codebook.');
  await desk.keys('Alt+3');
  await expect(rows(page)).toContainText('See legitimacy (no longer there)');
  await expect(rows(page).getByRole('link')).toHaveCount(0);
});
