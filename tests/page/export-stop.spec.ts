import { expect, test } from './workbench-fixture';

/** At what an export may be stopped: what is held back until it is, and what the dialog says meanwhile. */
const moments = [
  { held: 'readTexts', says: /^Reading/ },
  { held: 'what the worker wrote', says: /^Writing/ },
] as const;

test('an export that is stopped leaves no file and no word, and goes through the next time', async ({
  desk,
  page,
}) => {
  await desk.keys('d', 'd');
  await desk.code('legitimacy');
  await desk.saved();
  const saved = () => page.evaluate(() => window.workbenchHarness.bridge.saved.length);
  const dialog = page.getByRole('dialog', { name: 'Export' });
  for (const { held, says } of moments) {
    const letGo = await page.evaluateHandle((what) => {
      const gate = Promise.withResolvers<null>();
      const { bridge } = window.workbenchHarness;
      const read = bridge.readTexts.bind(bridge);
      const addEventListener = Reflect.get(Worker.prototype, 'addEventListener') as (
        this: Worker,
        ...given: readonly unknown[]
      ) => void;
      if (what === 'readTexts')
        bridge.readTexts = async (hashes) => {
          await gate.promise;
          return read(hashes);
        };
      else
        Worker.prototype.addEventListener = function (this: Worker, type: string, listener: unknown) {
          const hear = listener as (event: Event) => void;
          addEventListener.call(this, type, (event: Event) => {
            const { data } = event as MessageEvent<{ readonly kind: string } | undefined>;
            if (data?.kind === 'done') void gate.promise.then(() => hear(event));
            else hear(event);
          });
        };
      return () => {
        bridge.readTexts = read;
        Worker.prototype.addEventListener = addEventListener;
        gate.resolve(null);
      };
    }, held);
    await page.getByRole('button', { name: 'Export…' }).click();
    await dialog.getByText('JSON Lines').click();
    await dialog.getByRole('button', { name: 'Export', exact: true }).click();
    await expect(dialog.getByRole('status', { name: 'Progress of the export' })).toHaveText(says);
    await dialog.getByRole('button', { name: 'Stop' }).click();
    await expect(dialog).toHaveCount(0);
    await letGo.evaluate((open) => open());
  }
  await page.getByRole('button', { name: 'Export…' }).click();
  await dialog.getByText('JSON Lines').click();
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(page.getByText(/^1 annotation saved to /)).toBeVisible();
  // One file: neither of those that were stopped came after all.
  expect(await saved()).toBe(1);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a store that cannot be read is told of, and nothing is saved', async ({ desk, page }) => {
  await desk.keys('d', 'd');
  await desk.code('legitimacy');
  await desk.saved();
  // As an injury leaves it: the record of the project is gone.
  await page.evaluate(async () => {
    const opening = indexedDB.open('framewright');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(new Error('The store does not open'));
    });
    const clearing = database.transaction('project', 'readwrite');
    clearing.objectStore('project').clear();
    await new Promise((resolve) => (clearing.oncomplete = resolve));
    database.close();
  });
  await page.getByRole('button', { name: 'Export…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByText('JSON Lines').click();
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('.jsonl');
  await expect(dialog).toHaveCount(0);
  expect(await page.evaluate(() => window.workbenchHarness.bridge.saved.length)).toBe(0);
});
