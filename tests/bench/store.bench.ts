import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJson } from '@core/exchange/export-json';
import { type Page, test } from '@playwright/test';
import { benchTime, makeBenchProject, sliceOf } from './support/bench-project';
import { keepFigure, median, size, spread, times } from './support/figures';
import { fillProfile, sha256 } from './support/fill-profile';
import { inEngine } from './support/in-engine';
import { drive, runToEnd } from './support/program';
import { largeProfile, makeLargeProject } from './support/shared-profile';

const slices = 10;

/** Milliseconds from the beginning of a load to the list of documents, and to the open article. */
async function timeReload(page: Page): Promise<{ readonly list: number; readonly article: number }> {
  await page.reload();
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        let list = 0;
        const look = (): void => {
          if (list === 0 && document.querySelector('[role="option"]') !== null) list = performance.now();
          if (document.querySelector('article[aria-label]') === null) requestAnimationFrame(look);
          else requestAnimationFrame(() => resolve({ list, article: performance.now() }));
        };
        look();
      }),
  );
}

async function reloads(
  userData: string,
): Promise<{ readonly list: readonly number[]; readonly article: readonly number[] }> {
  const { page, close } = await drive({ userData });
  try {
    await page.locator('article[aria-label]').waitFor({ timeout: 120_000 });
    const taken: { readonly list: number; readonly article: number }[] = [];
    for (let n = 0; n < times(5); n += 1) taken.push(await timeReload(page));
    return { list: taken.map(({ list }) => list), article: taken.map(({ article }) => article) };
  } finally {
    await close();
  }
}

test('store: five thousand documents with a hundred thousand annotations', async () => {
  const rows = await inEngine((page) => page.evaluate((count) => benchEngine.rowStore(count), size(5_000)));
  const folder = mkdtempSync(join(tmpdir(), 'framewright-bench-'));
  const project = makeLargeProject();
  const { documents, annotations } = project.snapshot;
  const counted = `${documents.length} documents with ${annotations.length} annotations`;

  // One file would be one line of the journal, which is refused when it is longer than 64 MB.
  const step = Math.ceil(documents.length / slices);
  const files = Array.from({ length: slices }, (_, place) => {
    const file = join(folder, `slice-${place}.json`);
    const part = sliceOf(project, place * step, (place + 1) * step);
    const stamp = { exported_at: benchTime, generator: 'framewright bench', withoutTexts: false };
    writeFileSync(file, exportJson(part, project.texts, stamp));
    return `--import=${file}`;
  });
  const nothing = await runToEnd(join(folder, 'nothing'), ['--coder=Bench']);
  const imported = await runToEnd(join(folder, 'imported'), ['--coder=Bench', ...files]);
  keepFigure({
    row: 'store',
    what: `write ${counted} by --import of ${slices} JSON files: read, checked, in journal and store`,
    unit: 'ms',
    value: imported.took - nothing.took,
    yardstick: { what: 'the annotations alone, a row each, in IndexedDB', value: rows.write },
    bar: null,
    reached: null,
    note: `start and end of the program (${Math.round(nothing.took)} ms) taken off`,
  });

  const rebuilt = join(folder, 'rebuilt');
  await fillProfile(rebuilt, project);
  const built = await runToEnd(rebuilt, []);
  keepFigure({
    row: 'store',
    what: `build the store of ${counted} from the journal`,
    unit: 'ms',
    value: built.took - nothing.took,
    yardstick: { what: 'the annotations alone, a row each, in IndexedDB', value: rows.write },
    bar: '2 s',
    reached: built.took - nothing.took <= 2_000,
    note: 'the first opening of a profile whose store is gone: journal read, records made, store written',
  });

  const small = join(folder, 'small');
  await fillProfile(small, makeBenchProject([{ words: 400, annotations: 20 }], sha256));
  await runToEnd(small, []);
  const little = await reloads(small);
  const large = await reloads(await largeProfile());
  keepFigure({
    row: 'store',
    what: `re-open ${counted}: load of the page to list of documents, less the same with one document`,
    unit: 'ms',
    value: median(large.list) - median(little.list),
    yardstick: { what: 'reading the annotations alone, a row each', value: rows.read },
    bar: '1 s',
    reached: median(large.list) - median(little.list) <= 1_000,
    note: `${spread(large.list)} ms with all, ${spread(little.list)} with one; first document open after ${Math.round(median(large.article))} and ${Math.round(median(little.article))}`,
  });
  rmSync(folder, { recursive: true, force: true });
});
