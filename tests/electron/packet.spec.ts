import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { launchWorkbench, runWorkbench, type Workbench } from '../support/launch';
import { workbenchPage } from '../support/workbench-page';

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'framewright-packet-'));
});
test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});
const at = (name: string): string => join(folder, name);

const report =
  'Harbour calm\n\nVELDHAVEN, May 3. The council said order was restored. Two ships left on Tuesday. The pilots stayed.\n';

async function choose({ app }: Workbench, open: string, save: string): Promise<void> {
  await app.evaluate(
    ({ dialog }, [from, to]) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [from ?? ''] });
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: to ?? '' });
    },
    [open, save],
  );
}

async function exportAs(page: Page, format: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Export…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('radio', { name: format }).check({ force: true });
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

/** Files kept as they were imported, in any project of the profile. */
function originalsIn(profile: string): readonly string[] {
  return readdirSync(profile, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /[/\\]raw[/\\]..[/\\][0-9a-f]{64}$/.test(name),
  );
}

async function importFile(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Commands' });
  await palette.getByRole('combobox').fill('Import a project…');
  await expect(palette.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
}

test('a packet goes to a blind coder and comes back: shown first, nothing kept before the yes, both codings there', async () => {
  test.setTimeout(180_000);
  writeFileSync(at('harbour.txt'), report);
  const one = await launchWorkbench({
    userData: at('one'),
    switches: ['--coder=Ada Ferris', `--corpus=${at('harbour.txt')}`],
  });
  const lead = workbenchPage(one.window);
  await expect(lead.documents.getByRole('option')).toHaveCount(1);
  await lead.keys('d', 'd');
  await lead.code('order restored');
  await expect(lead.annotations.getByRole('listitem')).toHaveCount(1);
  await lead.saved();
  await choose(one, at('from-boris.framewright'), at('packet.framewright'));
  await exportAs(one.window, /packet/i);
  await one.close();

  const two = await launchWorkbench({ userData: at('two'), switches: ['--coder=Boris Veld'] });
  const blind = workbenchPage(two.window);
  await choose(two, at('packet.framewright'), at('from-boris.framewright'));
  await two.window.getByRole('button', { name: 'Import a project or codebook…' }).click();
  const review = two.window.getByRole('dialog', { name: 'Import “packet.framewright”' });
  await expect(review).toContainText('Framewright project');
  await expect(review.getByRole('list', { name: 'Comes in' })).toContainText(/1\s*document/);
  await review.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(blind.documents.getByRole('option')).toHaveCount(1);
  await expect(blind.annotations.getByRole('listitem')).toHaveCount(0);
  await expect(blind.codes.getByRole('row', { name: /^order restored/ })).toBeVisible();
  await blind.keys('d', 'd', 'd');
  await blind.code('order restored');
  await expect(blind.annotations.getByRole('listitem')).toHaveCount(1);
  await blind.saved();
  await exportAs(two.window, /^Project file/i);
  await two.close();

  const back = await launchWorkbench({ userData: at('one') });
  try {
    const desk = workbenchPage(back.window);
    await expect(desk.annotations.getByRole('listitem')).toHaveCount(1);
    await choose(back, at('from-boris.framewright'), at('all.json'));
    const shown = back.window.getByRole('dialog', { name: 'Import “from-boris.framewright”' });
    await importFile(back.window);
    await expect(shown.getByRole('list', { name: 'Comes in' })).toContainText(/1\s*annotation/);
    await expect(shown.getByRole('list', { name: 'Comes in' })).toContainText(/1\s*coder/);
    await back.window.screenshot({ path: process.env['PACKET_PICTURE'] ?? at('shown.png') });
    await shown.getByRole('button', { name: 'Cancel' }).click();
    await expect(desk.annotations.getByRole('listitem')).toHaveCount(1);
    await importFile(back.window);
    await shown.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(desk.annotations.getByRole('listitem')).toHaveCount(2);
    await desk.saved();
    // The same file again has nothing to bring.
    await importFile(back.window);
    await expect(shown.getByRole('button', { name: 'Import', exact: true })).toBeDisabled();
    await shown.getByRole('button', { name: 'Cancel' }).click();
    // What was exported before the restart is exported again in one step, to the same place.
    rmSync(at('packet.framewright'));
    await back.window.keyboard.press('Control+k');
    await back.window.getByRole('dialog', { name: 'Commands' }).getByRole('combobox').fill('Export again');
    await back.window.keyboard.press('Enter');
    await expect.poll(() => existsSync(at('packet.framewright'))).toBe(true);
  } finally {
    await back.close();
  }
});

test('original files of a project file are kept when its import is confirmed, not before', async () => {
  writeFileSync(at('harbour.txt'), report);
  await runWorkbench(
    ['--quit', '--coder=Ada', `--corpus=${at('harbour.txt')}`, `--export=${at('all.framewright')}`],
    { userData: at('one') },
  );
  expect(originalsIn(at('one'))).toHaveLength(1);
  const workbench = await launchWorkbench({ userData: at('two'), switches: ['--coder=Boris'] });
  try {
    const page = workbench.window;
    await choose(workbench, at('all.framewright'), at('x'));
    const shown = page.getByRole('dialog', { name: 'Import “all.framewright”' });
    const button = page.getByRole('button', { name: 'Import a project or codebook…' });
    await button.click();
    await shown.getByRole('button', { name: 'Cancel' }).click();
    expect(originalsIn(at('two'))).toEqual([]);
    await button.click();
    await shown.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(workbenchPage(page).documents.getByRole('option')).toHaveCount(1);
    expect(originalsIn(at('two'))).toHaveLength(1);
  } finally {
    await workbench.close();
  }
});
