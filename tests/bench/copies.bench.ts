import { test } from '@playwright/test';
import { keepFigure, median, size, spread, times } from './support/figures';
import { inEngine } from './support/in-engine';

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
