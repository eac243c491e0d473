import { across, dialog, region } from './frame-steps';
import { expect, test } from './workbench-fixture';

test.describe('focus mode', () => {
  test('shows the text alone, at its place, until it is left', async ({ desk, page }) => {
    await desk.keys('F9');
    for (const name of ['Corpus', 'Codebook', 'Annotations']) await expect(region(page, name)).toHaveCount(0);
    await expect(desk.article).toBeVisible();
    await expect(page.getByRole('button', { name: 'Export…' })).toHaveCount(0);
    await expect(desk.saving).toHaveText('Saved');
    await desk.keys('d');
    await desk.code('legitimacy');
    await desk.keys('m');
    await expect(page.getByRole('textbox', { name: 'Memo', exact: true })).toBeFocused();
    await page.keyboard.press('Escape');
    await desk.keys('F9');
    await expect(region(page, 'Annotations')).toBeVisible();
    await expect(page.getByText('The panels are back.')).toBeVisible();
    await desk.keys('F9');
    await page.getByRole('button', { name: 'Leave focus mode' }).click();
    await expect(region(page, 'Corpus')).toBeVisible();
  });
});

test.describe('views', () => {
  test('the reader keeps its place and is out of reach while another view is shown', async ({
    desk,
    page,
  }) => {
    const group = page.getByRole('radiogroup', { name: 'View' });
    await expect(group.getByRole('radio', { name: 'Read' })).toBeChecked();
    const others = await group.getByRole('radio').count();
    test.skip(others < 2, 'there is no other view yet');
    await desk.keys('f', 'f', 'f', 'f', 'f', 'd');
    await desk.article.evaluate((article) => article.setAttribute('data-same', ''));
    const top = (): Promise<number> =>
      desk.article.evaluate((article) => article.getBoundingClientRect().top);
    const before = await top();
    await page.keyboard.press('Alt+2');
    await expect(group.getByRole('radio', { name: 'Passages' })).toBeChecked();
    await expect(desk.article).toHaveCount(0);
    await page.keyboard.press('Alt+1');
    await expect(desk.article).toBeFocused();
    expect(await top()).toBe(before);
    await expect(desk.article).toHaveAttribute('data-same', '');
    await group.getByText('Passages').click();
    await expect(desk.article).toHaveCount(0);
    await group.getByText('Read').click();
    await expect(desk.article).toBeVisible();
  });
});

test('long names stay within their place: in a narrow window that of the project gives way to all else in the bar', async ({
  desk,
  page,
}) => {
  await page.evaluate(() => window.workbenchHarness.bridge.menu('rename-project'));
  await page
    .getByRole('textbox', { name: 'Name', exact: true })
    .fill('The press of five countries '.repeat(4));
  await page.keyboard.press('Enter');
  await desk.saved();
  await expect(page.getByRole('button', { name: /^Project: The press/ })).toBeVisible();
  const bar = page.locator('header').first();
  for (const width of [1440, 1366, 1000, 800, 720]) {
    await page.setViewportSize({ width, height: 700 });
    const overlaps = await bar.evaluate((element) => {
      const boxes = [...element.querySelectorAll('button, [role="status"], label')]
        .map((part) => part.getBoundingClientRect())
        .sort((one, other) => one.left - other.left);
      return boxes.filter((box, at) => box.left < (boxes[at - 1]?.right ?? 0) - 0.5).length;
    });
    expect([width, overlaps]).toEqual([width, 0]);
    await expect(bar.getByRole('button').last()).toBeInViewport({ ratio: 1 });
    // Below that the field for commands is its icon alone.
    if (width <= 900) continue;
    const overfull = await bar.evaluate((element) =>
      [...element.querySelectorAll('button')]
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
        .map(({ textContent }) => textContent),
    );
    expect([width, overfull]).toEqual([width, []]);
  }

  // Nor is a number cut where it is long: the count of a large corpus has the whole width of its column.
  await page.setViewportSize({ width: 1000, height: 950 });
  const count = region(page, 'Corpus').getByText(/^\d+ of \d+ done$/);
  const hidden = await count.evaluate((element) => {
    element.textContent = '1,234 of 10,000 done';
    return element.scrollWidth - element.clientWidth;
  });
  expect(hidden).toBe(0);

  // And nothing moves while something is being saved, though the bar is full.
  const places = await bar.evaluate((element) => {
    const status = element.querySelector('output');
    return ['Saving…', 'Saved'].map((words) => {
      if (status !== null) status.textContent = words;
      return element.querySelector('[role="radiogroup"]')?.getBoundingClientRect().left;
    });
  });
  expect(places[0]).toBe(places[1]);

  // A file's name without a blank is the title of a text without a headline, and stays within what it stands in.
  const path = `${'quayside'.repeat(24)}.txt`;
  await page.setViewportSize({ width: 1366, height: 1000 });
  await page.evaluate(
    (name) =>
      window.workbenchHarness.offer([
        { path: name, text: 'The quay was opened again on Friday, he said.\n' },
      ]),
    path,
  );
  await page.getByRole('button', { name: 'Open corpus…' }).click();
  await page.getByRole('option', { name: path }).click();
  await expect(desk.article).toHaveAccessibleName(path);
  await page.getByRole('button', { name: 'Details of the document' }).click();
  const details = dialog(page, 'Document details');
  for (const place of [details, region(page, 'Reader')]) {
    const title = place.getByText(path, { exact: true }).first();
    const [left, width] = await across(place);
    const words = await title.evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return range.getBoundingClientRect().right;
    });
    expect(words).toBeLessThanOrEqual(left + width);
  }
});

test('an opening that fails before anything is drawn is told of, and left to nobody', async ({
  page,
  served,
}) => {
  const unhandled: string[] = [];
  page.on('pageerror', ({ message }) => unhandled.push(message));
  await page.addInitScript(() => localStorage.setItem('settings', '{"coders":null}'));
  await page.goto(served.url);
  await expect(page.getByRole('heading', { name: 'The project could not be opened' })).toBeVisible();
  await expect(page.getByRole('alert')).toBeVisible();
  expect(unhandled).toEqual([]);
});
