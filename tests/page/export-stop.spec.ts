import { expect, test } from './workbench-fixture';

/** At what an export may be stopped: what is held back until it is, and what the dialog says meanwhile. */
const moments = [
  { held: 'readTexts', says: /^Reading/ },
  { held: 'worker', says: /^Writing/ },
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
      const post = Reflect.get(Worker.prototype, 'postMessage') as (this: Worker, message: unknown) => void;
      if (what === 'readTexts')
        bridge.readTexts = async (hashes) => {
          await gate.promise;
          return read(hashes);
        };
      else
        Worker.prototype.postMessage = function (message: unknown) {
          void gate.promise.then(() => post.call(this, message));
        };
      return () => {
        bridge.readTexts = read;
        Worker.prototype.postMessage = post;
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
