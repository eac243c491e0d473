import type { Page } from '@playwright/test';
import type { WorkbenchPage } from '../support/workbench-page';
import { expect, test, wireFiles } from './workbench-fixture';

const lines = (wireFiles[0]?.text ?? '').split('\n').filter((line) => line.trim() !== '');

test.beforeEach(({ page }) => page.setViewportSize({ width: 1440, height: 1000 }));

/** The middle of the first letters of some words of the text, in pixels of the window. */
async function placeOf({ article }: WorkbenchPage, words: string): Promise<{ x: number; y: number }> {
  return article.evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const { left, top, width, height } = range.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }
    throw new Error(`The text does not hold “${wanted}”`);
  }, words);
}

const selected = (page: Page): Promise<string> =>
  page.evaluate(() => document.getSelection()?.toString() ?? '');

/** Places of the text's lines, to see that nothing moved. */
const lineBoxes = ({ article }: WorkbenchPage): Promise<readonly string[]> =>
  article.evaluate((root) =>
    [...root.querySelectorAll('[data-line]')].map((line) => {
      const { left, top, width, height } = line.getBoundingClientRect();
      return [left, top, width, height].join(' ');
    }),
  );

test('a third click selects the sentence, a fourth its paragraph, and dragging on takes more', async ({
  desk,
  page,
}) => {
  const { x, y } = await placeOf(desk, 'vessels');
  await page.mouse.click(x, y, { clickCount: 3 });
  const sentence = await selected(page);
  expect(sentence).toMatch(/^He put the number of vessels.*\.$/);
  await desk.keys('c');
  await expect.poll(async () => (await desk.painted())['fw-pending']?.join('')).toBe(sentence);
  await page.keyboard.press('Escape');
  await page.mouse.click(x, y, { clickCount: 4 });
  expect(lines).toContain(await selected(page));
});

test('the margin selects paragraphs', async ({ desk, page }) => {
  const boxOf = async (line: number) => {
    const box = await desk.article.locator(`[data-line="${line}"]`).boundingBox();
    if (box === null) throw new Error('The paragraph is on screen');
    return { x: box.x - 20, y: box.y + 8 };
  };
  const [first, second] = [await boxOf(2), await boxOf(3)];
  await page.mouse.click(first.x, first.y);
  expect(await selected(page)).toBe(lines[2]);
  await page.mouse.move(first.x, first.y);
  await page.mouse.down();
  await page.mouse.move(second.x, second.y, { steps: 3 });
  await page.mouse.up();
  const both = await selected(page);
  expect([both.startsWith(lines[2] ?? '-'), both.endsWith(lines[3] ?? '-')]).toEqual([true, true]);
  await desk.code('legitimacy');
  await desk.saved();
  await expect(desk.annotations.getByRole('listitem')).toHaveCount(1);
});

test('a selection by mouse is drawn in to the words', async ({ desk, page }) => {
  const from = await placeOf(desk, ' the number of vessels');
  const to = await placeOf(desk, ' of vessels');
  await page.mouse.move(from.x - 2, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x + 2, to.y, { steps: 3 });
  await page.mouse.up();
  expect(await selected(page)).toBe('the number');
});

test('the ends of the passage in hand are dragged: one step, Escape leaves it, nothing moves', async ({
  desk,
  page,
}) => {
  await desk.keys('d', 'd', 'd', 'd');
  const before = await lineBoxes(desk);
  await desk.code('legitimacy');
  await desk.saved();
  const [whole = ''] = await desk.quotes();
  const end = page.getByRole('button', { name: 'Move the end of the passage' });
  const start = page.getByRole('button', { name: 'Move the start of the passage' });
  const drag = async (handle: typeof end, words: string): Promise<void> => {
    const box = await handle.boundingBox();
    if (box === null) throw new Error('The handle is on screen');
    const to = await placeOf(desk, words);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 4 });
  };
  await expect(end).toBeVisible();
  expect(await lineBoxes(desk)).toEqual(before);
  await drag(end, ' of vessels');
  await expect.poll(async () => (await desk.painted())['fw-pending']?.join('')).toMatch(/^He put the number/);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect.poll(() => desk.quotes()).toEqual([whole]);
  await drag(end, ' of vessels');
  await page.mouse.up();
  await expect.poll(() => desk.quotes()).toEqual(['He put the number']);
  // By words: the start goes to the beginning of the word it is let go in.
  await page.keyboard.down('Control');
  await drag(start, 'umber of vessels');
  await page.mouse.up();
  await page.keyboard.up('Control');
  await expect.poll(() => desk.quotes()).toEqual(['number']);
  await desk.saved();
  await desk.keys('Control+z', 'Control+z');
  await expect.poll(() => desk.quotes()).toEqual([whole]);
  expect(await lineBoxes(desk)).toEqual(before);
});

test('a handle that is pressed hands its end to the arrows', async ({ desk, page }) => {
  await desk.keys('d', 'd', 'd', 'd');
  await desk.code('legitimacy');
  await desk.saved();
  const [whole = ''] = await desk.quotes();
  await page.getByRole('button', { name: 'Move the start of the passage' }).press('Enter');
  await expect(desk.article).toBeFocused();
  await page.keyboard.press('Control+ArrowRight');
  await page.keyboard.press('Enter');
  await expect.poll(() => desk.quotes()).toEqual([whole.slice(whole.indexOf(' ') + 1)]);
});

test('names stand beside the lanes where there is room, and come without moving the text', async ({
  desk,
  page,
}) => {
  const names = page.locator('[aria-hidden] > [data-annotation]');
  await desk.keys('d', 'd', 'd', 'd');
  const before = await lineBoxes(desk);
  await desk.code('legitimacy');
  await desk.code('order restored');
  await expect(names).toHaveText(['legitimacy', 'order restored']);
  const boxes = await names.evaluateAll((list) => list.map((name) => name.getBoundingClientRect().top));
  expect((boxes[1] ?? 0) - (boxes[0] ?? 0)).toBeGreaterThanOrEqual(17);
  expect(await lineBoxes(desk)).toEqual(before);
  await names.first().click();
  await expect(page.getByRole('region', { name: 'Annotation in hand' })).toBeVisible();

  await page.setViewportSize({ width: 1200, height: 900 });
  await expect(names.first()).toBeHidden();
  const caption = page.locator('[aria-hidden] > div:not([data-annotation])');
  await expect(caption).toBeVisible();
  await expect(caption).toHaveText('legitimacyorder restored');
  const narrow = await lineBoxes(desk);
  await desk.keys('d');
  await expect(caption).toBeHidden();
  const { x, y } = await placeOf(desk, 'vessels');
  await page.mouse.move(x, y);
  await expect(caption).toBeVisible();
  expect(await lineBoxes(desk)).toEqual(narrow);
});

test('where passages lie over each other a click offers them; keys, mouse and clicks again choose', async ({
  desk,
  page,
}) => {
  await desk.keys('d', 'd', 'd', 'd');
  await desk.code('legitimacy');
  await desk.keys('Shift+E');
  await desk.code('order restored');
  await desk.saved();
  const [short = '', long = ''] = await desk.quotes();
  expect(short).toBe('He');
  const inHand = page.getByRole('region', { name: 'Annotation in hand' }).getByRole('blockquote');
  const choice = page.getByRole('listbox', { name: 'Passages here' });
  const { x, y } = await placeOf(desk, 'He put the number');
  // With none of them in hand the shortest comes first.
  await desk.keys('Escape');
  await page.mouse.click(x, y);
  await expect(choice.getByRole('option')).toHaveCount(2);
  await expect(choice.getByRole('option', { selected: true })).toHaveAccessibleName(/^order restored He$/);
  await expect(inHand).toHaveText(short);
  await page.keyboard.press('ArrowDown');
  await expect(inHand).toHaveText(long);
  await page.keyboard.press('Enter');
  await expect(choice).toHaveCount(0);
  await expect(desk.article).toBeFocused();
  await expect(inHand).toHaveText(long);
  // The same place again: the next one.
  await page.mouse.click(x, y);
  await expect(inHand).toHaveText(short);
  await choice.getByRole('option', { name: /^legitimacy/ }).click();
  await expect(inHand).toHaveText(long);
  await page.mouse.click(x, y);
  // A key of the text closes it and acts.
  await page.keyboard.press('u');
  await expect(choice).toHaveCount(0);
  await desk.saved();
  await expect(page.getByRole('button', { name: 'Unsure of order restored' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  // One passage alone needs no choice.
  const alone = await placeOf(desk, lines[0] ?? '');
  await page.mouse.click(alone.x, alone.y);
  await expect(choice).toHaveCount(0);
});
