import { across, kept, region, reload } from './frame-steps';
import { expect, test } from './workbench-fixture';

test.beforeEach(({ desk }) => desk.page.setViewportSize({ width: 1366, height: 1000 }));

const panels = [
  ['Corpus', 'Control+1', 'show-corpus'],
  ['Codebook', 'Control+2', 'show-codebook'],
  ['Annotations', 'Control+3', 'show-annotations'],
] as const;
for (const [name, key, command] of panels) {
  test(`${name} goes and comes back by key and menu, with its size, and stays away after a restart`, async ({
    desk,
    page,
  }) => {
    const before = await across(region(page, name));
    await desk.keys(key);
    await expect(region(page, name)).toHaveCount(0);
    await expect.poll(async () => (await kept(page))?.hidden_panels).toEqual([name.toLowerCase()]);
    await reload(page);
    await expect(region(page, name)).toHaveCount(0);
    await page.evaluate((menu) => window.workbenchHarness.bridge.menu(menu), command);
    await expect(region(page, name)).toBeVisible();
    expect(await across(region(page, name))).toEqual(before);
  });
}

test('the text does not move within its column, nor is it mounted anew, when panels go', async ({ desk }) => {
  await desk.keys('f', 'f', 'f', 'f');
  await desk.article.evaluate((article) => article.setAttribute('data-same', ''));
  const line = (): Promise<number> =>
    desk.article.evaluate((article) => Math.round(article.getBoundingClientRect().top));
  const before = await line();
  await desk.keys('Control+1', 'Control+2', 'Control+3');
  expect(await line()).toBe(before);
  await desk.keys('Control+3', 'Control+2', 'Control+1');
  expect(await line()).toBe(before);
  await expect(desk.article).toHaveAttribute('data-same', '');
});

test('the button of a column hides and shows it', async ({ page }) => {
  for (const [button, name] of [
    ['Corpus and codebook', 'Codebook'],
    ['Annotations', 'Annotations'],
  ] as const) {
    const toggle = page.getByRole('button', { name: button, exact: true });
    await expect(toggle).toHaveAttribute('aria-pressed', 'true');
    await toggle.click();
    await expect(region(page, name)).toHaveCount(0);
    await expect(toggle).toHaveAttribute('aria-pressed', 'false');
    await toggle.click();
    await expect(region(page, name)).toBeVisible();
  }
});

test('widths are dragged, set by keyboard, and remembered in pixels', async ({ desk, page }) => {
  await desk.saved();
  const left = page.getByRole('separator', { name: 'Width of corpus and codebook' });
  const width = async (): Promise<number | undefined> => (await across(region(page, 'Corpus')))[1];
  const dragged = ((await width()) ?? 0) + 61;
  const box = await left.boundingBox();
  await page.mouse.move(box?.x ?? 0, 500);
  await page.mouse.down();
  await page.mouse.move((box?.x ?? 0) + 61, 500, { steps: 4 });
  await page.mouse.up();
  await expect.poll(width).toBe(dragged);
  const right = page.getByRole('separator', { name: 'Width of the annotations' });
  const [, narrow] = await across(region(page, 'Annotations'));
  await right.focus();
  await page.keyboard.press('ArrowLeft');
  const [, wide] = await across(region(page, 'Annotations'));
  expect(wide).toBeGreaterThan(narrow + 10);
  await expect
    .poll(async () => (await kept(page))?.panel_sizes)
    .toMatchObject({ sidebar: dragged, inspector: wide });
  await page.setViewportSize({ width: 1600, height: 1000 });
  await expect.poll(width).toBe(dragged);
  await reload(page);
  await expect.poll(width).toBe(dragged);
  expect((await across(region(page, 'Annotations')))[1]).toBe(wide);
});

test('columns that gave way in a narrow window have their width again in a wide one', async ({ page }) => {
  const widthOf = async (name: string): Promise<number> =>
    (await region(page, name).count()) === 0 ? -1 : (await across(region(page, name)))[1];
  const widths = async (): Promise<readonly number[]> => {
    // As they come to rest: in between they pass through others.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    return [await widthOf('Corpus'), await widthOf('Annotations')];
  };
  const wide = await widths();
  // Of widths that nobody chose the text leaves a share, whatever the window was before.
  for (const [width, expected] of [
    [1100, [220, 240]],
    [800, [220, -1]],
    [740, [-1, -1]],
    [1100, [220, 240]],
    [1366, wide],
    [1100, [220, 240]],
    [1366, wide],
  ] as const) {
    await page.setViewportSize({ width, height: 1000 });
    await expect.poll(widths).toEqual(expected);
  }
  for (const [name, by] of [
    ['Width of corpus and codebook', 150],
    ['Width of the annotations', -150],
  ] as const) {
    const box = await page.getByRole('separator', { name }).boundingBox();
    await page.mouse.move(box?.x ?? 0, 500);
    await page.mouse.down();
    await page.mouse.move((box?.x ?? 0) + by, 500, { steps: 4 });
    await page.mouse.up();
  }
  const [left = 0, right = 0] = await widths();
  await expect
    .poll(async () => (await kept(page))?.panel_sizes)
    .toMatchObject({ sidebar: left, inspector: right });
  await page.setViewportSize({ width: 1010, height: 1000 });
  await expect.poll(widths).not.toEqual([left, right]);
  await page.setViewportSize({ width: 1366, height: 1000 });
  await expect.poll(widths).toEqual([left, right]);
  expect(left).toBeGreaterThan((wide[0] ?? 0) + 100);
});

test('the share of the corpus is dragged and remembered', async ({ page }) => {
  const row = page.getByRole('separator', { name: 'Height of the corpus' });
  const box = await row.boundingBox();
  await page.mouse.move(150, box?.y ?? 0);
  await page.mouse.down();
  await page.mouse.move(150, (box?.y ?? 0) + 120, { steps: 4 });
  await page.mouse.up();
  const height = async (): Promise<number> =>
    Math.round((await region(page, 'Corpus').boundingBox())?.height ?? 0);
  const after = await height();
  await expect.poll(async () => (await kept(page))?.panel_sizes.corpus).toBeGreaterThan(55);
  await reload(page);
  expect(Math.abs((await height()) - after)).toBeLessThan(2);
});

test('in a narrow window the same keys open drawers', async ({ desk, page }) => {
  await page.setViewportSize({ width: 740, height: 700 });
  await expect(region(page, 'Annotations')).toHaveCount(0);
  await desk.keys('Control+3');
  await expect(region(page, 'Annotations')).toBeVisible();
  await desk.keys('Control+2');
  await expect(region(page, 'Codebook')).toBeVisible();
  await expect(region(page, 'Annotations')).toHaveCount(0);
  await page.setViewportSize({ width: 1366, height: 700 });
  await expect(region(page, 'Annotations')).toBeVisible();
  // The columns are as narrow as they get: of the folded corpus the title stays, not the count.
  await page.setViewportSize({ width: 1000, height: 700 });
  const [left, width] = await across(region(page, 'Corpus').getByRole('option').first());
  expect(width).toBeGreaterThan(70);
  const [next] = await across(page.getByRole('button', { name: 'Previous document' }));
  expect(next).toBeGreaterThanOrEqual(left + width);
  await page.setViewportSize({ width: 740, height: 700 });
  await expect(region(page, 'Codebook')).toHaveCount(0);
});
