import { selectWords } from '../support/select-words';
import { filesBefore, filesNow, offerFiles } from '../support/version-files';
import { expect, test } from './workbench-fixture';

test('changed files are found, compared and taken in as one step; what has no place is placed or let go', async ({
  desk,
}) => {
  const { page, documents, article } = desk;
  await offerFiles(desk, filesBefore, true);
  await desk.open(/^Lamp of Harn/);
  await selectWords(desk, 'lit at dusk');
  await desk.code('Calm');
  await selectWords(desk, 'Nobody saw the ferry');
  await desk.code('Absence');
  await selectWords(desk, 'leave the quay');
  await desk.code('Absence');
  await desk.saved();
  const count = await documents.getByRole('option').count();

  // Nothing has changed yet.
  const check = async () => {
    await page.getByRole('button', { name: 'More ways to add texts' }).click();
    await page.getByRole('menuitem', { name: 'Check files for changes…' }).click();
  };
  const dialog = page.getByRole('dialog', { name: 'Changes in the files' });
  await check();
  await expect(dialog).toContainText('Nothing has changed');
  await dialog.getByRole('button', { name: 'Close' }).click();

  await offerFiles(desk, filesNow, false);
  await check();
  await expect(dialog).toContainText('2 texts read otherwise');
  const list = dialog.getByRole('list', { name: 'Texts that have changed' });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  const lamp = dialog.getByRole('group', { name: /What changed in “Lamp/ });
  await expect(lamp.locator('ins').first()).toHaveText(/Corrected/);
  await expect(lamp.locator('del').first()).toHaveText(/Nobody/);
  await dialog.getByRole('button', { name: /^Quay of Aune/ }).click();
  const quay = dialog.getByRole('group', { name: /What changed in “Quay/ });
  await expect(quay).toContainText('New title: Quay of Aune closed for longer repairs');
  await expect(quay.locator('ins').last()).toHaveText('June');
  await dialog.getByRole('checkbox', { name: /Quay of Aune/ }).uncheck();
  await dialog.getByRole('button', { name: 'Take in 1 version' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(documents.getByRole('option')).toHaveCount(count + 1);
  await expect(documents.getByText(/earlier version/)).toHaveCount(1);
  await expect(page.getByText(/1 new version taken in; 1 annotation carried over; 2 stay/)).toBeVisible();
  await expect(article).toContainText('Corrected.');
  await expect.poll(() => desk.quotes()).toEqual(['lit at dusk']);

  // What stayed on the earlier version.
  const orphans = page.getByRole('region', { name: 'Passages without a place' });
  await expect(orphans.getByRole('listitem')).toHaveCount(2);
  await expect(orphans).toContainText('pilots. Nobody saw the ferry leave the quay');
  const place = orphans.getByRole('button', { name: 'Place here: leave the quay' });
  await desk.keys('Escape', 'Home');
  await expect(place).toBeDisabled();
  await selectWords(desk, 'The quay was empty');
  await place.click();
  await expect(orphans.getByRole('listitem')).toHaveCount(1);
  await expect.poll(() => desk.quotes()).toEqual(['lit at dusk', 'The quay was empty']);
  await orphans.getByRole('button', { name: /pilots\. Nobody saw the ferry/ }).click();
  const bar = page.getByRole('region', { name: 'Earlier version' });
  await expect(article).toContainText('Nobody saw the ferry leave');
  await bar.getByRole('button', { name: 'Open the latest version' }).click();
  await orphans.getByRole('button', { name: 'Let go: Nobody saw the ferry' }).click();
  await expect(orphans).toHaveCount(0);
  await desk.saved();

  // Each was a step; taking the version in another.
  const undo = page.getByRole('button', { name: 'Undo' });
  await undo.click();
  await desk.saved();
  await undo.click();
  await desk.saved();
  await undo.click();
  await expect(documents.getByRole('option')).toHaveCount(count);
  await desk.saved();
  await expect(article).toContainText('Nobody saw the ferry leave');
  await expect.poll(() => desk.quotes()).toEqual(['lit at dusk', 'Nobody saw the ferry', 'leave the quay']);
});

test('files that are not known to be anywhere are asked for', async ({ desk }) => {
  const { page } = desk;
  await page.evaluate(() => {
    const { bridge } = window.workbenchHarness;
    bridge.listSources = () => Promise.resolve({ ok: true, value: { files: [], skipped: [] } });
    bridge.menu('check-changes');
  });
  const dialog = page.getByRole('dialog', { name: 'Changes in the files' });
  await expect(dialog).toContainText('Choose the folder that they are in');
  await dialog.getByRole('button', { name: 'Look in another folder…' }).click();
  await expect(dialog).toContainText('Nothing has changed');
});
