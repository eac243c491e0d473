import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { _electron, expect, type Page, test } from '@playwright/test';
import type {} from '../data/harness/harness';
import { servePage } from '../support/serve-folder';
import {
  machineArguments,
  profileFolder,
  requireElectron,
  testEnvironment,
} from '../support/workbench-process';

/** As in support/launch.ts: always passed by hand, since Playwright does so only where it found Electron itself. */
const loader = join(
  dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')),
  'lib/server/electron/loader.js',
);

/** Runs `work` on the harness of tests/data in Electron's own engine. */
async function inElectron(work: (page: Page) => Promise<void>): Promise<void> {
  const electron = requireElectron();
  const served = await servePage('tests/data/harness');
  const profile = profileFolder(undefined);
  const app = await _electron.launch({
    executablePath: electron.path,
    args: [
      ...['-r', loader, join(import.meta.dirname, '../support/plain-window')],
      ...[`--user-data-dir=${profile.path}`, ...machineArguments({ sandboxed: false })],
    ],
    env: { ...testEnvironment(), PLAIN_WINDOW_URL: served.url },
  });
  try {
    const page = await app.firstWindow();
    await page.waitForFunction(() => 'harness' in globalThis);
    await work(page);
  } finally {
    await app.close();
    await served.close();
    profile.remove();
  }
}

test('the store commits, reopens, rebuilds and undoes in Electron as in Chromium', async () => {
  await inElectron(async (page) => {
    const result = await page.evaluate(async () => {
      const opened = await harness.open();
      const [document_id = ''] = await harness.importFiles(opened, harness.files(120));
      harness.must(await opened.session.committer.commit(harness.annotations(document_id, 300)));
      const before = JSON.stringify(await harness.contents(opened));
      const second = await harness.reopen(opened);
      const clean = second.session.recovery;
      const third = await harness.changeStore(second, (database) => database.meta.clear());
      const rebuilt = third.session.recovery.kind;
      const same = JSON.stringify(await harness.contents(third)) === before;
      const undo = third.session.undo.getSnapshot();
      const first = harness.must((await undo?.undo()) ?? { ok: false, error: 'no coder' });
      const next = harness.must((await undo?.undo()) ?? { ok: false, error: 'no coder' });
      const left = third.session.lists.documents.getSnapshot().length;
      return { clean, rebuilt, same, labels: [first?.label, next?.label], left };
    });
    expect(result).toEqual({
      ...{ clean: { kind: 'clean' }, rebuilt: 'rebuilt', same: true, left: 0 },
      labels: [
        { kind: 'annotation.added', count: 300, code_id: 'code-1' },
        { kind: 'document.added', count: 120 },
      ],
    });
  });
});
