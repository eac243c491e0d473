import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { keepFigure, size } from './support/figures';
import { memoryOf } from './support/processes';
import { emptyWindowFolder, pause, programFolder, start } from './support/program';
import { largeProfile } from './support/shared-profile';

const idleMilliseconds = 5_000;

async function measure(
  program: string,
  profile: string,
  selector: string,
): Promise<{ readonly all: number; readonly words: string }> {
  const { child, usable, end } = start(program, profile, selector);
  await usable;
  await pause(idleMilliseconds);
  const sums = memoryOf(child.pid ?? 0);
  await end();
  const all = [...sums.values()].reduce((sum, each) => sum + each, 0);
  return { all, words: [...sums].map(([kind, sum]) => `${kind} ${Math.round(sum)}`).join(', ') };
}

test('memory: a large project at rest', async () => {
  test.skip(!existsSync('/proc/self/smaps_rollup'), 'memory: this system has no /proc/<pid>/smaps_rollup');
  const folder = mkdtempSync(join(tmpdir(), 'framewright-bench-'));
  const large = await largeProfile();
  const empty = await measure(emptyWindowFolder, join(folder, 'empty'), 'body');
  const ours = await measure(programFolder, large, 'article[aria-label]');
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  keepFigure({
    row: 'memory',
    what: `all processes after 5 s, ${size(5_000)} documents with ${size(100_000)} annotations, sum of PSS`,
    unit: 'MB',
    value: ours.all,
    yardstick: { what: 'an empty window of the same engine', value: empty.all },
    bar: '2 x the empty window',
    reached: ours.all <= 2 * empty.all,
    note: `${ours.words}; empty: ${empty.words}`,
  });
});
