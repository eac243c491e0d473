import type { Page } from '@playwright/test';
import { timeKey } from './stopwatch';

/**
 * Milliseconds from a key in a filter to its list painted anew, each time: a letter is typed and taken away again. The
 * stopwatch must be installed.
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
