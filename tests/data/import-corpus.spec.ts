import { expect, test } from './harness-page';

test('a thousand documents come in order, a hundred a commit, as one step', async ({ harnessPage: page }) => {
  const result = await page.evaluate(async () => {
    const { bridge, session } = await harness.open();
    const grant = bridge.offerCorpus('wire', harness.files(1_000));
    const progress: number[] = [];
    const before = bridge.journal.lines().length;
    const report = harness.must(
      await session.importCorpus(grant.token, { onProgress: ({ done }) => progress.push(done) }),
    );
    const documents = session.lists.documents.getSnapshot();
    const [attribute] = session.lists.attributes.getSnapshot();
    const [first] = documents;
    return {
      commits: bridge.journal.lines().length - before,
      outcomes: [...new Set(report.rows.map(({ outcome }) => outcome))],
      inOrder: documents.every(
        ({ order, path }, place) => order === place && path === `wire/${String(place).padStart(5, '0')}.txt`,
      ),
      progress: [progress.length, progress.at(-1)],
      attribute: [attribute?.key, attribute?.name, attribute?.type],
      value: attribute === undefined ? null : first?.values[attribute.id]?.value,
      undo: session.undo.getSnapshot()?.state.getSnapshot().undo?.label,
      structure: await session.store.database.plain.structure.get(first?.id ?? ''),
    };
  });
  expect(result).toMatchObject({
    ...{ commits: 10, outcomes: ['imported'], inOrder: true, progress: [1_000, 1_000] },
    ...{ attribute: ['agency', 'Agency', 'text'], value: 'NORA' },
    undo: { kind: 'document.added', count: 1_000 },
    structure: { blocks: [{ kind: 'headline', source: 'rule', rule_rev: 1, start: 0 }, {}, {}] },
  });
});

test('the report says of every file what became of it', async ({ harnessPage: page }) => {
  const result = await page.evaluate(async () => {
    const opened = await harness.open();
    const { bridge, session } = opened;
    const [one, two] = harness.files(2);
    if (one === undefined || two === undefined) throw new Error('Two files were made');
    await harness.importFiles(opened, [one]);
    const structure = {
      ...{ title: 'Wrong', blocks: [], sentences: [[5, 999_999] as const], values: {}, words: 1 },
      segmenter: { icu: '', rules_rev: 1 },
    };
    const grant = bridge.offerCorpus('all', [
      { ...one, path: '00000.txt' },
      { ...one, path: 'elsewhere/reprint.txt' },
      { ...two, repairs: [{ code: 'control-characters', count: 3 }] },
      { path: 'photo.txt', text: 'PNG', problem: { code: 'binary-file', file: 'photo.txt' } },
      { path: 'odd.txt', text: 'Odd', structure },
    ]);
    const report = harness.must(await session.importCorpus(grant.token));
    const orders = session.lists.documents.getSnapshot().map(({ order, path }) => [order, path]);
    return { rows: report.rows, orders };
  });
  expect(result).toEqual({
    rows: [
      { path: '00000.txt', outcome: 'duplicate' },
      { path: 'elsewhere/reprint.txt', outcome: 'imported' },
      { path: 'wire/00001.txt', outcome: 'repaired', repairs: [{ code: 'control-characters', count: 3 }] },
      { path: 'photo.txt', outcome: 'skipped', problem: { code: 'binary-file', file: 'photo.txt' } },
      {
        path: 'odd.txt',
        outcome: 'skipped',
        problem: { code: 'parse-failed', file: 'odd.txt', detail: 'structure' },
      },
    ],
    orders: [
      [0, 'wire/00000.txt'],
      [1, 'elsewhere/reprint.txt'],
      [2, 'wire/00001.txt'],
    ],
  });
});

test('stopping keeps what is done and says so', async ({ harnessPage: page }) => {
  const result = await page.evaluate(async () => {
    const { bridge, session } = await harness.open();
    const grant = bridge.offerCorpus('wire', harness.files(300));
    const stop = new AbortController();
    const report = harness.must(
      await session.importCorpus(grant.token, {
        signal: stop.signal,
        onProgress: ({ done }) => done === 150 && stop.abort(),
      }),
    );
    const documents = session.lists.documents.getSnapshot().length;
    return {
      cancelled: report.cancelled,
      rows: report.rows.length,
      ids: report.document_ids.length,
      documents,
    };
  });
  expect(result.cancelled).toBe(true);
  expect(result.documents).toBeGreaterThanOrEqual(150);
  expect(result.documents).toBeLessThan(300);
  expect([result.rows, result.ids]).toEqual([result.documents, result.documents]);
});

test('a journal that refuses ends the import and leaves what came before', async ({ harnessPage: page }) => {
  const result = await page.evaluate(async () => {
    const { bridge, session, faults } = await harness.open();
    const grant = bridge.offerCorpus('wire', harness.files(300));
    const report = harness.must(
      await session.importCorpus(grant.token, {
        onProgress: ({ done }) => {
          if (done === 150) faults.refuse = { code: 'disk-full' };
        },
      }),
    );
    const outcomes = Map.groupBy(report.rows, ({ outcome }) => outcome);
    const count = (outcome: 'imported' | 'skipped'): number => outcomes.get(outcome)?.length ?? 0;
    const documents = session.lists.documents.getSnapshot().length;
    return { problem: report.problem, imported: count('imported'), skipped: count('skipped'), documents };
  });
  expect(result).toEqual({ problem: { code: 'disk-full' }, imported: 100, skipped: 100, documents: 100 });
});
