import type { Page } from '@playwright/test';
import { expect, test } from './gallery-fixture';

const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) });

test('rows tell name, codings, key and level', async ({ page, gallery }) => {
  await gallery.open('scene=codebook');
  const tree = page.getByRole('region', { name: 'Codebook' }).getByRole('treegrid', { name: 'Codes' });
  await expect(tree.getByRole('row')).toHaveCount(41);
  await expect(row(page, 'Constitutional order')).toHaveAccessibleName('Constitutional order, key 2');
  await expect(row(page, 'Constitutional order')).toHaveAttribute('aria-description', '18 codings');
  await expect(row(page, 'Amounts named')).toHaveAttribute('aria-level', '4');
  await expect(row(page, 'Actors')).toHaveAccessibleName('Actors, folder');
});

test('a long codebook has few rows in the page and tells its size', async ({ page, gallery }) => {
  await gallery.open('scene=codebook&many&selected=many-0');
  await expect(row(page, 'Group 1')).toHaveAttribute('aria-setsize', '50');
  expect(await page.getByRole('row').count()).toBeLessThan(60);
  await row(page, 'Group 1').click();
  await page.keyboard.press('End');
  await expect(row(page, 'Code 499')).toBeFocused();
  await expect(row(page, 'Code 499')).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Code 499');
});

test('arrows move and select, left and right fold', async ({ page, gallery }) => {
  await gallery.open('scene=codebook');
  await row(page, 'External interference').click();
  await page.keyboard.press('ArrowDown');
  await expect(row(page, 'Foreign money')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowLeft');
  await expect(row(page, 'Amounts named')).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await expect(row(page, 'Amounts named')).toHaveCount(1);
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Foreign money');
  expect(gallery.asked.filter((each) => each.startsWith('apply'))).toEqual([]);
});

test('F2 renames, Enter keeps and goes back to the row, Escape gives the old name back', async ({
  page,
  gallery,
}) => {
  await gallery.open('scene=codebook&selected=code-0');
  await row(page, 'Legitimacy').click();
  await page.keyboard.press('F2');
  const name = page.getByRole('textbox', { name: 'Name' });
  await expect(name).toBeFocused();
  await page.keyboard.type('Rightfulness');
  await page.keyboard.press('Enter');
  await expect.poll(() => gallery.asked).toContain('set Legitimacy {"name":"Rightfulness"}');
  await expect(row(page, 'Rightfulness')).toBeFocused();
  await page.keyboard.press('F2');
  await page.keyboard.type('x');
  await page.keyboard.press('Escape');
  await expect(row(page, 'Rightfulness')).toBeFocused();
  await expect(name).toHaveValue('Rightfulness');
  expect(gallery.asked.filter((each) => each.startsWith('set'))).toHaveLength(1);
});

test('a name that is refused stays in the field, with the reason', async ({ page, gallery }) => {
  await gallery.open('scene=codebook&selected=code-0');
  const name = page.getByRole('textbox', { name: 'Name' });
  await name.fill('taken');
  await name.press('Enter');
  await expect(page.getByRole('alert')).toContainText('There is a code of this name');
  await expect(name).toHaveValue('taken');
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  await name.press('Escape');
  await expect(name).toHaveValue('External interference');
});

test('a definition is kept when its field is left, and when the code is left by a click', async ({
  page,
  gallery,
}) => {
  await gallery.open('scene=codebook&selected=code-7');
  await page.getByRole('textbox', { name: 'Description' }).fill('Right to rule.');
  await row(page, 'External interference').click();
  await expect.poll(() => gallery.asked).toContain('set Legitimacy {"description":"Right to rule."}');
});

test('Alt with an arrow moves the code, the keyboard stays on it', async ({ page, gallery }) => {
  await gallery.open('scene=codebook');
  await row(page, 'Order restored').click();
  await page.keyboard.press('Alt+ArrowUp');
  expect(gallery.asked.at(-1)).toBe('move Order restored  1');
  await page.keyboard.press('Alt+ArrowRight');
  await expect(row(page, 'Order restored')).toHaveAttribute('aria-level', '2');
  await expect(row(page, 'Order restored')).toBeFocused();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(row(page, 'Order restored')).toHaveAttribute('aria-level', '1');
});

test('a drag nests a code, with the mouse and with the keyboard', async ({ page, gallery }) => {
  await gallery.open('scene=codebook');
  await row(page, 'Limited mandate').dragTo(row(page, 'Legitimacy'));
  await expect(row(page, 'Limited mandate')).toHaveAttribute('aria-level', '2');
  await row(page, 'Violence').click();
  await page.keyboard.press('ArrowLeft');
  await page.getByRole('button', { name: 'Move Violence' }).press('Enter');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  expect(gallery.asked.filter((each) => each.startsWith('move Violence'))).toHaveLength(1);
});

test('new codes are typed one after the other', async ({ page, gallery }) => {
  await gallery.open('scene=codebook&selected=code-7');
  await page.getByRole('button', { name: 'New code' }).click();
  const field = page.getByRole('textbox', { name: 'Name of the new code' });
  await expect(field).toBeFocused();
  await field.fill('taken');
  await field.press('Enter');
  await expect(field).toHaveValue('taken');
  await field.fill('Blame > Neighbours');
  await field.press('Enter');
  await expect(field).toHaveValue('');
  await page.getByRole('checkbox', { name: 'Below “Legitimacy”' }).check();
  await field.fill('Elections');
  await field.press('Enter');
  expect(gallery.asked.filter((each) => each.startsWith('create'))).toEqual([
    'create taken  code',
    'create Blame > Neighbours  code',
    'create Elections code-7 code',
  ]);
  await field.press('Escape');
  await expect(field).toHaveCount(0);
});

test('a double click and the row’s button apply; a folder never does', async ({ page, gallery }) => {
  await gallery.open('scene=codebook');
  await row(page, 'Legitimacy').dblclick();
  await page.getByRole('button', { name: 'Apply Legitimacy' }).click();
  await row(page, 'Actors').dblclick();
  expect(gallery.asked.filter((each) => each.startsWith('apply'))).toEqual([
    'apply Legitimacy',
    'apply Legitimacy',
  ]);
});

test('Enter on a row applies its code; on a folder, and on a button in the row, it does not', async ({
  page,
  gallery,
}) => {
  await gallery.open('scene=codebook&selected=code-7');
  await row(page, 'Legitimacy').click();
  await page.keyboard.press('Enter');
  await row(page, 'Actors').click();
  await page.keyboard.press('Enter');
  await row(page, 'Violence').click();
  await page.getByRole('button', { name: 'Hide what is below Violence' }).press('Enter');
  expect(gallery.asked.filter((each) => each.startsWith('apply'))).toEqual(['apply Legitimacy']);
});

test('archived codes are folded at the end, without a way to apply or move them', async ({
  page,
  gallery,
}) => {
  await gallery.open('scene=codebook&archived', { width: 300, height: 1700 });
  await expect(page.getByRole('row').last()).toHaveAccessibleName('Archived, 4 codes');
  await expect(row(page, 'Foreign money')).toHaveCount(0);
  await page.getByRole('row').last().click();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(row(page, 'Foreign money')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.getByRole('button', { name: 'Apply Foreign money' })).toHaveCount(0);
  await expect(page.getByText('Archived on 3 Feb 2031')).toBeVisible();
  await row(page, 'Foreign money').dragTo(row(page, 'Legitimacy'));
  await page.getByRole('button', { name: 'Bring back' }).press('Enter');
  await expect(row(page, 'Foreign money')).toHaveAttribute('aria-level', '1');
  await expect.poll(() => gallery.asked).toEqual(['archive Foreign money false']);
});

test('the exclusive set is typed or chosen, and Escape gives the old one back', async ({ page, gallery }) => {
  await gallery.open('scene=codebook&selected=code-0', { width: 400, height: 900 });
  const field = page.getByRole('combobox', { name: 'Exclusive set' });
  await field.fill('Blame');
  await field.press('Enter');
  await row(page, 'Legitimacy').click();
  await field.press('ArrowDown');
  await page.getByRole('option', { name: 'Blame' }).click();
  await field.fill('Other');
  await field.press('Escape');
  await expect(field).toHaveValue('Blame');
  await field.fill('');
  await field.press('Enter');
  expect(gallery.asked.filter((each) => each.startsWith('set in'))).toEqual([
    'set in External interference Blame',
    'set in Legitimacy Blame',
    'set in Legitimacy ',
  ]);
});

test('a code’s examples, history and whole fate go by keyboard', async ({ page, gallery }) => {
  await gallery.open('scene=codebook&selected=code-0', { width: 400, height: 900 });
  await page.getByRole('button', { name: /^The council spoke/ }).press('Enter');
  await page.getByRole('button', { name: 'Add the passage in hand' }).press('Enter');
  await page.getByRole('button', { name: /^No longer an example: .This passage/ }).press('Enter');
  await page.getByRole('button', { name: 'History' }).press('Enter');
  await expect(page.getByRole('list', { name: 'History' })).toHaveText(
    /^Revision 2 4 Jan 2031.*M\. KarelName: Foreign hand → External interference“Outside money” merged into it, with 3 codings$/,
  );
  await page.getByRole('button', { name: 'Merge into…' }).press('Enter');
  await page.getByRole('button', { name: 'Archive' }).press('Enter');
  await expect
    .poll(() => gallery.asked)
    .toEqual([
      'open example a',
      'add example',
      'remove example b',
      'merge External interference',
      'archive External interference true',
    ]);
});

test('the menu acts on the codebook as a whole; locking goes from there and back', async ({
  page,
  gallery,
}) => {
  await gallery.open('scene=codebook');
  const menu = page.getByRole('button', { name: 'Codebook menu' });
  for (const name of ['Import codebook…', 'Export codebook…', 'Lock the codebook']) {
    await menu.press('Enter');
    await page.getByRole('menuitem', { name }).press('Enter');
  }
  await page.getByRole('button', { name: 'Lock codebook', pressed: true }).press('Enter');
  await expect(menu).toBeFocused();
  await expect
    .poll(() => gallery.asked)
    .toEqual(['action import', 'action export', 'action lock', 'action lock']);
});

test('colour, line, key and parent are chosen from lists', async ({ page, gallery }) => {
  await gallery.open('scene=codebook&selected=code-0', { width: 500, height: 900 });
  await page.getByRole('button', { name: 'Colour: Blue, Solid' }).click();
  await page.getByRole('option', { name: 'Teal' }).click();
  await page.getByRole('option', { name: 'Wavy' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /Key$/ }).click();
  await page.getByRole('option', { name: '7' }).click();
  await page.getByRole('button', { name: /Parent$/ }).click();
  await page.getByRole('option', { name: 'Legitimacy' }).click();
  await expect(page.getByRole('button', { name: 'Colour: Teal, Wavy' })).toBeVisible();
  await expect(row(page, 'External interference')).toHaveAccessibleName(/key 7$/);
  await expect(row(page, 'External interference')).toHaveAttribute('aria-level', '2');
});

test('deleting tells what goes', async ({ page, gallery }) => {
  await gallery.open('scene=codebook&selected=code-1');
  const button = page.getByRole('button', { name: 'Delete code' });
  await expect(button).toHaveAccessibleDescription(
    'Deletes this code and its 7 codings; the passages stay. Undo brings it back. The 2 codes below it move up.',
  );
  await button.click();
  await expect.poll(() => gallery.asked).toContain('remove Foreign money');
});

test('a locked codebook can be looked at and unlocked', async ({ page, gallery }) => {
  await gallery.open('scene=codebook&locked&selected=code-0');
  await expect(page.getByRole('button', { name: 'New code' })).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Delete code' })).toBeDisabled();
  await expect(page.getByRole('textbox', { name: 'Name' })).not.toBeEditable();
  await page.getByRole('button', { name: 'Lock codebook', pressed: true }).click();
  await expect(page.getByRole('button', { name: 'New code' })).toBeEnabled();
});
