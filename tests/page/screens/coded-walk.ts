import { expect } from '@playwright/test';
import { codeSome } from '../../support/code-some';
import type { WorkbenchPage } from '../../support/workbench-page';
import type {} from '../workbench/workbench';
import { backToText, putAway, type Walk } from './walk';

async function writeMemo(desk: WorkbenchPage): Promise<void> {
  const { page } = desk;
  await desk.keys('m');
  await expect(page.getByRole('textbox', { name: 'Memo', exact: true })).toBeFocused();
  await page.keyboard.type('Not [so](fw:code/none), [out](https://example.org): [[');
  await expect(page.getByRole('combobox', { name: 'Link to' })).toBeFocused();
  await page.keyboard.type('order');
  await expect(page.getByRole('option', { name: /^order restored/ })).toBeVisible();
}

/** A click on the code that is chosen already would let go of it. */
async function chooseCode({ codes }: WorkbenchPage): Promise<void> {
  const row = codes.getByRole('row', { name: /^legitimacy/ });
  if ((await row.getAttribute('aria-selected')) !== 'true') await row.click();
  await expect(row).toHaveAttribute('aria-selected', 'true');
}

/** What a person meets where passages are coded. */
export const codedWalk: Walk = {
  name: 'passages coded',
  begin: codeSome,
  screens: [
    ['passages coded, one in hand', () => Promise.resolve()],
    [
      'the palette',
      async (desk) => {
        await desk.keys('c');
        await desk.page.getByRole('combobox', { name: 'Code' }).fill('l');
      },
    ],
    [
      'a code chosen in the codebook',
      async (desk) => {
        await chooseCode(desk);
      },
    ],
    [
      'a code to be merged',
      async (desk) => {
        await chooseCode(desk);
        await desk.page.getByRole('button', { name: 'Merge into…' }).click();
        await desk.page.getByRole('option', { name: /^order restored/ }).click();
        await expect(desk.page.getByRole('dialog').getByRole('status')).toContainText('moves to');
      },
    ],
    [
      'a codebook file compared',
      async (desk) => {
        await desk.page.evaluate(() =>
          window.workbenchHarness.bridge.offerImport(
            'frames.csv',
            'name,description,parent\nlegitimacy,A right to rule,\nBlame,,legitimacy\norder restored,,\n,,\n',
          ),
        );
        await desk.page.evaluate(() => window.workbenchHarness.bridge.menu('import'));
        await desk.page.getByRole('dialog').waitFor();
      },
    ],
    [
      'the export of the codebook',
      async (desk) => {
        await desk.page.getByRole('button', { name: 'Codebook menu' }).click();
        await desk.page.getByRole('menuitem', { name: 'Export codebook…' }).click();
        await desk.page.getByRole('dialog').waitFor();
      },
    ],
    ...(['Codes', 'Filters'] as const).map(
      (name) =>
        [
          `what passages are asked for: ${name}`,
          async (desk: WorkbenchPage) => {
            await desk.page.keyboard.press('Alt+2');
            await desk.page.getByRole('button', { name, exact: true }).click();
            await desk.page.getByRole('dialog', { name }).waitFor();
          },
          async (desk: WorkbenchPage) => {
            await desk.page.keyboard.press('Escape');
            await backToText(desk);
          },
        ] as const,
    ),
    [
      'passages like the one at the cursor',
      async (desk) => {
        await desk.keys('l');
        const grid = desk.page.getByRole('grid', { name: 'Passages found' });
        await expect(grid.locator('[data-row]').first()).toBeVisible();
      },
      backToText,
    ],
    [
      'a search, some hits chosen',
      async (desk) => {
        const { page } = desk;
        await page.keyboard.press('Alt+4');
        await page.getByRole('searchbox', { name: 'Search the corpus' }).fill('pilots');
        const grid = page.getByRole('grid', { name: 'Passages found' });
        await expect(grid.locator('[data-row]').first()).toBeVisible();
        await grid.press('Control+a');
      },
      backToText,
    ],
    [
      'a document to be removed',
      async (desk) => {
        const { page } = desk;
        await desk.saved();
        await page.getByRole('button', { name: 'Details of the document' }).click();
        await page.getByRole('button', { name: 'Remove the document…' }).click();
        await page.getByRole('dialog', { name: /^Remove “/ }).waitFor();
      },
    ],
    [
      'narrow, with a drawer',
      async (desk) => {
        await desk.page.setViewportSize({ width: 720, height: 700 });
        await desk.page.getByRole('button', { name: 'Annotations' }).click();
      },
      async (desk) => {
        await putAway(desk);
        await desk.page.setViewportSize({ width: 1440, height: 900 });
      },
    ],
    [
      'a document coded as a whole, one of its values edited',
      async (desk) => {
        await desk.keys('t');
        await desk.page.keyboard.type('calm');
        await desk.page.keyboard.press('Enter');
        await desk.page
          .getByRole('button', { name: /^Date: / })
          .first()
          .click();
        await desk.page.getByRole('dialog').waitFor();
      },
    ],
  ],
};

/** Memos, from the first word to the list of them. */
export const memoWalk: Walk = {
  name: 'memos',
  begin: codeSome,
  screens: [
    [
      'a memo with links, and the choice of a place',
      writeMemo,
      async ({ page }) => {
        await page.keyboard.press('Enter');
        await page.keyboard.press('Escape');
      },
    ],
    [
      'all memos, one being written',
      async (desk) => {
        const { page } = desk;
        await desk.saved();
        await desk.keys('Alt+3');
        const row = page.getByRole('list', { name: 'Memos' }).getByRole('listitem');
        await row.getByRole('button').first().press('F2');
        await expect(row.getByRole('textbox', { name: 'Memo' })).toBeFocused();
      },
      backToText,
    ],
  ],
};
