import { askingFiles, openAskingFiles, sameTexts } from '../support/asking-files';
import { expect, test } from './workbench-fixture';

test('an import asks about locked files, downloads and tables, one after the other, and is one step', async ({
  desk,
}) => {
  const { page, documents } = desk;
  const before = await documents.getByRole('option').count();
  await openAskingFiles(desk);

  // The rest is in already.
  const locked = page.getByRole('dialog', { name: 'This file is locked' });
  await expect(locked).toContainText('locked.pdf');
  const password = locked.getByLabel('Password');
  await expect(password).toBeFocused();
  await password.fill('bridge');
  await password.press('Enter');
  await expect(locked.getByRole('alert')).toContainText('does not open with this password');
  await expect(password).toHaveValue('');
  await password.fill('ferry');
  await locked.getByRole('button', { name: 'Open the file' }).click();

  const split = page.getByRole('dialog', { name: 'A download of several documents' });
  await expect(split.getByRole('list', { name: 'How it was split' })).toContainText(
    '2 lines around the articles were left out, beginning “Search summary”',
  );
  const rows = split.getByRole('table', { name: 'Documents of the file' }).getByRole('row');
  await expect(rows).toHaveCount(4);
  await expect(rows.nth(2)).toContainText('Second report of Veld');
  await split.getByRole('button', { name: 'Take in 3 documents' }).click();

  const table = page.getByRole('dialog', { name: 'Columns of the table' });
  const take = table.getByRole('button', { name: 'Take in the rows' });
  await expect(take).toBeDisabled();
  const choose = async (label: string, option: string) => {
    await table.getByRole('button', { name: label }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  await choose('Text', 'Words');
  await choose('Title', 'Heading');
  await choose('Date', 'Seen');
  const preview = table.getByRole('region', { name: 'The first documents' }).getByRole('listitem');
  await expect(preview.first()).toContainText('Post 1');
  await expect(preview.first()).toContainText('Seen: 1 March 2031 · Desk: North');
  await table.getByRole('checkbox', { name: 'Desk' }).uncheck();
  await expect(preview.first()).not.toContainText('Desk');
  await take.click();

  const report = page.getByRole('dialog', { name: 'Import report' });
  await expect(report).toContainText('7 documents imported');
  await report.getByRole('button', { name: 'Close' }).click();
  await expect(documents.getByRole('option')).toHaveCount(before + 7);
  await expect(page.getByRole('option', { name: /^Post 2/ })).toBeVisible();
  await desk.saved();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(documents.getByRole('option')).toHaveCount(before);

  // What was said of the columns is known the next time; what is left out is told.
  await openAskingFiles(desk, askingFiles.slice(1));
  await locked.getByRole('button', { name: 'Leave it out' }).click();
  await expect(split).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(report.getByRole('row', { name: /locked\.pdf/ })).toContainText('locked with a password');
  await expect(report.getByRole('row', { name: /download\.docx/ })).toContainText('left out, as you chose');
  await expect(report.getByRole('row', { name: /posts\.csv/ })).toContainText('from the column “Words”');
  await expect(documents.getByRole('option')).toHaveCount(before + 2);
});

test('the same text under two names is offered as one document or two; a document goes with what is on it', async ({
  desk,
}) => {
  const { page, documents, article } = desk;
  const before = await documents.getByRole('option').count();
  await openAskingFiles(desk, sameTexts);
  const twins = page.getByRole('dialog', { name: 'The same text under two names' });
  await expect(twins.getByRole('listitem')).toHaveCount(2);
  await expect(twins).toContainText('Same text as “Lamp of Harn lit again”, nora/lamp.txt');
  await twins.getByRole('checkbox', { name: /^copy\/again\.txt/ }).uncheck();
  await twins.getByRole('button', { name: 'Take in 1 document' }).click();
  await expect(documents.getByRole('option')).toHaveCount(before + 2);

  await documents
    .getByRole('option', { name: /^Lamp of Harn/ })
    .last()
    .click();
  await expect(article).toHaveAccessibleName('Lamp of Harn lit again');
  await desk.code('Calm');
  await desk.saved();
  await page.getByRole('button', { name: 'Details of the document' }).click();
  await page.getByRole('button', { name: 'Remove the document…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Remove “Lamp of Harn lit again”?' });
  await expect(dialog).toContainText('1 annotation goes with it. Undo brings all of it back.');
  await dialog.getByRole('button', { name: 'Remove the document' }).click();
  await expect(documents.getByRole('option')).toHaveCount(before + 1);
  await desk.saved();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(documents.getByRole('option')).toHaveCount(before + 2);
  await expect(article).toHaveAccessibleName('Lamp of Harn lit again');
  await expect(desk.annotations.getByRole('listitem')).toHaveCount(1);
});

test('an import that is stopped asks nothing more: what waits for an answer is listed, and offered the next time', async ({
  desk,
}) => {
  const { page, documents } = desk;
  const before = await documents.getByRole('option').count();
  const pages = Array.from({ length: 12 }, (_, n) => ({
    path: `${n}.html`,
    text: `Quay ${n} of Veld\n\nIt is open.`,
  }));
  const files = [...askingFiles, ...sameTexts.slice(0, 2), ...pages];
  // The first call is answered, the next one is under way when the import is stopped.
  await page.evaluate(() => {
    const { bridge } = window.workbenchHarness;
    const freezeFiles = bridge.freezeFiles.bind(bridge);
    bridge.freezeFiles = (tokens) => {
      bridge.freezeFiles = () => new Promise(() => {});
      return freezeFiles(tokens);
    };
    window.addEventListener('stopped', () => Object.assign(bridge, { freezeFiles }), { once: true });
  });
  await openAskingFiles(desk, files);
  await expect(page.getByRole('progressbar', { name: 'Import' })).toHaveAttribute(
    'aria-valuetext',
    /^Importing 1\d of 18$/,
  );
  await page.getByRole('button', { name: 'Cancel the import' }).click();

  const report = page.getByRole('dialog', { name: 'Import report' });
  await expect(page.getByRole('dialog')).toHaveAccessibleName('Import report');
  const waiting = ['locked.pdf', 'download.docx', 'posts.csv', 'bepa/lampe.txt'];
  await expect(report.getByRole('row')).toHaveCount(1 + waiting.length);
  for (const path of waiting)
    await expect(report.getByRole('row', { name: path })).toContainText('the import was stopped');
  await report.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByText(/^Import stopped\. /)).toBeVisible();
  await desk.saved();

  await page.evaluate(() => window.dispatchEvent(new Event('stopped')));
  await openAskingFiles(desk, files);
  for (const name of ['This file is locked', 'A download of several documents', 'Columns of the table']) {
    const dialog = page.getByRole('dialog', { name });
    await expect(dialog).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
  const twins = page.getByRole('dialog', { name: 'The same text under two names' });
  await expect(twins.getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await report.getByRole('button', { name: 'Close' }).click();
  await expect(documents.getByRole('option')).toHaveCount(before + 2 + pages.length);
});
