import { expect, test } from '@playwright/test';
import { giveBack, memoryAtRest } from '@renderer/workers/memory-at-rest';

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

test('memory is given back once, after the last thing that came', async () => {
  let given = 0;
  const taken = memoryAtRest(() => {
    given += 1;
  });
  for (let n = 0; n < 5; n += 1) {
    taken();
    expect(given).toBe(0);
  }
  await expect.poll(() => given).toBe(1);
  await wait(600);
  expect(given).toBe(1);
});

test('the collector is asked for all there is, and nothing happens without one', () => {
  const given: unknown[] = [];
  // Within one turn: whoever else is at rest in this process would call it too.
  Object.assign(globalThis, { gc: (options: unknown) => given.push(options) });
  giveBack();
  Reflect.deleteProperty(globalThis, 'gc');
  giveBack();
  expect(given).toEqual([{ type: 'major', flavor: 'last-resort' }]);
});
