import { dialog, kept, reload, token } from './frame-steps';
import { expect, test } from './workbench-fixture';

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
