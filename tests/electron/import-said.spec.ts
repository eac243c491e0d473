import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchWorkbench, type Workbench } from '../support/launch';
import { workbenchPage } from '../support/workbench-page';

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'framewright-said-'));
});
test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Chooses a folder in the system's dialog and has it taken in. */
async function open({ app, window }: Workbench, name: string): Promise<void> {
  await app.evaluate(
    ({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
    },
    join(folder, name),
  );
  await window.getByRole('button', { name: 'Open corpus…' }).click();
}

function put(path: string, content: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), content);
}

test('an import tells how far it is and can be stopped: what is done stays and is counted, the rest comes the next time', async () => {
  const all = 1_500;
  const body = 'The quay of Aune was opened again on Friday, its master said. '.repeat(20);
  for (let n = 0; n < all; n += 1) put(`wire/${n}.txt`, `Quay number ${n} opens again\n\n${body}\n`);
  const begun = await launchWorkbench();
  const page = begun.window;
  await open(begun, 'wire');
  const progress = page.getByRole('progressbar', { name: 'Import' });
  await expect(progress).toHaveAttribute('aria-valuetext', /^Importing [1-9][\d,]* of 1,500$/);
  await expect(page.getByText(/^[\d,]+ a second$/)).toBeVisible();
  await expect(page.getByText(/^\d+\.txt$/)).toBeVisible();
  await page.getByRole('button', { name: 'Cancel the import' }).click();
  const told = page.getByText(/^Import stopped.* documents? /);
  await expect(told).toBeVisible();
  const count = Number(/[\d,]+/.exec(await told.innerText())?.[0].replaceAll(',', ''));
  expect(count).toBeGreaterThan(0);
  expect(count).toBeLessThan(all);
  const options = page.getByRole('listbox', { name: 'Documents' }).getByRole('option');
  // A short list holds all of it, a long one what is near and says how long it is.
  const listed = async (): Promise<number> =>
    Number((await options.first().getAttribute('aria-setsize')) ?? (await options.count()));
  await expect.poll(listed).toBe(count);
  await expect(page.getByRole('status', { name: 'Saving' })).toHaveText('Saved');

  await open(begun, 'wire');
  await expect.poll(listed, { timeout: 120_000 }).toBe(all);
  await begun.close();
});

test('what a person says outlives the next start, another reading and a new version', async () => {
  const page = (words: string): string =>
    `<html><head><title>Quay</title></head><body><nav>Start of the site</nav><article><h1>Quay of Aune is closed for now</h1><p>AUNE, March 3, 2031. /NORA/. The quay of Aune was closed on Friday, and nobody knows until when, its master said.</p><p>Write to us if you have seen the ferry, or wait for it upon the mole until the evening comes.</p><p>${words}, and that is long enough to be taken for a paragraph of the text itself.</p></article><footer>Write to the editors</footer></body></html>`;
  put('wire/page.html', page('It opens in May'));
  const table = (name: string): string => `Kopf;Inhalt kurz;Tag\n${name} of Veld;The mole stands.;21.03.2031`;
  put('wire/posts.csv', table('First post'));
  put('later/more.csv', table('Second post'));
  const userData = join(folder, 'profile');
  const begun = await launchWorkbench({ userData });
  await open(begun, 'wire');
  const question = begun.window.getByRole('dialog', { name: 'Columns of the table' });
  await question.getByRole('button', { name: 'Text' }).click();
  await begun.window.getByRole('option', { name: 'Inhalt kurz' }).click();
  await question.getByRole('button', { name: 'Title' }).click();
  await begun.window.getByRole('option', { name: 'Kopf' }).click();
  await question.getByRole('button', { name: 'Take in the rows' }).click();
  const report = begun.window.getByRole('dialog', { name: 'Import report' });
  await report.getByRole('button', { name: 'Close' }).click();
  await workbenchPage(begun.window).saved();
  await begun.close();

  // The columns are known after a restart, and asked about no more.
  const again = await launchWorkbench({ userData });
  const { window } = again;
  const desk = workbenchPage(window);
  await open(again, 'later');
  const known = window.getByRole('dialog', { name: 'Import report' });
  await expect(known.getByRole('row', { name: /more\.csv/ })).toContainText('from the column “Inhalt kurz”');
  await known.getByRole('button', { name: 'Close' }).click();
  await expect(window.getByRole('option', { name: /^Second post of Veld/ })).toBeVisible();

  // An agency, a title and a paragraph that somebody put right.
  await desk.open(/^Quay of Aune/);
  const details = window.getByRole('dialog', { name: 'Document details' });
  const openDetails = () => window.getByRole('button', { name: 'Details of the document' }).click();
  await openDetails();
  const title = details.getByRole('textbox', { name: 'Title' });
  await title.fill('Our quay');
  await title.press('Enter');
  const language = details.getByRole('button', { name: /^Language: / });
  await expect(language).toHaveAccessibleName('Language: English, suggested');
  await expect(desk.article).toHaveAttribute('lang', 'en');
  await language.click();
  await window.getByRole('textbox', { name: 'Language' }).fill('ru');
  await window.keyboard.press('Enter');
  await expect(language).toHaveAccessibleName('Language: Russian');
  await expect(desk.article).toHaveAttribute('lang', 'ru');
  await details.getByRole('button', { name: 'Close' }).click();
  await expect(desk.article).toHaveAccessibleName('Our quay');
  const residue = desk.article.locator('[class*=residue]', { hasText: 'Write to us if' });
  await expect(residue).toHaveCount(0);
  await desk.keys('Control+Home', 'f', 'f', 'p');
  const paragraph = window.getByRole('dialog', { name: /^Paragraph / });
  await expect(paragraph).toContainText('Write to us');
  await paragraph.getByRole('button', { name: /It is/ }).last().click();
  await window.getByRole('option', { name: /^Residue/ }).click();
  await paragraph.getByRole('button', { name: 'Close' }).first().click();
  await expect(residue.first()).toBeVisible();

  await openDetails();
  await details.getByRole('button', { name: 'Take the whole page' }).click();
  await expect(details.getByRole('button', { name: 'Take the main text' })).toBeEnabled();
  await details.getByRole('button', { name: 'Close' }).click();
  await expect(desk.article).toContainText('Write to the editors');
  await expect(desk.article).toHaveAccessibleName('Our quay');
  await expect(residue.first()).toBeVisible();
  await expect(desk.article).toHaveAttribute('lang', 'ru');
  await desk.saved();

  put('wire/page.html', page('It opens in June'));
  await window.keyboard.press('Control+k');
  await window.getByRole('combobox', { name: 'Type a command' }).fill('check files');
  await window.keyboard.press('Enter');
  const changes = window.getByRole('dialog', { name: 'Changes in the files' });
  await changes.getByRole('button', { name: 'Take in 1 version' }).click();
  await expect(window.getByRole('option', { name: /^Our quay/ })).toHaveCount(2);
  await window
    .getByRole('option', { name: /^Our quay/ })
    .last()
    .click();
  await expect(desk.article).toContainText('It opens in June');
  await expect(desk.article).toContainText('Write to the editors');
  await expect(residue.first()).toBeVisible();
  await expect(desk.article).toHaveAttribute('lang', 'ru');
  await desk.saved();
  await again.close();
});
