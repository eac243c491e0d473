import { expect, test } from '@playwright/test';
import { memoryAtRest } from '@renderer/workers/memory-at-rest';

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

test('memory is given back once, after the last thing that came, and nothing happens without a collector', async () => {
  const given: unknown[] = [];
  Object.assign(globalThis, { gc: (options: unknown) => given.push(options) });
  const taken = memoryAtRest();
  for (let n = 0; n < 5; n += 1) {
    taken();
    await wait(20);
    expect(given).toEqual([]);
  }
  await expect.poll(() => given).toEqual([{ type: 'major', flavor: 'last-resort' }]);
  Reflect.deleteProperty(globalThis, 'gc');
  taken();
  await wait(600);
  expect(given).toHaveLength(1);
});
