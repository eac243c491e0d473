import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page, test } from '@playwright/test';
import { makeBenchProject } from './support/bench-project';
import { keepFigure, median, quantile, size, times } from './support/figures';
import { fillProfile, sha256 } from './support/fill-profile';
import { drive, emptyWindowFolder, runToEnd } from './support/program';
import { installStopwatch, type Timed, timeEmptyFrames, timeKey } from './support/stopwatch';

const presses = times(200);
/** A program that takes longer for its presses is asked for fewer; the table says how many there were. */
const longestMilliseconds = 150_000;
/** How keys come: as a fast person codes, or each as soon as the one before is painted, which no hand can do. */
const paces = [
  { name: 'five keys a second', pause: 200, count: presses, hasBar: true },
  { name: 'without a pause', pause: 0, count: presses / 2, hasBar: false },
] as const;

/** Milliseconds of an append of a kilobyte with fdatasync, as the journal does it. */
function timeAppends(folder: string): readonly number[] {
  const file = openSync(join(folder, 'append'), 'a');
  const line = Buffer.alloc(1024, 'a');
  const taken = Array.from({ length: presses }, () => {
    const begun = performance.now();
    writeSync(file, line);
    fdatasyncSync(file);
    return performance.now() - begun;
  });
  closeSync(file);
  return taken;
}

test('keys: from a key press to painted and to durable', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'framewright-bench-'));
  const appends = timeAppends(folder);
  const plain = await drive({ folder: emptyWindowFolder });
  await installStopwatch(plain.page);
  const frames = await timeEmptyFrames(plain.page, presses);
  await plain.close();

  const cases = [
    { name: '35,000 characters with 100 annotations', words: 5_000, annotations: 100 },
    { name: `125,000 characters with ${size(10_000)} annotations`, words: 17_900, annotations: size(10_000) },
  ];
  for (const [place, { name, words, annotations }] of cases.entries()) {
    const userData = join(folder, `profile-${place}`);
    await fillProfile(userData, makeBenchProject([{ words, annotations }], sha256));
    await runToEnd(userData, []);
    const { page, close } = await drive({ userData });
    try {
      const article = page.getByRole('region', { name: 'Reader' }).getByRole('article');
      await article.waitFor();
      await installStopwatch(page);
      await article.focus();
      await timeKey(page, 'd', { kind: 'let-go' });
      for (const pace of paces) {
        const timed = await timePresses(page, pace);
        const place = `${name}, ${pace.name}`;
        const painted = timed.map((one) => one.painted);
        keep(place, 'painted', painted, frames, pace.hasBar);
        const durable = timed.map((one) => one.durable ?? Number.NaN);
        keep(place, 'durable', durable, appends, pace.hasBar);
      }
    } finally {
      await close();
    }
  }
  rmSync(folder, { recursive: true, force: true });
});

/** Codes with one key and goes on with the next, again and again. */
async function timePresses(page: Page, { pause, count }: (typeof paces)[number]): Promise<readonly Timed[]> {
  const timed: Timed[] = [];
  const begun = performance.now();
  while (timed.length < count && performance.now() - begun < longestMilliseconds) {
    await page.waitForTimeout(pause);
    timed.push(await timeKey(page, '1', { kind: 'in-hand' }, true));
    await page.waitForTimeout(pause);
    await timeKey(page, 'd', { kind: 'let-go' });
  }
  return timed;
}

function keep(
  name: string,
  what: 'painted' | 'durable',
  taken: readonly number[],
  yardstick: readonly number[],
  hasBar: boolean,
): void {
  const limit = what === 'painted' ? quantile(yardstick, 0.95) * 1.5 : 50;
  for (const [word, part] of [
    ['median', 0.5],
    ['p95', 0.95],
  ] as const) {
    keepFigure({
      row: 'keys',
      what: `code by key in ${name}, to ${what}, ${word} of ${taken.length}`,
      unit: 'ms',
      value: quantile(taken, part),
      yardstick: {
        what: what === 'painted' ? 'an empty pair of frames after a key' : 'a bare append with fdatasync',
        value: quantile(yardstick, part),
      },
      bar:
        word === 'median' || !hasBar
          ? null
          : what === 'painted'
            ? '2 frames (half as much again as the yardstick)'
            : '50 ms',
      reached: word === 'median' || !hasBar ? null : quantile(taken, part) <= limit,
      note: what === 'durable' ? `"Saved" in the window; median ${Math.round(median(taken))} ms` : '',
    });
  }
}
