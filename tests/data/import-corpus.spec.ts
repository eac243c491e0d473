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
      progress: [progress.length, progress.at(0), progress.at(-1)],
      attribute: [attribute?.key, attribute?.name, attribute?.type],
      value: attribute === undefined ? null : first?.values[attribute.id]?.value,
      undo: session.undo.getSnapshot()?.state.getSnapshot().undo?.label,
      structure: await session.store.database.plain.structure.get(first?.id ?? ''),
    };
  });
  expect(result).toMatchObject({
    ...{ commits: 10, outcomes: ['imported'], inOrder: true, progress: [1_001, 0, 1_000] },
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
      { path: 'elsewhere/reprint.txt', outcome: 'imported', document_id: expect.any(String) },
      {
        ...{ path: 'wire/00001.txt', outcome: 'repaired', document_id: expect.any(String) },
        repairs: [{ code: 'control-characters', count: 3 }],
      },
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

test('a guess that is hardly better than another is reported; the report leads to the document', async ({
  harnessPage: page,
}) => {
  const result = await page.evaluate(async () => {
    const { bridge, session } = await harness.open();
    const guessed = (confidence: number) => ({
      encoding: { label: 'iso-8859-2', told_by: 'guess', confidence } as const,
    });
    const [one, two, three] = harness.files(3);
    if (one === undefined || two === undefined || three === undefined) throw new Error('Three were made');
    const grant = bridge.offerCorpus('all', [
      one,
      { ...two, ...guessed(0.1) },
      { ...three, ...guessed(0.9) },
    ]);
    const { rows } = harness.must(await session.importCorpus(grant.token));
    const documents = session.lists.documents.getSnapshot();
    return {
      guesses: rows.map(({ guess }) => guess ?? null),
      leads: rows.map(
        ({ document_id, path }) => documents.find(({ id }) => id === document_id)?.path === path,
      ),
      stored: documents.map(({ encoding, encoding_guess }) => [encoding, encoding_guess ?? null]),
    };
  });
  expect(result).toEqual({
    guesses: [null, 'iso-8859-2', null],
    leads: [true, true, true],
    stored: [
      ['utf-8', null],
      ['iso-8859-2', 0.1],
      ['iso-8859-2', 0.9],
    ],
  });
});

test('a file that main never answers does not keep a stopped import waiting', async ({
  harnessPage: page,
}) => {
  const result = await page.evaluate(async () => {
    const { bridge, session } = await harness.open();
    const files = harness.files(600);
    const grant = bridge.offerCorpus('wire', files);
    const freezeFiles = bridge.freezeFiles.bind(bridge);
    let calls = 0;
    bridge.freezeFiles = (tokens) => {
      calls += 1;
      return calls < 3 ? freezeFiles(tokens) : new Promise(() => undefined);
    };
    const stop = new AbortController();
    const report = harness.must(
      await session.importCorpus(grant.token, {
        signal: stop.signal,
        onProgress: ({ done }) => {
          // All that the first two calls brought.
          if (done === 384) setTimeout(() => stop.abort());
        },
      }),
    );
    return { cancelled: report.cancelled, count: session.lists.documents.getSnapshot().length };
  });
  expect(result).toEqual({ cancelled: true, count: 384 });
});

test('a document is read again in another encoding as one step, and undo brings the first reading back', async ({
  harnessPage: page,
}) => {
  const result = await page.evaluate(async () => {
    const opened = await harness.open();
    const { bridge, session } = opened;
    const [id = ''] = await harness.importFiles(opened, [
      {
        ...{ path: 'wire/1.txt', text: 'Ïîðò\nagency: ÀÍÂ\nÎòêðûò.' },
        encoding: { label: 'windows-1252', told_by: 'guess', confidence: 0.1 },
        again: { 'windows-1251': 'Порт\nagency: АНВ\nОткрыт снова.' },
      },
    ]);
    const shown = async () => {
      const document = session.lists.documents.getSnapshot().find((one) => one.id === id);
      const structure = await session.store.database.plain.structure.get(id);
      const [text] = await bridge.readTexts([document?.text_sha256 ?? '']);
      const values = Object.values(document?.values ?? {}).map(({ value }) => value);
      return {
        ...{ title: document?.title, encoding: document?.encoding, guess: document?.encoding_guess ?? null },
        ...{
          values,
          text: text?.text,
          blocks: structure?.blocks.map(({ kind, source }) => `${kind} ${source}`),
          length: document?.length,
        },
      };
    };
    // What a person said of a paragraph holds for it however its letters are read.
    const [first] = (await session.store.database.plain.structure.get(id))?.blocks ?? [];
    if (first === undefined) throw new Error('The text has no block');
    const value = { ...first, kind: 'residue', in_scope: false, source: 'hand' } as const;
    harness.must(
      await session.committer.commit([
        { kind: 'block.set', data: { document_id: id, block_id: first.id, value }, before: null },
      ]),
    );
    const before = await shown();
    const lines = bridge.journal.lines().length;
    const done = await harness.rereadDocument(bridge, session, id, { encoding: 'windows-1251' });
    const after = await shown();
    const commits = bridge.journal.lines().length - lines;
    const label = session.undo.getSnapshot()?.state.getSnapshot().undo?.label;
    await session.undo.getSnapshot()?.undo();
    const back = await shown();
    await session.undo.getSnapshot()?.redo();
    const again = await shown();
    const reopened = await harness.reopen(opened);
    const kept = reopened.session.lists.documents.getSnapshot()[0]?.encoding;
    return { done, before, after, commits, label, back, again, kept };
  });
  const { before, after } = result;
  expect(result.done).toEqual({ ok: true, value: null });
  expect(before).toMatchObject({ title: 'Ïîðò', encoding: 'windows-1252', guess: 0.1, values: ['ÀÍÂ'] });
  expect(after.blocks).toEqual(before.blocks);
  expect(after.blocks?.[0]).toBe('residue hand');
  expect(after).toMatchObject({
    ...{ title: 'Порт', encoding: 'windows-1251', guess: null, values: ['АНВ'] },
    text: 'Порт\nagency: АНВ\nОткрыт снова.',
  });
  expect(result).toMatchObject({
    ...{ commits: 1, label: { kind: 'document.text-set', count: 1 } },
    ...{ back: before, again: after, kept: 'windows-1251' },
  });
});

test('a text that somebody built on is not read again', async ({ harnessPage: page }) => {
  const result = await page.evaluate(async () => {
    const opened = await harness.open();
    const { bridge, session } = opened;
    const [id = '', other = ''] = await harness.importFiles(opened, harness.files(2));
    harness.must(await session.committer.commit(harness.annotations(id, 1)));
    const before = session.committer.head().seq;
    const held = await harness.rereadDocument(bridge, session, id, { encoding: 'windows-1251' });
    const gone = await harness.rereadDocument(bridge, session, 'nowhere', { encoding: 'windows-1251' });
    const freezeAgain = bridge.freezeAgain.bind(bridge);
    // Coded while main reads the file again.
    bridge.freezeAgain = async (request) => {
      harness.must(await session.committer.commit(harness.annotations(other, 1)));
      return freezeAgain(request);
    };
    const late = await harness.rereadDocument(bridge, session, other, { encoding: 'windows-1251' });
    return { held, gone, late, changes: session.committer.head().seq - before };
  });
  expect(result).toEqual({
    held: { ok: false, error: { kind: 'held', hold: 'annotated' } },
    gone: { ok: false, error: { kind: 'failed', problem: { code: 'not-found' } } },
    late: { ok: false, error: { kind: 'held', hold: 'annotated' } },
    changes: 1,
  });
});

test('what is asked for while a text is read again comes before it: a coding holds the text, a corrected paragraph stays corrected', async ({
  harnessPage: page,
}) => {
  const result = await page.evaluate(async () => {
    const opened = await harness.open();
    const { bridge, session } = opened;
    const { committer } = session;
    const files = ['Ïîðò', 'Ìîë', 'Ìàÿê'].map((title, at) => ({
      ...{ path: `wire/${at}.txt`, text: `${title}\nÎòêðûò.` },
      encoding: { label: 'windows-1252', told_by: 'guess', confidence: 0.1 } as const,
      again: { 'windows-1251': `${['Порт', 'Мол', 'Маяк'][at]}\nОткрыт.` },
    }));
    const [coded = '', corrected = '', untouched = ''] = await harness.importFiles(opened, files);
    const structureOf = (id: string) => session.store.database.plain.structure.get(id);
    let reads = 0;
    const readTexts = bridge.readTexts.bind(bridge);
    bridge.readTexts = (hashes) => {
      reads += 1;
      return readTexts(hashes);
    };
    const appendCommit = bridge.appendCommit.bind(bridge);
    /** Reads again while a commit is under way, behind which another is asked for once all so far are waited for. */
    const rereadBehind = async (id: string, drafts: Parameters<typeof committer.commit>[0]) => {
      const gate = Promise.withResolvers<null>();
      bridge.appendCommit = async (...given) => {
        await gate.promise;
        return appendCommit(...given);
      };
      const change = { kind: 'document.set', data: { id: untouched, fields: { title: id } } } as const;
      void committer.commit([{ ...change, before: { fields: {} } }]);
      let isAsked = false;
      const settled = (): Promise<void> => {
        const soFar = committer.settled();
        if (!isAsked) void committer.commit(drafts);
        isAsked = true;
        gate.resolve(null);
        return soFar;
      };
      const held = { ...session, committer: { ...committer, settled } };
      return harness.rereadDocument(bridge, held, id, { encoding: 'windows-1251' });
    };
    const first = await rereadBehind(coded, harness.annotations(coded, 1));
    const [block] = (await structureOf(corrected))?.blocks ?? [];
    if (block === undefined) throw new Error('The text has no block');
    const value = { ...block, kind: 'residue', in_scope: false, source: 'hand' } as const;
    const second = await rereadBehind(corrected, [
      { kind: 'block.set', data: { document_id: corrected, block_id: block.id, value }, before: null },
    ]);
    const blocks = (await structureOf(corrected))?.blocks.map(({ kind, source }) => `${kind} ${source}`);
    reads = 0;
    const third = await harness.rereadDocument(bridge, session, untouched, { encoding: 'windows-1251' });
    return { first, second, block: blocks?.[0], third, reads };
  });
  expect(result).toEqual({
    first: { ok: false, error: { kind: 'held', hold: 'annotated' } },
    ...{ second: { ok: true, value: null }, block: 'residue hand' },
    // Where nobody corrected a paragraph no text need be read.
    ...{ third: { ok: true, value: null }, reads: 0 },
  });
});

test('an import asks the store for no document that is new', async ({ harnessPage: page }) => {
  const asked = await page.evaluate(async () => {
    let count = 0;
    // A method of IDBObjectStore, called as it was.
    const get = Reflect.get(IDBObjectStore.prototype, 'get') as (...given: unknown[]) => IDBRequest;
    Object.defineProperty(IDBObjectStore.prototype, 'get', {
      value: function (this: IDBObjectStore, ...given: unknown[]) {
        if (this.name === 'documents' || this.name === 'structures') count += 1;
        return get.apply(this, given);
      },
    });
    const opened = await harness.open();
    const ids = await harness.importFiles(opened, harness.files(150));
    const atImport = count;
    // What is there is asked for as ever.
    const removed = await opened.session.committer.commit(
      ids.map((id) => ({
        kind: 'document.set',
        data: { id, fields: { title: 'Another' } },
        before: { fields: {} },
      })),
    );
    const [first] = harness.must(await opened.session.snapshot()).documents;
    return {
      atImport,
      later: count - atImport,
      changed: removed.ok && removed.value.changes.length,
      title: first?.title,
    };
  });
  expect(asked).toEqual({ atImport: 0, later: 150, changed: 150, title: 'Another' });
});
