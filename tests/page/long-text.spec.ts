import type { Page } from '@playwright/test';
import { offerFiles } from '../support/version-files';
import { expect, test } from './workbench-fixture';

const quays = 6_000;
const long = `Quays of Harn are counted again\n\n${Array.from({ length: quays }, (_, n) => `Quay ${n} is open.`).join('\n\n')}`;
const last = `Quay ${quays - 1} is open.`;

/** Opens a text of many sections, in a window that never rests: what is not asked for is not made. */
async function openLong(desk: Parameters<typeof offerFiles>[0], page: Page): Promise<void> {
  await page.evaluate(() => {
    const noTime = { didTimeout: false, timeRemaining: () => 0 };
    window.requestIdleCallback = (act) => window.setTimeout(() => act(noTime), 20);
  });
  await offerFiles(desk, { 'a/long.txt': long }, true);
  await desk.open(/^Quays of Harn/);
}

const made = (page: Page) => page.locator('article [data-line]').count();
/** Of all lines, or sections without any, those in the view. */
const inView = (page: Page, selector: string) =>
  page.locator('article').evaluate((article, wanted) => {
    const view = article.parentElement?.parentElement?.getBoundingClientRect() ?? new DOMRect();
    const isSeen = ({ top, bottom }: DOMRect): boolean => bottom > view.top && top < view.bottom;
    return [...article.querySelectorAll(wanted)].filter((element) => isSeen(element.getBoundingClientRect()))
      .length;
  }, selector);
const linesInView = (page: Page) => inView(page, '[data-line]');
const emptyInView = (page: Page) => inView(page, '[data-coming]');
/** What the program has copied of what is selected; '' where it left that to the page. */
const copied = (page: Page) =>
  page.evaluate(() => {
    const data = new DataTransfer();
    const event = new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true });
    document.getSelection()?.focusNode?.parentElement?.dispatchEvent(event);
    return data.getData('text/plain');
  });
const selected = (page: Page) => page.evaluate(() => document.getSelection()?.focusNode?.textContent ?? null);

test('of a long text only what comes near the view is made', async ({ desk, page }) => {
  const width = () => desk.article.evaluate((article) => article.getBoundingClientRect().width);
  const before = await width();
  await openLong(desk, page);
  // Lines that are all short leave the column as wide as any other's.
  expect(await width()).toBe(before);
  const first = await made(page);
  expect(first).toBeGreaterThan(20);
  expect(first).toBeLessThan(quays / 10);

  const scroller = page.locator('article').locator('xpath=../..');
  const height = await scroller.evaluate(({ scrollHeight }) => scrollHeight);
  for (const part of [0.25, 0.5, 0.75]) {
    await scroller.evaluate((element, top) => {
      element.scrollTop = top;
    }, height * part);
    // Whatever lies in the view is a line with its words.
    await expect.poll(() => linesInView(page)).toBeGreaterThan(5);
    expect(await emptyInView(page)).toBe(0);
    const now = await scroller.evaluate(({ scrollHeight }) => scrollHeight);
    expect(Math.abs(now - height) / height).toBeLessThan(0.05);
  }
  expect(await made(page)).toBeLessThan(quays / 2);
});

test('what is in sight is painted first, and more when the window rests', async ({ desk, page }) => {
  await page.evaluate(() => {
    const held: IdleRequestCallback[] = [];
    window.requestIdleCallback = (act) => held.push(act);
    window.addEventListener('rest', () => {
      for (const act of held.splice(0)) act({ didTimeout: false, timeRemaining: () => 0 });
    });
  });
  await offerFiles(desk, { 'a/long.txt': long }, true);
  await desk.open(/^Quays of Harn/);
  await page.keyboard.press('Control+f');
  await page.keyboard.type('is open');
  /** Of the lines with a hit that is painted, how many lie below the view. */
  const paintedBelow = () =>
    page.locator('article').evaluate((article) => {
      const view = article.parentElement?.parentElement?.getBoundingClientRect() ?? new DOMRect();
      const ranges = [...(CSS.highlights.get('fw-found') ?? [])];
      const tops = ranges.map(({ startContainer }) => startContainer.parentElement?.getBoundingClientRect());
      return { all: tops.length, below: tops.filter((box) => (box?.top ?? 0) > view.bottom).length };
    });
  await expect.poll(async () => (await paintedBelow()).all).toBeGreaterThan(10);
  const first = await paintedBelow();
  await page.evaluate(() => window.dispatchEvent(new Event('rest')));
  await expect.poll(async () => (await paintedBelow()).below).toBeGreaterThan(first.below + 2);
});

test('keys reach what is not made yet, and a passage there is coded', async ({ desk, page }) => {
  await openLong(desk, page);
  await desk.keys('Control+End');
  expect(await selected(page)).toBe(last);
  await desk.keys('Control+Home');
  expect(await selected(page)).toMatch(/^Quays of Harn/);
  // A paragraph a key, further than what was made at first.
  for (let step = 0; step < 200; step += 1) await page.keyboard.press('d');
  await expect(page.locator('article [data-line="200"]')).toBeInViewport();
  await desk.code('legitimacy');
  await expect.poll(() => desk.quotes()).toEqual(['Quay 199 is open.']);
});

test('what was selected over sections that are not made is copied whole', async ({ desk, page }) => {
  await openLong(desk, page);
  await desk.keys('Control+A');
  expect(await copied(page)).toBe(long);
});

test('the rest of a long text is made while the window rests', async ({ desk, page }) => {
  await offerFiles(desk, { 'a/long.txt': long }, true);
  await desk.open(/^Quays of Harn/);
  await expect.poll(() => made(page)).toBe(quays + 1);
  const lines = await page
    .locator('article')
    .evaluate((article) =>
      [...article.querySelectorAll('[data-line]')].map(({ textContent }) => textContent),
    );
  expect(lines.at(1)).toBe('Quay 0 is open.');
  expect(lines.at(-1)).toBe(last);
});

test('a very long paragraph is laid out in parts that read as one', async ({ desk, page }) => {
  const sentences = Array.from({ length: 2_000 }, (_, n) => `Ferry ${n} of Harn waits for the tide.`);
  const body = sentences.join(' ');
  await offerFiles(
    desk,
    { 'a/one-line.txt': `Ferries of Harn wait for the tide\n\n${body}\n\nThe end.` },
    true,
  );
  await desk.open(/^Ferries of Harn/);
  const parts = page.locator('article [data-line]');
  await expect.poll(() => parts.count()).toBeGreaterThan(10);
  // What is not in sight is made while the window rests.
  await expect(page.locator('article [data-coming]')).toHaveCount(0);
  const read = await parts.evaluateAll((all) =>
    all.map((each) => ({
      text: each.textContent,
      number: each.getAttribute('data-number'),
      gap: getComputedStyle(each).marginBottom !== '0px',
    })),
  );
  expect(
    read
      .slice(1, -1)
      .map(({ text }) => text)
      .join(''),
  ).toBe(body);
  expect(read.map(({ number }) => number).filter((number) => number !== null)).toEqual(['1', '2', '3']);
  expect(read.map(({ gap }) => gap)).toEqual(read.map((_, at) => at === 0 || at >= read.length - 2));

  // The sentence over the border of the first two parts is one passage, read, selected and coded as any other.
  const border = (read[1]?.text ?? '').length;
  const over = sentences.findIndex((_, n) => sentences.slice(0, n + 1).join(' ').length > border);
  for (let n = 0; n < over + 1; n += 1) await page.keyboard.press('d');
  await desk.code('legitimacy');
  await expect.poll(() => desk.quotes()).toEqual([sentences[over]]);
  const hand = Object.entries(await desk.painted()).filter(([layer]) => layer.startsWith('fw-hand-'));
  expect(hand.map(([, words]) => words.join(''))).toEqual([sentences[over]]);

  // Where there is no room beside the text, the names stand in a gap of the paragraph, never over the next part.
  await page.setViewportSize({ width: 1100, height: 800 });
  await desk.keys('s', 's');
  await desk.code('legitimacy');
  const caption = page.locator('[aria-hidden] > div:not([data-annotation])');
  await expect(caption).toHaveText('legitimacy');
  const gaps = async () => {
    const box = (await caption.boundingBox()) ?? { y: 0, height: 0 };
    const [first, last] = [await parts.nth(1).boundingBox(), await parts.nth(read.length - 2).boundingBox()];
    const isAbove = box.y + box.height <= (first?.y ?? 0) + 1;
    return isAbove || box.y >= (last?.y ?? 0) + (last?.height ?? 0) - 1;
  };
  await expect.poll(gaps).toBe(true);

  // Copied it is as it stands in the text, though the page would end a line where a part ends.
  const text = read.map((each) => each.text);
  const select = (from: number, to: number) =>
    parts.evaluateAll(
      (all, [start, end]) => {
        const [first, second] = [all[1], all[2]].map((part) => part?.querySelector('span')?.firstChild);
        if (!(first instanceof Text) || second == null) throw new Error('No part');
        const { length } = first;
        document
          .getSelection()
          ?.setBaseAndExtent(first, length - start, end > 0 ? second : first, end > 0 ? end : length + end);
      },
      [from, to] as const,
    );
  await select(10, 12);
  expect(await copied(page)).toBe(`${text[1]?.slice(-10)}${text[2]?.slice(0, 12)}`);
  await select(20, -2);
  expect(await copied(page)).toBe('');

  // A key takes the cursor over the border as over any other place: no step is one over nothing.
  const end = text[1]?.length ?? 0;
  const focusPlace = () =>
    page.evaluate(() => {
      const { focusNode, focusOffset } = document.getSelection() ?? {};
      return [focusNode?.parentElement?.closest('[data-line]')?.getAttribute('data-line'), focusOffset];
    });
  for (const [key, from, places] of [
    [
      'ArrowRight',
      [1, end - 1],
      [
        [1, end],
        [2, 1],
        [2, 2],
      ],
    ],
    [
      'ArrowLeft',
      [2, 1],
      [
        [2, 0],
        [1, end - 1],
        [1, end - 2],
      ],
    ],
    [
      'Shift+ArrowRight',
      [1, end - 1],
      [
        [1, end],
        [2, 1],
        [2, 2],
      ],
    ],
    [
      'Shift+ArrowLeft',
      [2, 1],
      [
        [2, 0],
        [1, end - 1],
        [1, end - 2],
      ],
    ],
  ] as const) {
    await parts.evaluateAll((all, [line, offset]) => {
      const node = all[line]?.querySelector('span')?.firstChild;
      document.getSelection()?.collapse(node ?? null, offset);
    }, from);
    for (const [line, offset] of places) {
      await page.keyboard.press(key);
      expect(await focusPlace(), key).toEqual([String(line), offset]);
    }
  }
});

test('parts of a paragraph run as it does, whatever words they begin with', async ({ desk, page }) => {
  const body = `مرفأ ${'The quay of Harn opens again today. '.repeat(500)}`;
  await offerFiles(desk, { 'a/mixed.txt': `Quays of Harn open again\n\n${body}\n\nThe end.` }, true);
  await desk.open(/^Quays of Harn/);
  const parts = page.locator('article [data-line]');
  await expect(parts).toHaveCount(6);
  const directions = await parts.evaluateAll((all) =>
    all.map((each) => {
      const { direction, unicodeBidi } = getComputedStyle(each);
      return `${direction} ${unicodeBidi}`;
    }),
  );
  expect(directions).toEqual(['ltr plaintext', ...Array<string>(4).fill('rtl isolate'), 'ltr plaintext']);
});
