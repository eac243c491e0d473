import { expect, test } from './harness-page';

test('a page holds 256 annotations; more make another, and emptied pages go', async ({
  harnessPage: page,
}) => {
  const result = await page.evaluate(async () => {
    const opened = await harness.open();
    const { committer, store } = opened.session;
    const [document_id = ''] = await harness.importFiles(opened, harness.files(1));
    const drafts = harness.annotations(document_id, 257);
    const sizes = async (): Promise<readonly (readonly [number, number])[]> =>
      (await store.database.pages.toArray()).map((row) => [row.number, row.annotations.length] as const);
    const remove = drafts.flatMap((draft) =>
      draft.kind === 'annotation.added'
        ? [
            {
              kind: 'annotation.removed' as const,
              data: { id: draft.data.annotation.id },
              before: { annotation: draft.data.annotation },
            },
          ]
        : [],
    );
    await committer.commit(drafts.slice(0, 256));
    const full = await sizes();
    await committer.commit(drafts.slice(256));
    const split = await sizes();
    await committer.commit(remove.slice(0, 256));
    const emptied = await sizes();
    await committer.commit(harness.annotations(document_id, 255));
    const filled = await sizes();
    await committer.commit(harness.annotations(document_id, 2));
    const again = await sizes();
    const counts = store.head.counts;
    const reopened = await harness.reopen(opened);
    return { full, split, emptied, filled, again, counts, recovery: reopened.session.recovery };
  });
  expect(result).toMatchObject({
    full: [[0, 256]],
    split: [
      [0, 256],
      [1, 1],
    ],
    emptied: [[1, 1]],
    filled: [[1, 256]],
    again: [
      [1, 256],
      [2, 2],
    ],
    counts: { annotation: 258, page: 2 },
    recovery: { kind: 'clean' },
  });
});

test('among 10,000 annotations of a document, one more coding reads no page and writes one', async ({
  harnessPage: page,
}) => {
  const result = await page.evaluate(async () => {
    const opened = await harness.open();
    const [document_id = ''] = await harness.importFiles(opened, harness.files(1));
    const drafts = harness.annotations(document_id, 10_000);
    await opened.session.committer.commit(drafts);
    const { session } = await harness.reopen(opened);
    const document = session.openDocument(document_id);
    await document.ready;
    const counted = harness.countPageAccess();
    const first = document.getSnapshot().annotations;
    const target = first[4_321];
    if (target === undefined) throw new Error('The document has its annotations');
    const times: number[] = [];
    const commit = async (...given: Parameters<typeof session.committer.commit>): Promise<void> => {
      const begun = performance.now();
      harness.must(await session.committer.commit(...given));
      times.push(performance.now() - begun);
    };
    const [coding] = harness.annotation(document_id, 0, ['code-2']).codings;
    if (coding === undefined) throw new Error('It was given a code');
    const data = { document_id, annotation_id: target.id, coding };
    await commit([{ kind: 'coding.added', data }]);
    const coded = { ...counted };
    await commit(harness.annotations(document_id, 1));
    const added = { reads: counted.reads - coded.reads, writes: counted.writes - coded.writes };
    const second = document.getSnapshot().annotations;
    const kept = second.filter((annotation) => first.includes(annotation)).length;
    document.close();
    const codings = second.find(({ id }) => id === target.id)?.codings.length;
    return { coded, added, codings, count: second.length, kept, times };
  });
  console.log(`one more coding among 10,000: ${result.times.map((time) => time.toFixed(1)).join(', ')} ms`);
  expect(result).toMatchObject({
    coded: { reads: 0, writes: 1 },
    added: { reads: 0, writes: 1 },
    codings: 2,
    count: 10_001,
    kept: 9_999,
  });
});

test('pages are read by what they hold: full ones fewer at a time than those of a few annotations', async ({
  harnessPage: page,
}) => {
  const result = await page.evaluate(async () => {
    const handed = async (count: number, documents: number): Promise<readonly number[]> => {
      const opened = await harness.open();
      for (const id of await harness.importFiles(opened, harness.files(documents)))
        harness.must(await opened.session.committer.commit(harness.annotations(id, count)));
      const visits: number[] = [];
      await harness.eachPage(
        opened.session.store.database,
        (rows) => {
          visits.push(rows.reduce((sum, { annotations }) => sum + annotations.length, 0));
        },
        1_000,
      );
      opened.session.close();
      return visits;
    };
    return { full: await handed(10_000, 1), sparse: await handed(20, 200) };
  });
  // Before their size is known eight pages are read: of full ones 2,048.
  expect(result.full[0]).toBe(2_048);
  expect(Math.max(...result.full.slice(1))).toBe(1_024);
  expect(result.full.reduce((sum, count) => sum + count)).toBe(10_000);
  expect(result.sparse).toEqual([160, 1_000, 1_000, 1_000, 840]);
});

test('one commit for 150 documents, of which a third have annotations already, leaves those in their pages', async ({
  harnessPage: page,
}) => {
  const seen = await page.evaluate(async () => {
    const opened = await harness.open({ keep: true });
    const ids = await harness.importFiles(opened, harness.files(150));
    for (const id of ids.filter((_, place) => place % 3 === 0)) {
      await opened.session.committer.commit(harness.annotations(id, 2));
    }
    // More documents than are remembered: most of those are read anew.
    const drafts = ids.flatMap((id) => harness.annotations(id, 3));
    const committed = await opened.session.committer.commit(drafts);
    const perDocument = ids.map(async (id) => {
      const rows = await opened.session.store.database.pages.where(':id').between([id], [id, []]).toArray();
      return rows.reduce((sum, { annotations }) => sum + annotations.length, 0);
    });
    const held = await Promise.all(perDocument);
    const before = JSON.stringify(await harness.contents(opened));
    const again = await harness.changeStore(opened, (database) => database.delete({ disableAutoOpen: true }));
    return {
      isApplied: committed.ok && committed.value.applied,
      wrong: held.filter((count, place) => count !== (place % 3 === 0 ? 5 : 3)).length,
      isSame: JSON.stringify(await harness.contents(again)) === before,
    };
  });
  expect(seen).toEqual({ isApplied: true, wrong: 0, isSame: true });
});
