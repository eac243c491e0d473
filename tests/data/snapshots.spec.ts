import { expect, test } from './harness-page';

const injuries = [
  'none',
  'a record less',
  'not JSON',
  'of an unknown table',
  'ahead of the journal',
] as const;

for (const injury of injuries) {
  test(`a rebuild upon a snapshot (${injury}) gives what the whole journal gives`, async ({
    harnessPage: page,
  }) => {
    const result = await page.evaluate(async (name) => {
      const opened = await harness.open();
      const [document_id = '', other = ''] = await harness.importFiles(opened, harness.files(6));
      const { bridge, session } = opened;
      harness.must(await session.committer.commit(harness.annotations(document_id, 700)));
      await session.keeper.finish();
      const [snapshot] = bridge.snapshots;
      if (snapshot === undefined) throw new Error('No snapshot was taken');
      harness.must(await session.committer.commit(harness.annotations(other, 40)));
      const { undo } = session;
      harness.must((await undo.getSnapshot()?.undo()) ?? { ok: false, error: 'no coder' });
      harness.must(await session.committer.commit(harness.annotations(document_id, 5)));
      const before = JSON.stringify(await harness.contents(opened));
      const lines = bridge.journal.lines();
      const injured = {
        none: snapshot,
        'a record less': {
          ...snapshot,
          head: { ...snapshot.head, counts: { ...snapshot.head.counts, annotation: 701 } },
        },
        'not JSON': { ...snapshot, lines: snapshot.lines.slice(0, -20) },
        'of an unknown table': { ...snapshot, lines: `["ghost",[{"id":"x"}]]\n${snapshot.lines}` },
        'ahead of the journal': { ...snapshot, head: { ...snapshot.head, seq: 99_999 } },
      }[name];
      const rebuilt = async (snapshots: readonly (typeof snapshot)[]) => {
        const last = await harness.open({ lines });
        await last.session.store.database.meta.clear();
        last.session.close();
        const again = await harness.open({ lines, snapshots });
        const { recovery } = again.session;
        const same = JSON.stringify(await harness.contents(again)) === before;
        const set = [...again.bridge.quarantined];
        again.session.close();
        return { recovery, same, set };
      };
      session.close();
      return {
        with: await rebuilt([injured]),
        without: await rebuilt([]),
        seq: snapshot.head.seq,
        changes: bridge.journal.head().seq,
      };
    }, injury);
    const { changes, seq } = result;
    const plain = { kind: 'rebuilt', changes, reason: 'missing' };
    const told =
      injury === 'none'
        ? { ...plain, snapshot: seq }
        : { ...plain, passed_over: [expect.objectContaining({ code: 'snapshot-damaged' })] };
    expect(result.with).toEqual({ recovery: told, same: true, set: ['missing'] });
    expect(result.without).toEqual({ recovery: plain, same: true, set: ['missing'] });
  });
}

test('a snapshot is taken once for each change, at the end, and reading is given up when something is committed', async ({
  harnessPage: page,
}) => {
  const counts = await page.evaluate(async () => {
    const opened = await harness.open();
    const [document_id = ''] = await harness.importFiles(opened, harness.files(3));
    const { bridge, session } = opened;
    await session.keeper.finish();
    await session.keeper.finish();
    const first = bridge.snapshots.length;
    await session.committer.commit(harness.annotations(document_id, 30));
    const finishing = session.keeper.finish();
    await session.committer.commit(harness.annotations(document_id, 30));
    await finishing;
    await session.keeper.finish();
    const newest = bridge.snapshots.at(-1)?.head;
    return { first, seq: newest?.seq === bridge.journal.head().seq, counts: newest?.counts['annotation'] };
  });
  expect(counts).toEqual({ first: 1, seq: true, counts: 60 });
});

test('a snapshot is taken within five minutes of a change, also while work goes on, and none without a change', async ({
  harnessPage: page,
}) => {
  await page.clock.install();
  const begin = async () => {
    const opened = await harness.open();
    const [document_id = ''] = await harness.importFiles(opened, harness.files(3));
    await opened.session.keeper.finish();
    const coded = (): Promise<unknown> =>
      opened.session.committer.commit(harness.annotations(document_id, 2));
    const taken = (): readonly (number | undefined)[] =>
      opened.bridge.snapshots.map(({ head }) => head.counts['annotation']);
    Object.assign(window, { coded, taken });
  };
  await page.evaluate(begin);
  const code = () => page.evaluate(() => (Reflect.get(window, 'coded') as () => Promise<unknown>)());
  const taken = () => page.evaluate(() => (Reflect.get(window, 'taken') as () => readonly unknown[])());

  await page.clock.runFor(600_000);
  expect(await taken()).toHaveLength(1);
  await code();
  await page.clock.runFor(130_000);
  await expect.poll(taken).toEqual([0, 2]);
  // Somebody who codes without a rest gets one as well.
  for (let seconds = 0; seconds < 300; seconds += 2) {
    await code();
    await page.clock.runFor(2_000);
  }
  await expect.poll(async () => (await taken()).length).toBe(3);
});

test('a store that lost its end together with its account is found by what was noted outside of it', async ({
  harnessPage: page,
}) => {
  const found = await page.evaluate(async () => {
    const opened = await harness.open();
    const [document_id = ''] = await harness.importFiles(opened, harness.files(2));
    const { bridge, session } = opened;
    const { database } = session.store;
    const early = await database.meta.get('head');
    const pages = await database.pages.toArray();
    await session.committer.commit(harness.annotations(document_id, 20));
    await session.keeper.finish();
    const before = JSON.stringify(await harness.contents(opened));
    const account = bridge.notes.at(-1) ?? null;
    const late = await database.meta.get('head');
    const outcomes: unknown[] = [];
    for (const injure of ['rolled back', 'emptied'] as const) {
      const last = await harness.open({ lines: bridge.journal.lines() });
      const inner = last.session.store.database;
      const { epoch } = last.session.store.head;
      await inner.pages.clear();
      if (injure === 'rolled back') {
        await inner.pages.bulkPut(pages);
        if (early !== undefined) await inner.meta.put({ ...early, epoch });
      } else if (late !== undefined) {
        await inner.meta.put({ ...late, epoch, counts: { ...late.counts, annotation: 0, page: 0 } });
      }
      last.session.close();
      const store = account === null ? null : { ...account, epoch };
      const again = await harness.open({ lines: bridge.journal.lines(), store });
      const same = JSON.stringify(await harness.contents(again)) === before;
      outcomes.push({ recovery: again.session.recovery, same, set: again.bridge.quarantined });
      again.session.close();
    }
    return outcomes;
  });
  expect(found).toMatchObject([
    { recovery: { kind: 'rebuilt', reason: 'lost' }, same: true, set: ['lost'] },
    { recovery: { kind: 'rebuilt', reason: 'counts' }, same: true, set: ['counts'] },
  ]);
});

test('100,000 annotations are handed over without holding the window up', async ({ harnessPage: page }) => {
  test.slow();
  const measured = await page.evaluate(async () => {
    const opened = await harness.open();
    const ids = await harness.importFiles(opened, harness.files(100));
    for (const id of ids) harness.must(await opened.session.committer.commit(harness.annotations(id, 1_000)));
    let longest = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
    }, 4);
    const begun = performance.now();
    await opened.session.keeper.finish();
    clearInterval(timer);
    const took = performance.now() - begun;
    return { longest, took, written: opened.bridge.snapshots.length };
  });
  test.info().annotations.push({ type: 'measured', description: JSON.stringify(measured) });
  // Bars are ratios elsewhere; this one only tells a stall of the whole reading from its parts.
  expect(measured.longest).toBeLessThan(Math.max(250, measured.took / 2));
});
