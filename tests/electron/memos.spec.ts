import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import Papa from 'papaparse';
import { launchWorkbench, runWorkbench } from '../support/launch';
import { workbenchPage } from '../support/workbench-page';

const corpus = resolve(import.meta.dirname, '../fixtures/wire');

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'framewright-memos-'));
});
test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function write(page: Page, name: string, words: string): Promise<void> {
  await page.getByRole('textbox', { name, exact: true }).click();
  await page.keyboard.type(words);
}

test('memos on code, document and project outlast the program, and are exported', async () => {
  const userData = join(folder, 'profile');
  const begun = await launchWorkbench({ userData, switches: ['--coder=Mara Kolt', `--corpus=${corpus}`] });
  const desk = workbenchPage(begun.window);
  await expect(desk.documents.getByRole('option')).toHaveCount(10);
  await desk.keys('d', 'd', 'd');
  await desk.code('legitimacy');
  await desk.codes.getByRole('row', { name: /^legitimacy/ }).click();
  await write(begun.window, 'Code memo', 'Where a **right** is claimed.');
  await begun.window.keyboard.press('Escape');
  await desk.keys('Escape', 'Escape');
  await write(begun.window, 'Document memo', 'Compare [[');
  const chooser = begun.window.getByRole('combobox', { name: 'Link to' });
  await expect(chooser).toBeFocused();
  await begun.window.keyboard.type('legitimacy');
  await begun.window.keyboard.press('Enter');
  await expect(chooser).toHaveCount(0);
  await begun.window.keyboard.press('Escape');
  await desk.keys('Alt+3');
  await write(begun.window, 'Project memo', 'Who speaks for the harbour?');
  // Typed a moment before the window closes: kept all the same.
  await begun.close();

  const again = await launchWorkbench({ userData });
  const found = workbenchPage(again.window);
  await expect(found.article).toHaveAccessibleName(/^Compact’s harbour pilots/);
  await expect(again.window.getByRole('textbox', { name: 'Document memo' })).toHaveText('Compare legitimacy');
  await found.codes.getByRole('row', { name: /^legitimacy.*has a memo$/ }).click();
  await expect(again.window.getByRole('textbox', { name: 'Code memo' })).toHaveText(
    'Where a right is claimed.',
  );
  await found.keys('Alt+3');
  await expect(again.window.getByRole('textbox', { name: 'Project memo' })).toHaveText(
    'Who speaks for the harbour?',
  );
  await expect(again.window.getByRole('list', { name: 'Memos' }).getByRole('listitem')).toHaveCount(2);
  await again.close();

  const json = join(folder, 'project.json');
  const exported = await runWorkbench([`--export=${json}`, `--export=${folder}/tables/`, '--quit'], {
    userData,
  });
  expect(exported.stderr).toBe('');
  expect(exported.code).toBe(0);
  const { memos, codes } = JSON.parse(readFileSync(json, 'utf8')) as {
    readonly memos: readonly { readonly target: { readonly kind: string }; readonly markdown: string }[];
    readonly codes: readonly { readonly id: string }[];
  };
  const byKind = Object.fromEntries(memos.map(({ target, markdown }) => [target.kind, markdown]));
  expect(byKind).toEqual({
    code: 'Where a **right** is claimed.',
    document: `Compare [legitimacy](fw:code/${codes[0]?.id})`,
    project: 'Who speaks for the harbour?',
  });
  const table = readFileSync(join(folder, 'tables/memos.csv'), 'utf8');
  const rows = Papa.parse<Record<string, string>>(table, { header: true, skipEmptyLines: true }).data;
  expect(rows.map((row) => `${row['target_kind']}: ${row['text']}`).sort()).toEqual([
    'code: Where a right is claimed.',
    'document: Compare legitimacy',
    'project: Who speaks for the harbour?',
  ]);
});
