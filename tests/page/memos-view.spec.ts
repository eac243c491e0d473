import type { Page } from '@playwright/test';
import type { WorkbenchPage } from '../support/workbench-page';
import { box, codeOne, importMemos, linesWith, rows, write } from './memo-steps';
import { expect, test } from './workbench-fixture';

/** A memo on a passage, on a code and on two documents. */
async function writeSome(desk: WorkbenchPage, page: Page): Promise<void> {
  await codeOne(desk);
  await desk.annotations.getByRole('button').click();
  await write(page, 'Memo', 'Who says so?');
  await page.keyboard.press('Escape');
  await desk.codes.getByRole('row', { name: /^legitimacy/ }).click();
  await write(page, 'Code memo', 'Only where a *right* is claimed.');
  await page.keyboard.press('Escape');
  await desk.keys('Escape', 'Escape');
  await write(page, 'Document memo', 'The first of its day.');
  await page.keyboard.press('Escape');
  await desk.documents.getByRole('option').nth(1).click();
  await expect(desk.annotations).toHaveCount(0);
  await write(page, 'Document memo', 'A reprint of the first?');
  await page.keyboard.press('Escape');
  await desk.saved();
}

test('says what to do first where there is nothing', async ({ desk, page }) => {
  await desk.keys('Alt+3');
  const view = page.getByRole('region', { name: 'Memos' });
  await expect(view).toContainText('No memos yet.');
  await view.getByRole('button', { name: 'Go to the text' }).click();
  await expect(desk.article).toBeFocused();
});

test('lists all of them, newest first or by place, and filters by words and kind', async ({ desk, page }) => {
  await writeSome(desk, page);
  await desk.keys('Alt+3');
  const texts = async (): Promise<readonly string[]> =>
    (await rows(page).allTextContents()).map(
      (text) => /Who says so|Only where|The first of|A reprint of/.exec(text)?.[0] ?? text,
    );
  await expect.poll(texts).toEqual(['A reprint of', 'The first of', 'Only where', 'Who says so']);
  await page.getByRole('radiogroup', { name: 'Order' }).getByText('By place').click();
  await expect.poll(texts).toEqual(['The first of', 'Who says so', 'A reprint of', 'Only where']);
  const filter = page.getByRole('searchbox', { name: 'Filter memos' });
  await filter.fill('FIRST the');
  await expect.poll(texts).toEqual(['The first of', 'A reprint of']);
  await expect(page.getByRole('region', { name: 'Memos' }).getByRole('status').first()).toHaveText(
    '2 of 4 memos',
  );
  await page.keyboard.press('Escape');
  await expect(filter).toHaveValue('');
  await page.getByRole('button', { name: /Everything/ }).click();
  await page.getByRole('option', { name: 'Codes' }).click();
  await expect.poll(texts).toEqual(['Only where']);
  await filter.fill('nothing like it');
  await page.getByRole('button', { name: 'Show all memos' }).click();
  await expect(rows(page)).toHaveCount(4);
});

test('Enter opens the place, Alt+Left and Escape come back to the row, filter and all', async ({
  desk,
  page,
}) => {
  await writeSome(desk, page);
  await desk.keys('Alt+3');
  await page.getByRole('searchbox', { name: 'Filter memos' }).fill('who says so');
  const row = rows(page).getByRole('button').first();
  for (const back of ['Alt+ArrowLeft', 'Escape']) {
    await row.press('Enter');
    await expect(desk.annotations.locator('[aria-current="true"]')).toHaveCount(1);
    await expect(desk.article).toBeFocused();
    // Escape lets go of the passage in hand first.
    if (back === 'Escape') await page.keyboard.press('Escape');
    await page.keyboard.press(back);
    await expect(rows(page)).toHaveCount(1);
    await expect(row).toBeFocused();
  }
  await page.keyboard.press('Escape');
  await expect(page.getByRole('radio', { name: 'Read' })).toBeChecked();
});

test('a memo is written in place; its row stays where it is, emptied too, until one is done', async ({
  desk,
  page,
}) => {
  await writeSome(desk, page);
  await desk.keys('Alt+3');
  await expect(rows(page)).toHaveCount(4);
  await rows(page).nth(3).getByRole('button').first().focus();
  await page.keyboard.press('F2');
  const memo = rows(page).nth(3).getByRole('textbox', { name: 'Memo' });
  await expect(memo).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await expect.poll(() => linesWith(page, '"value":null')).toBe(1);
  await expect(memo).toBeFocused();
  await page.keyboard.type('Nobody does.');
  await page.keyboard.press('Escape');
  // Now it is the newest, and the keyboard went with it.
  await expect(rows(page).first()).toContainText('Nobody does.');
  await expect(rows(page).first().getByRole('button').first()).toBeFocused();
  await desk.saved();
  await page.getByRole('button', { name: 'Undo' }).click();
  await desk.keys('Alt+3');
  await expect(rows(page).nth(3)).toContainText('Who says so?');
});

test('another coder’s is read, not written; its links open by a click', async ({ desk, page }) => {
  await codeOne(desk);
  const at = '2031-01-01T00:00:00.000Z';
  const id = 'aaaaaaaa-0000-4000-8000-000000000001';
  await importMemos(page, [
    { id, target: { kind: 'project', id: 'p' }, text: 'All of it', markdown: 'All of it', at },
    {
      ...{ id: id.replace('1', '2'), at, text: 'See there', markdown: 'See [there](fw:code/code-1)' },
      target: { kind: 'code', id: 'code-1' },
    },
  ]);
  await desk.keys('Alt+3');
  const row = rows(page);
  await expect(row).toHaveCount(1);
  await expect(row).toContainText('Ben');
  await expect(row.getByRole('button', { name: 'Edit' })).toHaveCount(0);
  await row.getByRole('button').first().press('F2');
  await expect(row.getByRole('textbox')).toHaveCount(0);
  await row.getByRole('link', { name: 'there' }).click();
  await expect(desk.codes.getByRole('row', { name: /^code-1/ })).toHaveAttribute('aria-selected', 'true');
  // Beside one's own, empty one.
  await expect(box(page, 'Code memo')).toHaveText('');
  await expect(box(page, 'Code memo by Ben')).toHaveText('See there');
  await expect(box(page, 'Code memo by Ben')).toHaveAttribute('aria-readonly', 'true');
});

test('a long list holds the rows in sight only, and says where they stand', async ({ desk, page }) => {
  const at = '2031-01-01T00:00:00.000Z';
  await importMemos(
    page,
    Array.from({ length: 320 }, (_, n) => ({
      id: `aaaaaaaa-0000-4000-8000-${String(n).padStart(12, '0')}`,
      target: { kind: 'code', id: `code-${n}` },
      ...{ text: `Rule ${n}`, markdown: `Rule ${n}`, at },
    })),
  );
  await desk.keys('Alt+3');
  await page.getByRole('radiogroup', { name: 'Order' }).getByText('By place').click();
  await expect(rows(page).first()).toHaveAttribute('aria-setsize', '320');
  expect(await rows(page).count()).toBeLessThan(40);
  await rows(page).first().getByRole('button').first().focus();
  await page.keyboard.press('End');
  const last = page.locator('[aria-posinset="320"]');
  await expect(last.getByRole('button').first()).toBeFocused();
  await expect(last).toContainText('Rule 319');
});
