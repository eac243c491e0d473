import { expect, type Page, test } from '@playwright/test';
import type {} from '../data/harness/harness';
import { launchPlainWindow } from '../support/launch';
import { servePage } from '../support/serve-folder';

/** Runs `work` on the harness of tests/data in Electron's own engine. */
async function inElectron(work: (page: Page) => Promise<void>): Promise<void> {
  const served = await servePage('tests/data/harness');
  const { window, close } = await launchPlainWindow(served.url);
  try {
    await window.waitForFunction(() => 'harness' in globalThis);
    await work(window);
  } finally {
    await close();
    await served.close();
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
