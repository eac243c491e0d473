import type { Page } from '@playwright/test';
import { expect, test } from './harness-page';

/** Injures the store of a small project and opens it again; answers what it took and whether all is there. */
async function afterInjury(page: Page, injury: string): Promise<{ recovery: unknown; same: boolean }> {
  return page.evaluate(async (name) => {
    const opened = await harness.open();
    const [document_id = ''] = await harness.importFiles(opened, harness.files(4));
    const { committer } = opened.session;
    await committer.commit(harness.annotations(document_id, 300));
    const early = await opened.session.store.database.meta.get('head');
    const earlyPages = await opened.session.store.database.pages.toArray();
    await committer.commit(harness.annotations(document_id, 3));
    await committer.commit([
      {
        kind: 'project.set',
        data: { id: opened.session.startup.project.id, fields: { name: 'Renamed' } },
        before: { fields: {} },
      },
    ]);
    const before = await harness.contents(opened);
    const injuries: Record<string, Parameters<typeof harness.changeStore>[1]> = {
      none: () => Promise.resolve(),
      'rolled back': async (database) => {
        await database.pages.clear();
        await database.pages.bulkPut(earlyPages);
        await database.plain.project.update(opened.session.startup.project.id, { name: 'Test project' });
        if (early !== undefined) await database.meta.put(early);
      },
      'rolled back to another journal': async (database) => {
        if (early !== undefined) await database.meta.put({ ...early, last_change: 'somebody-elses' });
      },
      deleted: (database) => database.delete({ disableAutoOpen: true }),
      'without its account': (database) => database.meta.clear(),
      'with a document lost': (database) => database.plain.document.delete(document_id),
      'with a code too many': (database) =>
        database.plain.actor.put({ id: 'ghost', name: 'Ghost', kind: 'state', aliases: [] }),
      'with a count lost': (database) => database.tallies.clear(),
      'with another count': (database) => database.tallies.update(document_id, { annotations: 1 }),
      'of another journal': (database) => database.meta.update('head', { chain: 'feedbeef' }),
      ahead: (database) => database.meta.update('head', { applied_seq: 99_999 }),
    };
    const injure = injuries[name];
    if (injure === undefined) throw new Error(name);
    const again = await harness.changeStore(opened, injure);
    const after = await harness.contents(again);
    const third = await harness.reopen(again);
    if (third.session.recovery.kind !== 'clean') throw new Error('The second opening is not clean');
    const tally = third.session.lists.tally.getSnapshot();
    if (tally.passages.get(document_id) !== 303) throw new Error('The count is wrong');
    return { recovery: again.session.recovery, same: JSON.stringify(after) === JSON.stringify(before) };
  }, injury);
}

const rebuilt = (reason: string) => ({ kind: 'rebuilt', changes: 311, reason });
const cases: readonly (readonly [string, object])[] = [
  ['none', { kind: 'clean' }],
  ['rolled back', { kind: 'replayed', changes: 4 }],
  ['rolled back to another journal', rebuilt('different')],
  ['deleted', rebuilt('missing')],
  ['without its account', rebuilt('missing')],
  ['with a document lost', rebuilt('counts')],
  ['with a code too many', rebuilt('counts')],
  ['with a count lost', rebuilt('counts')],
  ['with another count', rebuilt('counts')],
  ['of another journal', rebuilt('different')],
  ['ahead', rebuilt('ahead')],
];

for (const [injury, recovery] of cases) {
  test(`a store ${injury} comes back whole`, async ({ harnessPage: page }) => {
    expect(await afterInjury(page, injury)).toEqual({ recovery, same: true });
  });
}

test('a journal read line by line gives what one reading gives', async ({ harnessPage: page }) => {
  const result = await page.evaluate(async () => {
    const opened = await harness.open();
    const [document_id = ''] = await harness.importFiles(opened, harness.files(3));
    for (let n = 0; n < 12; n += 1) {
      harness.must(await opened.session.committer.commit(harness.annotations(document_id, 1 + n)));
    }
    const before = JSON.stringify(await harness.contents(opened));
    const { database } = opened.session.store;
    await database.meta.clear();
    opened.session.close();
    const again = await harness.open({ lines: opened.bridge.journal.lines(), journalAtOnce: 1 });
    return {
      kind: again.session.recovery.kind,
      same: JSON.stringify(await harness.contents(again)) === before,
    };
  });
  expect(result).toEqual({ kind: 'rebuilt', same: true });
});

test('a journal with a gap is a problem, never half a project', async ({ harnessPage: page }) => {
  const result = await page.evaluate(async () => {
    const opened = await harness.open();
    const [document_id = ''] = await harness.importFiles(opened, harness.files(2));
    await opened.session.committer.commit(harness.annotations(document_id, 2));
    const { bridge, session } = opened;
    await session.store.database.meta.clear();
    session.close();
    const lines = bridge.journal.lines();
    try {
      await harness.open({ lines: [...lines.slice(0, 1), ...lines.slice(2)] });
      return 'opened';
    } catch (error) {
      return String(error);
    }
  });
  expect(result).toContain('journal-damaged');
});
