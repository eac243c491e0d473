import type { CDPSession, Locator } from '@playwright/test';
import { expect, test, wireFiles } from './workbench-fixture';

const first = wireFiles[0]?.text ?? '';
const lines = first.split('\n').filter((line) => line.trim() !== '');

test('the text on screen is the frozen text, paragraph by paragraph', async ({ desk }) => {
  expect(await desk.paragraphs()).toEqual(lines);
});

/** Ways in which a text could be written: none may. */
const writings: readonly (readonly [name: string, write: (cdp: CDPSession) => Promise<void>])[] = [
  [
    'an input method composes and commits',
    async (cdp) => {
      await cdp.send('Input.imeSetComposition', { text: 'にほん', selectionStart: 3, selectionEnd: 3 });
      await cdp.send('Input.imeSetComposition', { text: '日本', selectionStart: 2, selectionEnd: 2 });
      await cdp.send('Input.insertText', { text: '日本' });
    },
  ],
  ['text is inserted', (cdp) => cdp.send('Input.insertText', { text: 'forged' }).then(() => undefined)],
];

test('no input method and no inserted text writes: the text stays', async ({ desk, page }) => {
  const cdp = await page.context().newCDPSession(page);
  for (const [name, write] of writings) {
    await desk.keys('Control+Home', 'd', 'd', 'd');
    await write(cdp);
    expect(await desk.paragraphs(), name).toEqual(lines);
  }
});

const pressed = ['q', 'Backspace', 'Delete', 'Enter', 'Control+b', 'Control+x', 'Control+v', 'Space'];

test('no key writes, with a selection or without', async ({ desk, page }) => {
  for (const key of pressed) {
    await page.evaluate(() => navigator.clipboard.writeText('forged').catch(() => undefined));
    await desk.keys('Escape', 'Control+Home', 'd', 'd', 'd', key);
    expect(await desk.paragraphs(), `${key}, without a selection`).toEqual(lines);
    await desk.keys('Escape', 'Control+Home', 'd', 'd', 'd', 'Shift+D', key);
    expect(await desk.paragraphs(), `${key}, with one`).toEqual(lines);
  }
});

test('a drop writes nothing', async ({ desk, page }) => {
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', 'forged');
    document
      .querySelector('article')
      ?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  expect(await desk.paragraphs()).toEqual(lines);
});

test('the arrows move a caret, and Shift selects', async ({ desk, page }) => {
  await desk.keys('d', 'd', 'd');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  expect(await page.evaluate(() => document.getSelection()?.toString())).toBe('ar');
});

test('a selection by keys begins with what is under the cursor, and narrows to where it was widened', async ({
  desk,
  page,
}) => {
  const selected = () => page.evaluate(() => document.getSelection()?.toString() ?? '');
  // A dateline is no sentence.
  await desk.keys('Control+Home', 'f', 'f', 'f', 'Shift+D');
  expect(await selected()).toBe('TOLVEK, March 21. /VERA/.');
  await desk.keys('Shift+D');
  expect(await selected()).toMatch(/^TOLVEK, .* announced on Friday\.$/);
  await desk.keys('Escape', 'Control+Home', 'd', 'd', 'd', 'e');
  expect(await selected()).toMatch(/^TOLVEK, .* announced on Friday\.$/);
  await desk.keys('Shift+E');
  expect(await selected()).toMatch(/^Harbour pilots .* announced on Friday\.$/);
  await desk.keys('Shift+E');
  expect(await selected()).toBe('Harbour');
  await desk.keys('e', 'e', 'Escape', 'Shift+D');
  expect(await selected()).toMatch(/^Harbour pilots .* announced on Friday\.$/);
});

test('assistive tools meet a named article of paragraphs and headings', async ({ desk, page }) => {
  await desk.article.focus();
  const cdp = await page.context().newCDPSession(page);
  const { nodes } = await cdp.send('Accessibility.getFullAXTree');
  const article = nodes.find((node) => node.role?.value === 'article');
  expect(article?.name?.value).toMatch(/^Compact’s harbour pilots/);
  expect(article?.properties?.find(({ name }) => name === 'focusable')?.value.value).toBe(true);
  const paragraphs = nodes.filter(
    (node) => node.role?.value === 'paragraph' || node.role?.value === 'heading',
  );
  expect(paragraphs.length).toBeGreaterThanOrEqual(lines.length);
  // One first heading a page: where the text has no headline, its title.
  const first = page.getByRole('heading', { level: 1 });
  await expect(first).toHaveText(/^Compact’s harbour pilots/);
  await desk.open(/^04-date-before-text/);
  await expect(first).toHaveText('04-date-before-text.txt');
});

test('a passage lets go when the cursor moves, and the place outlives a visit elsewhere', async ({
  desk,
  page,
}) => {
  await desk.keys('d', 'd', 'd');
  await desk.code('legitimacy');
  await expect(desk.annotations.locator('[aria-current="true"]')).toHaveCount(1);
  await page.getByRole('searchbox', { name: /Filter documents/ }).focus();
  await desk.keys('d');
  await expect(desk.annotations.locator('[aria-current="true"]')).toHaveCount(0);
  await desk.keys('1');
  await expect(desk.annotations.getByRole('listitem').nth(1)).toContainText('He put the number of vessels');
});

test('two codes where passages overlap: grey, never a mixture; the palette marks its target', async ({
  desk,
  page,
}) => {
  await desk.keys('d', 'd', 'd');
  await desk.code('legitimacy');
  await desk.keys('d', 's', 'e');
  await desk.code('order restored');
  await desk.keys('f');
  const words = async (layer: string): Promise<string> => (await desk.painted())[layer]?.join('') ?? '';
  await expect.poll(() => words('fw-overlap-2')).toMatch(/^Harbour pilots/);
  expect(await words('fw-tint-orange')).toMatch(/^TOLVEK, March 21/);
  // What is painted has its look, and looks that nothing wears are not there: each costs at every change of style.
  const looksOf = (element: Locator) =>
    element.evaluate((one) =>
      [...CSS.highlights.keys()].map((name) => [
        getComputedStyle(one, `::highlight(${name})`).backgroundColor,
        getComputedStyle(one, `::highlight(${name})`).textDecorationLine,
      ]),
    );
  const looks = await looksOf(desk.article.locator('[data-line] > span').first());
  expect(looks.filter(([ground, line]) => ground === 'rgba(0, 0, 0, 0)' && line === 'none')).toEqual([]);
  // Nothing but words has them.
  const others = await looksOf(desk.article);
  expect(others.filter(([ground, line]) => ground !== 'rgba(0, 0, 0, 0)' || line !== 'none')).toEqual([]);
  const rules = await page.evaluate(
    () =>
      document.adoptedStyleSheets.flatMap((sheet) =>
        [...sheet.cssRules].filter(({ cssText }) => cssText.startsWith('.fw-piece::highlight(')),
      ).length,
  );
  expect(rules).toBe(looks.length);
  await desk.keys('c');
  await expect.poll(() => words('fw-pending')).toMatch(/^He put the number/);
  // It stays beside its target when the window, and with it the text, takes another shape.
  const below = () =>
    page.evaluate(() => {
      const [target] = CSS.highlights.get('fw-pending') ?? [];
      const live = document.createRange();
      if (target !== undefined) {
        live.setStart(target.startContainer, target.startOffset);
        live.setEnd(target.endContainer, target.endOffset);
      }
      const box = document.querySelector('[role=combobox]')?.parentElement?.getBoundingClientRect();
      return Math.round((box?.top ?? 0) - live.getBoundingClientRect().bottom);
    });
  const gap = await below();
  await page.setViewportSize({ width: 820, height: 1100 });
  await expect.poll(below).toBe(gap);
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect.poll(below).toBe(gap);
  await page.keyboard.press('Escape');
  await expect(desk.article).toBeFocused();
  await expect.poll(() => words('fw-pending')).toBe('');
});

test('the work outlasts a reload', async ({ desk, page }) => {
  await desk.keys('d', 'd', 'd');
  await desk.code('legitimacy');
  await desk.saved();
  const quotes = await desk.quotes();
  // A window that is never idle does not read its history ahead: the key itself has to ask for it.
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });
  await page.reload();
  await expect(desk.annotations.getByRole('listitem')).toHaveCount(1);
  await expect.poll(() => desk.quotes()).toEqual(quotes);
  await desk.keys('Control+z');
  await expect(desk.annotations.getByRole('listitem')).toHaveCount(0);
});

test('a key pressed before the browser has told of a selection acts on what is selected', async ({
  desk,
}) => {
  await desk.keys('d', 'd', 'd');
  await desk.article.evaluate((article) => {
    for (let step = 0; step < 2; step++) document.getSelection()?.modify('extend', 'forward', 'word');
    // In the same task: nothing has been told yet.
    article.dispatchEvent(new KeyboardEvent('keydown', { key: 'c', code: 'KeyC', bubbles: true }));
  });
  await expect.poll(async () => (await desk.painted())['fw-pending']?.join('')).toBe('Harbour pilots');
});

test('the place that a key chose is kept, also when the next key leaves the text at once', async ({
  desk,
  page,
}) => {
  await desk.keys('d', 'd');
  await desk.article.evaluate((article) => {
    for (const [key, code] of [
      ['d', 'KeyD'],
      ['c', 'KeyC'],
    ] as const)
      article.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true }));
  });
  const pending = async (): Promise<string | undefined> => (await desk.painted())['fw-pending']?.join('');
  await expect.poll(pending).toMatch(/^Harbour pilots/);
  await expect(page.getByRole('combobox', { name: 'Code', exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect.poll(pending).toBe(undefined);
  await desk.keys('c');
  await expect.poll(pending).toMatch(/^Harbour pilots/);
});

test('the next start begins where one read last', async ({ desk, page }) => {
  await desk.documents.getByRole('option').nth(2).click();
  const title = (await desk.article.getAttribute('aria-label')) ?? '';
  await desk.keys('d', 'd', 'd', 'd');
  const pending = async (): Promise<string | undefined> => (await desk.painted())['fw-pending']?.join('');
  await desk.keys('c');
  await expect.poll(pending).toMatch(/./);
  const sentence = await pending();
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(desk.article).toHaveAccessibleName(title);
  await desk.keys('c');
  await expect.poll(pending).toBe(sentence);
});

test('keys pressed without a pause act one after another', async ({ desk, page }) => {
  await desk.keys('d', 'd', 'd');
  await desk.code('legitimacy');
  await desk.keys('d');
  await desk.code('order restored');
  await desk.keys('x');
  await expect(desk.annotations.getByRole('listitem')).toHaveCount(1);
  await desk.article.evaluate((article) => {
    for (const key of ['1', '2', 'd', '1', 'd', '2', '1']) {
      const code = key === 'd' ? 'KeyD' : `Digit${key}`;
      article.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true }));
    }
  });
  await expect(desk.annotations.getByRole('listitem')).toHaveCount(4);
  const codes = await desk.annotations.getByRole('listitem').allInnerTexts();
  expect(codes.map((text) => [text.includes('legitimacy'), text.includes('order restored')])).toEqual([
    [true, false],
    [true, true],
    [true, false],
    [true, true],
  ]);
  await expect(page.getByRole('status', { name: 'Saving' })).toHaveText('Saved');
});

test('who goes on while a text is still on its way comes where the keys lead', async ({ desk, page }) => {
  const first = (await desk.article.getAttribute('aria-label')) ?? '';
  await desk.keys('Alt+ArrowDown');
  await expect(desk.article).not.toHaveAccessibleName(first);
  const second = (await desk.article.getAttribute('aria-label')) ?? '';
  await desk.keys('Alt+ArrowDown');
  await expect(desk.article).not.toHaveAccessibleName(second);
  const third = (await desk.article.getAttribute('aria-label')) ?? '';
  await desk.open(first);
  await desk.saved();
  // Nothing is fetched ahead in a window that is never idle.
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });
  await page.reload();
  await expect(desk.article).toHaveAccessibleName(first);
  await expect(desk.article).toBeFocused();
  const letTextsCome = await page.evaluateHandle(() => {
    const { bridge } = window.workbenchHarness;
    const read = bridge.readTexts.bind(bridge);
    const gate = Promise.withResolvers<null>();
    Object.assign(bridge, {
      readTexts: async (hashes: readonly string[]) => {
        await gate.promise;
        return read(hashes);
      },
    });
    return () => gate.resolve(null);
  });
  await page.keyboard.press('Alt+ArrowDown');
  await expect(desk.article).toHaveCount(0);
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp']) await page.keyboard.press(`Alt+${key}`);
  await letTextsCome.evaluate((open) => open());
  await expect(desk.article).toHaveAccessibleName(third);
  await expect(desk.article).toBeFocused();
});

test('a coding that is refused is not said to be applied', async ({ desk, page }) => {
  await desk.keys('d', 'd', 'd');
  await desk.code('legitimacy');
  await expect(page.getByText('legitimacy applied')).toBeVisible();
  await desk.saved();
  await page.evaluate(() => {
    Object.assign(window.workbenchHarness.bridge, {
      appendCommit: () => Promise.resolve({ ok: false, error: { code: 'disk-full', file: 'The change' } }),
    });
  });
  await desk.keys('d');
  await desk.code('order restored');
  await expect(page.getByRole('alert').filter({ hasText: 'the disk is full' })).toBeVisible();
  await expect(desk.annotations.getByRole('listitem')).toHaveCount(1);
  await expect(page.getByText('order restored applied')).toHaveCount(0);
});

test('a coding is painted at once and listed when it is saved; another text lists its own meanwhile', async ({
  desk,
  page,
}) => {
  const first = (await desk.article.getAttribute('aria-label')) ?? '';
  const rows = desk.annotations.getByRole('listitem');
  await desk.keys('d', 'd');
  await desk.code('legitimacy');
  await desk.saved();
  await expect(rows).toHaveCount(1);
  const letItBeKept = await page.evaluateHandle(() => {
    const { bridge } = window.workbenchHarness;
    const append = bridge.appendCommit.bind(bridge);
    const gate = Promise.withResolvers<null>();
    Object.assign(bridge, {
      appendCommit: async (commit: string) => {
        await gate.promise;
        return append(commit);
      },
    });
    return () => gate.resolve(null);
  });
  const painted = () => page.evaluate(() => CSS.highlights.get('fw-hand-blue')?.size ?? 0);
  await desk.keys('d');
  await expect(page.getByText(/^Click a coded passage/)).toBeVisible();
  const drawn = await page.evaluateHandle(() => {
    const list = document.querySelector('section[aria-label="Annotations"]');
    const seen: MutationRecord[] = [];
    if (list !== null)
      new MutationObserver((records) => seen.push(...records)).observe(list, {
        ...{ subtree: true, childList: true, attributes: true, characterData: true },
      });
    return seen;
  });
  await desk.code('legitimacy');
  await expect.poll(painted).toBe(1);
  await expect(page.getByRole('status', { name: 'Saving' })).toHaveText(/Saving/);
  expect(await drawn.evaluate((records) => records.length)).toBe(0);
  await page.getByRole('option', { name: /^Lender of Pilots/ }).click();
  await expect(desk.article).toHaveAccessibleName(/^Lender of Pilots/);
  await expect(rows).toHaveCount(0);
  await letItBeKept.evaluate((open) => open());
  await desk.saved();
  await desk.open(first);
  await expect(rows).toHaveCount(2);
});
