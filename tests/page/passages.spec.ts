import { exportJson } from '@core/exchange/export-json';
import type { Locator, Page } from '@playwright/test';
import { generateProject } from '../support/generate-project';
import type { WorkbenchPage } from '../support/workbench-page';
import { expect, test } from './workbench-fixture';

interface Passages {
  readonly region: Locator;
  readonly list: Locator;
  readonly options: Locator;
  readonly status: Locator;
  readonly table: Locator;
  readonly keys: (...names: readonly string[]) => Promise<void>;
  /** Shows the list, or the table. */
  readonly choose: (label: string) => Promise<void>;
}

function passagesOf(page: Page): Passages {
  const region = page.getByRole('region', { name: 'Passages' });
  const list = region.getByRole('listbox', { name: 'Passages found' });
  return {
    region,
    list,
    options: list.getByRole('option'),
    status: region.getByRole('status').first(),
    table: region.getByRole('table', { name: 'Codes by document' }),
    keys: async (...names) => {
      for (const name of names) {
        await list.focus();
        await page.keyboard.press(name);
      }
    },
    choose: (label) => region.getByRole('radio', { name: label }).check({ force: true }),
  };
}

/** Four passages in two documents: legitimacy, order restored, legitimacy (unsure), and one in the second. */
async function codeSome(desk: WorkbenchPage): Promise<Passages> {
  await desk.keys('d', 'd', 'd');
  await desk.code('legitimacy');
  await desk.keys('d');
  await desk.code('order restored');
  await desk.keys('d', '1', 'u');
  await desk.keys('Alt+ArrowDown');
  await expect(desk.article).toHaveAccessibleName(/^Compact’s first pilots/);
  await desk.keys('d', 'd', '1');
  await desk.saved();
  await desk.page.keyboard.press('Alt+2');
  const passages = passagesOf(desk.page);
  await expect(passages.options).toHaveCount(4);
  return passages;
}

async function filterByCode(page: Page, region: Locator, code: string): Promise<void> {
  await region.getByRole('button', { name: 'Codes', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: 'Codes' });
  await sheet.getByRole('searchbox', { name: 'Find a code' }).fill(code);
  await sheet.getByRole('option', { name: code }).click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
}

test('passages of all documents are listed, filtered and counted', async ({ desk, page }) => {
  const { region, options, status, list } = await codeSome(desk);
  await expect(status).toContainText('4 passages in 2 documents');
  // Its keys act from the first: the view had the focus only until the list was there.
  await expect(list).toBeFocused();
  await filterByCode(page, region, 'legitimacy');
  await expect(status).toContainText('3 passages in 2 documents');
  await region.getByRole('searchbox', { name: 'Words in the passage' }).fill('HARBOUR PILOTS');
  await expect(options).toHaveCount(1);
  await expect(options).toContainText('Harbour pilots lent by the five states');
  await region.getByRole('button', { name: 'Take off: Any of legitimacy' }).click();
  await expect(region.getByRole('button', { name: 'Take off: Any of legitimacy' })).toHaveCount(0);
  await region.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(options).toHaveCount(4);
  await region.getByRole('button', { name: 'Uncoded' }).click();
  await expect(region).toContainText('No passage answers this query.');
  await region.getByRole('button', { name: 'Uncoded' }).click();
  await region.getByRole('button', { name: 'Filters' }).click();
  await page
    .getByRole('dialog', { name: 'Filters' })
    .getByRole('button', { name: /Certainty/ })
    .click();
  await page.getByRole('option', { name: 'Unsure', exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(options).toHaveCount(1);
  await expect(region.getByRole('button', { name: 'Take off: Certainty Unsure' })).toBeVisible();
});

test('rows stand under their codes, in the order of the codebook', async ({ desk, page }) => {
  const { region, options } = await codeSome(desk);
  await region.getByRole('button', { name: /Group by/ }).click();
  await page.getByRole('option', { name: 'Code', exact: true }).click();
  await expect(options.first()).toContainText('Harbour pilots lent');
  const codes = await options.evaluateAll((rows) =>
    rows.map((row) => (row.textContent.includes('order restored') ? 'order restored' : 'legitimacy')),
  );
  expect(codes).toEqual(['legitimacy', 'legitimacy', 'legitimacy', 'order restored']);
});

test('keys act on all rows chosen, in one step, and what no longer matches stays until the query is run again', async ({
  desk,
  page,
}) => {
  const { region, options, status, keys } = await codeSome(desk);
  await filterByCode(page, region, 'legitimacy');
  await expect(options).toHaveCount(3);
  await keys('Home', 'Shift+ArrowDown');
  await expect(status).toContainText('2 selected');
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  await keys('Shift+C');
  const palette = page.getByRole('combobox', { name: 'Code' });
  await expect(palette).toHaveAttribute('placeholder', 'Code in the place of legitimacy');
  await palette.fill('order restored');
  await palette.press('Enter');
  await expect(palette).toHaveCount(0);
  await expect(status).toContainText('2 no longer match');
  await expect(options).toHaveCount(3);
  await expect(options.nth(0)).toContainText('no longer matches');
  await expect(options.nth(1)).toContainText('order restored');
  // What was unsure is so still.
  await expect(options.nth(1)).toContainText('unsure');
  await expect(options.nth(2)).not.toContainText('no longer matches');

  await page.keyboard.press('Control+z');
  await expect(status).not.toContainText('no longer');
  await expect(options.nth(0)).toContainText('legitimacy');
  await expect(options.nth(1)).toContainText('legitimacy');
  await page.keyboard.press('Control+Shift+z');
  await expect(status).toContainText('2 no longer match');
  await keys('F5');
  await expect(options).toHaveCount(1);
  await expect(status).toContainText('1 passage in 1 document');
  // The list that had the focus is gone with what it held: the new one has it.
  await expect(region.getByRole('listbox', { name: 'Passages found' })).toBeFocused();
});

test('the reader’s keys act on a row: pinned code, repeat, unsure, palette, remove', async ({
  desk,
  page,
}) => {
  const { options, status, keys } = await codeSome(desk);
  await keys('Home', 'd', '2', '1');
  // It carried order restored, which 2 takes off, and 1 gives legitimacy.
  await expect(options.nth(1)).toContainText('legitimacy');
  await expect(options.nth(1)).not.toContainText('order restored');
  await keys('s', 'u');
  await expect(options.nth(0)).toContainText('unsure');
  await keys('u');
  await expect(options.nth(0)).not.toContainText('unsure');
  await keys('c');
  await page.getByRole('combobox', { name: 'Code' }).fill('limited mandate');
  await page.keyboard.press('Enter');
  await expect(options.nth(0)).toContainText('limited mandate');
  await keys('Control+a');
  await expect(status).toContainText('4 selected');
  await keys('r');
  await expect(options.nth(3)).toContainText('limited mandate');
  await keys('x');
  for (const at of [0, 1, 2, 3]) await expect(options.nth(at)).not.toContainText('limited mandate');
  // A code that was taken off is no passage that went.
  await expect(page.getByText('limited mandate taken off: 4 passages')).toBeVisible();
  await keys('n');
  await expect(page.getByText('n acts in the text. Enter opens this passage there.')).toBeVisible();
  await keys('x');
  await expect(page.getByText('Removed: 4 passages')).toBeVisible();
  await expect(status).toContainText('4 no longer match');
  await expect(options.nth(2)).toContainText('deleted');
  await keys('u');
  await expect(page.getByText('What is chosen was deleted. Undo brings it back.')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(status).not.toContainText('no longer');
  await expect(options.nth(2)).toContainText('unsure');
});

test('j joins the neighbours among the rows chosen in one step; a row alone is joined with the next in its text', async ({
  desk,
  page,
}) => {
  const { options, status, keys } = await codeSome(desk);
  await keys('Home', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'j');
  await expect(
    page.getByText('3 passages joined into one. 1 has no neighbour among those chosen'),
  ).toBeVisible();
  await expect(status).toContainText('2 no longer match');
  await expect(options.nth(0)).toContainText('order restored');
  await expect(options.nth(1)).toContainText('deleted');
  await keys('Control+z');
  await expect(status).not.toContainText('no longer');
  await keys('Home', 'ArrowDown', 'j');
  await expect(page.getByText('2 passages joined into one')).toBeVisible();
  await expect(options.nth(0)).not.toContainText('order restored');
  await expect(options.nth(2)).toContainText('deleted');
  await keys('Home', 'ArrowDown', 'j');
  await expect(page.getByText('No passage of yours comes after this one')).toBeVisible();
});

test('the palette takes what is typed from the very next key, before the rows are read', async ({
  desk,
  page,
}) => {
  const { options, status } = await codeSome(desk);
  await options.nth(0).click();
  // In one turn of the page: nothing of the store can have been read by then.
  const typedInto = await page.evaluate(async () => {
    const pressed = { key: 'c', code: 'KeyC', bubbles: true, cancelable: true };
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', pressed));
    await Promise.resolve();
    await Promise.resolve();
    return document.activeElement?.getAttribute('role');
  });
  expect(typedInto).toBe('combobox');
  await page.keyboard.type('xu');
  await expect(page.getByRole('combobox', { name: 'Code' })).toHaveValue('xu');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('combobox', { name: 'Code' })).toHaveCount(0);
  await expect(options.nth(0)).not.toContainText('unsure');
  await expect(status).toContainText('4 passages');
});

test('clicks with Shift and Ctrl choose, Space toggles, Escape lets go', async ({ desk }) => {
  const { options, status, keys } = await codeSome(desk);
  await options.nth(0).click();
  await options.nth(2).click({ modifiers: ['Shift'] });
  await expect(status).toContainText('3 selected');
  await options.nth(1).click({ modifiers: ['Control'] });
  await expect(status).toContainText('2 selected');
  await keys('End', 'Home', 'Space', 'ArrowDown');
  await expect(status).not.toContainText('selected');
  await keys('Space', 'Escape');
  await expect(status).not.toContainText('selected');
});

test('Enter opens the place, Alt+Left comes back to the row', async ({ desk, page }) => {
  const { list, keys, region } = await codeSome(desk);
  await keys('Home', 'ArrowDown', 'ArrowDown');
  const row = await list.getAttribute('aria-activedescendant');
  await keys('Enter');
  await expect(desk.article).toHaveAccessibleName(/^Compact’s harbour pilots/);
  await expect(region).toHaveCount(0);
  await expect(desk.annotations.locator('[aria-current="true"]')).toContainText(
    'Not one ship was turned away',
  );
  await expect(page.getByRole('button', { name: 'Back to passages' })).toBeVisible();
  await desk.article.focus();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(list).toBeFocused();
  expect((await list.getAttribute('aria-activedescendant'))?.split('-').at(-1)).toBe(row?.split('-').at(-1));
  await expect(list.locator(`[id="${await list.getAttribute('aria-activedescendant')}"]`)).toContainText(
    'Not one ship was turned away',
  );
  // Nothing is left to go back from when the reader is opened by itself.
  await page.keyboard.press('Alt+1');
  await expect(page.getByRole('button', { name: 'Back to passages' })).toHaveCount(0);
});

test('the passage in hand stands beside the list: m writes about it, w says who speaks, from the very next key', async ({
  desk,
  page,
}) => {
  const { keys, list } = await codeSome(desk);
  const speaker = page.getByRole('combobox', { name: 'Speaker' });
  await keys('End');
  await page.keyboard.press('w');
  await page.keyboard.type('Ada Orel');
  await expect(speaker).toHaveValue('Ada Orel');
  await page.keyboard.press('Enter');
  await expect(list).toBeFocused();
  await desk.saved();
  await expect(list.getByRole('option').last()).toContainText('Ada Orel');
  // Enter too is the field's, however soon it comes; what is pressed after it is the list's again.
  await keys('Home');
  await page.evaluate(() => {
    for (const key of ['w', ...Array.from('Ivo Rask'), 'Enter', 'd', 'u']) {
      const pressed = { key, bubbles: true, cancelable: true };
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', pressed));
    }
  });
  await expect(list.getByRole('option').first()).toContainText('Ivo Rask');
  await expect(list.getByRole('option').nth(1)).toContainText('unsure');
  await expect(list).toBeFocused();
  await keys('Control+z', 'Control+z');
  await expect(list.getByRole('option').first()).not.toContainText('Ivo Rask');
  // Of several that are chosen it is said of each, in one step; to leave the field says nothing.
  await keys('Home', 'Shift+ArrowDown', 'w');
  await expect(page.getByText('For the 2 passages chosen')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByText('For the 2 passages chosen')).toHaveCount(0);
  await keys('w');
  await page.keyboard.type('Bo Talvik');
  await expect(speaker).toHaveValue('Bo Talvik');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Speaker: Bo Talvik: 2 passages')).toBeVisible();
  await expect(list.getByRole('option').filter({ hasText: 'Bo Talvik' })).toHaveCount(2);
  await keys('Control+z');
  await expect(list.getByRole('option').filter({ hasText: 'Bo Talvik' })).toHaveCount(0);
  await keys('Home', 'm');
  await page.keyboard.type('Said twice.');
  const memo = page.getByRole('textbox', { name: 'Memo', exact: true });
  await expect(memo).toBeFocused();
  await expect(memo).toHaveText('Said twice.');
  await page.keyboard.press('Escape');
  await expect(list).toBeFocused();
  await desk.saved();
  await expect(desk.annotations.getByRole('listitem').first()).toContainText('Said twice.');
});

test('every cell of the table opens exactly its passages, and Alt+Left comes back', async ({
  desk,
  page,
}) => {
  const { options, status, table, choose, list } = await codeSome(desk);
  await page.keyboard.press('Alt+1');
  await desk.keys('Control+Enter');
  await expect(desk.article).toHaveAccessibleName(/^Lender of Pilots/);
  await page.keyboard.press('Alt+2');
  await choose('Codes by document');
  await expect(table).toBeVisible();
  // Read to the end without order restored in it; not read; the share among documents done.
  await expect(table.getByRole('button', { name: /^0 · order restored · / })).toHaveCount(1);
  await expect(table.getByRole('button', { name: /^Not read yet · order restored · / })).toHaveCount(8);
  await expect(
    table.getByRole('button', { name: '1/1: documents done in which legitimacy occurs' }),
  ).toBeVisible();
  await expect(
    table.getByRole('button', { name: '0/1: documents done in which order restored occurs' }),
  ).toBeVisible();
  await table
    .getByRole('button', { name: /^2 · legitimacy · / })
    .first()
    .click();
  await expect(options).toHaveCount(2);
  await expect(status).toContainText('2 passages in 1 document');
  await list.focus();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(table).toBeVisible();
  await table.getByRole('button', { name: '1 · order restored · All' }).click();
  await expect(options).toHaveCount(1);
  await choose('Codes by document');
  await table.getByRole('button', { name: '4 · All · All' }).click();
  await expect(options).toHaveCount(4);
});

test('the table is walked with arrow keys', async ({ desk, page }) => {
  const { table, choose } = await codeSome(desk);
  await choose('Codes by document');
  await table.locator('[data-cell="0 -1"]').focus();
  await page.keyboard.press('ArrowRight');
  await expect(table.locator('[data-cell="0 0"]')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(table.locator('[data-cell="1 0"]')).toBeFocused();
  await page.keyboard.press('Control+End');
  await expect(table.getByRole('row').last().getByRole('button').last()).toBeFocused();
  await page.keyboard.press('Control+Home');
  await expect(table.locator('[data-cell="0 -1"]')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(table).toHaveCount(0);
});

test('ten thousand rows: those in sight are drawn, and each knows its place among all', async ({
  desk,
  page,
}) => {
  const { snapshot, texts } = generateProject(7, {
    ...{ documents: 50, annotationsPerDocument: 200, codes: 9, paragraphsPerDocument: 20, plain: true },
  });
  const file = exportJson(snapshot, texts, {
    ...{ exported_at: '2031-01-01T00:00:00.000Z', generator: 'test' },
  });
  await page.evaluate((text) => {
    // So many lines are more than the page may keep across a reload, which this test has none of.
    Object.defineProperty(Storage.prototype, 'setItem', { value: () => undefined });
    window.workbenchHarness.bridge.offerImport('large.json', text);
    window.workbenchHarness.bridge.menu('import');
  }, file);
  await page
    .getByRole('dialog', { name: /large\.json/ })
    .getByRole('button', { name: 'Import', exact: true })
    .click();
  await expect(page.getByText(/50 documents came in/)).toBeAttached();
  await desk.saved();
  await page.keyboard.press('Alt+2');
  const { options, status, keys } = passagesOf(page);
  const total = snapshot.annotations.length;
  await expect(status).toContainText(`${new Intl.NumberFormat('en').format(total)} passages in`);
  expect(total).toBeGreaterThan(9_000);
  await keys('Home');
  await expect(options.first()).toHaveAttribute('aria-setsize', String(total));
  await expect(options.first()).toHaveAttribute('aria-posinset', '1');
  expect(await options.count()).toBeLessThan(60);
  await keys('End');
  await expect(options.last()).toHaveAttribute('aria-posinset', String(total));
  await expect(options.last()).toHaveAttribute('aria-selected', 'true');
  await keys('Control+a');
  await expect(status).toContainText(`${new Intl.NumberFormat('en').format(total)} selected`);
});
