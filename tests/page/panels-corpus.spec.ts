import type { Page } from '@playwright/test';
import { expect, test } from './gallery-fixture';

const options = (page: Page) => page.getByRole('listbox', { name: 'Documents' }).getByRole('option');

test('a row begins with the title and tells the state; the open document is selected and in sight', async ({
  page,
  gallery,
}) => {
  await gallery.open('scene=corpus&selected=document-33');
  await expect(options(page)).toHaveCount(120);
  const open = page.getByRole('option', { selected: true });
  await expect(open).toHaveAccessibleName(
    /^Curfew lifted in Port Mirel .*6 Jan 2031 · Telesk · 12 passages.*Done$/,
  );
  await expect(open).toBeInViewport({ ratio: 1 });
});

test('arrows, Home, End and letters move; Enter opens', async ({ page, gallery }) => {
  await gallery.open('scene=corpus&selected=document-0');
  const list = page.getByRole('listbox', { name: 'Documents' });
  const active = async (): Promise<string | null> => {
    const id = await list.getAttribute('aria-activedescendant');
    return page.locator(`[id="${id ?? ''}"]`).getAttribute('data-at');
  };
  await list.focus();
  const moves: readonly (readonly [key: string, at: string])[] = [
    ['ArrowDown', '1'],
    ['ArrowDown', '2'],
    ['ArrowUp', '1'],
    ['End', '119'],
    ['Home', '0'],
    ['f', '3'],
    ['u', '3'],
  ];
  for (const [key, at] of moves) {
    await page.keyboard.press(key);
    expect(await active()).toBe(at);
  }
  await expect.poll(() => gallery.asked).toEqual([]);
  await page.keyboard.press('Enter');
  await expect.poll(() => gallery.asked).toEqual(['select document-3']);
});

test('the filter narrows at once by title, agency and path; Enter opens the first', async ({
  page,
  gallery,
}) => {
  await gallery.open('scene=corpus');
  const filter = page.getByRole('searchbox', { name: 'Filter documents' });
  await filter.fill('curfew TELESK');
  await expect(options(page)).toHaveCount(15);
  await filter.fill('wires/17.txt');
  await expect(options(page)).toHaveCount(1);
  await filter.press('Enter');
  await expect.poll(() => gallery.asked).toEqual(['select document-17']);
  await filter.fill('nowhere at all');
  await expect(page.getByText('No document holds “nowhere at all”')).toBeVisible();
  await filter.press('Escape');
  await expect(options(page)).toHaveCount(120);
});

test('a long list has few rows in the page and tells its size', async ({ page, gallery }) => {
  await gallery.open('scene=corpus&rows=300&selected=document-250');
  const open = page.getByRole('option', { selected: true });
  await expect(open).toBeInViewport({ ratio: 1 });
  await expect(open).toHaveAttribute('aria-posinset', '251');
  await expect(open).toHaveAttribute('aria-setsize', '300');
  expect(await options(page).count()).toBeLessThan(40);
  await page.getByRole('listbox', { name: 'Documents' }).focus();
  await page.keyboard.press('Home');
  await expect(page.locator('[role="option"][data-at="0"]')).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('End');
  await expect(page.locator('[role="option"][data-at="299"]')).toBeInViewport({ ratio: 1 });
});

test('one button opens a corpus, a menu beside it offers files', async ({ page, gallery }) => {
  await gallery.open('scene=corpus');
  await page.getByRole('button', { name: 'Open corpus…' }).click();
  await page.getByRole('button', { name: 'More ways to add texts' }).click();
  await page.getByRole('menuitem', { name: 'Files…' }).click();
  await expect.poll(() => gallery.asked).toEqual(['open folder', 'open files']);
  await gallery.open('scene=corpus&empty');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Open corpus…' })).toHaveCount(0);
});

test('folded: one line, previous and next, and any document by a click', async ({ page, gallery }) => {
  await gallery.open('scene=corpus&folded&selected=document-34');
  const region = page.getByRole('region', { name: 'Corpus' });
  expect((await region.boundingBox())?.height).toBe(40);
  await page.getByRole('button', { name: 'Next document' }).click();
  await page.getByRole('button', { name: 'Previous document' }).click();
  await options(page).nth(80).click();
  await expect
    .poll(() => gallery.asked)
    .toEqual(['select document-35', 'select document-34', 'select document-80']);
  await expect(page.getByRole('option', { selected: true })).toBeInViewport({ ratio: 1 });
});

test('folded: the list drops down from the title and from the filter, and goes when it is left', async ({
  page,
  gallery,
}) => {
  await gallery.open('scene=corpus&folded&selected=document-34');
  const list = page.getByRole('listbox', { name: 'Documents' });
  const height = async (): Promise<number> => (await list.boundingBox())?.height ?? 0;
  await page.getByRole('option', { selected: true }).click();
  expect(await height()).toBeGreaterThan(300);
  await page.keyboard.press('Escape');
  expect(await height()).toBe(32);
  await page.getByRole('searchbox', { name: 'Filter documents' }).fill('curfew');
  await expect(options(page)).toHaveCount(15);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => gallery.asked).toEqual(['select document-1']);
  expect(await height()).toBe(32);
  await expect(page.getByRole('searchbox')).toHaveValue('');
});

test('an import tells count, rate and file, and can be cancelled', async ({ page, gallery }) => {
  await gallery.open('scene=corpus&importing');
  const progress = page.getByRole('progressbar', { name: 'Import' });
  await expect(progress).toHaveAttribute('aria-valuetext', 'Importing 1,240 of 10,000');
  await expect(page.getByText('318 a second')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel the import' }).click();
  await expect.poll(() => gallery.asked).toEqual(['cancel']);
});
