import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page, test } from '@playwright/test';
import { keepFigure, median, size, spread, times } from './support/figures';
import { inEngine } from './support/in-engine';
import { drive, pause, runToEnd } from './support/program';
import { largeProfile } from './support/shared-profile';

test('export: a hundred thousand annotations to CSV', async () => {
  const pure = await inEngine((page) =>
    page.evaluate(([count, repetitions]) => benchEngine.timeCsv(count, repetitions), [
      size(5_000),
      times(5),
    ] as const),
  );
  const userData = await largeProfile();
  const folder = mkdtempSync(join(tmpdir(), 'framewright-bench-'));
  const file = join(folder, 'annotations.csv');
  const exporting: number[] = [];
  const { app, page, close } = await drive({ userData });
  try {
    await page.locator('article[aria-label]').waitFor({ timeout: 120_000 });
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, file);
    for (let n = 0; n < times(5); n += 1) exporting.push(await timeDialog(page));
  } finally {
    await close();
  }
  const megabytes = Math.round(statSync(file).size / 2 ** 20);
  rmSync(folder, { recursive: true, force: true });
  const annotations = size(100_000);
  keepFigure({
    row: 'export',
    what: `export ${annotations} annotations to CSV, after the read: the pure exporter in the engine`,
    unit: 'ms',
    value: median(pure),
    yardstick: null,
    bar: '1 s',
    reached: median(pure) <= 1_000,
    note: `${spread(pure)} ms, ${pure.length} times`,
  });
  keepFigure({
    row: 'export',
    what: 'the same in the program: from the click on Export to the dialog gone, store and texts read, saved',
    unit: 'ms',
    value: median(exporting),
    yardstick: { what: 'the pure exporter', value: median(pure) },
    bar: null,
    reached: null,
    note: `${spread(exporting)} ms, ${exporting.length} times; ${megabytes} MB`,
  });
});

test('export: a hundred thousand annotations to .qdpx', async () => {
  const taken = await inEngine((page) =>
    page.evaluate(([count, repetitions]) => benchEngine.timeQdpx(count, repetitions), [
      size(5_000),
      times(3),
    ] as const),
  );
  keepFigure({
    row: 'export',
    what: `export ${size(100_000)} annotations to .qdpx, after the read: written and packed in the engine`,
    unit: 'ms',
    value: median(taken),
    yardstick: null,
    bar: '5 s',
    reached: median(taken) <= 5_000,
    note: `${spread(taken)} ms, ${taken.length} times`,
  });
});

test('export: memory while the .qdpx is written', async () => {
  const userData = await largeProfile();
  const folder = mkdtempSync(join(tmpdir(), 'framewright-bench-'));
  const [json, qdpx] = [join(folder, 'all.json'), join(folder, 'all.qdpx')];
  await runToEnd(userData, [`--export=${json}`]);
  const data = statSync(json).size / 2 ** 20;
  const { app, page, close } = await drive({ userData });
  try {
    await page.locator('article[aria-label]').waitFor({ timeout: 120_000 });
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, qdpx);
    const used = (): Promise<number> =>
      app.evaluate(({ app: program }) =>
        program.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0),
      );
    await page.getByRole('button', { name: 'Export…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await dialog.getByRole('radio', { name: /^REFI-QDA project/ }).check({ force: true });
    // What the format cannot hold is counted first, in a run of its own.
    await dialog.getByRole('list', { name: 'Not in the format' }).waitFor({ timeout: 120_000 });
    const before = await atRest(used);
    let most = before;
    const done = page.getByRole('dialog', { name: 'Export report' });
    await dialog.getByRole('button', { name: 'Export', exact: true }).click();
    while (!(await done.isVisible())) most = Math.max(most, await used());
    const more = (most - before) / 1024;
    keepFigure({
      row: 'export',
      what: `memory on top while ${size(100_000)} annotations are written to .qdpx, all processes`,
      unit: 'MB',
      value: more,
      yardstick: { what: 'the same project as JSON with its texts', value: data },
      bar: '2 x the data',
      reached: more <= 2 * data,
      note: `working sets, looked at without a pause, above ${Math.round(before / 1024)} MB at rest`,
    });
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Kilobytes once they have not changed by more than three megabytes for five seconds: texts and copies are with their worker. */
async function atRest(used: () => Promise<number>): Promise<number> {
  const seen: number[] = [];
  for (;;) {
    seen.push(await used());
    const last = seen.slice(-6);
    if (last.length === 6 && Math.max(...last) - Math.min(...last) < 3 * 1024) return Math.min(...last);
    await pause(1_000);
  }
}

/** Milliseconds from the click on the dialog's own button until the dialog is gone. */
async function timeDialog(page: Page): Promise<number> {
  await page.getByRole('button', { name: 'Export…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('radio', { name: /^CSV/ }).check({ force: true });
  const gone = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        window.addEventListener(
          'click',
          ({ timeStamp }) => {
            const look = (): void => {
              if (document.querySelector('[role="dialog"]') !== null) requestAnimationFrame(look);
              else resolve(performance.now() - timeStamp);
            };
            look();
          },
          { capture: true, once: true },
        );
      }),
  );
  await dialog.getByRole('button', { name: 'Export' }).click();
  return gone;
}
