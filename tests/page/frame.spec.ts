import { type KeyAction, keysOf, keyTable } from '@core/reading/key-table';
import { menuSections } from '@main/menu-table';
import type { Locator, Page } from '@playwright/test';
import type { ViewSettings } from '@preload/contract';
import { expect, test } from './workbench-fixture';

const region = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
const dialog = (page: Page, name: string): Locator => page.getByRole('dialog', { name });

const token = (page: Page, name: string): Promise<string> =>
  page.evaluate((property) => getComputedStyle(document.body).getPropertyValue(property).trim(), name);

/** The settings that the window handed over last. */
const kept = (page: Page): Promise<ViewSettings | undefined> =>
  page.evaluate(() => window.workbenchHarness.bridge.kept.at(-1)?.view);

async function reload(page: Page): Promise<void> {
  await page.reload();
  await page.getByRole('button', { name: 'Export…' }).waitFor();
}

/** Where a box begins and how wide it is, in whole pixels. */
async function across(box: Locator): Promise<readonly [left: number, width: number]> {
  const found = await box.boundingBox();
  return [Math.round(found?.x ?? -1), Math.round(found?.width ?? -1)];
}

test.describe('settings', () => {
  const choices: readonly (readonly [group: string, choice: string, property: string, value: string])[] = [
    ['Theme', 'Dark', '--ground', '#191a1c'],
    ['Theme', 'High contrast', '--text', '#000000'],
    ['Movement', 'Reduced', '--motion', '0ms'],
    ['Space between lines', 'Loose', '--reading-line', '1.85'],
  ];
  for (const [group, choice, property, value] of choices) {
    test(`${group}: ${choice} acts at once, and after a restart`, async ({ desk, page }) => {
      await desk.keys('Control+,');
      const radios = dialog(page, 'Settings').getByRole('radiogroup', { name: group });
      await radios.getByText(choice, { exact: true }).click();
      expect(await token(page, property)).toBe(value);
      await reload(page);
      expect(await token(page, property)).toBe(value);
    });
  }

  test('all of it goes by keyboard', async ({ desk, page }) => {
    await desk.keys('Control+,');
    const theme = dialog(page, 'Settings').getByRole('radiogroup', { name: 'Theme' });
    await expect(theme.getByRole('radio', { name: 'System' })).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Smaller text' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(dialog(page, 'Settings')).toContainText('94 %');
    await page.keyboard.press('Escape');
    await expect(desk.article).toBeFocused();
    await expect.poll(() => kept(page)).toMatchObject({ theme: 'light', text_step: -1 });
  });

  test('a name that was left for later is given there, and stands beside what was coded before', async ({
    desk,
    page,
  }) => {
    await desk.keys('d');
    await desk.code('legitimacy');
    await desk.keys('Control+,');
    const name = dialog(page, 'Settings').getByRole('textbox', { name: 'Your name' });
    await expect(name).toHaveValue('Ada');
    // Nobody is without a name.
    await name.fill('');
    await name.press('Enter');
    await expect(name).toHaveAttribute('aria-invalid', 'true');
    await name.fill('Mara Kolt');
    await name.press('Enter');
    await expect(name).not.toHaveAttribute('aria-invalid', 'true');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('region', { name: 'Annotation in hand' })).toContainText('Mara Kolt');
  });

  test('typeface, width and size change the text', async ({ desk, page }) => {
    const look = () =>
      desk.article.evaluate((article) => {
        const { fontFamily, fontSize } = getComputedStyle(article);
        return { sans: fontFamily.startsWith('"Inter'), fontSize, width: article.clientWidth };
      });
    const before = await look();
    await desk.keys('Control+,');
    await page.getByRole('radiogroup', { name: 'Typeface' }).getByText('Sans').click();
    await page.getByRole('radiogroup', { name: 'Width of the column' }).getByText('Narrow').click();
    const sans = await look();
    expect(before.sans).toBe(false);
    expect(sans.sans).toBe(true);
    expect(sans.width).toBeLessThan(before.width);
    await page.keyboard.press('Escape');
    await desk.keys('Control+=', 'Control+=');
    expect(Number.parseFloat((await look()).fontSize)).toBeGreaterThan(Number.parseFloat(sans.fontSize));
    await desk.keys('Control+0');
    expect(await look()).toEqual(sans);
  });

  test('single keys rest where they are turned off; standard settings bring them back', async ({
    desk,
    page,
  }) => {
    await desk.keys('Control+,');
    await page.getByRole('checkbox', { name: /^Letters, digits/ }).uncheck();
    await page.keyboard.press('Escape');
    await desk.keys('c');
    await expect(page.getByRole('combobox', { name: 'Code' })).toHaveCount(0);
    await desk.keys('Control+,');
    await page.getByRole('button', { name: 'Standard settings' }).click();
    await page.keyboard.press('Escape');
    await desk.keys('d', 'c');
    await expect(page.getByRole('combobox', { name: 'Code' })).toBeVisible();
  });
});

test.describe('panels', () => {
  test.beforeEach(({ desk }) => desk.page.setViewportSize({ width: 1366, height: 1000 }));

  const panels = [
    ['Corpus', 'Control+1', 'show-corpus'],
    ['Codebook', 'Control+2', 'show-codebook'],
    ['Annotations', 'Control+3', 'show-annotations'],
  ] as const;
  for (const [name, key, command] of panels) {
    test(`${name} goes and comes back by key and menu, with its size, and stays away after a restart`, async ({
      desk,
      page,
    }) => {
      const before = await across(region(page, name));
      await desk.keys(key);
      await expect(region(page, name)).toHaveCount(0);
      await expect.poll(async () => (await kept(page))?.hidden_panels).toEqual([name.toLowerCase()]);
      await reload(page);
      await expect(region(page, name)).toHaveCount(0);
      await page.evaluate((menu) => window.workbenchHarness.bridge.menu(menu), command);
      await expect(region(page, name)).toBeVisible();
      expect(await across(region(page, name))).toEqual(before);
    });
  }

  test('the text does not move within its column, nor is it mounted anew, when panels go', async ({
    desk,
  }) => {
    await desk.keys('f', 'f', 'f', 'f');
    await desk.article.evaluate((article) => article.setAttribute('data-same', ''));
    const line = (): Promise<number> =>
      desk.article.evaluate((article) => Math.round(article.getBoundingClientRect().top));
    const before = await line();
    await desk.keys('Control+1', 'Control+2', 'Control+3');
    expect(await line()).toBe(before);
    await desk.keys('Control+3', 'Control+2', 'Control+1');
    expect(await line()).toBe(before);
    await expect(desk.article).toHaveAttribute('data-same', '');
  });

  test('the button of a column hides and shows it', async ({ page }) => {
    for (const [button, name] of [
      ['Corpus and codebook', 'Codebook'],
      ['Annotations', 'Annotations'],
    ] as const) {
      const toggle = page.getByRole('button', { name: button, exact: true });
      await expect(toggle).toHaveAttribute('aria-pressed', 'true');
      await toggle.click();
      await expect(region(page, name)).toHaveCount(0);
      await expect(toggle).toHaveAttribute('aria-pressed', 'false');
      await toggle.click();
      await expect(region(page, name)).toBeVisible();
    }
  });

  test('widths are dragged, set by keyboard, and remembered in pixels', async ({ desk, page }) => {
    await desk.saved();
    const left = page.getByRole('separator', { name: 'Width of corpus and codebook' });
    const width = async (): Promise<number | undefined> => (await across(region(page, 'Corpus')))[1];
    const dragged = ((await width()) ?? 0) + 61;
    const box = await left.boundingBox();
    await page.mouse.move(box?.x ?? 0, 500);
    await page.mouse.down();
    await page.mouse.move((box?.x ?? 0) + 61, 500, { steps: 4 });
    await page.mouse.up();
    await expect.poll(width).toBe(dragged);
    const right = page.getByRole('separator', { name: 'Width of the annotations' });
    const [, narrow] = await across(region(page, 'Annotations'));
    await right.focus();
    await page.keyboard.press('ArrowLeft');
    const [, wide] = await across(region(page, 'Annotations'));
    expect(wide).toBeGreaterThan(narrow + 10);
    await expect
      .poll(async () => (await kept(page))?.panel_sizes)
      .toMatchObject({ sidebar: dragged, inspector: wide });
    await page.setViewportSize({ width: 1600, height: 1000 });
    await expect.poll(width).toBe(dragged);
    await reload(page);
    await expect.poll(width).toBe(dragged);
    expect((await across(region(page, 'Annotations')))[1]).toBe(wide);
  });

  test('columns that gave way in a narrow window have their width again in a wide one', async ({ page }) => {
    const widthOf = async (name: string): Promise<number> =>
      (await region(page, name).count()) === 0 ? -1 : (await across(region(page, name)))[1];
    const widths = async (): Promise<readonly number[]> => {
      // As they come to rest: in between they pass through others.
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      return [await widthOf('Corpus'), await widthOf('Annotations')];
    };
    const wide = await widths();
    // Of widths that nobody chose the text leaves a share, whatever the window was before.
    for (const [width, expected] of [
      [1100, [220, 240]],
      [800, [220, -1]],
      [740, [-1, -1]],
      [1100, [220, 240]],
      [1366, wide],
      [1100, [220, 240]],
      [1366, wide],
    ] as const) {
      await page.setViewportSize({ width, height: 1000 });
      await expect.poll(widths).toEqual(expected);
    }
    for (const [name, by] of [
      ['Width of corpus and codebook', 150],
      ['Width of the annotations', -150],
    ] as const) {
      const box = await page.getByRole('separator', { name }).boundingBox();
      await page.mouse.move(box?.x ?? 0, 500);
      await page.mouse.down();
      await page.mouse.move((box?.x ?? 0) + by, 500, { steps: 4 });
      await page.mouse.up();
    }
    const [left = 0, right = 0] = await widths();
    await expect
      .poll(async () => (await kept(page))?.panel_sizes)
      .toMatchObject({ sidebar: left, inspector: right });
    await page.setViewportSize({ width: 1010, height: 1000 });
    await expect.poll(widths).not.toEqual([left, right]);
    await page.setViewportSize({ width: 1366, height: 1000 });
    await expect.poll(widths).toEqual([left, right]);
    expect(left).toBeGreaterThan((wide[0] ?? 0) + 100);
  });

  test('the share of the corpus is dragged and remembered', async ({ page }) => {
    const row = page.getByRole('separator', { name: 'Height of the corpus' });
    const box = await row.boundingBox();
    await page.mouse.move(150, box?.y ?? 0);
    await page.mouse.down();
    await page.mouse.move(150, (box?.y ?? 0) + 120, { steps: 4 });
    await page.mouse.up();
    const height = async (): Promise<number> =>
      Math.round((await region(page, 'Corpus').boundingBox())?.height ?? 0);
    const after = await height();
    await expect.poll(async () => (await kept(page))?.panel_sizes.corpus).toBeGreaterThan(55);
    await reload(page);
    expect(Math.abs((await height()) - after)).toBeLessThan(2);
  });

  test('in a narrow window the same keys open drawers', async ({ desk, page }) => {
    await page.setViewportSize({ width: 740, height: 700 });
    await expect(region(page, 'Annotations')).toHaveCount(0);
    await desk.keys('Control+3');
    await expect(region(page, 'Annotations')).toBeVisible();
    await desk.keys('Control+2');
    await expect(region(page, 'Codebook')).toBeVisible();
    await expect(region(page, 'Annotations')).toHaveCount(0);
    await page.setViewportSize({ width: 1366, height: 700 });
    await expect(region(page, 'Annotations')).toBeVisible();
    // The columns are as narrow as they get: of the folded corpus the title stays, not the count.
    await page.setViewportSize({ width: 1000, height: 700 });
    const [left, width] = await across(region(page, 'Corpus').getByRole('option').first());
    expect(width).toBeGreaterThan(70);
    const [next] = await across(page.getByRole('button', { name: 'Previous document' }));
    expect(next).toBeGreaterThanOrEqual(left + width);
    await page.setViewportSize({ width: 740, height: 700 });
    await expect(region(page, 'Codebook')).toHaveCount(0);
  });
});

test.describe('focus mode', () => {
  test('shows the text alone, at its place, until it is left', async ({ desk, page }) => {
    await desk.keys('F9');
    for (const name of ['Corpus', 'Codebook', 'Annotations']) await expect(region(page, name)).toHaveCount(0);
    await expect(desk.article).toBeVisible();
    await expect(page.getByRole('button', { name: 'Export…' })).toHaveCount(0);
    await expect(desk.saving).toHaveText('Saved');
    await desk.keys('d');
    await desk.code('legitimacy');
    await desk.keys('m');
    await expect(page.getByRole('textbox', { name: 'Memo', exact: true })).toBeFocused();
    await page.keyboard.press('Escape');
    await desk.keys('F9');
    await expect(region(page, 'Annotations')).toBeVisible();
    await expect(page.getByText('The panels are back.')).toBeVisible();
    await desk.keys('F9');
    await page.getByRole('button', { name: 'Leave focus mode' }).click();
    await expect(region(page, 'Corpus')).toBeVisible();
  });
});

test.describe('views', () => {
  test('the reader keeps its place and is out of reach while another view is shown', async ({
    desk,
    page,
  }) => {
    const group = page.getByRole('radiogroup', { name: 'View' });
    await expect(group.getByRole('radio', { name: 'Read' })).toBeChecked();
    const others = await group.getByRole('radio').count();
    test.skip(others < 2, 'there is no other view yet');
    await desk.keys('f', 'f', 'f', 'f', 'f', 'd');
    await desk.article.evaluate((article) => article.setAttribute('data-same', ''));
    const top = (): Promise<number> =>
      desk.article.evaluate((article) => article.getBoundingClientRect().top);
    const before = await top();
    await page.keyboard.press('Alt+2');
    await expect(group.getByRole('radio', { name: 'Passages' })).toBeChecked();
    await expect(desk.article).toHaveCount(0);
    await page.keyboard.press('Alt+1');
    await expect(desk.article).toBeFocused();
    expect(await top()).toBe(before);
    await expect(desk.article).toHaveAttribute('data-same', '');
    await group.getByText('Passages').click();
    await expect(desk.article).toHaveCount(0);
    await group.getByText('Read').click();
    await expect(desk.article).toBeVisible();
  });
});

test.describe('commands', () => {
  test('the palette finds a command by its words in any order and runs it', async ({ desk, page }) => {
    await desk.keys('Control+k');
    const field = dialog(page, 'Commands').getByRole('combobox');
    await field.fill('mode focus');
    await expect(dialog(page, 'Commands').getByRole('option')).toHaveCount(1);
    await expect(dialog(page, 'Commands').getByRole('option')).toContainText('F9');
    await page.keyboard.press('Enter');
    await expect(dialog(page, 'Commands')).toHaveCount(0);
    await expect(region(page, 'Corpus')).toHaveCount(0);
    await desk.keys('F9', 'Control+k');
    await field.fill('no such thing');
    await expect(dialog(page, 'Commands')).toContainText('No command has these words.');
  });

  test('what acts on the text acts on its target', async ({ desk, page }) => {
    await desk.keys('d', 'd', 'Control+k');
    await page.keyboard.type('choose or create');
    await page.keyboard.press('Enter');
    const palette = page.getByRole('combobox', { name: 'Code' });
    await expect(palette).toBeFocused();
    await palette.fill('legitimacy');
    await palette.press('Enter');
    await expect(desk.annotations.getByRole('listitem')).toHaveCount(1);
    await desk.keys('Control+k');
    await page.keyboard.type('unsure');
    await page.keyboard.press('Enter');
    await expect(desk.annotations.getByRole('listitem').first()).toContainText('unsure');
  });

  test('every key of the table does something, and says the same in palette and menu', async ({
    desk,
    page,
  }) => {
    await desk.saved();
    const { commands, readerKeys } = await page.evaluate(() => {
      const { commands: all, readerKeys: keys } = window.workbenchHarness;
      return { commands: all, readerKeys: keys };
    });
    const byAction = new Map(commands.map((command) => [command.key, command]));
    // The browser's own, and what acts on the passages of a list only.
    const elsewhere: readonly KeyAction[] = ['leaveText', 'recode', 'askAgain'];
    // Views that are not there have no command, and their keys are not taught.
    const absent = keyTable
      .filter(({ id }) => /^view[A-Z]/.test(id) && !byAction.has(id))
      .map(({ id }) => id);
    for (const { id, scope, keys } of keyTable) {
      if (elsewhere.includes(id) || absent.includes(id)) continue;
      if (scope === 'reader') expect(readerKeys, id).toEqual(expect.arrayContaining([...keys]));
      else expect(byAction.get(id)?.keyActs, id).toMatch(/^(window|menu)$/);
    }
    const known = new Set<string>(keyTable.flatMap(({ keys }) => keys));
    expect(readerKeys.filter((name) => !known.has(name))).toEqual([]);
    expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length);

    const rows = menuSections.flatMap(({ entries }) =>
      entries.flatMap((entry) => (typeof entry === 'object' && 'command' in entry ? [entry] : [])),
    );
    for (const { command, key, acts } of rows) {
      const own = commands.find(({ id }) => id === command);
      expect(own, command).toBeDefined();
      if (own?.key != null && key !== undefined) {
        const plain = key.replace('CmdOrCtrl', 'Ctrl').replace('Plus', '+');
        expect(keysOf(own.key), command).toContain(plain);
      } else if (own?.key !== 'keys') expect(key, command).toBe(own?.key === null ? undefined : key);
      expect(own?.keyActs === 'menu', command).toBe(acts === true);
    }
  });

  test('the keys dialog and the palette name every command alike', async ({ desk, page }) => {
    await desk.keys('?');
    const keys = dialog(page, 'Keys');
    const taught = await keys.getByRole('definition').allTextContents();
    await page.keyboard.press('Escape');
    const commands = await page.evaluate(() => window.workbenchHarness.commands);
    for (const { name, key } of commands) if (key !== null) expect(taught).toContain(name);
  });
});

test('long names stay within their place: in a narrow window that of the project gives way to all else in the bar', async ({
  desk,
  page,
}) => {
  await page.evaluate(() => window.workbenchHarness.bridge.menu('rename-project'));
  await page
    .getByRole('textbox', { name: 'Name', exact: true })
    .fill('The press of five countries '.repeat(4));
  await page.keyboard.press('Enter');
  await desk.saved();
  await expect(page.getByRole('button', { name: /^Project: The press/ })).toBeVisible();
  const bar = page.locator('header').first();
  for (const width of [1440, 1366, 1000, 800, 720]) {
    await page.setViewportSize({ width, height: 700 });
    const overlaps = await bar.evaluate((element) => {
      const boxes = [...element.querySelectorAll('button, [role="status"], label')]
        .map((part) => part.getBoundingClientRect())
        .sort((one, other) => one.left - other.left);
      return boxes.filter((box, at) => box.left < (boxes[at - 1]?.right ?? 0) - 0.5).length;
    });
    expect([width, overlaps]).toEqual([width, 0]);
    await expect(bar.getByRole('button').last()).toBeInViewport({ ratio: 1 });
    // Below that the field for commands is its icon alone.
    if (width <= 900) continue;
    const overfull = await bar.evaluate((element) =>
      [...element.querySelectorAll('button')]
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
        .map(({ textContent }) => textContent),
    );
    expect([width, overfull]).toEqual([width, []]);
  }

  // Nor is a number cut where it is long: the count of a large corpus has the whole width of its column.
  await page.setViewportSize({ width: 1000, height: 950 });
  const count = region(page, 'Corpus').getByText(/^\d+ of \d+ done$/);
  const hidden = await count.evaluate((element) => {
    element.textContent = '1,234 of 10,000 done';
    return element.scrollWidth - element.clientWidth;
  });
  expect(hidden).toBe(0);

  // And nothing moves while something is being saved, though the bar is full.
  const places = await bar.evaluate((element) => {
    const status = element.querySelector('output');
    return ['Saving…', 'Saved'].map((words) => {
      if (status !== null) status.textContent = words;
      return element.querySelector('[role="radiogroup"]')?.getBoundingClientRect().left;
    });
  });
  expect(places[0]).toBe(places[1]);

  // A file's name without a blank is the title of a text without a headline, and stays within what it stands in.
  const path = `${'quayside'.repeat(24)}.txt`;
  await page.setViewportSize({ width: 1366, height: 1000 });
  await page.evaluate(
    (name) =>
      window.workbenchHarness.offer([
        { path: name, text: 'The quay was opened again on Friday, he said.\n' },
      ]),
    path,
  );
  await page.getByRole('button', { name: 'Open corpus…' }).click();
  await page.getByRole('option', { name: path }).click();
  await expect(desk.article).toHaveAccessibleName(path);
  await page.getByRole('button', { name: 'Details of the document' }).click();
  const details = dialog(page, 'Document details');
  for (const place of [details, region(page, 'Reader')]) {
    const title = place.getByText(path, { exact: true }).first();
    const [left, width] = await across(place);
    const words = await title.evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return range.getBoundingClientRect().right;
    });
    expect(words).toBeLessThanOrEqual(left + width);
  }
});

test('an opening that fails before anything is drawn is told of, and left to nobody', async ({
  page,
  served,
}) => {
  const unhandled: string[] = [];
  page.on('pageerror', ({ message }) => unhandled.push(message));
  await page.addInitScript(() => localStorage.setItem('settings', '{"coders":null}'));
  await page.goto(served.url);
  await expect(page.getByRole('heading', { name: 'The project could not be opened' })).toBeVisible();
  await expect(page.getByRole('alert')).toBeVisible();
  expect(unhandled).toEqual([]);
});
