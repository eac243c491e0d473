import type { Locator, Page } from '@playwright/test';
import type { WorkbenchPage } from '../support/workbench-page';
import { expect, test } from './workbench-fixture';

test.beforeEach(({ page }) => page.setViewportSize({ width: 1440, height: 1000 }));

const speaker = (page: Page): Locator => page.getByRole('combobox', { name: 'Speaker' });
const quotes = (desk: WorkbenchPage): Promise<readonly string[]> => desk.quotes();
const items = ({ annotations }: WorkbenchPage): Locator => annotations.getByRole('listitem');

async function undo(desk: WorkbenchPage): Promise<void> {
  await desk.page.getByRole('button', { name: 'Undo' }).press('Enter');
  await desk.saved();
}

test('w says who speaks, in two steps, with a new actor; voice beside it; one step each', async ({
  desk,
  page,
}) => {
  await desk.keys('d', 'd');
  await desk.code('legitimacy');
  await desk.saved();
  await desk.keys('w');
  await expect(speaker(page)).toBeFocused();
  await page.keyboard.type('The mission > Dana Orel');
  await page.keyboard.press('Enter');
  await desk.saved();
  await expect(desk.article).toBeFocused();
  await expect(speaker(page)).toHaveValue('The mission > Dana Orel');
  await page.getByRole('combobox', { name: 'Voice' }).selectOption('reported');
  await desk.saved();
  await desk.keys('w');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('dana');
  const offered = page.getByRole('listbox', { name: 'Speakers of the project' });
  await expect(offered.getByRole('option')).toHaveText(['Dana Orel']);
  // In a low window the field is the last thing there is room for: what it offers stands above it.
  await page.setViewportSize({ width: 1366, height: 590 });
  await expect(offered).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await desk.saved();
  await expect(speaker(page)).toHaveValue('Dana Orel');
  await undo(desk);
  await expect(speaker(page)).toHaveValue('The mission > Dana Orel');
  await undo(desk);
  await expect(page.getByRole('combobox', { name: 'Voice' })).toHaveValue('');
  await undo(desk);
  await expect(speaker(page)).toHaveValue('');
});

test('b moves the ends of the passage: Enter keeps, Escape leaves, one step', async ({ desk, page }) => {
  await desk.keys('d', 'd');
  await desk.code('legitimacy');
  await desk.saved();
  const [first = ''] = await quotes(desk);
  await desk.keys('b', 'Control+ArrowLeft', 'b', 'Control+ArrowRight');
  await page.keyboard.press('Enter');
  await desk.saved();
  const words = first.split(' ');
  await expect.poll(async () => (await quotes(desk)).map((quote) => first.includes(quote))).toEqual([true]);
  const [moved = ''] = await quotes(desk);
  expect(moved.startsWith(words[0] ?? '')).toBe(false);
  expect(moved.length).toBeLessThan(first.length);
  await desk.keys('b', 'ArrowLeft', 'ArrowLeft', 'Escape');
  expect(await quotes(desk)).toEqual([moved]);
  await undo(desk);
  await expect.poll(() => quotes(desk)).toEqual([first]);
  // Undo takes back the move that is under way, and nothing before it.
  await desk.keys('b', 'ArrowLeft', 'Control+z');
  await expect.poll(async () => (await desk.painted())['fw-pending'] ?? []).toEqual([]);
  await desk.saved();
  expect(await quotes(desk)).toEqual([first]);
  // What takes the passage out of hand keeps its ends, and the arrows are the caret's again.
  const pending = async (): Promise<boolean> => (await desk.painted())['fw-pending'] !== undefined;
  const leave: readonly (() => Promise<void>)[] = [
    () => desk.keys('Shift+ArrowRight'),
    () => desk.article.locator('[data-line]').last().click(),
    () => page.keyboard.press('Tab'),
  ];
  for (const [index, act] of leave.entries()) {
    await desk.keys('Escape', 'Escape', 'Control+Home', ']', 'b', 'ArrowLeft');
    await expect.poll(pending).toBe(true);
    await act();
    await expect.poll(() => quotes(desk)).toEqual([first.slice(0, -1 - index)]);
    await expect.poll(pending).toBe(false);
  }
});

test('j joins the passage with the next, unless text lies between, and undo parts them again', async ({
  desk,
  page,
}) => {
  await desk.keys('d', 'd');
  await desk.code('legitimacy');
  await desk.keys('d');
  await desk.code('order restored');
  await desk.saved();
  const [first = '', second = ''] = await quotes(desk);
  await desk.keys('[', 'j');
  await desk.saved();
  await expect(items(desk)).toHaveCount(1);
  const [joined = ''] = await quotes(desk);
  expect([joined.startsWith(first), joined.endsWith(second)]).toEqual([true, true]);
  await undo(desk);
  await expect.poll(() => quotes(desk)).toEqual([first, second]);
  await desk.keys(']', 'd', 'd', '1');
  await desk.saved();
  await desk.keys('[', 'j');
  await expect(page.getByText('Text lies between this passage and your next one')).toBeVisible();
  await expect(items(desk)).toHaveCount(3);
});

test('two passages are linked, the link opens its other end, and is removed', async ({ desk, page }) => {
  await desk.keys('d', 'd');
  await desk.code('legitimacy');
  const begin = page.getByRole('button', { name: 'Link to another passage' });
  await begin.press('Enter');
  // With each step the button goes that was pressed: the text has the keyboard then.
  await expect(desk.article).toBeFocused();
  await desk.keys('d');
  await desk.code('order restored');
  const [first = ''] = await quotes(desk);
  const offered = page.getByRole('group', { name: 'Link to this passage' });
  await offered.getByRole('button', { name: 'contradicts' }).press('Enter');
  await desk.saved();
  await expect(desk.article).toBeFocused();
  await expect(page.getByText('contradicted by', { exact: true })).toBeVisible();
  await page
    .getByRole('button', { name: /^Open “?/ })
    .filter({ hasText: first.slice(0, 20) })
    .press('Enter');
  await expect(page.getByRole('region', { name: 'Annotation in hand' }).getByRole('blockquote')).toHaveText(
    first,
  );
  await page.getByRole('button', { name: /^Remove link to/ }).press('Enter');
  await desk.saved();
  await expect(page.getByText('contradicts', { exact: true })).toHaveCount(0);
  await expect(desk.article).toBeFocused();
  // A link that was begun at a passage which has gone since leads nowhere.
  await begin.press('Enter');
  await desk.keys(']');
  await expect(offered).toBeVisible();
  await desk.keys('[', 'x', ']');
  await expect(
    page.getByRole('region', { name: 'Annotation in hand' }).getByRole('blockquote'),
  ).toBeVisible();
  await expect(offered).toHaveCount(0);
});

test('what is removed beside the list is said, and the keyboard is back in the text', async ({
  desk,
  page,
}) => {
  await desk.keys('d', 'd');
  await desk.code('legitimacy');
  await desk.code('order restored');
  await page.getByRole('button', { name: 'Remove code legitimacy' }).press('Enter');
  await expect(page.getByText('legitimacy taken off')).toBeVisible();
  await expect(desk.article).toBeFocused();
  await page.getByRole('button', { name: 'Remove annotation' }).press('Enter');
  await expect(items(desk)).toHaveCount(0);
  await expect(desk.article).toBeFocused();
});

test('the list is narrowed by words of codes and quotes', async ({ desk, page }) => {
  await desk.keys('d', 'd');
  await desk.code('legitimacy');
  await desk.keys('d');
  await desk.code('order restored');
  await expect(items(desk)).toHaveCount(2);
  const filter = page.getByRole('searchbox', { name: 'Filter annotations' });
  await filter.fill('order rest');
  await expect(items(desk)).toHaveCount(1);
  await filter.fill('no such words');
  await expect(items(desk)).toHaveCount(0);
  await expect(page.getByText('No annotation here holds these words.')).toBeVisible();
  await filter.press('Escape');
  await expect(items(desk)).toHaveCount(2);
});
