import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { seeded } from '../main/journal-fixture';
import { drop } from '../support/drop-files';
import {
  comparableExport,
  expectedExport,
  firstDifference,
  journalOf,
  keptProjects,
  recordsOf,
} from '../support/kept-project';
import { launchWorkbench, runWorkbench, type Workbench } from '../support/launch';
import { drill, recordDrill, trials } from '../support/trials';
import { workbenchPage } from '../support/workbench-page';

/** Kills of a parser with a file in its hands, at the least. */
const kills = trials(3, 50);
const filesEach = 16;
/** Of the parsers of one import, and milliseconds between them at the most. */
const killsEach = 4;
const longestWait = 800;
const crashed = /brought the reader down/;

/** Pages that keep a parser busy for a while, and an empty file, so that there is a report in any case. */
function writePages(folder: string, trial: number): readonly string[] {
  mkdirSync(folder);
  const names = Array.from({ length: filesEach }, (_, n) => `${trial}-${n}.html`);
  for (const [n, name] of names.entries()) {
    const paragraphs = Array.from(
      { length: 250 },
      (_, m) =>
        `<p>On day ${m} the ferry ${trial} of quay ${n} left Harn at noon, as the council had asked.</p>`,
    );
    writeFileSync(
      join(folder, name),
      `<html><body><h1>Ferry ${trial} of quay ${n}</h1>${paragraphs.join('')}</body></html>`,
    );
  }
  writeFileSync(join(folder, 'empty.html'), '');
  return names;
}

/** Waits for the report of an import, closes it and answers what it says of each file. */
async function readReport(page: Page): Promise<ReadonlyMap<string, string>> {
  const report = page.getByRole('dialog', { name: 'Import report' });
  await expect(report).toBeVisible({ timeout: 120_000 });
  const rows = await report
    .getByRole('row')
    .evaluateAll((all) =>
      all.slice(1).map((row) => [...row.children].map(({ textContent }) => textContent) as [string, string]),
    );
  await report.getByRole('button', { name: 'Close' }).click();
  await expect(report).toHaveCount(0);
  return new Map(rows);
}

/** Kills the process of a parser that is there; answers whether there was one. */
async function killParser({ app }: Workbench, random: (below: number) => number): Promise<boolean> {
  const pids = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .filter(({ webContents }) => webContents.getURL().includes('parser.html'))
      .map(({ webContents }) => webContents.getOSProcessId())
      .filter((pid) => pid > 0),
  );
  const pid = pids[random(Math.max(1, pids.length))];
  try {
    return pid !== undefined && process.kill(pid, 'SIGKILL');
  } catch {
    // It was gone before.
    return false;
  }
}

test(
  drill('kills of the parsing process: each file of an import is in or told of, and the next import works'),
  async () => {
    test.setTimeout(1_800_000);
    const root = mkdtempSync(join(tmpdir(), 'framewright-parser-kills-'));
    const userData = join(root, 'profile');
    const random = seeded(20_261_129);
    const wrong: string[] = [];
    let [landed, lostFiles, trial] = [0, 0, 0];
    try {
      const workbench = await launchWorkbench({ userData, switches: ['--coder=Mara Kolt'] });
      const { window: page } = workbench;
      const desk = workbenchPage(page);
      await expect(page.getByRole('button', { name: 'Open corpus…' })).toBeVisible();
      const [{ folder: project } = { folder: '' }] = keptProjects(userData);
      const documents = (): readonly string[] =>
        recordsOf(journalOf(project))
          .records.all('document')
          .map(({ path }) => path);
      for (; lostFiles < kills && trial < kills * 4; trial += 1) {
        const folder = join(root, `texts-${trial}`);
        const names = writePages(folder, trial);
        await drop(page, [folder]);
        const report = readReport(page);
        const isOver = (wait: number): Promise<boolean> =>
          Promise.race([
            report.then(() => true),
            new Promise<boolean>((resolve) => setTimeout(resolve, wait, false)),
          ]);
        let killed = 0;
        while (!(await isOver(random(longestWait)))) {
          if (killed < killsEach && (await killParser(workbench, random))) killed += 1;
        }
        const told = await report;
        landed += killed;
        await desk.saved();
        const first = documents();
        const gone = names.filter((name) => crashed.test(told.get(name) ?? ''));
        lostFiles += gone.length;
        if (gone.length > killed) wrong.push(`${gone.length} files gone with ${killed} parsers`);
        for (const name of names) {
          const count = first.filter((path) => path === name).length;
          if (count !== (gone.includes(name) ? 0 : 1))
            wrong.push(`${name}: ${count} times, told ${told.get(name) ?? 'nothing'}`);
        }
        if (gone.length === 0) continue;
        await drop(page, [folder]);
        const again = await readReport(page);
        await desk.saved();
        const second = documents();
        for (const name of names) {
          const count = second.filter((path) => path === name).length;
          if (count !== 1)
            wrong.push(
              `${name}, after the next import: ${count} times, told ${again.get(name) ?? 'nothing'}`,
            );
        }
      }
      await workbench.close();
      const out = join(root, 'out.json');
      await runWorkbench([`--export=${out}`, '--quit'], { userData, timeout: 300_000 });
      const difference = firstDifference(
        comparableExport(readFileSync(out, 'utf8')),
        expectedExport(project),
      );
      if (difference !== '') wrong.push(difference);
    } finally {
      rmSync(root, { recursive: true, force: true, maxRetries: 5 });
    }
    recordDrill({
      trials: landed,
      lost: wrong.length,
      worst: wrong[0] ?? `${lostFiles} of ${trial * filesEach} files told of`,
    });
    expect(wrong).toEqual([]);
    // Those that hit a parser with a file in its hands.
    expect(lostFiles).toBeGreaterThanOrEqual(kills);
  },
);
