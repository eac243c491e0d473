import type { Locator, Page } from '@playwright/test';
import type { WorkbenchPage } from '../support/workbench-page';
import { expect, test } from './workbench-fixture';

test.beforeEach(({ page }) => page.setViewportSize({ width: 1440, height: 1000 }));

const code = ({ codes }: WorkbenchPage, name: string): Locator =>
  codes.getByRole('row', { name: new RegExp(`^${name}(,|$)`) });
const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name });
const said = (page: Page): Locator => page.getByRole('status').filter({ hasText: /\S/ }).last();
const items = ({ annotations }: WorkbenchPage): Locator => annotations.getByRole('listitem');

/** How often codes are applied, by name. */
async function counts({ codes }: WorkbenchPage): Promise<Readonly<Record<string, string | null>>> {
  const rows = await codes.getByRole('row').all();
  const all = await Promise.all(
    rows.map(async (row) => {
      const name = (await row.getAttribute('aria-label'))?.replace(/,.*/, '') ?? '';
      return [name, await row.getAttribute('aria-description')] as const;
    }),
  );
  return Object.fromEntries(all);
}

/** A row of the tree, reached by keys alone. */
async function choose(desk: WorkbenchPage, name: string): Promise<void> {
  await code(desk, name).focus();
  const isChosen = (await code(desk, name).getAttribute('aria-selected')) === 'true';
  if (!isChosen) await desk.page.keyboard.press('Space');
  await expect(code(desk, name)).toHaveAttribute('aria-selected', 'true');
}

/** Two sentences are "legitimacy", a third is "order restored", a fourth is both. */
async function codeSome(desk: WorkbenchPage): Promise<void> {
  await desk.keys('d', 'd', 'd');
  await desk.code('legitimacy');
  await desk.keys('d', '1', 'd');
  await desk.code('order restored');
  await desk.keys('d', '1', '2');
  await expect(items(desk)).toHaveCount(4);
  await desk.saved();
}

async function undoOnce(desk: WorkbenchPage): Promise<void> {
  // In a field the keys would be the field's own.
  await desk.page.getByRole('button', { name: 'Undo' }).press('Enter');
  await desk.saved();
}

async function offer(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(([file, content]) => window.workbenchHarness.bridge.offerImport(file, content), [
    name,
    text,
  ] as const);
}

async function fromMenu(page: Page, name: string | RegExp): Promise<void> {
  await button(page, 'Codebook menu').press('Enter');
  await page.getByRole('menuitem', { name }).press('Enter');
}

test('Enter on a row applies its code to the target, once more takes it off; the keyboard stays', async ({
  desk,
  page,
}) => {
  await codeSome(desk);
  await desk.keys('d');
  await choose(desk, 'order restored');
  await page.keyboard.press('Enter');
  await expect(items(desk)).toHaveCount(5);
  await expect(code(desk, 'order restored')).toHaveAttribute('aria-description', '3 codings');
  await expect(code(desk, 'order restored')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(code(desk, 'order restored')).toHaveAttribute('aria-description', '2 codings');
  await code(desk, 'legitimacy').dblclick();
  await expect(code(desk, 'legitimacy')).toHaveAttribute('aria-description', '4 codings');
});

test('a single click on a code applies nothing', async ({ desk }) => {
  await codeSome(desk);
  await code(desk, 'order restored').click();
  await expect(code(desk, 'order restored')).toHaveAttribute('aria-selected', 'true');
  await expect(code(desk, 'order restored')).toHaveAttribute('aria-description', '2 codings');
});

test('i makes a code of the selected words and applies it, in one step', async ({ desk, page }) => {
  await desk.keys('d', 'd', 'd', 'Shift+D', 'i');
  await expect(items(desk)).toHaveCount(1);
  const name = (await desk.codes.getByRole('row').getAttribute('aria-label'))?.replace(/, key 1$/, '') ?? '';
  const [quote = ''] = await desk.quotes();
  expect(name.length).toBeGreaterThan(20);
  expect(name.length).toBeLessThanOrEqual(60);
  expect(quote.replace(/\s+/g, ' ').startsWith(name)).toBe(true);
  await undoOnce(desk);
  await expect(items(desk)).toHaveCount(0);
  await expect(desk.codes.getByRole('row', { name })).toHaveCount(0);
  // Words that are a code's name already are that code.
  await desk.keys('d', 'd', 'e', 'i', 'd', 'd');
  await fromMenu(page, 'Lock the codebook');
  await desk.keys('i');
  await expect(page.getByRole('alert')).toContainText('locked');
});

test('codes are merged after both numbers were said, in one step', async ({ desk, page }) => {
  await codeSome(desk);
  const before = await counts(desk);
  await choose(desk, 'legitimacy');
  await button(page, 'Merge into…').press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Merge “legitimacy” into another code' });
  await expect(dialog.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('order');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('status')).toHaveText(
    '2 codings move to “order restored”.1 passage carries both codes: its two codings become one.',
  );
  await dialog.getByRole('button', { name: 'Merge' }).press('Enter');
  await expect(code(desk, 'legitimacy')).toHaveCount(0);
  await expect(code(desk, 'order restored')).toHaveAttribute('aria-description', '4 codings');
  await expect(said(page)).toContainText('legitimacy merged into order restored: 3 codings moved.');
  await expect(code(desk, 'order restored')).toBeFocused();
  await undoOnce(desk);
  await expect.poll(() => counts(desk)).toEqual(before);
});

test('deleting a code says both numbers; undo brings all of it back', async ({ desk, page }) => {
  await codeSome(desk);
  const before = await counts(desk);
  await choose(desk, 'legitimacy');
  await button(page, 'Delete code').press('Enter');
  await expect(code(desk, 'legitimacy')).toHaveCount(0);
  await expect(said(page)).toContainText(
    'legitimacy deleted: 3 codings removed, 2 passages left uncoded. Ctrl+Z brings all of it back.',
  );
  await expect(items(desk)).toHaveCount(4);
  await expect(button(page, 'Codebook menu')).toBeFocused();
  await undoOnce(desk);
  await expect.poll(() => counts(desk)).toEqual(before);
});

test('a code is split in Passages: those chosen move to a new code, in one step', async ({ desk, page }) => {
  await codeSome(desk);
  const before = await counts(desk);
  await choose(desk, 'legitimacy');
  await button(page, 'Split…').press('Enter');
  const passages = page.getByRole('region', { name: 'Passages' });
  await expect(passages.getByRole('option')).toHaveCount(3);
  // The next key chooses passages, though the button that was pressed is still there.
  await expect(passages.getByRole('listbox')).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowDown');
  await passages.getByRole('button', { name: 'Move to a new code…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Split “legitimacy”' });
  await expect(dialog).toContainText('2 passages move to a new code');
  await page.keyboard.type('order restored');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('There is a code of this name');
  await dialog.getByRole('textbox', { name: 'Name of the new code' }).fill('mandate');
  await dialog.getByRole('textbox', { name: 'Description of the new code' }).fill('Asked for by a vote.');
  await dialog.getByRole('button', { name: 'Move' }).press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(code(desk, 'mandate')).toHaveAttribute('aria-description', '2 codings');
  await expect(code(desk, 'legitimacy')).toHaveAttribute('aria-description', '1 coding');
  await choose(desk, 'mandate');
  await expect(page.getByRole('textbox', { name: 'Description' })).toHaveValue('Asked for by a vote.');
  await undoOnce(desk);
  await expect.poll(() => counts(desk)).toEqual(before);
});

test('an archived code is out of use, its codings stay; it is brought back', async ({ desk, page }) => {
  await codeSome(desk);
  await desk.keys('1', '1');
  await choose(desk, 'legitimacy');
  await button(page, 'Archive').press('Enter');
  await expect(button(page, 'Bring back')).toBeFocused();
  // Neither applied again, nor said to be.
  await desk.keys('r');
  await expect(said(page)).toContainText('legitimacy is archived and cannot be applied');
  await expect(desk.codes.getByRole('row').last()).toHaveAccessibleName('Archived, 1 code');
  await expect(items(desk).first()).toContainText('legitimacy');
  await desk.keys('c');
  await expect(page.getByRole('listbox', { name: 'Codes' }).getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await desk.codes.getByRole('row').last().focus();
  await page.keyboard.press('ArrowRight');
  await code(desk, 'legitimacy').dblclick();
  await expect(said(page)).toContainText('legitimacy is archived and cannot be applied');
  await button(page, 'Bring back').press('Enter');
  await expect(desk.codes.getByRole('row', { name: /^Archived/ })).toHaveCount(0);
  await undoOnce(desk);
  await expect(desk.codes.getByRole('row', { name: /^Archived/ })).toHaveCount(1);
});

test('of an exclusive set one code applies; passages with two are told of', async ({ desk, page }) => {
  await codeSome(desk);
  const field = page.getByRole('combobox', { name: 'Exclusive set' });
  await choose(desk, 'legitimacy');
  await field.fill('tone');
  await field.press('Enter');
  await expect(said(page)).toContainText('legitimacy is in the set “tone”.');
  await choose(desk, 'order restored');
  await field.fill('Tone');
  await field.press('Enter');
  await expect(said(page)).toContainText('1 passage carries several codes of the set “tone”');
  await desk.keys('d', '1', '2');
  await expect(items(desk).last()).toContainText('order restored');
  await expect(items(desk).last()).not.toContainText('legitimacy');
  await expect(said(page)).toHaveText('order restored applied, in the place of legitimacy');
  await page.keyboard.press('Alt+2');
  await page.getByRole('listbox', { name: 'Passages found' }).press('1');
  await expect(said(page)).toHaveText('legitimacy applied: 1 passage, in the place of order restored');
});

test('passages become examples, lead to their place and go again', async ({ desk, page }) => {
  await codeSome(desk);
  await choose(desk, 'legitimacy');
  const examples = page.getByRole('region', { name: 'Examples' });
  await examples.getByRole('button', { name: 'Add the passage in hand' }).press('Enter');
  const quote = (await desk.quotes()).at(-1) ?? '';
  await expect(examples.getByRole('listitem')).toContainText(quote.slice(0, 20));
  await expect(examples).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await desk.keys('Alt+ArrowDown');
  await choose(desk, 'legitimacy');
  await examples.getByRole('listitem').getByRole('button').first().press('Enter');
  await expect(page.getByRole('region', { name: 'Annotation in hand' })).toContainText(quote.slice(0, 20));
  await examples.getByRole('button', { name: /^No longer an example/ }).press('Enter');
  await expect(examples.getByRole('listitem')).toHaveCount(0);
  await undoOnce(desk);
  await expect(examples.getByRole('listitem')).toHaveCount(1);
});

test('the history tells revisions from the journal, without what was undone', async ({ desk, page }) => {
  await codeSome(desk);
  await choose(desk, 'legitimacy');
  await button(page, 'History').press('Enter');
  const history = page.getByRole('list', { name: 'History' });
  await expect(history.getByRole('listitem')).toHaveCount(1);
  const name = page.getByRole('textbox', { name: 'Name', exact: true });
  await name.fill('rightful rule');
  await name.press('Enter');
  await expect(history.getByRole('listitem').first()).toContainText('Revision 2');
  await expect(history.getByRole('listitem').first()).toContainText('Ada');
  await expect(history.getByRole('listitem').first()).toContainText('Name: legitimacy → rightful rule');
  const description = page.getByRole('textbox', { name: 'Description' });
  await description.fill('A right to rule.');
  await description.press('Enter');
  await expect(history.getByRole('listitem')).toHaveCount(3);
  await undoOnce(desk);
  await expect(history.getByRole('listitem')).toHaveCount(2);
});

test('a codebook file is compared field by field, and taken in as one step', async ({ desk, page }) => {
  await codeSome(desk);
  const before = await counts(desk);
  await offer(
    page,
    'frames.csv',
    'name,description,kind\nlegitimacy,A right to rule.,code\norder restored,,code\nBlame > Neighbours,,code\n,nothing,code\n',
  );
  await fromMenu(page, 'Import codebook…');
  const dialog = page.getByRole('dialog', { name: 'Import codebook' });
  await expect(dialog).toContainText('frames.csv: 2 new · 1 the same · 1 differs · 1 problem');
  await expect(dialog).toContainText('Line 5: There is no name; the code is left out.');
  await dialog.getByRole('checkbox', { name: 'Description of legitimacy' }).press('Space');
  await dialog.getByRole('button', { name: 'Import' }).press('Enter');
  await expect(code(desk, 'Neighbours')).toHaveAttribute('aria-level', '2');
  await expect(said(page)).toContainText('frames.csv: 2 codes added, 1 changed.');
  await choose(desk, 'legitimacy');
  await expect(page.getByRole('textbox', { name: 'Description' })).toHaveValue('A right to rule.');
  await undoOnce(desk);
  await expect(said(page)).toContainText('Undone: Import 3 codes');
  await expect.poll(() => counts(desk)).toEqual(before);
  await expect(page.getByRole('textbox', { name: 'Description' })).toHaveValue('');
});

test('the general import knows a codebook; what is none is told of', async ({ desk, page }) => {
  await desk.keys('d');
  await desk.code('legitimacy');
  await offer(
    page,
    'book.json',
    '{"format":"framewright-codebook","version":1,"name":"B","codes":[{"name":"Blame"}]}',
  );
  await page.evaluate(() => window.workbenchHarness.bridge.menu('import'));
  await expect(page.getByRole('dialog', { name: 'Import codebook' })).toContainText('book.json: 1 new');
  await page.keyboard.press('Escape');
  await expect(code(desk, 'Blame')).toHaveCount(0);
  await offer(page, 'table.csv', 'colour,size\nred,3\n');
  await page.evaluate(() => window.workbenchHarness.bridge.menu('import'));
  await expect(page.getByRole('alert')).toContainText('table.csv: No column holds the names of codes.');
});

test('an empty codebook begins with the template, and ends with undo', async ({ desk, page }) => {
  await button(page, /^Start from the template “Intervention framing”/).press('Enter');
  await expect(code(desk, 'External interference')).toHaveAttribute('aria-level', '2');
  await expect(said(page)).toContainText('codes came in from the template');
  // The button has gone with the first codes: the keyboard is not left nowhere.
  await expect(button(page, 'Codebook menu')).toBeFocused();
  await undoOnce(desk);
  await expect(code(desk, 'External interference')).toHaveCount(0);
  await expect(button(page, /^Start from the template/)).toBeVisible();
  // Without it the codes are typed in, one after another, also by who presses the button for each.
  await button(page, 'New code').press('Enter');
  for (const name of ['legitimacy', 'order restored']) {
    await expect(page.getByRole('textbox', { name: 'Name of the new code' })).toBeFocused();
    await page.keyboard.type(name);
    await button(page, 'Create').press('Enter');
    await expect(code(desk, name)).toBeVisible();
  }
});

test('the codebook is exported as CSV and JSON', async ({ desk, page }) => {
  await codeSome(desk);
  const saved = () =>
    page.evaluate(() => window.workbenchHarness.bridge.saved.map(({ files }) => String(files[0]?.content)));
  await fromMenu(page, 'Export codebook…');
  const dialog = page.getByRole('dialog', { name: 'Export codebook' });
  await dialog.getByRole('button', { name: 'Export' }).press('Enter');
  await expect(said(page)).toContainText('2 codes saved to');
  await fromMenu(page, 'Export codebook…');
  await dialog.getByText('JSON', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Export' }).press('Enter');
  await expect.poll(async () => (await saved()).length).toBe(2);
  const [csv = '', json = ''] = await saved();
  expect(csv.split('\r\n')[0]).toMatch(/^key,path,name,kind,set,/);
  expect(csv).toContain('legitimacy,legitimacy,legitimacy,code');
  expect(JSON.parse(json)).toMatchObject({
    format: 'framewright-codebook',
    codes: [{ name: 'legitimacy' }, {}],
  });
});

test('a code is dropped on a sentence, on a passage and on the selection', async ({ desk, page }) => {
  await codeSome(desk);
  const line = desk.article.locator('[data-line]').last();
  await code(desk, 'legitimacy').dragTo(line, { targetPosition: { x: 40, y: 12 } });
  await expect(items(desk)).toHaveCount(5);
  await expect(code(desk, 'legitimacy')).toHaveAttribute('aria-description', '4 codings');
  expect((await desk.painted())['pending']).toBeUndefined();
  await code(desk, 'order restored').dragTo(line, { targetPosition: { x: 40, y: 12 } });
  await expect(items(desk)).toHaveCount(5);
  await expect(items(desk).last()).toContainText('order restored');
  // Dropped where it is already, it stays.
  await code(desk, 'order restored').dragTo(line, { targetPosition: { x: 40, y: 12 } });
  await expect(code(desk, 'order restored')).toHaveAttribute('aria-description', '3 codings');
  await fromMenu(page, 'Lock the codebook');
  await line.dblclick({ position: { x: 60, y: 12 } });
  await code(desk, 'legitimacy').dragTo(line, { targetPosition: { x: 60, y: 12 } });
  await expect(items(desk)).toHaveCount(6);
  await undoOnce(desk);
  await expect(items(desk)).toHaveCount(5);
});
