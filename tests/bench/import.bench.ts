import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { keepFigure, size } from './support/figures';
import { drive } from './support/program';
import { Chance, writeProse } from './support/prose';

/** Milliseconds to read and hash all files of a folder, one after another. */
function readAndHash(folder: string): number {
  const begun = performance.now();
  for (const name of readdirSync(folder)) {
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex');
  }
  return performance.now() - begun;
}

test('import: ten thousand articles of four hundred words', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'framewright-bench-'));
  const corpus = join(folder, 'wire');
  mkdirSync(corpus);
  const count = size(10_000);
  for (let n = 0; n < count; n += 1) {
    const { text } = writeProse(new Chance(50_000 + n), 400);
    writeFileSync(join(corpus, `${String(n).padStart(5, '0')}.txt`), `${text}\n`);
  }
  const yardstick = readAndHash(corpus);
  const { page, close } = await drive({
    userData: join(folder, 'profile'),
    switches: ['--coder=Bench', `--corpus=${corpus}`],
  });
  try {
    // The first document opens when all are in.
    const result = await page.evaluate(
      () =>
        new Promise<{ readonly end: number; readonly stalls: readonly number[] }>((resolve) => {
          const stalls: number[] = [];
          let last = performance.now();
          const look = (): void => {
            const now = performance.now();
            if (now - last > 50) stalls.push(now - last);
            last = now;
            if (document.querySelector('article[aria-label]') === null) requestAnimationFrame(look);
            else resolve({ end: now, stalls });
          };
          requestAnimationFrame(look);
        }),
    );
    const rows = await page.getByRole('option').first().getAttribute('aria-setsize');
    keepFigure({
      row: 'import',
      what: `import ${count} articles of 400 words by --corpus, page loaded to first article open`,
      unit: 'ms',
      value: result.end,
      yardstick: { what: 'reading and hashing the same files in Node', value: yardstick },
      bar: '20 s',
      reached: result.end <= 20_000,
      note: `${Math.round((count * 1_000) / result.end)} documents a second; ${rows ?? 'few'} listed`,
    });
    const longest = Math.max(0, ...result.stalls);
    keepFigure({
      row: 'import',
      what: 'longest time between two frames of the window meanwhile',
      unit: 'ms',
      value: longest,
      yardstick: null,
      bar: 'answering throughout (100 ms)',
      reached: longest <= 100,
      note: `${result.stalls.length} over 50 ms, ${result.stalls.filter((stall) => stall > 100).length} over 100`,
    });
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
});
