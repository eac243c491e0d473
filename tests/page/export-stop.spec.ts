import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from './workbench-fixture';

/** At what an export may be stopped: what is held back until it is, and what the dialog says meanwhile. */
const moments = [
  { held: 'readTexts', says: /^Reading/ },
  { held: 'what the worker wrote', says: /^Writing/ },
] as const;

test.beforeEach(async ({ desk }) => {
  await desk.keys('d', 'd');
  await desk.code('legitimacy');
  await desk.saved();
});

test('an export that is stopped leaves no file and no word, and goes through the next time', async ({
  page,
}) => {
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

test('a project file ends where it was read, its journal too; what cannot be read is told of, and nothing is saved', async ({
  desk,
  page,
}) => {
  const dialog = page.getByRole('dialog', { name: 'Export' });
  const exportAs = async (format: string): Promise<void> => {
    await page.getByRole('button', { name: 'Export…' }).click();
    await dialog.getByText(format).click();
    await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  };
  const saved = () => page.evaluate(() => window.workbenchHarness.bridge.saved.length);
  await exportAs('Project file');
  await expect.poll(saved).toBe(1);
  await expect(dialog).toHaveCount(0);

  // The last export anew, which needs no dialog: coding goes on while its texts are read.
  const letGo = await page.evaluateHandle(() => {
    const gate = Promise.withResolvers<null>();
    const { bridge } = window.workbenchHarness;
    const read = bridge.readTexts.bind(bridge);
    const reached = Promise.withResolvers<null>();
    bridge.readTexts = async (hashes) => {
      reached.resolve(null);
      await gate.promise;
      return read(hashes);
    };
    return {
      reached: reached.promise,
      open: () => {
        bridge.readTexts = read;
        gate.resolve(null);
      },
    };
  });
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Export again');
  await page.keyboard.press('Enter');
  await letGo.evaluate(({ reached }) => reached);
  const head = () => page.evaluate(() => window.workbenchHarness.bridge.journal.head().seq);
  const before = await head();
  await desk.keys('d', '1');
  await desk.saved();
  expect(await head()).toBeGreaterThan(before);
  await letGo.evaluate(({ open }) => open());
  await expect.poll(saved).toBe(2);
  const bytes = await page.evaluate(() => {
    const content = window.workbenchHarness.bridge.saved.at(-1)?.files[0]?.content;
    return content instanceof Uint8Array ? [...content] : [];
  });
  const lines = strFromU8(unzipSync(new Uint8Array(bytes))['journal.jsonl'] ?? new Uint8Array())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as readonly { readonly seq: number }[]);
  expect(lines.at(-1)?.at(-1)?.seq).toBe(before);

  // Somebody took an imported file out of the project's folder.
  const putBack = await page.evaluateHandle(() => {
    const { bridge } = window.workbenchHarness;
    const read = bridge.readOriginals.bind(bridge);
    bridge.readOriginals = async (hashes) =>
      (await read(hashes)).map((one, at) => (at === 0 ? { ...one, bytes: null } : one));
    return () => {
      bridge.readOriginals = read;
    };
  });
  await exportAs('Project file');
  await expect(page.getByText(/ saved to .*1 original file is not in the project’s folder/)).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await putBack.evaluate((put) => put());

  // As of a file that is longer than the engine can hold.
  await page.evaluate(() => {
    const { bridge } = window.workbenchHarness;
    const read = bridge.readTexts.bind(bridge);
    bridge.readTexts = () => {
      bridge.readTexts = read;
      return Promise.reject(new RangeError('Invalid string length'));
    };
  });
  await exportAs('JSON Lines');
  await expect(page.getByRole('alert')).toContainText('.jsonl: the system reported an error');
  await expect(dialog).toHaveCount(0);
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await page.evaluate(() => {
    const error = { code: 'journal-damaged', detail: 'line 3' } as const;
    window.workbenchHarness.bridge.readCommits = () => Promise.resolve({ ok: false, error });
  });
  for (const format of ['Audit trail', 'Project file']) {
    await exportAs(format);
    await expect(page.getByRole('alert')).toContainText('journal is damaged (line 3)');
    await expect(dialog).toHaveCount(0);
    await page.getByRole('button', { name: 'Dismiss' }).click();
  }
  // As an injury leaves the store: the record of the project is gone.
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
  await exportAs('JSON Lines');
  await expect(page.getByRole('alert')).toContainText('the store is built anew when the project is opened');
  await expect(dialog).toHaveCount(0);
  expect(await saved()).toBe(3);
});

test('a task of a command line that fails is told of, and the next one is done', async ({ page }) => {
  await page.evaluate(() => {
    const { bridge } = window.workbenchHarness;
    bridge.readImport = () => Promise.reject(new Error('Nobody thought of this'));
    bridge.handOver({
      kind: 'tasks',
      tasks: [
        { kind: 'import', file: { token: 'a'.repeat(32), name: 'other.json', kind: 'file' } },
        {
          kind: 'export',
          target: { token: 'b'.repeat(32), name: 'all.json', kind: 'save' },
          ...{ format: 'json', words: {} },
        },
      ],
    });
  });
  await expect(page.getByRole('alert')).toContainText('other.json: the system reported an error');
  await expect.poll(() => page.evaluate(() => window.workbenchHarness.bridge.saved.length)).toBe(1);
});
