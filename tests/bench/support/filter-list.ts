import type { Page } from '@playwright/test';
import { keepFigure, median, quantile, spread } from './figures';
import { timeKey } from './stopwatch';

/**
 * Milliseconds from a key in a field to other words in what `list` finds painted, each time: a letter is typed and
 * taken away again. The stopwatch must be installed.
 */
export async function timeFilter(
  page: Page,
  { field, list, letter, times }: { field: string; list: string; letter: string; times: number },
): Promise<readonly number[]> {
  const taken: number[] = [];
  await page.getByRole('searchbox', { name: field }).focus();
  for (let n = 0; n < times; n += 1) {
    const before = (await page.locator(list).first().textContent()) ?? '';
    const shown = { kind: 'changed', selector: list, before } as const;
    taken.push((await timeKey(page, n % 2 === 0 ? letter : 'Backspace', shown)).painted);
    await page.waitForTimeout(150);
  }
  return taken;
}

/** `what`: the things in the list, with their number. */
export function keepFilterFigure(row: string, what: string, taken: readonly number[]): void {
  keepFigure({
    ...{ row, what: `a letter in the filter of ${what} to the list painted, median`, unit: 'ms' },
    value: median(taken),
    yardstick: null,
    bar: '50 ms',
    reached: median(taken) <= 50,
    note: `${taken.length} times, ${spread(taken)} ms, p95 ${Math.round(quantile(taken, 0.95))}`,
  });
}
