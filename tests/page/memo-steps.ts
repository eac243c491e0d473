import type { Locator, Page } from '@playwright/test';
import type { WorkbenchPage } from '../support/workbench-page';
import { expect } from './workbench-fixture';

export const box = (page: Page, name: string): Locator => page.getByRole('textbox', { name, exact: true });
export const rows = (page: Page): Locator => page.getByRole('list', { name: 'Memos' }).getByRole('listitem');

/** How many lines of the journal write a memo that holds these words. */
export function linesWith(page: Page, words: string): Promise<number> {
  return page.evaluate(
    (wanted) =>
      window.workbenchHarness.bridge.journal
        .lines()
        .filter((line) => line.includes('"memo.set"') && line.includes(wanted)).length,
    words,
  );
}

export async function write(page: Page, name: string, words: string): Promise<void> {
  await box(page, name).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(words);
}

/** A passage with a code, in hand. */
export async function codeOne(desk: WorkbenchPage): Promise<void> {
  await desk.keys('d', 'd', 'd');
  await desk.code('legitimacy');
  await expect(desk.annotations.getByRole('listitem')).toHaveCount(1);
}

export interface GivenMemo {
  readonly id: string;
  readonly target: { readonly kind: string; readonly id: string };
  readonly markdown: string;
  readonly text: string;
  readonly at: string;
}

/** Brings in memos of another coder, and the codes that they are on. */
export async function importMemos(page: Page, memos: readonly GivenMemo[]): Promise<void> {
  const created_at = '2031-01-01T00:00:00.000Z';
  const coder_id = 'bbbbbbbb-0000-4000-8000-000000000001';
  const codes = memos
    .filter(({ target }) => target.kind === 'code')
    .map(({ target: { id } }, order) => ({
      ...{ id, key: id, name: id, kind: 'code', color: 'blue', mark: 'solid', parent_id: null, order },
      ...{ description: '', include: '', exclude: '', examples: [], rev: 1 },
    }));
  const text = JSON.stringify({
    ...{ format: 'framewright', version: 1, minor: 0, exported_at: created_at, generator: 'test' },
    project: { id: 'p', name: 'Other', created_at, codebook_rev: 1, scope_rev: 1 },
    coders: [{ id: coder_id, name: 'Ben', created_at }],
    ...{ codes, attributes: [], properties: [], actors: [], documents: [], annotations: [] },
    memos: memos.map(({ at, ...memo }) => ({ ...memo, coder_id, created_at: at, modified_at: at })),
    ...{ links: [], passes: [] },
  });
  await page.evaluate((given) => {
    window.workbenchHarness.bridge.offerImport('other.json', given);
    window.workbenchHarness.bridge.menu('import');
  }, text);
  const report = page.getByRole('dialog', { name: /^Import / });
  await report.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(report).toHaveCount(0);
}
