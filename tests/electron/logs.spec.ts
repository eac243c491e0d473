import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative, sep } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Bridge } from '@preload/contract';
import { drop } from '../support/drop-files';
import { launchWorkbench } from '../support/launch';
import { readBelow } from '../support/words-below';
import { workbenchPage } from '../support/workbench-page';

declare global {
  interface Window {
    readonly framewright: Bridge;
  }
}

const canary = (n: number): string => `Canary-${n}-quartz-${n * 7919}`;
const [fileName, title, sentence, brokenName, broken, project, code, memo, thrown, threwHere] = Array.from(
  { length: 10 },
  (_, n) => canary(n + 1),
) as [string, string, string, string, string, string, string, string, string, string];
const all = [fileName, title, sentence, brokenName, broken, project, code, memo, thrown, threwHere];

/** What holds a project's work: all of it but the log that the engine keeps beside its store. */
function isWork(path: string): boolean {
  const parts = path.split(sep);
  if (parts[0] === 'projects') return true;
  return parts.includes('IndexedDB') && !/^LOG(?:\.old)?$/.test(basename(path));
}

test('what is written beside the work, logs and all, holds no word of a text, a code or a file’s name', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'framewright-logs-'));
  const userData = join(folder, 'profile');
  const corpus = join(folder, 'corpus');
  mkdirSync(corpus);
  writeFileSync(join(corpus, `${fileName}.txt`), `${title}\n\nThe envoy said ${sentence} at noon.\n`);
  writeFileSync(join(corpus, `${brokenName}.docx`), `PK\u0003\u0004 ${broken}`);
  writeFileSync(join(folder, `${brokenName}.json`), `{"codes": ${broken}`);
  const workbench = await launchWorkbench({
    userData,
    switches: ['--coder=Mara Kolt', `--project=${project}`],
  });
  const { app, window: page } = workbench;
  try {
    const desk = workbenchPage(page);
    await expect(page.getByRole('button', { name: 'Open corpus…' })).toBeVisible();
    await drop(page, [corpus]);
    const report = page.getByRole('dialog', { name: 'Import report' });
    await expect(report.getByRole('row', { name: new RegExp(brokenName) })).toContainText('Skipped');
    await report.getByRole('button', { name: 'Close' }).click();
    await expect(desk.documents.getByRole('option')).toHaveCount(1);
    await desk.keys('d', 'd');
    await desk.code(code);
    await expect(desk.annotations.getByRole('listitem')).toHaveCount(1);
    await desk.keys('m');
    await expect(page.getByRole('textbox', { name: 'Memo' })).toBeFocused();
    await page.keyboard.type(memo);
    await page.keyboard.press('Escape');
    await desk.saved();

    // An import that fails, and errors that nobody expects, in the window and in main.
    await app.evaluate(
      ({ dialog }, path) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
      },
      join(folder, `${brokenName}.json`),
    );
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Commands' }).getByRole('combobox').fill('Import a project');
    await page.keyboard.press('Enter');
    await expect(page.getByText(new RegExp(brokenName)).first()).toBeVisible();
    await page.evaluate((words) => {
      setTimeout(() => {
        throw new Error(words);
      });
      console.error(words);
    }, threwHere);
    await app.evaluate((_, words) => {
      const { promises } = process.getBuiltinModule('node:fs');
      Object.assign(promises, { readdir: () => Promise.reject(new TypeError(`${words} of ${words}.txt`)) });
    }, thrown);
    await page.evaluate(() => window.framewright.measureProject().catch(() => undefined));
  } finally {
    await workbench.close();
  }
  try {
    const { stdout, stderr } = workbench.output;
    // That there was an error is told.
    expect(stderr).toMatch(/measureProject: TypeError\n {4}at /);
    expect(all.filter((word) => `${stdout}${stderr}`.includes(word))).toEqual([]);
    const findings = readBelow(userData);
    const places = all.map((word) => findings(word).map(({ path }) => relative(userData, path)));
    // What is searched for is there, in the work.
    expect(places.slice(0, 3).every((each) => each.some(isWork))).toBe(true);
    expect(places.flat().filter((path) => !isWork(path))).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
