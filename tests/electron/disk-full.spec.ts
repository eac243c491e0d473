import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reserveSize } from '@main/reserve';
import { expect, test } from '@playwright/test';
import { folderHash } from '../support/folder-hash';
import { hearSaved } from '../support/hear-saved';
import { launchWorkbench, runWorkbench } from '../support/launch';
import { distinctSentences, openReport, writeReports } from '../support/numbered-reports';
import { smallDisk } from '../support/small-disk';
import { drill, isDrill, recordDrill, trials } from '../support/trials';
import { workbenchPage } from '../support/workbench-page';

/** What a profile keeps of its projects, as one hash. */
const fingerprint = (profile: string): string =>
  ['projects', 'Partitions'].map((part) => folderHash(join(profile, part))).join();

test(drill('a disk that fills up while somebody works loses nothing, and says so'), async () => {
  test.setTimeout(600_000);
  const folder = mkdtempSync(join(tmpdir(), 'framewright-full-'));
  const disk = smallDisk(join(folder, 'disk'), 400);
  const userData = join(disk.folder, 'profile');
  let saved = 0;
  try {
    const switches = ['--coder=Mara Kolt', `--corpus=${writeReports(join(folder, 'texts'), 3)}`];
    const { app, window, close } = await launchWorkbench({ userData, switches });
    const desk = workbenchPage(window);
    await expect(desk.documents.getByRole('option')).toHaveCount(3);
    await openReport(desk, 1);
    await desk.keys('d', 'd', 'd');
    await desk.code('legitimacy');
    await desk.saved();
    await hearSaved(window, (count) => {
      saved = Math.max(saved, count);
    });
    const codings = desk.annotations.getByRole('listitem');
    await desk.keys('d', '1');
    await expect(codings).toHaveCount(2);
    await desk.saved();

    // The program makes the reserve when it has been open for a while; the short run does not wait for that.
    const reserve = join(userData, 'reserve');
    if (isDrill) await expect.poll(() => existsSync(reserve), { timeout: 90_000 }).toBe(true);
    else writeFileSync(reserve, randomBytes(reserveSize));

    disk.fill();
    expect(disk.free()).toBeLessThan(4096);
    const alerts = window.getByRole('alert');
    const filled = performance.now();
    await desk.keys('d', '1');
    await expect(alerts.filter({ hasText: 'The disk that holds your projects is full' })).toBeVisible();
    const told = performance.now() - filled;
    expect(existsSync(reserve)).toBe(false);
    // With the reserve given up, work goes on, and an export goes through.
    const more = trials(3, 40);
    for (let n = 0; n < more; n += 1) await desk.keys('d', '1');
    await expect(codings).toHaveCount(more + 3);
    await desk.saved();
    saved = more + 3;
    const target = join(disk.folder, 'out.csv');
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, target);
    await window.getByRole('button', { name: 'Export…' }).click();
    const exporting = window.getByRole('dialog', { name: 'Export' });
    await exporting.getByRole('button', { name: 'Export', exact: true }).click();
    await expect(exporting).toHaveCount(0);
    await expect.poll(() => existsSync(target)).toBe(true);
    expect(readFileSync(target, 'utf8').trim().split('\n')).toHaveLength(more + 4);

    // And then even that room is used up.
    disk.fill();
    const again = performance.now();
    await desk.keys('d', '1');
    await expect(desk.saving).toHaveText(/^Not saved: .*disk is full/);
    const refused = performance.now() - again;
    await close();
    disk.fill();

    const before = fingerprint(userData);
    for (let start = 0; start < 3; start += 1) {
      const run = await runWorkbench(['--quit'], { userData });
      expect([run.code, run.stderr]).toEqual([1, expect.stringContaining('Free some space and start again')]);
    }
    expect(fingerprint(userData)).toBe(before);

    disk.empty();
    const free = await launchWorkbench({ userData });
    const later = workbenchPage(free.window);
    await openReport(later, 1);
    await later.saved();
    await expect(later.annotations.getByRole('listitem').first()).toBeVisible();
    const quotes = await later.quotes();
    const lost = Math.max(0, saved - quotes.length) + (quotes.length - distinctSentences(quotes));
    await later.keys('d', '1');
    await later.saved();
    await free.close();
    recordDrill({
      ...{ trials: saved, lost },
      worst: `told after ${Math.round(told)} ms, refused after ${Math.round(refused)} ms`,
    });
    expect(lost).toBe(0);
  } finally {
    disk.remove();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
