import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { makeBenchProject } from './support/bench-project';
import { keepFigure, median, size, spread, times } from './support/figures';
import { fillProfile, sha256 } from './support/fill-profile';
import { countFrames, framesCounted } from './support/frames';
import { inEngine } from './support/in-engine';
import { drive, runToEnd } from './support/program';

test('copies: reprints among 10,000 articles, and of one more', async () => {
  test.setTimeout(300_000);
  const articles = size(10_000);
  const taken = await inEngine((page) =>
    page.evaluate(([many, more]) => benchEngine.timeCopies(many, more), [articles, times(20)] as const),
  );
  const yardstick = { what: 'indexOf over the same texts', value: taken.plain };
  keepFigure({
    row: 'copies',
    what: `copy groups of ${articles} articles of 18 sentences`,
    unit: 'ms',
    value: taken.all,
    yardstick,
    bar: '60 s',
    reached: taken.all <= 60_000,
    note: `${taken.groups} groups; on one thread, as in the worker`,
  });
  keepFigure({
    row: 'copies',
    what: 'one article more, median',
    unit: 'ms',
    value: median(taken.more),
    yardstick,
    bar: '100 ms',
    reached: Math.max(...taken.more) <= 100,
    note: `${taken.more.length} times, ${spread(taken.more)} ms`,
  });
});

/** The first and the last article are one text: the mark beside the first is there once all have been gone through. */
const twin = 815;

test('copies: the window while the reprints of a large corpus are found', async () => {
  test.setTimeout(300_000);
  const articles = size(10_000);
  const userData = mkdtempSync(join(tmpdir(), 'framewright-bench-'));
  const sizes = Array.from({ length: articles }, (_, at) => ({
    ...{ words: 400, annotations: 0 },
    ...(at === 0 || at === articles - 1 ? { textSeed: twin } : {}),
  }));
  await fillProfile(userData, makeBenchProject(sizes, sha256));
  await runToEnd(userData, []);
  const { page, close } = await drive({ userData });
  try {
    await page.getByRole('region', { name: 'Reader' }).getByRole('article').waitFor({ timeout: 120_000 });
    const begun = performance.now();
    await countFrames(page);
    const marks = page.getByRole('list', { name: 'Reprinted passages' }).getByRole('button');
    await marks.first().waitFor({ timeout: 120_000 });
    const taken = performance.now() - begun;
    const frames = await framesCounted(page);
    const slow = frames.filter((frame) => frame > 50).length;
    keepFigure({
      row: 'copies',
      what: `the same in the program, ${articles} articles of 400 words: from the text shown to the mark beside it`,
      unit: 'ms',
      value: taken,
      yardstick: null,
      bar: '60 s',
      reached: taken <= 60_000,
      note: `texts read, sent and gone through; ${frames.length} frames meanwhile`,
    });
    keepFigure({
      row: 'copies',
      what: 'frames above 50 ms meanwhile',
      unit: 'frames',
      value: slow,
      yardstick: null,
      bar: 'none',
      reached: slow === 0,
      note: `longest ${Math.round(Math.max(...frames))} ms`,
    });
  } finally {
    await close();
    rmSync(userData, { recursive: true, force: true });
  }
});
