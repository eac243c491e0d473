import type { WorkbenchPage } from '../support/workbench-page';
import { box, codeOne, linesWith } from './memo-steps';
import { expect, test } from './workbench-fixture';

test('is kept when the window closes', async ({ desk, page }) => {
  await codeOne(desk);
  await desk.keys('Escape');
  await box(page, 'Document memo').click();
  await page.keyboard.insertText('At the last moment');
  await page.evaluate(() => window.workbenchHarness.bridge.close());
  expect(await linesWith(page, 'At the last moment')).toBe(1);
});

test('is kept when the project is changed', async ({ desk, page }) => {
  await codeOne(desk);
  await desk.annotations.getByRole('button').click();
  await box(page, 'Memo').click();
  await page.keyboard.insertText('Before I go');
  const kept = await page.evaluate(async () => {
    const { bridge } = window.workbenchHarness;
    bridge.handOver({ kind: 'open', target: { kind: 'named', name: 'Another' } });
    while (bridge.askedProjects.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    return bridge.journal.lines().filter((line) => line.includes('Before I go')).length;
  });
  expect(kept).toBe(1);
});

test('is the first thing that undo takes back, and redo brings back', async ({ desk, page }) => {
  await codeOne(desk);
  await desk.annotations.getByRole('button').click();
  await box(page, 'Memo').click();
  await page.keyboard.insertText('Not so');
  // As the menu does, without the focus leaving the memo.
  await page.evaluate(() => window.workbenchHarness.bridge.menu('undo'));
  await expect(box(page, 'Memo')).toHaveText('');
  await expect(desk.annotations.getByRole('listitem')).toHaveCount(1);
  await page.evaluate(() => window.workbenchHarness.bridge.menu('redo'));
  await expect(box(page, 'Memo')).toHaveText('Not so');
});

const removals: readonly (readonly [
  what: string,
  name: string,
  open: (desk: WorkbenchPage) => Promise<void>,
  button: string,
])[] = [
  [
    'its passage is removed',
    'Memo',
    (desk) => desk.annotations.getByRole('button').click(),
    'Remove annotation',
  ],
  [
    'its coding is taken off',
    'Coding memo',
    async (desk) => {
      await desk.annotations.getByRole('button').click();
      const { page } = desk;
      const ask = page.getByRole('button', { name: 'Memo on legitimacy' });
      await expect(ask.or(box(page, 'Coding memo'))).toBeVisible();
      if (await ask.isVisible()) await ask.click();
    },
    'Remove code legitimacy',
  ],
  [
    'its code is deleted',
    'Code memo',
    (desk) => desk.codes.getByRole('row', { name: /^legitimacy/ }).click(),
    'Delete code',
  ],
];
for (const [what, name, open, button] of removals) {
  test(`goes and comes back when ${what}`, async ({ desk, page }) => {
    await codeOne(desk);
    await open(desk);
    await box(page, name).click();
    await page.keyboard.insertText('Typed just now');
    await page.getByRole('button', { name: button }).click();
    await expect(box(page, name)).toHaveCount(0);
    await desk.saved();
    await page.getByRole('button', { name: 'Undo' }).click();
    await open(desk);
    await expect(box(page, name)).toHaveText('Typed just now');
  });
}

test('stays in the box when it cannot be saved, and is saved with the next try', async ({ desk, page }) => {
  await codeOne(desk);
  await desk.keys('Escape');
  await page.evaluate(() => {
    const { bridge } = window.workbenchHarness;
    const append = bridge.appendCommit.bind(bridge);
    let refused = false;
    bridge.appendCommit = (commit) => {
      if (refused) return append(commit);
      refused = true;
      return Promise.resolve({ ok: false, error: { code: 'disk-full' } });
    };
  });
  await box(page, 'Document memo').click();
  await page.keyboard.insertText('Not lost');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alert')).toContainText('could not be saved');
  await desk.documents.getByRole('option').nth(1).click();
  await expect(box(page, 'Document memo')).toHaveText('');
  await desk.documents.getByRole('option').first().click();
  await expect(box(page, 'Document memo')).toHaveText('Not lost');
  await page.evaluate(() => window.workbenchHarness.bridge.close());
  expect(await linesWith(page, 'Not lost')).toBe(1);
});
