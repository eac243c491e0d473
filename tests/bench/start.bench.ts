import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { makeBenchProject } from './support/bench-project';
import { keepFigure, median, spread, times } from './support/figures';
import { fillProfile, sha256 } from './support/fill-profile';
import { emptyWindowFolder, pause, programFolder, runToEnd, start } from './support/program';

test('start: from nothing to an open document', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'framewright-bench-'));
  const userData = join(folder, 'profile');
  const sizes = Array.from({ length: 20 }, () => ({ words: 400, annotations: 20 }));
  await fillProfile(userData, makeBenchProject(sizes, sha256));
  await runToEnd(userData, []);
  const ours: number[] = [];
  const empty: number[] = [];
  // In turn, so that what the machine does besides falls on both.
  for (let n = 0; n < times(5) + 1; n += 1) {
    for (const [taken, program, profile, selector] of [
      [empty, emptyWindowFolder, join(folder, 'empty'), 'body'],
      [ours, programFolder, userData, 'article[aria-label]'],
    ] as const) {
      const { usable, end } = start(program, profile, selector);
      const took = await usable;
      // The first of each fills the caches of the system.
      if (n > 0) taken.push(took);
      await pause(300);
      await end();
    }
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  keepFigure({
    row: 'start',
    what: `start to window shown with a document open, 20 documents, median of ${ours.length}`,
    unit: 'ms',
    value: median(ours),
    yardstick: { what: 'an empty window of the same engine', value: median(empty) },
    bar: '2 x the empty window',
    reached: median(ours) <= 2 * median(empty),
    note: `${spread(ours)} ms, empty ${spread(empty)}`,
  });
});
