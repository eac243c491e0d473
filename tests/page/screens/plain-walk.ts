import { expect } from '@playwright/test';
import type { WorkbenchPage } from '../../support/workbench-page';
import type {} from '../workbench/workbench';
import { backToText, type Walk } from './walk';

async function showDialog(desk: WorkbenchPage, key: string): Promise<void> {
  await desk.keys(key);
  await desk.page.getByRole('dialog').waitFor();
}

/** What a person meets beside a text in which nothing is coded yet. */
export const plainWalk: Walk = {
  name: 'nothing coded yet',
  begin: () => Promise.resolve(),
  screens: [
    ['reading', () => Promise.resolve()],
    [
      'the menu of the codebook',
      async ({ page }) => {
        await page.getByRole('button', { name: 'Codebook menu' }).click();
        await page.getByRole('menu').waitFor();
      },
    ],
    [
      'the details of a document, with a new attribute',
      async ({ page }) => {
        await page.getByRole('button', { name: 'Details of the document' }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByRole('button', { name: 'New attribute…' }).click();
        await page.getByRole('textbox', { name: 'Name', exact: true }).first().waitFor();
      },
    ],
    [
      'find',
      async (desk) => {
        await desk.keys('Control+f');
        await desk.page.getByLabel('Find in this document').first().waitFor();
      },
    ],
    ['keys', (desk) => showDialog(desk, '?')],
    ['commands', (desk) => showDialog(desk, 'Control+k')],
    [
      'export',
      async ({ page }) => {
        await page.getByRole('button', { name: 'Export…' }).click();
        await page.getByRole('dialog').waitFor();
      },
    ],
    [
      'an export for others',
      async ({ page }) => {
        await page.getByRole('button', { name: 'Export…' }).click();
        await page.getByRole('radio', { name: 'REFI-QDA project' }).check({ force: true });
        await page.getByText('Codes', { exact: false }).first().waitFor();
      },
    ],
    [
      'a file to be imported',
      async ({ page }) => {
        await page.evaluate(() => {
          const file = { format: 'framewright', version: 1, codes: [{ id: 'x', name: 'Calm > not' }] };
          window.workbenchHarness.bridge.offerImport('codes.json', JSON.stringify(file));
          window.workbenchHarness.bridge.menu('import');
        });
        await page.getByRole('dialog').waitFor();
      },
    ],
    ['settings', (desk) => showDialog(desk, 'Control+,')],
    ...(['new-project', 'rename-project', 'delete-project'] as const).map(
      (command) =>
        [
          command,
          async ({ page }: WorkbenchPage) => {
            await page.evaluate((name) => window.workbenchHarness.bridge.menu(name), command);
            await page.getByRole('dialog').waitFor();
          },
        ] as const,
    ),
    [
      'backups',
      async ({ page }) => {
        await page.evaluate(() => {
          const { bridge } = window.workbenchHarness;
          const counts = { document: 9, annotation: 2, code: 1, memo: 0 };
          const about = { app: 'framewright 0.1.0', seq: 4, bytes: 1, counts, is_upgrade: true };
          const created_at = '2031-03-20T11:00:00.000Z';
          bridge.backups.push({ name: '20310320T110000000Z-4.fws', created_at, ...about });
          bridge.menu('backups');
        });
        await page.getByRole('listbox', { name: 'Backups of this project' }).waitFor();
      },
    ],
    [
      'a checked project',
      async ({ page }) => {
        await page.evaluate(() => window.workbenchHarness.bridge.menu('check-project'));
        await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(5);
      },
    ],
    [
      'the menu of projects',
      async ({ page }) => {
        await page.getByRole('button', { name: /^Project: / }).click();
        await page.getByRole('menu').waitFor();
      },
    ],
    [
      'a paragraph corrected',
      async (desk) => {
        await desk.keys('d', 'd', 'p');
        await desk.page.getByRole('dialog').waitFor();
      },
    ],
    [
      'focus mode',
      async (desk) => {
        await desk.keys('F9');
        await expect(desk.page.getByRole('region', { name: 'Corpus' })).toHaveCount(0);
      },
      async (desk) => {
        await desk.keys('F9');
        await expect(desk.page.getByRole('region', { name: 'Corpus' })).toBeVisible();
      },
    ],
    [
      'view 2',
      async ({ article, page }) => {
        await page.keyboard.press('Alt+2');
        await expect(page.getByRole('radio', { name: 'Passages', exact: true })).toBeChecked();
        await expect(article).toHaveCount(0);
      },
      backToText,
    ],
    [
      'view 3',
      async ({ page }) => {
        await page.keyboard.press('Alt+3');
        await expect(page.getByRole('region', { name: 'Memos' })).toContainText('No memos yet.');
      },
      backToText,
    ],
    [
      'a search that is not understood',
      async (desk) => {
        await desk.page.keyboard.press('Alt+4');
        await desk.page.getByRole('searchbox', { name: 'Search the corpus' }).fill('pilots (');
        await expect(desk.page.getByText('A word, a phrase or a bracket is expected here')).toBeVisible();
      },
      backToText,
    ],
    [
      'without corpus and annotations',
      async (desk) => {
        await desk.keys('Control+1', 'Control+3');
        await expect(desk.page.getByRole('region', { name: /^(?:Corpus|Annotations)$/ })).toHaveCount(0);
      },
      async (desk) => {
        await desk.keys('Control+1', 'Control+3');
        await expect(desk.page.getByRole('region', { name: /^(?:Corpus|Annotations)$/ })).toHaveCount(2);
      },
    ],
    [
      'an alert',
      async ({ page }) => {
        await page.evaluate(() => {
          window.workbenchHarness.bridge.offerImport('cut.json', '{"format":');
          window.workbenchHarness.bridge.menu('import');
        });
        await page.getByRole('alert').waitFor();
      },
    ],
  ],
};
