import { expect, test } from './workbench-fixture';

test('what is typed while a field is being opened stands in the field, and is no key of the text', async ({
  desk,
}) => {
  const { page, annotations } = desk;
  await page.setViewportSize({ width: 1440, height: 1000 });
  await desk.keys('d', 'd');
  await desk.code('legitimacy');
  await desk.saved();
  const [first = ''] = await desk.quotes();
  // The journal takes its time: a passage is there only once it is written.
  await page.evaluate(() => {
    const { bridge } = window.workbenchHarness;
    const append = bridge.appendCommit.bind(bridge);
    bridge.appendCommit = async (commit) => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      return append(commit);
    };
  });

  await page.keyboard.press('d');
  await page.keyboard.press('w');
  await page.keyboard.type('Ada Orex');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('l');
  const speaker = page.getByRole('combobox', { name: 'Speaker' });
  await expect(speaker).toHaveValue('Ada Orel');
  await expect(speaker).toBeFocused();
  await page.keyboard.press('Enter');
  await desk.saved();
  await expect(annotations.getByRole('listitem')).toHaveCount(2);

  await page.keyboard.press('d');
  await page.keyboard.press('m');
  await page.keyboard.type('Noted.\nSeen again: ');
  const memo = page.getByRole('textbox', { name: 'Memo', exact: true });
  await expect(memo).toBeFocused();
  await page.keyboard.type('at dusk');
  await expect(memo.locator('p')).toHaveText(['Noted.', 'Seen again: at dusk']);
  await page.keyboard.press('Escape');
  await desk.saved();

  // The palette waits for the code that is being given.
  await page.keyboard.press('d');
  await page.keyboard.press('r');
  await page.keyboard.press('c');
  await page.keyboard.type('order restored');
  const palette = page.getByRole('combobox', { name: 'Code' });
  await expect(palette).toHaveValue('order restored');
  await page.keyboard.press('Enter');
  await desk.saved();
  await expect(annotations.getByRole('listitem')).toHaveCount(4);
  await expect(annotations.getByRole('listitem').last()).toContainText('order restored');

  // Enter waits with the words before it, and d for what Enter leaves.
  await page.keyboard.press('d');
  await page.keyboard.press('r');
  await page.keyboard.press('c');
  await page.keyboard.type('legit\nd');
  await expect(palette).toHaveCount(0);
  await page.keyboard.press('1');
  await desk.saved();
  await expect(annotations.getByRole('listitem')).toHaveCount(6);
  await expect(annotations.getByRole('listitem').nth(4)).toContainText('legitimacy');

  // Where no field comes, keys are keys again.
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('d');
  await page.keyboard.press('d');
  await page.keyboard.press(']');
  await expect.poll(() => desk.quotes()).toContain(first);
});
