import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page, test } from '@playwright/test';
import { makeBenchProject } from './support/bench-project';
import { keepFigure, median, quantile, size, spread, times } from './support/figures';
import { fillProfile, sha256 } from './support/fill-profile';
import { inEngine } from './support/in-engine';
import { drive, runToEnd } from './support/program';
import { workerHeap } from './support/worker-heap';

declare global {
  var benchHits: Promise<number>;
}

/** In the page: measures from the next Enter to the start of the frame after the one that shows a hit. */
function armHits(): void {
  globalThis.benchHits = new Promise((resolve, reject) => {
    const begin = ({ key, timeStamp }: KeyboardEvent): void => {
      if (key !== 'Enter') return;
      window.removeEventListener('keydown', begin, { capture: true });
      const look = (): void => {
        const took = performance.now() - timeStamp;
        if (document.querySelector('[data-row] mark') !== null)
          requestAnimationFrame(() => resolve(performance.now() - timeStamp));
        else if (took > 30_000) reject(new Error('No hit was shown'));
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    };
    window.addEventListener('keydown', begin, { capture: true });
  });
}

async function timeHits(page: Page, query: string): Promise<number> {
  const field = page.getByRole('searchbox', { name: 'Search the corpus' });
  await field.fill('');
  await field.press('Enter');
  await page.locator('[data-row]').first().waitFor({ state: 'detached' });
  await page.evaluate(armHits);
  await field.fill(query);
  await field.press('Enter');
  const took = await page.evaluate(() => globalThis.benchHits);
  await page.getByText(/^[\d,]+ hits? in [\d,]+ documents?/).waitFor();
  return took;
}

/** Milliseconds after the last search. */
const idle = 5_000;

const queries = [
  { what: 'a word', query: 'harbour', bar: 60 },
  { what: 'a phrase', query: '"harbour pilots"', bar: 60 },
  { what: 'NEAR with a wildcard', query: 'harb* NEAR/5 council', bar: 150 },
  { what: 'a regular expression', query: '/harb\\w+ (pilots|council)/i', bar: 600 },
] as const;

test('search: the first hits of a large corpus', async () => {
  const articles = size(10_000);
  const plain = await inEngine((page) =>
    page.evaluate(([many, repetitions]) => benchEngine.timeIndexOf(many, 'harbour', repetitions), [
      articles,
      times(20),
    ] as const),
  );
  const userData = mkdtempSync(join(tmpdir(), 'framewright-bench-'));
  const sizes = Array.from({ length: articles }, () => ({ words: 400, annotations: 0 }));
  const project = makeBenchProject(sizes, sha256);
  const texts = [...project.texts.values()];
  await fillProfile(userData, project);
  await runToEnd(userData, []);
  const { page, close } = await drive({ userData });
  try {
    await page.getByRole('region', { name: 'Reader' }).getByRole('article').waitFor({ timeout: 120_000 });
    const begun = performance.now();
    await page.keyboard.press('Alt+4');
    await page.getByText('Reading the texts…').waitFor({ state: 'detached', timeout: 120_000 });
    const opening = performance.now() - begun;
    for (const { what, query, bar } of queries) {
      const taken: number[] = [];
      for (let n = 0; n < times(20); n += 1) taken.push(await timeHits(page, query));
      keepFigure({
        row: 'search',
        what: `${what} in ${articles} articles, Enter to the first hits painted, median`,
        unit: 'ms',
        value: median(taken),
        yardstick: { what: 'a plain loop of indexOf over the same texts, to its end', value: median(plain) },
        bar: `${bar} ms`,
        reached: median(taken) <= bar,
        note: `${query}; ${taken.length} times, ${spread(taken)} ms, p95 ${Math.round(quantile(taken, 0.95))}; the texts were read in ${Math.round(opening)} ms`,
      });
    }
    await page.waitForTimeout(idle);
    const text = texts.reduce((sum, { length }) => sum + length, 0) / 2 ** 20;
    const all = { row: 'search', unit: 'MB', note: 'heap and buffers after collection' } as const;
    const yardstick = { what: 'the texts, a byte a character', value: text };
    const search = (await workerHeap(page, 'corpus.worker')) / 2 ** 20;
    keepFigure({
      ...{ ...all, yardstick, value: search },
      what: `memory of the worker that searches ${articles} articles`,
      ...{ bar: '2.5 x the text', reached: search <= 2.5 * text },
    });
    keepFigure({
      ...{ ...all, yardstick, value: (await workerHeap(page, 'copy-index.worker')) / 2 ** 20 },
      what: 'memory of the worker that holds the index of their copies',
      ...{ bar: null, reached: null },
    });
  } finally {
    await close();
    rmSync(userData, { recursive: true, force: true });
  }
});
