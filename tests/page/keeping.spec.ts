import { expect, test } from './workbench-fixture';

const backup = (name: string, created_at: string, annotation: number, is_upgrade = false) => ({
  ...{ name, created_at, app: 'framewright 0.1.0', seq: annotation, bytes: 48_400, is_upgrade },
  counts: { document: 10, annotation, code: 1, memo: 0 },
});

test('backups say what they hold beside what is there now, and one becomes a project', async ({
  desk,
  page,
}) => {
  const dialog = page.getByRole('dialog', { name: 'Backups' });
  await desk.keys('d', 'd', 'd');
  await desk.code('legitimacy');
  await desk.saved();
  await page.evaluate(() => window.workbenchHarness.bridge.menu('backups'));
  await expect(dialog.getByRole('status')).toHaveText(/^There is no backup yet/);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  await page.evaluate(
    (given) => window.workbenchHarness.bridge.backups.push(...given),
    [
      backup('20310321T110000000Z-9.fws', '2031-03-21T11:00:00.000Z', 1),
      backup('20310320T110000000Z-4.fws', '2031-03-20T11:00:00.000Z', 4, true),
    ],
  );
  // By keys alone, from the commands.
  await desk.keys('Control+k');
  await page.keyboard.type('backups');
  await page.keyboard.press('Enter');
  const list = dialog.getByRole('listbox', { name: 'Backups of this project' });

  await expect(list.getByRole('option')).toHaveCount(2);
  await expect(list.getByRole('option', { selected: true })).toHaveText(/^21 Mar 2031, \d\d:00$/);
  await expect(dialog.getByText('as many as now')).toHaveCount(4);
  await list.press('ArrowDown');
  await expect(list.getByRole('option', { selected: true })).toHaveText(/^20 Mar 2031.*before an update$/);
  await expect(dialog.locator('dl')).toContainText('4 passages3 more than now');
  const field = dialog.getByRole('textbox', { name: 'Name of the new project' });
  await expect(field).toHaveValue(/^Test project, 20 Mar 2031, \d\d:00$/);
  await field.fill('Test project');
  await dialog.getByRole('button', { name: 'Restore as a new project' }).click();
  await expect(dialog.getByText(/There is a project of this name already/)).toBeVisible();
  await field.fill('As it was');
  await dialog.getByRole('button', { name: 'Restore as a new project' }).click();
  await expect(dialog).toHaveCount(0);
  await expect
    .poll(() => page.evaluate(() => window.workbenchHarness.bridge.askedProjects))
    .toEqual(['restore 20310320T110000000Z-4.fws as As it was']);
});

test('what goes with a project is named, and nothing that is not there', async ({ page, desk }) => {
  await desk.saved();
  await page.evaluate(() => window.workbenchHarness.bridge.menu('delete-project'));
  const goes = page.getByRole('dialog', { name: /^Delete “/ }).getByRole('listitem');
  await expect(goes).toHaveText(['10 documents', /^10 texts/, /^2 backups/]);
});

test('a check says of each part whether it is what it was', async ({ desk, page }) => {
  const dialog = page.getByRole('dialog', { name: 'Check project' });
  await desk.keys('d', 'd', 'd');
  await desk.code('legitimacy');
  const check = async (): Promise<void> => {
    await page.evaluate(() => window.workbenchHarness.bridge.menu('check-project'));
    await expect(dialog.getByRole('listitem')).toHaveCount(5);
  };
  await check();
  await expect(dialog.getByRole('status')).toHaveText('All of it is what it was.');
  const parts = await dialog.getByRole('listitem').allInnerTexts();
  expect(parts.map((text) => text.split('\n').at(-1))).toEqual([
    expect.stringMatching(/^\d+ changes, each with its checksum/),
    'It agrees with the journal in every count.',
    '10 texts are what their fingerprints say.',
    'None is kept.',
    'There is none yet.',
  ]);
  await page.keyboard.press('Escape');

  // A text that is gone is named by its document.
  await page.evaluate(() => {
    const { texts } = window.workbenchHarness.bridge;
    const [hash] = [...texts].find(([, text]) => text.includes('Lender of Pilots')) ?? [];
    if (hash !== undefined) texts.delete(hash);
  });
  await check();
  await expect(dialog.getByRole('status')).toHaveText(/^1 part is not what it was/);
  await expect(dialog.getByRole('listitem').filter({ hasText: 'not in order' })).toContainText(
    '1 text is missing or changed: Lender of Pilots Praises Keldova for Calm Narrows',
  );
});
