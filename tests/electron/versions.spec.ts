import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchWorkbench } from '../support/launch';
import { pdf, pdfLines } from '../support/pdf-file';
import { workbenchPage } from '../support/workbench-page';

const lamp = [
  'Lamp of Harn lit again by pilots',
  'HARN, March 3. /NORA/. The lamp was lit at dusk by its pilots, said Mira Castellane, the harbour master.',
];
const page = (words: string) =>
  `<html><head><title>Quay</title></head><body><nav>Start of the site</nav><article><h1>Quay of Aune is closed for now</h1><p>The quay of Aune was closed on Friday, and nobody knows until when, its master said.</p><p>${words}, and that is long enough to be taken for a paragraph of the text itself.</p></article><footer>Write to the editors</footer></body></html>`;

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'framewright-versions-'));
});
test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('files of every asking kind come in, and are compared with the disk later', async () => {
  const corpus = join(folder, 'wire');
  mkdirSync(corpus);
  const put = (name: string, content: string | Uint8Array): void =>
    writeFileSync(join(corpus, name), content);
  put('lamp.txt', lamp.join('\n\n'));
  put('page.html', page('It opens in May'));
  put(
    'locked.pdf',
    pdf([pdfLines(['The mole of Veld stands as it stood.'], 60, 700)], { password: 'ferry' }),
  );
  put('posts.csv', 'Kopf;Inhalt kurz;Tag\nFirst post of Veld;The mole stands.;21.03.2031');

  const { app, window, close } = await launchWorkbench({ userData: join(folder, 'profile') });
  try {
    await app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
    }, corpus);
    const desk = workbenchPage(window);
    await window.getByRole('button', { name: 'Open corpus…' }).click();

    const locked = window.getByRole('dialog', { name: 'This file is locked' });
    await locked.getByLabel('Password').fill('bridge');
    await window.keyboard.press('Enter');
    await expect(locked.getByRole('alert')).toBeVisible();
    await locked.getByLabel('Password').fill('ferry');
    await window.keyboard.press('Enter');
    const table = window.getByRole('dialog', { name: 'Columns of the table' });
    await table.getByRole('button', { name: 'Text' }).click();
    await window.getByRole('option', { name: 'Inhalt kurz' }).click();
    await table.getByRole('button', { name: 'Title' }).click();
    await window.getByRole('option', { name: 'Kopf' }).click();
    await table.getByRole('button', { name: 'Take in the rows' }).click();
    await window
      .getByRole('dialog', { name: 'Import report' })
      .getByRole('button', { name: 'Close' })
      .click();
    await expect(desk.documents.getByRole('option')).toHaveCount(4);

    // Who speaks in the text is offered, with the role that the text gives.
    await desk.open(/^Lamp of Harn/);
    await desk.keys('d', 'd');
    await desk.code('Calm');
    await desk.keys('w');
    await expect(window.getByRole('option', { name: /Mira Castellane/ })).toBeVisible();
    await window.keyboard.press('Escape');
    await desk.saved();

    // Of a web page its main text was taken; the whole of it can be.
    await desk.open(/^Quay of Aune/);
    await expect(desk.article).not.toContainText('Write to the editors');
    await window.getByRole('button', { name: 'Details of the document' }).click();
    const details = window.getByRole('dialog', { name: 'Document details' });
    await details.getByRole('button', { name: 'Take the whole page' }).click();
    await expect(details.getByRole('button', { name: 'Take the main text' })).toBeEnabled();
    await details.getByRole('button', { name: 'Close' }).click();
    await expect(desk.article).toContainText('Write to the editors');
    await desk.saved();
    await window.getByRole('button', { name: 'Undo' }).click();
    await expect(desk.article).not.toContainText('Write to the editors');

    put('lamp.txt', [lamp[0], 'Corrected at noon.', lamp[1]].join('\n\n'));
    put('page.html', page('It opens in June'));
    rmSync(join(corpus, 'posts.csv'));
    await window.keyboard.press('Control+k');
    await window.getByRole('combobox', { name: 'Type a command' }).fill('check files');
    await window.keyboard.press('Enter');
    const changes = window.getByRole('dialog', { name: 'Changes in the files' });
    await expect(changes).toContainText('2 texts read otherwise');
    await expect(changes.getByRole('list', { name: 'What else was found' })).toContainText('posts.csv');
    await expect(
      changes
        .getByRole('group', { name: /^What changed/ })
        .locator('ins')
        .first(),
    ).toContainText('Corrected');
    await changes.getByRole('button', { name: 'Take in 2 versions' }).click();
    await expect(desk.documents.getByRole('option')).toHaveCount(6);
    await desk.saved();
    await desk.documents
      .getByRole('option', { name: /^Lamp of Harn/ })
      .last()
      .click();
    await expect(desk.article).toContainText('Corrected at noon.');
    await expect(desk.annotations.getByRole('listitem')).toHaveCount(1);
    await window.getByRole('button', { name: 'Undo' }).click();
    await expect(desk.documents.getByRole('option')).toHaveCount(4);
  } finally {
    await close();
  }
});
