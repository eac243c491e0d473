import { type KeyAction, keysOf, keyTable } from '@core/reading/key-table';
import { menuSections } from '@main/menu-table';
import { dialog, region } from './frame-steps';
import { expect, test } from './workbench-fixture';

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
  const absent = keyTable.filter(({ id }) => /^view[A-Z]/.test(id) && !byAction.has(id)).map(({ id }) => id);
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
