import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumPath } from '../support/chromium';
import { expect, test } from './harness-page';

/** Figures to look at, on a profile that lies on disk; nothing here depends on the machine's speed. */
test('a thousand documents with 20,000 annotations are written, opened again and rebuilt', async ({
  playwright,
  served,
}) => {
  test.setTimeout(180_000);
  const profile = mkdtempSync(join(tmpdir(), 'framewright-data-'));
  const context = await playwright.chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const page = await context.newPage();
    await page.goto(served.url);
    await page.waitForFunction(() => 'harness' in globalThis);
    const times = await page.evaluate(async () => {
      const opened = await harness.open();
      const taken: Record<string, number> = {};
      const timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
        const begun = performance.now();
        const value = await work();
        taken[name] = Math.round(performance.now() - begun);
        return value;
      };
      const ids = await timed('import 1,000 documents', () =>
        harness.importFiles(opened, harness.files(1_000, 40)),
      );
      await timed('commit 20,000 annotations, a document a commit', async () => {
        for (const id of ids)
          harness.must(await opened.session.committer.commit(harness.annotations(id, 20)));
      });
      const again = await timed('open again', () => harness.reopen(opened));
      if (again.session.recovery.kind !== 'clean') throw new Error('Not clean');
      await timed('snapshot', () => harness.contents(again));
      const first = again.session.lists.documents.getSnapshot()[500];
      await timed('open one document', async () => {
        const document = again.session.openDocument(first?.id ?? '');
        await document.ready;
      });
      const durable: number[] = [];
      for (let n = 0; n < 100; n += 1) {
        const begun = performance.now();
        await again.session.committer.commit(harness.annotations(first?.id ?? '', 1));
        durable.push(performance.now() - begun);
      }
      durable.sort((one, other) => one - other);
      taken['one coding, median of 100 (0.1 ms)'] = Math.round((durable[50] ?? 0) * 10);
      taken['one coding, p95 of 100 (0.1 ms)'] = Math.round((durable[95] ?? 0) * 10);
      await again.session.store.database.meta.clear();
      const rebuilt = await timed('rebuild from the journal', () => harness.reopen(again));
      if (rebuilt.session.recovery.kind !== 'rebuilt') throw new Error('Not rebuilt');
      return taken;
    });
    for (const [name, time] of Object.entries(times)) console.log(`${name}: ${time}`);
    expect(Object.keys(times)).toHaveLength(8);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
});
