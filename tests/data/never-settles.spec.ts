import type { Page } from '@playwright/test';
import { expect, test } from './harness-page';

type Request = readonly [table: string, method: 'get' | 'getAll' | 'count' | 'put'];

/** Requests that an opening makes, the last two only where the store is behind the journal. */
const opening: readonly Request[] = [
  ['meta', 'get'],
  ['documents', 'count'],
  ['tallies', 'getAll'],
  ['documents', 'getAll'],
  ['codes', 'getAll'],
  ['pages', 'getAll'],
  ['pages', 'put'],
];

/** What is wrong with the store: a request that never settles, or a table of which nothing can be read. */
interface Fault {
  readonly silent: Request | null;
  readonly unreadable: string | null;
}

/** Opens a project again whose store has a fault; answers what it took, and whether all is there. */
async function afterOpening(page: Page, fault: Fault): Promise<{ recovery: unknown; same: boolean }> {
  return page.evaluate(async ({ silent, unreadable }) => {
    const opened = await harness.open();
    const [document_id = ''] = await harness.importFiles(opened, harness.files(4));
    const { committer, store } = opened.session;
    await committer.commit(harness.annotations(document_id, 300));
    const early = await store.database.meta.get('head');
    const earlyPages = await store.database.pages.toArray();
    await committer.commit(harness.annotations(document_id, 3));
    const before = JSON.stringify(await harness.contents(opened));
    if (silent?.[0] === 'pages' && early !== undefined) {
      await store.database.pages.clear();
      await store.database.pages.bulkPut(earlyPages);
      await store.database.meta.put(early);
    }
    opened.session.close();
    const timers = harness.holdLongTimers();
    const silence = silent === null ? null : harness.silence(...silent);
    if (unreadable !== null) harness.breakReads(unreadable);
    const opening = harness.open({
      lines: opened.bridge.journal.lines(),
      // The broken store is set aside: the one that is made instead can be read.
      onCall: (call) => {
        if (call === 'quarantineStore') harness.mendReads();
      },
    });
    await silence?.asked;
    // What waits for the answer has set its timer by then.
    if (silence !== null) setTimeout(timers.late);
    const again = await opening;
    const same = JSON.stringify(await harness.contents(again)) === before;
    return { recovery: again.session.recovery, same };
  }, fault);
}

const rebuilt = expect.objectContaining({ kind: 'rebuilt', reason: 'unreadable' });

for (const silent of opening) {
  test(`a project opens although ${silent.join('.')} never settles`, async ({ harnessPage: page }) => {
    const opened = await afterOpening(page, { silent, unreadable: null });
    expect(opened).toEqual({ recovery: rebuilt, same: true });
  });
}

for (const unreadable of ['documents', 'codes', 'tallies']) {
  test(`a project opens although its ${unreadable} cannot be read`, async ({ harnessPage: page }) => {
    const opened = await afterOpening(page, { silent: null, unreadable });
    expect(opened).toEqual({ recovery: rebuilt, same: true });
  });
}

test('a document of which a read never settles says so, and opens when it is asked for again', async ({
  harnessPage: page,
}) => {
  const seen = await page.evaluate(async () => {
    const opened = await harness.open();
    const [document_id = ''] = await harness.importFiles(opened, harness.files(1));
    const timers = harness.holdLongTimers();
    const silence = harness.silence('structures', 'get');
    const first = opened.session.openDocument(document_id);
    await silence.asked;
    setTimeout(timers.late);
    await first.ready;
    const second = opened.session.openDocument(document_id);
    await second.ready;
    const { state, problem } = first.getSnapshot();
    return { first: [state, problem?.code], second: second.getSnapshot().state };
  });
  expect(seen).toEqual({ first: ['failed', 'io'], second: 'open' });
});

test('a coding whose store never settles is in the journal, is told, and is in the store after the next', async ({
  harnessPage: page,
}) => {
  const seen = await page.evaluate(async () => {
    const opened = await harness.open();
    const [document_id = ''] = await harness.importFiles(opened, harness.files(1));
    const { committer, store } = opened.session;
    const timers = harness.holdLongTimers();
    const silence = harness.silence('pages', 'put');
    const coding = committer.commit(harness.annotations(document_id, 1));
    await silence.asked;
    setTimeout(timers.late);
    const outcome = await coding;
    await committer.commit(harness.annotations(document_id, 1));
    const rows = await store.database.pages.toArray();
    return {
      isAccepted: outcome.ok,
      state: committer.saving.getSnapshot().state,
      annotations: rows.flatMap(({ annotations }) => annotations).length,
      isLevel: store.head.applied_seq === committer.head().seq,
    };
  });
  expect(seen).toEqual({ isAccepted: true, state: 'saved', annotations: 2, isLevel: true });
});
