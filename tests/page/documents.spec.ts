import type { Locator } from '@playwright/test';
import type { WorkbenchPage } from '../support/workbench-page';
import { expect, test } from './workbench-fixture';

const region = (desk: WorkbenchPage, name: string): Locator => desk.page.getByRole('region', { name });
const button = (desk: WorkbenchPage, name: string | RegExp): Locator =>
  desk.page.getByRole('button', { name });
const option = (desk: WorkbenchPage, name: string | RegExp): Locator =>
  desk.page.getByRole('option', { name });

async function undo(desk: WorkbenchPage): Promise<void> {
  await desk.keys('Control+z');
  await desk.saved();
}

test('a code is given to the whole document, stands first, is doubted, taken off and brought back', async ({
  desk,
}) => {
  const { page, annotations } = desk;
  await desk.keys('d', 'd', 'd');
  await desk.code('legitimacy');
  await desk.keys('t');
  const palette = page.getByRole('combobox', { name: 'Code' });
  await expect(palette).toHaveAttribute('placeholder', 'Code for the whole document');
  await palette.fill('sombre');
  await palette.press('Enter');
  const first = annotations.getByRole('listitem').first();
  await expect(first).toContainText('Whole document');
  await expect(region(desk, 'Codes of the whole document')).toContainText('sombre');
  // It is in hand: the keys of a passage act on it, the palette too.
  await desk.keys('u');
  await expect(first).toContainText('unsure');
  await desk.keys('c');
  await expect(option(desk, /^sombre/)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await desk.keys('x');
  await expect(annotations).not.toContainText('Whole document');
  await undo(desk);
  await expect(first).toContainText('Whole document');
  await expect(first).toContainText('unsure');
});

test('a value is a suggestion until it is accepted, is edited where it stands, and a wrong one is told', async ({
  desk,
}) => {
  const { page } = desk;
  const place = button(desk, /^Place: .*, suggested$/).first();
  await place.hover();
  await expect.poll(async () => (await desk.painted())['fw-pending']).toHaveLength(1);
  await place.click();
  await expect(page.getByRole('dialog', { name: /^Place: / })).toContainText(
    /Suggested, \d+ % sure, from the text:/,
  );
  await button(desk, /^Accept$/).click();
  await expect(place).toHaveCount(0);
  await expect(button(desk, /^Place: /).first()).toBeVisible();

  await button(desk, /^Date: /)
    .first()
    .click();
  const field = page.getByRole('dialog', { name: /^Date: / }).getByRole('textbox', { name: 'Date' });
  await field.fill('soon');
  await field.press('Enter');
  await expect(page.getByRole('dialog', { name: /^Date: / }).getByRole('alert')).toContainText(
    'takes a date',
  );
  await field.fill('March 2031');
  await field.press('Enter');
  await expect(button(desk, 'Date: March 2031').first()).toBeVisible();
  await undo(desk);
  await expect(button(desk, 'Date: March 2031')).toHaveCount(0);

  await button(desk, 'Accept all suggestions').press('Enter');
  await expect(button(desk, 'Accept all suggestions')).toHaveCount(0);
  await expect(region(desk, 'Attributes of the document')).toBeFocused();
});

test('a new attribute is made, chosen from, and goes with its values; a title is changed', async ({
  desk,
}) => {
  const { page } = desk;
  await button(desk, 'Details of the document').click();
  const details = page.getByRole('dialog', { name: 'Document details' });
  await details.getByRole('textbox', { name: 'Title' }).fill('Queues at the bakeries');
  await page.keyboard.press('Enter');
  await expect(desk.article).toHaveAccessibleName('Queues at the bakeries');
  await details.getByRole('button', { name: 'New attribute…' }).click();
  const form = page.getByRole('dialog', { name: 'New attribute' });
  await form.getByRole('textbox', { name: 'Name' }).fill('Kind');
  await form.getByRole('button', { name: /Type/ }).click();
  await option(desk, 'One of a list').click();
  await form.getByRole('button', { name: 'Create' }).click();
  await expect(form.getByRole('alert')).toContainText('at least one');
  await form.getByRole('textbox', { name: 'Choices, one on each line' }).fill('wire\npress');
  await form.getByRole('button', { name: 'Create' }).click();
  await details.getByRole('button', { name: 'Kind: not set' }).click();
  await option(desk, 'press').click();
  await expect(details.getByRole('button', { name: 'Kind: press' })).toBeVisible();
  await details.getByRole('button', { name: 'More about attribute Kind' }).click();
  await page.getByRole('menuitem', { name: 'Remove it, and its value in 1 document' }).click();
  await expect(details.getByRole('button', { name: /^Kind/ })).toHaveCount(0);
});

test('nothing found is a statement; a code added since makes it one under an older codebook, until it is said anew', async ({
  desk,
}) => {
  const { page } = desk;
  const note = region(desk, 'How this document stands');
  await desk.keys('d', 'd');
  await desk.code('legitimacy');
  await desk.keys('Alt+ArrowDown');
  await desk.keys('Control+Enter');
  await desk.keys('Alt+ArrowUp');
  await expect(note).toHaveText(/Nothing found here by .+, round 1\./);
  await expect(desk.documents.getByRole('option').nth(1)).toContainText('Done, Nothing found');

  await button(desk, 'New code').click();
  await page.keyboard.type('order restored');
  await page.keyboard.press('Enter');
  await expect(note).toContainText('Done under an older codebook. “order restored” was added since.');
  await expect(page.getByRole('status', { name: 'Progress' })).toContainText('1 under an older codebook');
  await button(desk, 'Done under the present codebook').press('Enter');
  await expect(note).not.toContainText('older');
  // The button has gone with what it said: the keyboard is in the text.
  await expect(desk.article).toBeFocused();
  await undo(desk);
  await expect(note).toContainText('Done under an older codebook.');
  await button(desk, 'Done. Open again').press('Enter');
  await expect(note).toHaveCount(0);
  await expect(desk.article).toBeFocused();
});

test('a second round begins beside the first, which stays as it was', async ({ desk }) => {
  const { page, annotations } = desk;
  await desk.keys('d', 'd');
  await desk.code('legitimacy');
  await button(desk, 'More about this reading').click();
  await page.getByRole('menuitem', { name: 'Begin round 2 here' }).click();
  const progress = page.getByRole('status', { name: 'Progress' });
  await expect(progress).toContainText('round 2');
  await expect(annotations).toHaveCount(0);
  await desk.keys('d', 'd');
  await desk.code('order restored');
  await expect(annotations.getByRole('listitem')).toHaveText([/order restored/]);
  await button(desk, 'More about this reading').click();
  await page.getByRole('menuitem', { name: 'Show my passages of all rounds' }).click();
  await expect(annotations.getByRole('listitem')).toHaveCount(2);
  await button(desk, 'More about this reading').click();
  await page.getByRole('menuitem', { name: 'Work in round 1' }).click();
  await annotations.getByRole('button').last().click();
  await expect(region(desk, 'Annotation in hand')).toContainText('Yours, of round 2.');
});

test('the list is narrowed by state, code and value; next, previous and done follow it', async ({ desk }) => {
  const { page, documents } = desk;
  const all = await documents.getByRole('option').count();
  await desk.keys('d', 'd');
  await desk.code('legitimacy');
  await desk.keys('Alt+ArrowDown', 'Control+Enter');
  const sheet = button(desk, 'Filter by state, code and attribute');
  await sheet.click();
  await option(desk, /^Unread/).click();
  await page.keyboard.press('Escape');
  await expect(documents.getByRole('option')).toHaveCount(all - 2);
  const third = await desk.article.getAttribute('aria-label');
  await desk.keys('Alt+ArrowUp');
  await expect(desk.article).toHaveAttribute('aria-label', third ?? '');
  await button(desk, 'Without the filter Unread').click();
  await sheet.click();
  await option(desk, /^legitimacy/).click();
  await page.keyboard.press('Escape');
  await expect(documents.getByRole('option')).toHaveCount(1);
  await desk.keys('Alt+ArrowUp');
  await expect(desk.article).not.toHaveAttribute('aria-label', third ?? '');
  await button(desk, 'Without the filter legitimacy').click();
  await sheet.click();
  await page.getByRole('textbox', { name: 'Agency contains' }).fill('zzz');
  await page.keyboard.press('Escape');
  await expect(region(desk, 'Corpus')).toContainText('No document meets all of these conditions.');
});

test('a paragraph is said to be residue and counts no more, at once; undo takes it back', async ({
  desk,
}) => {
  const { page, article } = desk;
  await desk.keys('d', 'd', 'd', 'p');
  const dialog = page.getByRole('dialog', { name: /^Paragraph / });
  const counts = dialog.getByRole('checkbox', { name: 'Counts as text to be coded' }).last();
  await expect(counts).toBeChecked();
  const residue = await article.locator('[class*=residue]').count();
  const counted = async (): Promise<number> =>
    Number(/([\d,]+) words/.exec(await page.locator('main').innerText())?.[1]?.replaceAll(',', ''));
  const words = await counted();
  await dialog.getByRole('button', { name: /It is/ }).last().click();
  await option(desk, /^Residue/).click();
  await expect(counts).not.toBeChecked();
  expect(await article.locator('[class*=residue]').count()).toBeGreaterThan(residue);
  await dialog.getByRole('button', { name: 'Close' }).first().click();
  await expect.poll(counted).toBeLessThan(words);
  await undo(desk);
  await expect(article.locator('[class*=residue]')).toHaveCount(residue);
  await expect.poll(counted).toBe(words);

  // What only counts no more is dimmed as well, and the text is read on where it was.
  const place = () => page.evaluate(() => document.getSelection()?.focusNode?.textContent);
  await desk.keys('Control+Home', 'd', 'd', 'd');
  const before = await place();
  await desk.keys('p');
  // Clicked, not unchecked: the box shows the store, which answers a moment later.
  await counts.click();
  await expect(counts).not.toBeChecked();
  await expect(article.locator('[class*=piece-out]')).toHaveCount(1);
  await dialog.getByRole('button', { name: 'Close' }).first().click();
  await expect.poll(place).toBe(before);
  await desk.keys('p');
  await expect(counts).not.toBeChecked();

  // Background is told by a line beside it, since it reads as all other text.
  const beside = (kind: string): Promise<string> =>
    article
      .locator(`[class*=${kind}]`)
      .first()
      .evaluate((line) => getComputedStyle(line, '::after').borderLeftStyle);
  await dialog.getByRole('button', { name: /It is/ }).last().click();
  await option(desk, /^Background/).click();
  await expect.poll(() => beside('background')).toBe('dotted');
  expect(await beside('headline')).toBe('none');
});
