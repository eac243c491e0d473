import { expect, test } from './workbench-fixture';

test.beforeEach(async ({ page }) => {
  // A window that never rests.
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });
});

test('opening and reading start no worker: the texts are read when the window rests, or somebody asks', async ({
  desk,
  page,
}) => {
  await desk.keys('d', 'd', 'Alt+ArrowDown');
  await expect(page.getByRole('region', { name: 'Reader' }).getByRole('article')).toBeVisible();
  expect(page.workers()).toEqual([]);
  await page.keyboard.press('Control+Shift+F');
  await page.getByRole('searchbox', { name: 'Search the corpus' }).fill('harbour');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('grid', { name: 'Passages found' }).getByRole('row').first()).toBeVisible();
  // The texts that came are gone through for copies, beside the search.
  const names = () => page.workers().map((worker) => /([\w-]+)\.worker/.exec(worker.url())?.[1]);
  await expect.poll(names).toEqual(['corpus', 'copy-index']);
});
