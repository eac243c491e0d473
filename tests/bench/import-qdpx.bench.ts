import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page, test } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { wholeQdpx } from '../support/whole-files';
import { makeBenchProject } from './support/bench-project';
import { keepFigure, size } from './support/figures';
import { sha256 } from './support/fill-profile';
import { drive } from './support/program';

/** Watches for gaps between frames until what is waited for is there; answers when it was, and the gaps over 50 ms. */
function watchUntil(page: Page, selector: string, count: number): Promise<{ end: number; stalls: number[] }> {
  return page.evaluate(
    ([wanted, least]) =>
      new Promise<{ end: number; stalls: number[] }>((resolve) => {
        const stalls: number[] = [];
        let last = performance.now();
        const look = (): void => {
          const now = performance.now();
          if (now - last > 50) stalls.push(now - last);
          last = now;
          const found = [...document.querySelectorAll(wanted)];
          // A short list is whole, a longer one says how long it is.
          const long = Number(found[0]?.getAttribute('aria-setsize') ?? 0);
          if (found.length > 0 && Math.max(found.length, long) >= least) resolve({ end: now, stalls });
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    [selector, count] as const,
  );
}

test('import: a .qdpx of a thousand documents', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'framewright-bench-'));
  const count = size(1_000);
  const sizes = Array.from({ length: count }, () => ({ words: 400, annotations: 20 }));
  const { snapshot, texts } = makeBenchProject(sizes, sha256);
  const stamp = { exported_at: '2026-11-01T00:00:00.000Z', generator: 'bench' };
  const { files } = wholeQdpx(snapshot, texts, { ...stamp, extrasAsCodes: false });
  const path = join(folder, 'thousand.qdpx');
  writeFileSync(
    path,
    zipSync(Object.fromEntries(files.map(({ name, content }) => [name, strToU8(content)]))),
  );
  const { app, page, close } = await drive({
    userData: join(folder, 'profile'),
    switches: ['--coder=Bench'],
  });
  try {
    await app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    }, path);
    const open = page.getByRole('button', { name: 'Import a project or codebook…' });
    await open.waitFor();
    const staging = watchUntil(page, '[role="dialog"] [data-part="comesIn"]', 0);
    const clicked = await page.evaluate(() => performance.now());
    await open.click();
    const staged = await staging;
    const taking = watchUntil(page, '[role="option"]', count);
    const confirmed = await page.evaluate(() => performance.now());
    await page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true }).click();
    const taken = await taking;
    const whole = staged.end - clicked + (taken.end - confirmed);
    keepFigure({
      row: 'import',
      what: `import a .qdpx of ${count} documents with ${count * 20} annotations: chosen to shown, and confirmed to listed`,
      unit: 'ms',
      value: whole,
      yardstick: null,
      bar: '10 s',
      reached: whole <= 10_000,
      note: `${Math.round(staged.end - clicked)} and ${Math.round(taken.end - confirmed)} ms`,
    });
    const stalls = [...staged.stalls, ...taken.stalls];
    const longest = Math.max(0, ...stalls);
    keepFigure({
      row: 'import',
      what: 'longest time between two frames of the window meanwhile',
      unit: 'ms',
      value: longest,
      yardstick: null,
      bar: 'answering throughout (100 ms)',
      reached: longest <= 100,
      note: `${stalls.length} over 50 ms, ${stalls.filter((stall) => stall > 100).length} over 100`,
    });
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
});
