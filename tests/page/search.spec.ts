import type { Locator, Page } from '@playwright/test';
import type { WorkbenchPage } from '../support/workbench-page';
import { expect, test } from './workbench-fixture';

interface Search {
  readonly region: Locator;
  readonly field: Locator;
  readonly grid: Locator;
  readonly rows: Locator;
  readonly status: Locator;
  readonly ask: (query: string) => Promise<void>;
}

async function openSearch({ page }: WorkbenchPage): Promise<Search> {
  await page.keyboard.press('Alt+4');
  const region = page.getByRole('region', { name: 'Search' });
  const field = region.getByRole('searchbox', { name: 'Search the corpus' });
  const grid = region.getByRole('grid', { name: 'Passages found' });
  await expect(field).toBeFocused();
  return {
    ...{ region, field, grid },
    rows: grid.locator('[data-row]'),
    status: region
      .getByRole('status')
      .filter({ hasText: /hit|document|text/ })
      .first(),
    ask: async (query) => {
      await field.fill(query);
      await field.press('Enter');
    },
  };
}

const words = (page: Page): Promise<readonly string[]> => page.locator('[data-row] mark').allTextContents();

test('hits stand in a list, open their places, and are painted there', async ({ desk, page }) => {
  const { ask, grid, rows, status, region } = await openSearch(desk);
  await ask('pilot*');
  await expect(status).toContainText(/^\d+ hits in \d+ documents/);
  const count = await rows.count();
  expect(count).toBeGreaterThan(5);
  await expect(grid).toHaveAttribute('aria-rowcount', String(count));
  expect((await words(page)).every((hit) => /^pilot/i.test(hit))).toBe(true);
  const lefts = await rows
    .locator('mark')
    .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().left)));
  expect(new Set(lefts).size).toBe(1);

  await region.getByRole('searchbox').press('ArrowDown');
  await expect(grid).toBeFocused();
  await grid.press('ArrowDown');
  const second = (await rows.nth(1).locator('mark').textContent()) ?? '';
  await grid.press('Enter');
  await expect(desk.article).toBeVisible();
  await expect.poll(async () => (await desk.painted())['fw-hits'] ?? []).toContain(second);
  // Pressed at once: the way back waits until the next hit is open.
  await page.evaluate(() => {
    const press = (init: KeyboardEventInit): boolean =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true }),
      ) ?? false;
    press({ key: 'F4', code: 'F4' });
    press({ key: 'ArrowLeft', code: 'ArrowLeft', altKey: true });
  });
  await expect(grid).toBeFocused();
  await expect(rows.nth(2)).toHaveAttribute('data-in-hand', '');
  // The same with the mouse, from the text that the hit was opened in.
  await grid.press('Enter');
  await page.getByRole('button', { name: 'Back to search' }).click();
  await expect(grid).toBeFocused();
  await expect(rows.nth(2)).toHaveAttribute('data-in-hand', '');
  // Who is done with them sees what is coded again: Escape, when there is nothing else to let go.
  const painted = async () => (await desk.painted())['fw-hits'] ?? [];
  await page.keyboard.press('Alt+1');
  await expect.poll(painted).not.toEqual([]);
  await desk.keys('Escape', 'Escape');
  await expect.poll(painted).toEqual([]);
  await page.keyboard.press('F4');
  await expect.poll(painted).not.toEqual([]);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(grid).toBeFocused();

  await region.getByRole('button', { name: /Sort by/ }).click();
  await page.getByRole('option', { name: 'Words after' }).click();
  await expect.poll(() => rows.count()).toBe(count);
  await region.getByRole('button', { name: /Group by/ }).click();
  await page.getByRole('option', { name: 'Document', exact: true }).click();
  await expect(grid.locator('tr:not([data-row])').first()).toBeVisible();
  expect(await rows.count()).toBe(count);
});

test('a mistake is shown at its place, and a runaway expression is stopped', async ({ desk, page }) => {
  const { ask, field, region, rows } = await openSearch(desk);
  await ask('pilots (harbour OR');
  await expect(field).toHaveAccessibleDescription(/A word, a phrase or a bracket is expected here/);
  await ask('pilots /a(/');
  await expect(region.locator('code mark')).toHaveText('/a(/');
  await ask('code:nonsense');
  await expect(region.locator('code mark')).toHaveText('nonsense');
  await ask('/(\\w+\\s?)+#/');
  await expect(region).toContainText('did not come to an end within 2 seconds');
  // The window and the next search go on.
  await ask('/pilots?/i');
  await expect(rows.first()).toBeVisible();
  expect((await words(page)).every((hit) => /^pilots?$/i.test(hit))).toBe(true);
});

test('hits are chosen and coded in one step, to review, and what is coded so is left alone', async ({
  desk,
  page,
}) => {
  const { ask, grid, rows, region } = await openSearch(desk);
  await ask('pilots');
  await expect(rows.first()).toBeVisible();
  await grid.focus();
  await grid.press('Control+a');
  await expect(region.getByText(/ · \d+ chosen/)).toBeVisible();
  await grid.press('c');
  const palette = page.getByRole('combobox', { name: 'Code' });
  await expect(palette).toHaveAttribute('placeholder', /^Code for \d+ hits$/);
  await palette.fill('helpers');
  await palette.press('Enter');
  await expect(page.getByText(/places? coded as helpers, to review/)).toBeAttached();
  await expect(rows.first()).toContainText('Coded: helpers');
  await expect(grid).toBeFocused();
  // The rows show what is undone: nobody is taken out of the list.
  await grid.press('Control+z');
  await expect(rows.first()).not.toContainText('Coded');
  await expect(grid).toBeFocused();
  await grid.press('Shift+Control+z');
  await expect(page.getByText(/^Redone: Code \d+ passages as helpers$/)).toBeAttached();
  await expect(rows.first()).toContainText('Coded: helpers');
  await expect(grid).toBeFocused();
  await grid.press('c');
  await palette.fill('helpers');
  await palette.press('Enter');
  await expect(page.getByText(/coded so already/)).toBeAttached();

  // Where it is read it says that it stands to review, and is accepted there.
  await grid.press('Enter');
  await expect(desk.article).toBeVisible();
  const items = desk.annotations.getByRole('listitem');
  await expect(items.filter({ hasText: 'awaits review' }).first()).toBeVisible();
  const waiting = await items.filter({ hasText: 'awaits review' }).count();
  await page.getByRole('searchbox', { name: 'Filter annotations' }).fill('to review');
  await expect(items).toHaveCount(waiting);
  await page.getByRole('searchbox', { name: 'Filter annotations' }).fill('');
  await items.filter({ hasText: 'awaits review' }).first().getByRole('button').click();
  const inspector = page.getByRole('region', { name: 'Annotation in hand' });
  await expect(inspector).toContainText('from the search “pilots”');
  await inspector.getByRole('button', { name: 'Accept' }).press('Enter');
  await expect(inspector).not.toContainText('Awaits review');
  await desk.keys('y');
  await expect(page.getByText('Nothing here stands to review.')).toBeAttached();
  await page.keyboard.press('Control+z');
  await expect(inspector).toContainText('Awaits review');
  await desk.keys('y');
  await expect(inspector).not.toContainText('Awaits review');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(grid).toBeFocused();

  await ask('pilots code:helpers');
  await expect(region).not.toContainText('changed since');
  const coded = await rows.count();
  // What is coded is taken back: the list says that it would be another one now.
  await grid.press('Control+z');
  await expect(region).toContainText('what is coded has changed since');
  await grid.press('Shift+Control+z');
  await expect(rows.first()).toContainText('Coded: helpers');
  await region.getByRole('button', { name: 'Search again' }).press('Enter');
  await expect(region).not.toContainText('changed since');
  await expect(grid).toBeFocused();
  // Many places are not shown at one of them: the first that was coded is not among these.
  await ask('narrows code:helpers');
  await expect(rows.first()).toBeVisible();
  await grid.press('Control+z');
  await expect(rows.first()).not.toContainText('Coded');
  await grid.press('Shift+Control+z');
  await expect(rows.first()).toContainText('Coded');
  await ask('pilots -code:helpers');
  await expect(region).toContainText('Nothing in the corpus answers this search.');
  await page.keyboard.press('Alt+2');
  const passages = page.getByRole('listbox', { name: 'Passages found' });
  const options = passages.getByRole('option');
  await expect(options.first()).toBeVisible();
  expect(await options.count()).toBeLessThanOrEqual(coded);
  const bar = page.getByRole('region', { name: 'Passages' });
  await bar.getByRole('button', { name: 'Filters' }).click();
  await page
    .getByRole('dialog', { name: 'Filters' })
    .getByRole('button', { name: /Review/ })
    .click();
  await page.getByRole('option', { name: 'To review' }).click();
  await page.keyboard.press('Escape');
  await expect(options.first()).toBeVisible();
  await passages.press('Control+a');
  await passages.press('y');
  await expect(options.first()).toContainText('no longer matches');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('region', { name: 'Codebook' })).not.toContainText('helpers');
});

test('memos and the codebook are searched; a hit opens what the memo is on, or the code', async ({
  desk,
  page,
}) => {
  await desk.keys('d', 'd');
  await desk.code('helpers');
  await desk.keys('m');
  await page.keyboard.type('Doubtful: who says so?');
  await page.keyboard.press('Escape');
  await desk.saved();
  const { ask, field, grid, rows, region, status } = await openSearch(desk);
  await ask('in:memos doubt*');
  await expect(status).toHaveText(/^1 hit in 1 memo/);
  await expect(rows).toHaveText([/Doubtful.*helpers.*Memo on a passage/]);
  await field.press('ArrowDown');
  await grid.press('c');
  await expect(page.getByText('Only places in texts can be coded')).toBeAttached();
  await expect(page.getByRole('combobox', { name: 'Code' })).toHaveCount(0);
  await grid.press('Enter');
  await expect(desk.article).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Memo', exact: true })).toHaveText('Doubtful: who says so?');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(grid).toBeFocused();

  await ask('in:codebook helper*');
  await expect(rows).toHaveText([/helpers.*Name/]);
  await field.press('ArrowDown');
  await grid.press('Enter');
  await expect(desk.codes.getByRole('row', { name: /^helpers/ })).toHaveAttribute('aria-selected', 'true');
  const details = page.getByRole('region', { name: 'Codebook' });
  const toggle = details.getByRole('button', { name: /^Details/ });
  if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click();
  const indicators = details.getByRole('textbox', { name: 'Indicator words' });
  await indicators.fill('harbour pilots, lend*');
  await indicators.press('Enter');
  await desk.saved();
  await details.getByRole('button', { name: 'Search for these words' }).click();
  await expect(field).toHaveValue('"harbour pilots" OR lend*');
  // Until they are found, those of the search before stand.
  const others = async (): Promise<readonly string[]> =>
    (await words(page)).filter((hit) => !/^(harbour pilots|lend\w*)$/i.test(hit));
  await expect.poll(others).toEqual([]);
  await expect(rows.first()).toBeVisible();
  await ask('in:codebook lend');
  await expect(rows).toHaveText([/helpers.*Indicator words/]);
  await ask('in:memos in:codebook helpers');
  await expect(region.locator('code mark')).toHaveText('in:codebook');
});

test('passages like the one at the cursor are listed, likest first, and opened', async ({ desk, page }) => {
  await desk.keys('d', 'd', 'd');
  await desk.keys('l');
  const region = page.getByRole('region', { name: 'Search' });
  const grid = region.getByRole('grid', { name: 'Passages found' });
  const rows = grid.locator('[data-row]');
  await expect(rows.first()).toBeVisible();
  await expect(grid).toBeFocused();
  const alike = async (): Promise<readonly number[]> =>
    (await rows.getByText(/% alike$/).allTextContents()).map((words) => Number.parseInt(words, 10));
  const figures = await alike();
  expect(figures).toEqual([...figures].sort((one, other) => other - one));
  const quote = (await region.getByText(/^Like “/).textContent()) ?? '';
  for (const word of await rows.first().locator('mark').allTextContents())
    expect(quote.toLowerCase()).toContain(word.toLowerCase().slice(0, 4));
  const found = (await rows.first().locator('mark').first().textContent()) ?? '';
  await grid.press('Enter');
  await expect(desk.article).toBeVisible();
  await expect(desk.article).toContainText(found);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(grid).toBeFocused();
  const sentences = await rows.allTextContents();
  await region.getByRole('radio', { name: 'Paragraphs' }).check({ force: true });
  await expect.poll(() => rows.allTextContents()).not.toEqual(sentences);
  // What is typed takes its place.
  await region.getByRole('searchbox').fill('pilots');
  await expect(region.getByText(/^Like “/)).toHaveCount(0);
  await expect(rows.getByText(/% alike$/)).toHaveCount(0);
});

test('hits are exported, and a search is kept in the project', async ({ desk, page }) => {
  const { ask, region, rows, field } = await openSearch(desk);
  await ask('"harbour pilots"');
  await expect(rows.first()).toBeVisible();
  const count = await rows.count();
  await region.getByRole('button', { name: 'Export hits…' }).click();
  const saved = () =>
    page.evaluate(() =>
      window.workbenchHarness.bridge.saved.map(({ files }) => String(files[0]?.content ?? '')),
    );
  await expect.poll(saved).toHaveLength(1);
  const [table = ''] = await saved();
  expect(table.split('\r\n')[0]).toMatch(/^document_id,document,path,start,end,left,hit,right,codes,attr\./);
  expect(table.trimEnd().split('\r\n')).toHaveLength(count + 1);

  const save = region.getByRole('button', { name: 'Save this search' });
  await save.press('Enter');
  await desk.saved();
  // The button is gone: who pressed it goes on in the field.
  await expect(field).toBeFocused();
  // Compared in another way it is another search, kept in the place of the first.
  const wordForms = region.getByRole('checkbox', { name: 'Word forms' });
  await wordForms.press('Space');
  await save.press('Enter');
  await expect(save).toHaveCount(0);
  const kept = region.getByRole('button', { name: '"harbour pilots"', exact: true });
  const chip = kept.locator('..');
  // Neither cut below its letters nor wider than its frame.
  expect(
    await chip.evaluate((element) =>
      [element, ...element.querySelectorAll('span')].every(
        (one) => one.scrollWidth <= one.clientWidth + 1 && one.scrollHeight <= one.clientHeight + 1,
      ),
    ),
  ).toBe(true);
  await wordForms.press('Space');
  await region.getByRole('button', { name: 'Clear the search' }).click();
  await expect(rows).toHaveCount(0);
  await kept.click();
  await expect(field).toHaveValue('"harbour pilots"');
  await expect(wordForms).toBeChecked();
  await expect(rows).toHaveCount(count);
  await region.getByRole('button', { name: 'Forget the search "harbour pilots"' }).press('Enter');
  await expect(save).toBeVisible();
  await expect(field).toBeFocused();
  await region.getByRole('button', { name: 'Choose all' }).click();
  await region.getByRole('button', { name: 'Choose none' }).press('Enter');
  await expect(region.getByRole('grid', { name: 'Passages found' })).toBeFocused();
});

test('100,000 hits are a list like any other: few rows in the page, every one in reach', async ({
  desk,
  page,
}) => {
  const paragraph = `${'zyxwort '.repeat(49)}zyxwort.\n\n`;
  await page.evaluate(
    (files) => window.workbenchHarness.offer(files),
    Array.from({ length: 20 }, (_, n) => ({
      path: `many-${n}.txt`,
      text: `Report ${n} of the harbour office\n\n${paragraph.repeat(100)}`,
    })),
  );
  await page.getByRole('button', { name: 'Open corpus…' }).click();
  await expect(page.getByRole('option', { name: /^Report 9 of/ })).toBeVisible({ timeout: 60_000 });
  const { ask, grid, rows, status } = await openSearch(desk);
  await ask('zyxwort');
  await expect(status).toHaveText(/^100,000 hits in 20 documents/, { timeout: 60_000 });
  await expect(grid).toHaveAttribute('aria-rowcount', '100000');
  await grid.focus();
  for (const [key, last] of [
    ['End', '99999'],
    ['PageUp', null],
    ['Home', '0'],
  ] as const) {
    await grid.press(key);
    const inHand = rows.and(page.locator('[data-in-hand]'));
    await expect(inHand).toBeInViewport();
    if (last !== null) await expect(inHand).toHaveAttribute('data-row', last);
    await expect(inHand.locator('mark')).toHaveText('zyxwort');
    expect(await rows.count()).toBeLessThan(80);
  }
  // Anywhere in between what is in sight comes, and stands at its place.
  for (const share of [0.25, 0.5, 0.9]) {
    const seen = await grid.evaluate((element, part) => {
      element.scrollTop = element.scrollHeight * part;
      return Math.round(element.scrollTop / 30);
    }, share);
    const row = page.locator(`[data-row="${seen + 3}"]`);
    await expect(row.locator('mark')).toHaveText('zyxwort');
    await expect(row).toBeInViewport();
    expect(await rows.count()).toBeLessThan(80);
  }
});

test('the list follows texts that come and go', async ({ desk, page }) => {
  const { ask, grid, region, rows } = await openSearch(desk);
  await ask('zyxwort');
  await expect(page.getByText('Nothing in the corpus answers this search.')).toBeVisible();
  // From right to left, as long as the line of the list: the hit is where all hits are, and is seen.
  const around = 'عاد النظام إلى البلاد كلها في الأيام الماضية وفتحت المدارس أبوابها';
  const spoken = `${around} ${around} وقال السفير إن ${around} ${around}`;
  await page.evaluate(
    (arabic) =>
      window.workbenchHarness.offer([
        { path: 'late.txt', text: `A late report from Tolvek\n\nThe zyxwort grew, he said.\n\n${arabic}\n` },
      ]),
    spoken,
  );
  await page.getByRole('button', { name: 'Open corpus…' }).click();
  const late = page.getByRole('option', { name: /A late report/ });
  await expect(late).toBeVisible();
  const again = region.getByRole('button', { name: 'Search again' });
  await again.press('Enter');
  await expect(rows).toHaveCount(1);
  await expect(again).toHaveCount(0);

  const markLeft = () =>
    rows.locator('mark').evaluate((mark) => Math.round(mark.getBoundingClientRect().left));
  const usual = await markLeft();
  await ask('السفير');
  await expect(rows.locator('mark')).toHaveText('السفير');
  await expect(rows.locator('mark')).toBeInViewport({ ratio: 0.9 });
  expect(await markLeft()).toBe(usual);
  await ask('zyxwort');
  await expect(rows.locator('mark')).toHaveText('zyxwort');

  // A document goes while its hit is listed: the hit leads nowhere, and nothing is coded there.
  await late.click();
  await expect(desk.article).toBeVisible();
  await page.getByRole('button', { name: 'Details of the document' }).click();
  await page.getByRole('button', { name: 'Remove the document…' }).click();
  const sure = page.getByRole('dialog', { name: /Remove/ });
  await sure.getByRole('button', { name: 'Remove the document' }).click();
  await expect(late).toHaveCount(0);
  await page.keyboard.press('Alt+4');
  await expect(grid).toBeFocused();
  await expect(rows).toContainText('no longer in the corpus');
  await grid.press('Enter');
  await expect(page.getByText('The document of this hit is no longer in the corpus')).toBeAttached();
  await expect(grid).toBeFocused();
  await grid.press('c');
  const palette = page.getByRole('combobox', { name: 'Code' });
  await palette.fill('helpers');
  await palette.press('Enter');
  await expect(palette).toHaveCount(0);
  await again.press('Enter');
  await expect(page.getByText('Nothing in the corpus answers this search.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Codebook' })).not.toContainText('helpers');
});
