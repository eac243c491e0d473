import { test } from '@playwright/test';
import { keepFigure, median, quantile, size, spread, times } from './support/figures';
import { timeFilter } from './support/filter-list';
import { inEngine } from './support/in-engine';
import { drive } from './support/program';
import { largeProfile } from './support/shared-profile';
import { installStopwatch } from './support/stopwatch';

test('passages: a query over 100,000 annotations', async () => {
  const documents = size(5_000);
  const pure = await inEngine((page) =>
    page.evaluate(([many, repetitions]) => benchEngine.timePassages(many, repetitions), [
      documents,
      times(20),
    ] as const),
  );
  const userData = await largeProfile();
  const { page, close } = await drive({ userData });
  let taken: readonly number[] = [];
  let opening = 0;
  try {
    await page.getByRole('region', { name: 'Reader' }).waitFor({ timeout: 120_000 });
    await page
      .getByRole('listbox', { name: 'Documents' })
      .getByRole('option')
      .first()
      .waitFor({ timeout: 120_000 });
    const begun = performance.now();
    await page.keyboard.press('Alt+2');
    await page.getByRole('listbox', { name: 'Passages found' }).waitFor({ timeout: 120_000 });
    opening = performance.now() - begun;
    await installStopwatch(page);
    taken = await timeFilter(page, {
      ...{ field: 'Words in the passage', list: 'section[aria-label="Passages"] output', letter: 'q' },
      times: times(40),
    });
  } finally {
    await close();
  }
  const slowest = Object.entries(pure.queries).map(
    ([name, query]) => `${name} ${Math.round(median(query.taken) * 10) / 10} ms for ${query.found}`,
  );
  keepFigure({
    row: 'passages',
    what: `a letter typed to the new count painted, ${documents * 20} annotations, median`,
    unit: 'ms',
    value: median(taken),
    yardstick: { what: 'a plain filter over the annotations, for one code', value: median(pure.plain) },
    bar: '100 ms',
    reached: median(taken) <= 100,
    note: `${taken.length} times, ${spread(taken)} ms, p95 ${Math.round(quantile(taken, 0.95))}; first opening of the view, index built, ${Math.round(opening)} ms`,
  });
  keepFigure({
    row: 'passages',
    what: 'the slowest of five kinds of query in the index alone, median',
    unit: 'ms',
    value: Math.max(...Object.values(pure.queries).map((query) => median(query.taken))),
    yardstick: { what: 'a plain filter over the annotations, for one code', value: median(pure.plain) },
    bar: '50 ms',
    reached: Object.values(pure.queries).every((query) => median(query.taken) <= 50),
    note: `${slowest.join('; ')}; the table ${Math.round(median(pure.table))} ms; index built in ${Math.round(pure.build)} ms`,
  });
});
