import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchWorkbench, runWorkbench } from '../support/launch';
import { workbenchPage } from '../support/workbench-page';

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'framewright-codebook-'));
});
test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** The codes of an exported project, without their place in that project's own history. */
function codesOf(path: string): readonly object[] {
  const { codes } = JSON.parse(readFileSync(path, 'utf8')) as {
    readonly codes: readonly Readonly<Record<string, unknown>>[];
  };
  return codes.map(({ order: _o, added_in: _a, revised_in: _r, ...code }) => code);
}

test('a codebook exported as CSV and imported into a new project gives the same codes', async () => {
  const csv = join(folder, 'book.csv');
  const { app, window, close } = await launchWorkbench({
    userData: join(folder, 'first'),
    switches: ['--coder=Mara Kolt'],
  });
  try {
    const desk = workbenchPage(window);
    const { codes } = desk;
    await window.getByRole('button', { name: /^Start from the template/ }).click();
    await codes.getByRole('row', { name: /^Legitimacy/ }).click();
    await window.getByRole('textbox', { name: 'Description' }).fill('=Right to rule, “as told”;\nby anyone');
    await window.getByRole('textbox', { name: 'Description' }).press('Enter');
    const threat = codes.getByRole('row', { name: /^Terrorist threat/ });
    await threat.click();
    await expect(threat).toHaveAttribute('aria-selected', 'true');
    await window.getByRole('button', { name: 'Archive' }).click();
    await expect(codes.getByRole('row').last()).toHaveAccessibleName('Archived, 1 code');
    await desk.saved();
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, csv);
    await window.getByRole('button', { name: 'Codebook menu' }).click();
    await window.getByRole('menuitem', { name: 'Export codebook…' }).click();
    await window.getByRole('dialog').getByRole('button', { name: 'Export' }).click();
    await expect(window.getByText(/codes saved to/)).toBeVisible();
  } finally {
    await close();
  }
  const [one, other] = [join(folder, 'one.json'), join(folder, 'other.json')];
  await runWorkbench([`--export=${one}`, '--quit'], { userData: join(folder, 'first') });
  const userData = join(folder, 'second');
  const taken = await runWorkbench([`--import=${csv}`, `--export=${other}`, '--quit'], { userData });
  expect(taken.stderr).toBe('');
  expect(taken.code).toBe(0);
  expect(codesOf(other).length).toBeGreaterThan(18);
  expect(codesOf(other)).toEqual(codesOf(one));

  const again = await runWorkbench([`--import=${csv}`, '--quit'], { userData });
  expect(JSON.parse(again.stdout)).toMatchObject({ tasks: [{ changes: 0, added: {} }] });
  const changed = join(folder, 'changed.json');
  const code = { key: 'legitimacy', name: 'Legitimacy', description: 'Something else' };
  writeFileSync(
    changed,
    JSON.stringify({
      format: 'framewright-codebook',
      version: 1,
      name: 'B',
      codes: [code, { name: 'Fresh' }],
    }),
  );
  const partly = await runWorkbench([`--import=${changed}`, '--quit'], { userData });
  expect(JSON.parse(partly.stdout)).toMatchObject({ tasks: [{ added: { code: 1 } }] });
  expect(partly.stderr).toContain(
    'changed.json: 1 code differs from the one here, which stays as it is: Legitimacy.',
  );
  expect(partly.code).toBe(1);
});
