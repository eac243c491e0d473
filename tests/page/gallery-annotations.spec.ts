import { defaultExportOptions, exportFormats } from '@core/exchange/export-options';
import type { Page } from '@playwright/test';
import { axeViolations, pageRules, themeRules } from '../support/axe-violations';
import { expect, test } from '../support/page-test';
import { type ServedPage, servePage } from '../support/serve-folder';

declare global {
  interface Window {
    /** From the gallery: what the components asked for, in order. */
    readonly calls: readonly (readonly unknown[])[];
    readonly take: (annotationId: string) => void;
    readonly writeMemo: (annotationId: string) => void;
    readonly store: (markdown: string) => void;
    readonly showMemo: (isThere: boolean) => void;
    readonly focusMemo: () => void;
  }
}

let gallery: ServedPage;

test.beforeAll(async () => {
  gallery = await servePage('tests/page/gallery-annotations');
});
test.afterAll(() => gallery.close());

async function show(page: Page, story: string, width = 320): Promise<void> {
  await page.setViewportSize({ width, height: 820 });
  await page.goto('about:blank');
  await page.goto(`${gallery.url}#story=${story}`);
}

/** What was asked for under a name, without the name. */
function callsOf(page: Page, name: string): Promise<readonly (readonly unknown[])[]> {
  return page.evaluate(
    (wanted) => window.calls.filter(([one]) => one === wanted).map(([, ...rest]) => rest),
    name,
  );
}

/** The memos kept, as Markdown. */
async function kept(page: Page): Promise<readonly string[]> {
  const calls = await callsOf(page, 'memo');
  return calls.map(([content]) => (content as { readonly markdown: string }).markdown);
}

const panels = ['full', 'nothing', 'other', 'arabic', 'uncoded', 'memo', 'empty', 'ready', 'done', 'long'];
for (const scheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in any story, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    for (const story of [...panels, 'editor', 'export', 'find', 'keys']) {
      await show(page, story, ['export', 'find', 'keys'].includes(story) ? 900 : 320);
      await expect(page.locator('h2, input, [role="textbox"]').first()).toBeVisible();
      const only = scheme === 'light' ? undefined : themeRules;
      const found = await axeViolations(page, { only, without: pageRules });
      expect(found, story).toEqual([]);
    }
  });
}

test('the list holds one button a row, in step with the one in hand', async ({ page }) => {
  await show(page, 'full');
  const list = page
    .getByRole('region', { name: 'Annotations' })
    .getByRole('list', { name: 'Annotations in this document' });
  const rows = list.getByRole('listitem');
  await expect(rows).toHaveCount(61);
  await expect(rows.nth(3).getByRole('button')).toHaveCount(1);
  await expect(rows.nth(3).getByRole('button')).toHaveAttribute('aria-current', 'true');
  await page.evaluate(() => window.take('annotation-55'));
  await expect(rows.nth(56)).toBeInViewport();
  await expect(list.locator('[aria-current="true"]')).toHaveCount(1);

  await rows.nth(56).getByRole('button').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(rows.nth(57).getByRole('button')).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('Home');
  await expect(rows.nth(0).getByRole('button')).toBeFocused();
});

test('a long list holds the rows in sight only, and says where they stand', async ({ page }) => {
  await show(page, 'long');
  const list = page.getByRole('list', { name: 'Annotations in this document' });
  const rows = list.getByRole('listitem');
  await expect(rows.first()).toHaveAttribute('aria-setsize', '1501');
  expect(await rows.count()).toBeLessThan(60);
  await page.evaluate(() => window.take('annotation-1200'));
  const taken = list.locator('[aria-posinset="1202"]');
  await expect(taken).toBeInViewport();
  await expect(taken.getByRole('button')).toHaveAttribute('aria-current', 'true');
  await taken.getByRole('button').focus();
  await page.keyboard.press('End');
  await expect(list.locator('[aria-posinset="1501"] button')).toBeFocused();
});

test('only uncoded passages are listed on demand', async ({ page }) => {
  await show(page, 'nothing');
  const rows = page.getByRole('list', { name: 'Annotations in this document' }).getByRole('listitem');
  await expect(rows).toHaveCount(13);
  await page.getByRole('button', { name: 'Uncoded 2' }).click();
  await expect(rows).toHaveCount(2);
});

test('the inspector asks for what is pressed', async ({ page }) => {
  await show(page, 'memo');
  const row = page.getByRole('group', { name: 'Order restored' });
  await row.getByRole('combobox', { name: 'Stance of Order restored' }).selectOption('mentions');
  await row.getByRole('button', { name: 'Unsure of Order restored' }).click();
  await row.getByRole('button', { name: 'Remove code Order restored' }).click();
  await page.getByRole('button', { name: 'Add code' }).click();
  await page.getByRole('button', { name: 'Remove annotation' }).click();
  expect(await page.evaluate(() => window.calls)).toEqual([
    ['stance', 'annotation-0', 'coding-0-1', 'mentions'],
    ['unsure', 'annotation-0', 'coding-0-1', true],
    ['removeCoding', 'annotation-0', 'coding-0-1'],
    ['addCode'],
    ['remove', 'annotation-0'],
  ]);
  await row.getByRole('button', { name: 'Memo on Order restored' }).click();
  await expect(page.getByRole('textbox', { name: 'Coding memo' })).toBeFocused();
});

test('m puts the cursor in the memo once; Escape keeps it and leaves', async ({ page }) => {
  await show(page, 'nothing');
  await page.evaluate(() => {
    window.take('annotation-1');
    window.writeMemo('annotation-1');
  });
  const memo = page.getByRole('textbox', { name: 'Memo', exact: true });
  await expect(memo).toBeFocused();
  await page.keyboard.type('Reported speech.');
  await page.keyboard.press('Escape');
  expect(await callsOf(page, 'memo')).toEqual([
    ['annotation-1', { markdown: 'Reported speech.', text: 'Reported speech.' }],
  ]);
  expect(await callsOf(page, 'leaveMemo')).toHaveLength(1);
  // The wish was granted: taking the annotation again leaves the focus where it is.
  await page.evaluate(() => window.take('annotation-2'));
  // Drawn before the next one is taken: in one go the memo would never have gone.
  await expect(memo).not.toBeFocused();
  await page.evaluate(() => window.take('annotation-1'));
  await expect(memo).not.toBeFocused();
});

test('a memo left for another annotation is kept under its own', async ({ page }) => {
  await show(page, 'nothing');
  await page.evaluate(() => window.take('annotation-1'));
  await page.getByRole('textbox', { name: 'Memo', exact: true }).click();
  await page.keyboard.type('Of the first.');
  await page.evaluate(() => window.take('annotation-2'));
  await expect
    .poll(() => callsOf(page, 'memo'))
    .toEqual([['annotation-1', { markdown: 'Of the first.', text: 'Of the first.' }]]);
});

test('typing is kept once a second, and no later than a second after the last key', async ({ page }) => {
  await show(page, 'editor');
  const memo = page.getByRole('textbox', { name: 'Memo', exact: true });
  await memo.click();
  await page.keyboard.press('Control+End');
  const start = await page.evaluate(() => performance.now());
  await page.keyboard.type(' Twice, on two days, in two places.', { delay: 70 });
  const end = await page.evaluate(() => performance.now());
  await expect
    .poll(() => kept(page))
    .toContain('Said by the **ministry**. Twice, on two days, in two places.');
  const times = (await callsOf(page, 'memo')).map(([, at]) => at as number);
  expect(times.length).toBeLessThanOrEqual(Math.ceil((end - start) / 1000) + 1);
  for (const [index, at] of times.entries()) {
    if (index > 0) expect(at - (times[index - 1] ?? 0)).toBeGreaterThan(950);
  }
  expect((times.at(-1) ?? 0) - end).toBeLessThan(1200);
  await expect(memo).toHaveText('Said by the ministry. Twice, on two days, in two places.');
});

test('lists, quotes, bold, italic and links come out as Markdown', async ({ page }) => {
  await show(page, 'editor');
  await page.evaluate(() => window.store(''));
  const memo = page.getByRole('textbox', { name: 'Memo', exact: true });
  await memo.click();
  await page.keyboard.press('Control+b');
  await page.keyboard.type('Why');
  await page.keyboard.press('Control+b');
  await page.keyboard.type(' here? See [the code](fw:code/12) and ');
  await page.keyboard.press('Control+i');
  await page.keyboard.type('ask');
  await page.keyboard.press('Control+i');
  await page.keyboard.press('Enter');
  await page.keyboard.type('- one');
  await page.keyboard.press('Enter');
  await page.keyboard.type('two_and_a_half * 3');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('> said');
  await page.keyboard.press('Control+u');
  await page.keyboard.type(' so');
  await page.getByRole('button', { name: 'Elsewhere' }).click();
  expect((await kept(page)).at(-1)).toBe(
    '**Why** here? See [the code](fw:code/12) and *ask*\n\n- one\n- two_and_a_half \\* 3\n\n> said so',
  );
  await expect(memo.getByRole('listitem')).toHaveCount(2);
  await memo.getByRole('link', { name: 'the code' }).click({ modifiers: ['Control'] });
  expect(page.context().pages()).toHaveLength(1);
});

test('an undo from outside is shown and keeps nothing; the editor’s own undo stays within', async ({
  page,
}) => {
  await show(page, 'editor');
  const memo = page.getByRole('textbox', { name: 'Memo', exact: true });
  await memo.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' More.');
  await page.keyboard.press('Control+z');
  await expect(memo).toHaveText('Said by the ministry.');
  await page.keyboard.press('Control+z');
  await expect(memo).toHaveText('Said by the ministry.');
  await page.getByRole('button', { name: 'Elsewhere' }).click();
  const before = await kept(page);
  await page.evaluate(() => window.store('*Another* memo'));
  await expect(memo).toHaveText('Another memo');
  await page.waitForTimeout(1200);
  expect(await kept(page)).toEqual(before);
  await expect(memo).not.toBeFocused();
});

test('what is typed is kept when the memo goes away', async ({ page }) => {
  await show(page, 'editor');
  await page.getByRole('textbox', { name: 'Memo', exact: true }).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('!');
  await page.evaluate(() => window.showMemo(false));
  await expect.poll(() => kept(page)).toEqual(['Said by the **ministry**.!']);
});

test('pasting brings plain text only', async ({ page }) => {
  await show(page, 'editor');
  await page.evaluate(() => window.store(''));
  const memo = page.getByRole('textbox', { name: 'Memo', exact: true });
  await memo.click();
  await memo.evaluate((element) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', '<h1>Loud</h1><img src="x">');
    clipboardData.setData('text/plain', '- Loud\r\nquiet');
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await page.getByRole('button', { name: 'Elsewhere' }).click();
  expect((await kept(page)).at(-1)).toBe('\\- Loud\nquiet');
  await expect(memo.locator('h1, img, li')).toHaveCount(0);
});

test('Enter exports what is chosen, Escape closes', async ({ page }) => {
  await show(page, 'export', 900);
  const dialog = page.getByRole('dialog', { name: 'Export' });
  const formats = dialog.getByRole('radiogroup', { name: 'Format' });
  await expect(formats.getByRole('radio')).toHaveCount(exportFormats.length);
  await expect(formats.getByRole('radio', { name: /^CSV/ })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('checkbox', { name: 'Include the texts' })).toBeChecked();
  await page.keyboard.press('Enter');
  await formats.getByRole('radio', { name: /^Tables/ }).check({ force: true });
  await dialog.getByRole('checkbox', { name: 'For Excel' }).check();
  await dialog.getByRole('button', { name: 'Export' }).click();
  expect(await callsOf(page, 'export')).toEqual([
    [{ ...defaultExportOptions, format: 'json' }],
    [{ ...defaultExportOptions, format: 'tables', excel: true }],
  ]);
  await page.keyboard.press('Escape');
  expect(await callsOf(page, 'close')).toHaveLength(1);
});

test('the find bar counts, steps and closes', async ({ page }) => {
  await show(page, 'find', 900);
  const box = page.getByRole('searchbox', { name: 'Find in this document' });
  await expect(page.getByRole('status')).toHaveText('1 of 3');
  await box.press('Enter');
  await expect(page.getByRole('status')).toHaveText('2 of 3');
  await box.press('Shift+Enter');
  await page.getByRole('button', { name: 'Previous' }).click();
  await expect(page.getByRole('status')).toHaveText('3 of 3');
  await box.fill('consul');
  await expect(page.getByRole('status')).toHaveText('Not found');
  await expect(page.getByRole('button', { name: 'Next' })).toBeDisabled();
  await box.press('Escape');
  expect(await callsOf(page, 'close')).toHaveLength(1);
});
