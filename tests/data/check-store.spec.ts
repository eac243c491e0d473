import type { Page } from '@playwright/test';
import { expect, test } from './harness-page';

/** Injures the store of an open project, and tells what the check found and what the next opening made of it. */
async function afterInjury(page: Page, injury: string): Promise<unknown> {
  return page.evaluate(async (name) => {
    const opened = await harness.open();
    const ids = await harness.importFiles(opened, harness.files(70));
    const [document_id = '', other = ''] = ids;
    const { committer, store } = opened.session;
    for (const id of ids) harness.must(await committer.commit(harness.annotations(id, 20)));
    harness.must(await committer.commit(harness.annotations(document_id, 300)));
    const before = JSON.stringify(await harness.contents(opened));
    const { pages, tallies } = store.database;
    const injuries: Record<string, () => Promise<unknown>> = {
      none: () => Promise.resolve(),
      'an annotation less on a page': async () => {
        const row = await pages.get([document_id, 0]);
        if (row !== undefined) await pages.put({ ...row, annotations: row.annotations.slice(1) });
      },
      'another code on a page': async () => {
        const row = await pages.get([other, 0]);
        const [first, ...rest] = row?.annotations ?? [];
        if (row === undefined || first === undefined) throw new Error('It has annotations');
        const codings = first.codings.map((coding) => ({ ...coding, code_id: 'code-9' }));
        await pages.put({ ...row, annotations: [{ ...first, codings }, ...rest] });
      },
      'a page of the last document away': async () => {
        const [last] = await pages.orderBy(':id').reverse().limit(1).toArray();
        if (last !== undefined) await pages.delete([last.document_id, last.number]);
      },
      'a page of no document': () => pages.put({ document_id: 'zzz', number: 0, annotations: [] }),
      'annotations of a document without a row': () =>
        pages.put({
          document_id: 'zzz',
          number: 0,
          annotations: [harness.annotation('zzz', 0, ['code-1'])],
        }),
      'another count in a row': () => tallies.update(other, { passages: 7 }),
      'pages that cannot be read': () => {
        harness.breakReads('pages');
        return Promise.resolve();
      },
    };
    await injuries[name]?.();
    const found = await harness.checkStore(store.database, () => Promise.resolve('go-on'));
    harness.mendReads();
    if (found !== null) await store.database.doubts.put(found);
    const again = await harness.reopen(opened);
    const same = JSON.stringify(await harness.contents(again)) === before;
    const third = await harness.reopen(again);
    return {
      found: found?.reason ?? null,
      recovery: again.session.recovery,
      same,
      third: third.session.recovery,
    };
  }, injury);
}

const sound = { found: null, recovery: { kind: 'clean' }, same: true, third: { kind: 'clean' } };
const doubted = (reason: string) => ({
  found: reason,
  recovery: expect.objectContaining({ kind: 'rebuilt', reason }),
  same: true,
  third: { kind: 'clean' },
});
const cases: readonly (readonly [string, object])[] = [
  ['none', sound],
  ['an annotation less on a page', doubted('counts')],
  ['another code on a page', doubted('counts')],
  ['a page of the last document away', doubted('counts')],
  // Without annotations it adds nothing to any count; that there is a page too many is found when the store is opened.
  ['a page of no document', { ...doubted('counts'), found: null }],
  ['annotations of a document without a row', doubted('counts')],
  ['another count in a row', doubted('counts')],
  ['pages that cannot be read', doubted('unreadable')],
];

for (const [injury, expected] of cases) {
  test(`the check of an open store finds ${injury}, and the next opening mends it`, async ({
    harnessPage: page,
  }) => {
    expect(await afterInjury(page, injury)).toEqual(expected);
  });
}

test('whatever is committed, undone and caught up, the counts of the store are those of its pages', async ({
  harnessPage: page,
}) => {
  const wrong = await page.evaluate(async () => {
    let opened = await harness.open();
    const ids = await harness.importFiles(opened, harness.files(3));
    let seed = 7;
    const below = (limit: number): number => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      return Math.floor((seed / 2 ** 32) * limit);
    };
    for (let n = 0; n < 60; n += 1) {
      const { session } = opened;
      const document_id = ids[below(ids.length)] ?? '';
      const document = session.openDocument(document_id);
      await document.ready;
      const { annotations } = document.getSnapshot();
      document.close();
      const annotation = annotations[below(annotations.length)];
      const [coding] = harness.annotation(document_id, 0, [`code-${below(3)}`]).codings;
      const step = below(6);
      if (step === 0 || annotation === undefined || coding === undefined) {
        harness.must(await session.committer.commit(harness.annotations(document_id, 1 + below(400))));
      } else if (step === 1) {
        const drafts = annotations.map((each) => ({
          kind: 'annotation.removed' as const,
          data: { id: each.id },
          before: { annotation: each },
        }));
        harness.must(await session.committer.commit(drafts));
      } else if (step === 2) {
        const data = { document_id, annotation_id: annotation.id, coding };
        harness.must(await session.committer.commit([{ kind: 'coding.added', data }]));
      } else if (step === 3) {
        await session.undo.getSnapshot()?.undo();
      } else if (step === 4) {
        // The journal holds a commit that the store does not: it is caught up at the next opening.
        const head = await session.store.database.meta.get('head');
        const pages = await session.store.database.pages.toArray();
        const tallies = await session.store.database.tallies.toArray();
        harness.must(await session.committer.commit(harness.annotations(document_id, 2)));
        opened = await harness.changeStore(opened, async (database) => {
          await database.pages.clear();
          await database.pages.bulkPut(pages);
          await database.tallies.clear();
          await database.tallies.bulkPut(tallies);
          if (head !== undefined) await database.meta.put(head);
        });
      } else opened = await harness.reopen(opened);
      const { database } = opened.session.store;
      const found = await harness.checkStore(database, () => Promise.resolve('go-on'));
      const shown = opened.session.lists.tally.getSnapshot();
      const stored = await database.tallies.toArray();
      const sum = stored.reduce((all, { annotations: own }) => all + own, 0);
      if (found !== null || shown.annotations !== sum)
        return { n, step, found, shown: shown.annotations, sum };
    }
    return null;
  });
  expect(wrong).toBeNull();
});

for (const [name, version] of [
  ['without counts, by its first version', 'first'],
  ['without counts, by the first version after this one had written it', 'first-again'],
] as const) {
  test(`a store last written ${name}, is opened as it is and counted`, async ({ harnessPage: page }) => {
    const result = await page.evaluate(async (which) => {
      const opened = await harness.open();
      const [document_id = '', other = ''] = await harness.importFiles(opened, harness.files(3));
      const { committer } = opened.session;
      harness.must(await committer.commit(harness.annotations(document_id, 300)));
      const early = await opened.session.store.database.tallies.toArray();
      const earlySeq = opened.session.store.head.applied_seq;
      harness.must(await committer.commit(harness.annotations(other, 4)));
      const before = opened.session.lists.tally.getSnapshot();
      const contents = JSON.stringify(await harness.contents(opened));
      const rows = await harness.allRows(opened);
      opened.session.close();
      await (which === 'first'
        ? harness.writeFirstVersion(rows)
        : harness.inStore(async (database) => {
            await database.tallies.clear();
            await database.tallies.bulkPut(early);
            await database.meta.update('head', { tallied_seq: earlySeq });
          }));
      const again = await harness.open({ lines: opened.bridge.journal.lines() });
      const found = await harness.checkStore(again.session.store.database, () => Promise.resolve('go-on'));
      const after = again.session.lists.tally.getSnapshot();
      const third = await harness.reopen(again);
      return {
        recoveries: [again.session.recovery, third.session.recovery],
        found,
        same: JSON.stringify(await harness.contents(third)) === contents,
        counts: [before, after, third.session.lists.tally.getSnapshot()].map(({ annotations, passages }) => [
          annotations,
          passages.get(document_id),
          passages.get(other),
        ]),
      };
    }, version);
    expect(result).toEqual({
      recoveries: [{ kind: 'clean' }, { kind: 'clean' }],
      ...{ found: null, same: true },
      counts: Array.from({ length: 3 }, () => [304, 300, 4]),
    });
  });
}

test('an open store is checked while nobody works, and what is wrong is told', async ({
  harnessPage: page,
}) => {
  const result = await page.evaluate(async () => {
    const opened = await harness.open();
    const [document_id = ''] = await harness.importFiles(opened, harness.files(2));
    const { session } = opened;
    harness.must(await session.committer.commit(harness.annotations(document_id, 3)));
    await session.store.database.tallies.update(document_id, { passages: 9 });
    const told = new Promise((resolve) => {
      session.watch.problem.subscribe(() => resolve(session.watch.problem.getSnapshot()));
    });
    const problem = await told;
    const doubt = await session.store.database.doubts.get('doubt');
    return { problem, doubt: doubt?.reason };
  });
  expect(result).toEqual({
    problem: { code: 'store-doubted', detail: expect.stringContaining('document ') },
    doubt: 'counts',
  });
});
