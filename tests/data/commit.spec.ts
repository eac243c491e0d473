import { expect, test } from './harness-page';

test('what was committed is there after a reload of the page', async ({ harnessPage: page }) => {
  const before = await page.evaluate(async () => {
    const opened = await harness.open({ keep: true });
    const [document_id = ''] = await harness.importFiles(opened, harness.files(3));
    await opened.session.committer.commit(harness.annotations(document_id, 5));
    return harness.contents(opened);
  });
  await page.reload();
  await page.waitForFunction(() => 'harness' in globalThis);
  const after = await page.evaluate(async () => {
    const opened = await harness.open({ keep: true });
    return { recovery: opened.session.recovery, contents: await harness.contents(opened) };
  });
  expect(after.recovery).toEqual({ kind: 'clean' });
  expect(after.contents).toEqual(before);
});

test('a commit of very many changes is one line, one step, and what the journal gives back', async ({
  harnessPage: page,
}) => {
  const seen = await page.evaluate(async () => {
    const calls: string[] = [];
    const opened = await harness.open({ onCall: (call) => calls.push(call) });
    const { bridge, session } = opened;
    const [document_id = ''] = await harness.importFiles(opened, harness.files(1));
    const from = session.committer.head().seq + 1;
    const committed = await session.committer.commit(harness.annotations(document_id, 6_000));
    const parts = calls.filter((call) => call === 'holdCommit').length;
    const read = await bridge.readCommits(from, session.committer.head().seq);
    const unknown = { kind: 'annotation.added', data: { annotation: null } };
    const drafts = harness.annotations(document_id, 600);
    const refused = await session.committer.commit([
      ...drafts,
      unknown as unknown as (typeof drafts)[number],
    ]);
    const before = JSON.stringify(await harness.contents(opened));
    const again = await harness.changeStore(opened, (database) => database.delete({ disableAutoOpen: true }));
    return {
      isInParts: parts > 0,
      changes: committed.ok ? committed.value.changes.length : committed.error,
      lines: read.ok ? read.value.map((line) => (JSON.parse(line) as unknown[]).length) : read.error,
      refused: refused.ok ? null : refused.error.code,
      isSame: JSON.stringify(await harness.contents(again)) === before,
    };
  });
  expect(seen).toEqual({
    ...{ isInParts: true, changes: 6_000, lines: [6_000], refused: 'invalid-request', isSame: true },
  });
});

test('a commit of very many changes needs no timer while the window is hidden: its timers are slowed to one a minute', async ({
  harnessPage: page,
}) => {
  const count = await page.evaluate(async () => {
    const opened = await harness.open();
    const [document_id = ''] = await harness.importFiles(opened, harness.files(1));
    Object.defineProperty(document, 'hidden', { value: true });
    Object.defineProperty(window, 'setTimeout', { value: () => 0 });
    const committed = await opened.session.committer.commit(harness.annotations(document_id, 1_200));
    return committed.ok ? committed.value.changes.length : 0;
  });
  expect(count).toBe(1_200);
});

test('"saved" is never shown before the journal has answered and the transaction is complete', async ({
  harnessPage: page,
}) => {
  const seen = await page.evaluate(async () => {
    const log: string[] = [];
    // A method of IDBDatabase, called as it was.
    const transaction = Reflect.get(IDBDatabase.prototype, 'transaction') as (
      ...given: unknown[]
    ) => IDBTransaction;
    Object.defineProperty(IDBDatabase.prototype, 'transaction', {
      value: function (this: IDBDatabase, ...given: unknown[]) {
        const begun = transaction.apply(this, given);
        if (given[1] === 'readwrite') begun.addEventListener('complete', () => log.push(begun.durability));
        return begun;
      },
    });
    const opened = await harness.open();
    const { bridge, session, faults } = opened;
    const [document_id = ''] = await harness.importFiles(opened, harness.files(1));
    faults.delay = 30;
    const append = bridge.appendCommit.bind(bridge);
    Object.assign(bridge, {
      appendCommit: async (commit: string) => {
        const answer = await append(commit);
        log.push('journal');
        return answer;
      },
    });
    log.splice(0);
    harness.watchSaving(opened, ({ state }) => log.push(state));
    const commits = [1, 2, 3].map((count) =>
      session.committer.commit(harness.annotations(document_id, count)),
    );
    log.push('asked');
    await Promise.all(commits);
    return log;
  });
  expect(seen.filter((entry) => entry !== 'saving')).toEqual([
    'asked',
    ...['journal', 'strict', 'journal', 'strict', 'journal', 'strict'],
    'saved',
  ]);
});

test('a coding of an open document reaches the journal in the turn of its key, and "saved" is drawn before the rest', async ({
  harnessPage: page,
}) => {
  const log = await page.evaluate(async () => {
    const opened = await harness.open();
    const { bridge, session } = opened;
    const [document_id = ''] = await harness.importFiles(opened, harness.files(1));
    const document = session.openDocument(document_id);
    await document.ready;
    const seen: string[] = [];
    const append = bridge.appendCommit.bind(bridge);
    Object.assign(bridge, {
      appendCommit: (commit: string) => {
        seen.push('append');
        return append(commit);
      },
    });
    harness.watchSaving(opened, ({ state }) => {
      seen.push(state);
      // As a view does that draws what changed at the end of the turn.
      queueMicrotask(() => seen.push(`${state} is drawn`));
    });
    session.committer.subscribe(() => seen.push('told'));
    const committed = session.committer.commit(harness.annotations(document_id, 1));
    seen.push('end of the turn');
    harness.must(await committed);
    document.close();
    return seen;
  });
  expect(log).toEqual([
    ...['saving', 'append', 'end of the turn', 'saving is drawn'],
    ...['saved', 'saved is drawn', 'told'],
  ]);
});

test('a commit that the journal refuses changes nothing, is told, and the next one goes on', async ({
  harnessPage: page,
}) => {
  const result = await page.evaluate(async () => {
    const opened = await harness.open();
    const { session, faults, bridge } = opened;
    const [document_id = ''] = await harness.importFiles(opened, harness.files(1));
    const before = await harness.contents(opened);
    const events: string[] = [];
    session.committer.subscribe(({ changes }) => events.push(...changes.map(({ kind }) => kind)));
    faults.refuse = { code: 'disk-full', detail: 'ENOSPC' };
    const refused = await session.committer.commit(harness.annotations(document_id, 1));
    const failed = session.committer.saving.getSnapshot();
    const unchanged = JSON.stringify(await harness.contents(opened)) === JSON.stringify(before);
    const told = [...events];
    const next = await session.committer.commit(harness.annotations(document_id, 1));
    const saving = session.committer.saving.getSnapshot();
    return { refused, failed, unchanged, told, next: next.ok, saving, lines: bridge.journal.lines().length };
  });
  expect(result).toMatchObject({
    refused: { ok: false, error: { code: 'disk-full', detail: 'ENOSPC' } },
    failed: { state: 'failed', problem: { code: 'disk-full' } },
    unchanged: true,
    told: [],
    next: true,
    saving: { state: 'saved' },
  });
  expect(result.lines).toBe(3);
});

test('a store that fails after the journal accepted catches up, and nothing is lost or doubled', async ({
  harnessPage: page,
}) => {
  const result = await page.evaluate(async () => {
    const opened = await harness.open();
    const { session } = opened;
    const { database } = session.store;
    const [document_id = ''] = await harness.importFiles(opened, harness.files(1));
    const put = database.meta.put.bind(database.meta);
    let failures = 1;
    Object.assign(database.meta, {
      put: (...given: Parameters<typeof put>) => {
        failures -= 1;
        if (failures === 0) throw new Error('Injected');
        return put(...given);
      },
    });
    const one = await session.committer.commit(harness.annotations(document_id, 2));
    const once = session.committer.saving.getSnapshot();
    failures = 1;
    Object.assign(database.meta, {
      put: () => {
        throw new Error('Injected');
      },
    });
    const two = await session.committer.commit(harness.annotations(document_id, 2));
    const lasting = session.committer.saving.getSnapshot();
    Object.assign(database.meta, { put });
    const three = await session.committer.commit(harness.annotations(document_id, 2));
    const saving = session.committer.saving.getSnapshot();
    const again = await harness.reopen(opened);
    const { annotations } = harness.must(await again.session.snapshot());
    const applied = [one, two, three].map((outcome) => outcome.ok && outcome.value.applied);
    return { applied, once, lasting, saving, count: annotations.length, recovery: again.session.recovery };
  });
  expect(result).toMatchObject({
    applied: [true, false, true],
    once: { state: 'saved' },
    lasting: { state: 'failed', problem: { code: 'io' } },
    saving: { state: 'saved' },
    count: 6,
    recovery: { kind: 'clean' },
  });
});

test('a draft that cannot be read is refused before it reaches the journal', async ({
  harnessPage: page,
}) => {
  const result = await page.evaluate(async () => {
    const { session, bridge } = await harness.open();
    const before = bridge.journal.lines().length;
    const strange = { kind: 'code.merged', data: {} } as unknown as Parameters<
      typeof session.committer.commit
    >[0][number]; // on purpose no draft
    const outcome = await session.committer.commit([strange]);
    return { outcome, added: bridge.journal.lines().length - before };
  });
  expect(result).toEqual({
    outcome: { ok: false, error: { code: 'invalid-request', detail: 'code.merged' } },
    added: 0,
  });
});
