import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { quantile } from '../bench/support/figures';
import { faultLayer } from '../support/fault-layer/kill-plan';
import {
  comparableExport,
  expectedExport,
  firstDifference,
  journalOf,
  keptProjects,
  recordsOf,
} from '../support/kept-project';
import { launchWorkbench, runWorkbench, type Workbench } from '../support/launch';
import { openReport, reportName, writeReports } from '../support/numbered-reports';
import { drill, recordDrill, trials } from '../support/trials';
import { workbenchPage } from '../support/workbench-page';

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'framewright-soak-'));
});
test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** Presses a pair of keys that code the next sentence, and waits until it is called saved; answers milliseconds. */
async function codeNext(page: Page): Promise<number> {
  await page.keyboard.press('d');
  const saved = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const words = () => document.querySelector('[aria-label="Saving"]')?.textContent;
        addEventListener(
          'keydown',
          ({ timeStamp }) => {
            let isAsked = false;
            const observer = new MutationObserver(() => {
              isAsked ||= words() !== 'Saved';
              if (!isAsked || words() !== 'Saved') return;
              observer.disconnect();
              resolve(performance.now() - timeStamp);
            });
            // The whole page, as the line that says it may be drawn anew.
            observer.observe(document.body, { subtree: true, childList: true, characterData: true });
          },
          { once: true, capture: true },
        );
      }),
  );
  // The page listens before the key comes: both go the same way, one after the other.
  await page.evaluate(() => undefined);
  await page.keyboard.press('1');
  return saved;
}

/** Before each sync of the journal asks the window what it says of saving; answers what it said by then. */
async function askBeforeSync({ app }: Workbench): Promise<() => Promise<readonly string[]>> {
  await app.evaluate(({ BrowserWindow }) => {
    const said: string[] = [];
    const script = `document.querySelector('[aria-label="Saving"]').textContent`;
    Reflect.set(globalThis, 'framewrightSaid', said);
    Reflect.set(globalThis, 'framewrightBeforeSync', async () => {
      const [window] = BrowserWindow.getAllWindows().filter((each) => each.isVisible());
      said.push(String(await window?.webContents.executeJavaScript(script)));
    });
  });
  return () => app.evaluate(() => Reflect.get(globalThis, 'framewrightSaid') as readonly string[]); // put there above
}

const actions = trials(60, 2_000);
const actionsEach = 125;

test(drill('“Saved” is never said before the change is on the disk'), async () => {
  test.setTimeout(3_600_000);
  const reports = Math.ceil(actions / actionsEach);
  const switches = ['--coder=Mara Kolt', `--corpus=${writeReports(join(folder, 'texts'), reports)}`];
  const workbench = await launchWorkbench({ userData: join(folder, 'profile'), switches, layer: faultLayer });
  const desk = workbenchPage(workbench.window);
  await expect(desk.documents.getByRole('option')).toHaveCount(reports);
  await openReport(desk, 0);
  await desk.keys('d', 'd');
  await desk.code('legitimacy');
  await desk.saved();
  const saidBySync = await askBeforeSync(workbench);
  const taken: number[] = [];
  for (let report = 0; report < reports; report += 1) {
    await openReport(desk, report);
    await desk.keys('d', 'd', 'd');
    const count = Math.min(actionsEach, actions - report * actionsEach);
    for (let n = 0; n < count; n += 1) taken.push(await codeNext(workbench.window));
  }
  const said = await saidBySync();
  await workbench.close();
  const early = said.filter((words) => words !== 'Saving…').length;
  const within = taken.filter((milliseconds) => milliseconds <= 50).length / taken.length;
  recordDrill({
    ...{ trials: said.length, lost: early },
    worst: `${Math.round(quantile(taken, 0.95))} ms at the 95th percentile, ${Math.round(within * 100)} % within 50 ms`,
  });
  expect(early).toBe(0);
  expect(said.length).toBe(actions);
});

/** Bytes in use after collecting what is not: of the page, and of main. */
async function heaps({ app, window }: Workbench): Promise<readonly [page: number, main: number]> {
  const session = await window.context().newCDPSession(window);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  const main = await app.evaluate(() => {
    process.getBuiltinModule('node:v8').setFlagsFromString('--expose-gc');
    (process.getBuiltinModule('node:vm').runInNewContext('gc') as () => void)(); // V8's own
    return process.memoryUsage().heapUsed;
  });
  return [usedSize, main];
}

/** Opens a report by its name, since a long list holds only what is in sight. */
async function openByName(page: Page, number: number): Promise<void> {
  const filter = page.getByRole('searchbox', { name: 'Filter documents' });
  const { documents, article } = workbenchPage(page);
  // After a reload the field is there a moment before it listens.
  await expect(async () => {
    await filter.fill('');
    await filter.fill(reportName(number));
    await documents.getByRole('option', { name: reportName(number) }).click({ timeout: 2_000 });
    await expect(article).toContainText(`left in hour ${number} of day 0.`, { timeout: 2_000 });
  }).toPass();
}

const reports = trials(6, 300);
const perReport = trials(10, 27);
const perReload = trials(3, 5);

test(drill('a long day of coding: journal, store and screen agree, and memory stays'), async () => {
  test.setTimeout(7_200_000);
  const userData = join(folder, 'profile');
  const switches = ['--coder=Mara Kolt', `--corpus=${writeReports(join(folder, 'texts'), reports)}`];
  const workbench = await launchWorkbench({ userData, switches });
  const { window } = workbench;
  const desk = workbenchPage(window);
  await openByName(window, 0);
  await desk.keys('d', 'd');
  await desk.code('legitimacy');
  await desk.saved();
  const items = desk.annotations.getByRole('listitem');
  const sizes: (readonly [number, number])[] = [];
  let onScreen = 0;
  let pressed = 1;
  for (let report = 0; report < reports; report += 1) {
    await openByName(window, report);
    await desk.article.focus();
    // One is taken back and done again; the first report has one already.
    const codings = report === 0 ? perReport - 1 : perReport;
    if (report > 0) await Promise.all(['d', 'd'].map((key) => window.keyboard.press(key)));
    for (let n = 0; n < codings; n += 1) {
      await Promise.all(['d', '1'].map((key) => window.keyboard.press(key)));
    }
    await expect(items).toHaveCount(perReport);
    await desk.saved();
    await window.keyboard.press('Control+z');
    await expect(items).toHaveCount(perReport - 1);
    await window.keyboard.press('Control+Shift+z');
    await expect(items).toHaveCount(perReport);
    await desk.saved();
    pressed += codings + 2;
    onScreen += await items.count();
    if (report % perReload === perReload - 1) {
      sizes.push(await heaps(workbench));
      await window.reload();
      await openByName(window, report);
      await expect(items).toHaveCount(perReport);
    }
  }
  await expect(window.getByRole('alert')).toHaveCount(0);
  await workbench.close();
  const [project] = keptProjects(userData);
  const kept = project?.folder ?? '';
  const { records } = recordsOf(journalOf(kept));
  const inJournal = records.all('annotation').length;
  const out = join(folder, 'out.json');
  const run = await runWorkbench([`--export=${out}`, '--quit'], { userData, timeout: 300_000 });
  expect([run.code, run.stderr]).toEqual([0, '']);
  const inStore = comparableExport(readFileSync(out, 'utf8'));
  const growth = [0, 1].map((which) => (sizes.at(-1)?.[which] ?? 0) / (sizes[0]?.[which] ?? 1) - 1);
  const lost = Math.abs(inJournal - onScreen) + (inStore === expectedExport(kept) ? 0 : 1);
  const [page = 0, main = 0] = growth.map((share) => Math.round(share * 100));
  recordDrill({
    ...{ trials: pressed, lost },
    worst: `${sizes.length} reloads, the heap of the page grew by ${page} %, of main by ${main} %`,
  });
  expect([onScreen, inJournal]).toEqual([reports * perReport, reports * perReport]);
  expect(firstDifference(inStore, expectedExport(kept))).toBe('');
  for (const share of growth) expect(share).toBeLessThan(0.2);
});
