import { expect, test } from './harness-page';

const before =
  'Lamp of Harn lit again\n\nThe lamp was lit at dusk by its pilots.\n\nNobody saw the ferry leave.';
const after =
  'Lamp of Harn lit again\n\nCorrected at noon.\n\nThe lamp was lit at dusk by its pilots.\n\nThe quay was empty.';

test('a changed file is a new version; its coder’s passages go over in one step, and back', async ({
  harnessPage: page,
}) => {
  const result = await page.evaluate(
    async ([first, second]) => {
      const opened = await harness.open();
      const { bridge, session } = opened;
      const title = 'Lamp of Harn lit again';
      const structure = (text: string) => ({
        ...{ title, sentences: [], values: {}, words: 9, segmenter: { icu: '', rules_rev: 1 } },
        blocks: [...text.matchAll(/[^\n]+/gu)].map(({ 0: { length }, index }) => ({
          ...{ start: index, end: index + length, kind: 'body' as const, in_scope: true },
        })),
      });
      const [earlier = ''] = await harness.importFiles(opened, [
        { path: 'wire/1.txt', text: first, structure: structure(first) },
      ]);
      const sha = session.lists.documents.getSnapshot()[0]?.text_sha256 ?? '';
      const mark = (quote: string) => {
        const start = first.indexOf(quote);
        const target = harness.describeAnchor(first, { start, end: start + quote.length });
        return { ...harness.annotation(earlier, start, ['code-1']), text_sha256: sha, target };
      };
      const [, lamp] = (await session.store.database.plain.structure.get(earlier))?.blocks ?? [];
      if (lamp === undefined) throw new Error('The text has no second block');
      const said = { ...lamp, kind: 'caption', in_scope: false, source: 'hand' } as const;
      const renamed = { title: 'Our lamp', title_found: title };
      harness.must(
        await session.committer.commit([
          { kind: 'document.set', data: { id: earlier, fields: renamed }, before: { fields: {} } },
          { kind: 'block.set', data: { document_id: earlier, block_id: said.id, value: said }, before: null },
        ]),
      );
      const marked = [mark('lit at dusk'), mark('Nobody saw the ferry')];
      harness.must(
        await session.committer.commit(
          marked.map((annotation) => ({ kind: 'annotation.added' as const, data: { annotation } })),
        ),
      );
      const grant = bridge.offerCorpus('wire', [
        { path: 'wire/1.txt', text: second, structure: structure(second) },
      ]);
      const report = harness.must(await session.importCorpus(grant.token));
      const [later = ''] = report.document_ids;
      const corrected = (await session.store.database.plain.structure.get(later))?.blocks
        .filter(({ source }) => source === 'hand')
        .map(({ kind, in_scope, start, end }) => [kind, in_scope, second.slice(start, end)]);
      const lines = bridge.journal.lines().length;
      const done = await harness.carryToVersion(
        bridge,
        session,
        { earlier, later },
        { coder_id: marked[0]?.coder_id ?? '', ask: harness.askCarrier },
      );
      const quotes = async () => {
        const snapshot = harness.must(await session.snapshot());
        return snapshot.annotations.map(({ document_id, target }) => [
          document_id === later ? 'later' : 'earlier',
          target.kind === 'passage' ? target.quote : '',
        ]);
      };
      const carried = await quotes();
      const commits = bridge.journal.lines().length - lines;
      const label = session.undo.getSnapshot()?.state.getSnapshot().undo?.label;
      await session.undo.getSnapshot()?.undo();
      const back = await quotes();
      await session.undo.getSnapshot()?.redo();
      const reopened = await harness.reopen(opened);
      const kept = harness.must(await reopened.session.snapshot()).annotations.length;
      const versions = session.lists.documents
        .getSnapshot()
        .map((document) => [document.version_of === earlier, document.title, document.title_found]);
      return { corrected, rows: report.rows, done, carried, commits, label, back, kept, versions };
    },
    [before, after] as const,
  );
  expect(result).toMatchObject({
    rows: [{ path: 'wire/1.txt', outcome: 'imported', isVersion: true }],
    done: { ok: true, value: { moved: 1, left: 1 } },
    commits: 1,
    label: { kind: 'annotation.carried', count: 1 },
    kept: 2,
    corrected: [['caption', false, 'The lamp was lit at dusk by its pilots.']],
    // A title that a person gave is no reason to take the file for another text, and stays.
    versions: [
      [false, 'Our lamp', 'Lamp of Harn lit again'],
      [true, 'Our lamp', 'Lamp of Harn lit again'],
    ],
  });
  expect(result.carried.toSorted()).toEqual([
    ['earlier', 'Nobody saw the ferry'],
    ['later', 'lit at dusk'],
  ]);
  expect(result.back.map(([where]) => where)).toEqual(['earlier', 'earlier']);
});

test('versions that are taken in bring their passages and what was said of them, in one step', async ({
  harnessPage: page,
}) => {
  const result = await page.evaluate(
    async ([first, second]) => {
      const opened = await harness.open();
      const { bridge, session } = opened;
      const files = [
        { path: 'wire/1.txt', text: `${first}\nagency: NORA` },
        { path: 'wire/2.txt', text: 'Quay closed\nagency: NORA\nThe quay was closed.' },
        { path: 'wire/3.txt', text: 'Mole stands\nThe mole stands.' },
      ];
      const [earlier = ''] = await harness.importFiles(opened, files);
      const document = session.lists.documents.getSnapshot().find(({ id }) => id === earlier);
      const attribute_id = session.lists.attributes.getSnapshot()[0]?.id ?? '';
      const value = { value: 'Norda', evidence: [[0, 4] as const], state: 'edited' as const };
      const start = first.indexOf('lit at dusk');
      const target = harness.describeAnchor(first, { start, end: start + 11 });
      const text_sha256 = document?.text_sha256 ?? '';
      const structure = await session.store.database.plain.structure.get(earlier);
      const lamp = structure?.blocks.find(({ start: at }) => first.startsWith('The lamp', at));
      if (lamp === undefined) throw new Error('No block begins with the lamp');
      const said = { ...lamp, kind: 'caption', in_scope: false, source: 'hand' } as const;
      const annotation = { ...harness.annotation(earlier, start, ['code-1']), text_sha256, target };
      harness.must(
        await session.committer.commit([
          { kind: 'annotation.added', data: { annotation } },
          { kind: 'attribute.value-set', data: { document_id: earlier, attribute_id, value }, before: null },
          { kind: 'block.set', data: { document_id: earlier, block_id: said.id, value: said }, before: null },
          {
            kind: 'document.set',
            data: { id: earlier, fields: { title: 'Our lamp', title_found: document?.title ?? '' } },
            before: { fields: {} },
          },
        ]),
      );
      const grant = bridge.offerCorpus('wire', [
        { path: 'wire/1.txt', text: `${second}\nagency: VELD` },
        { path: 'wire/2.txt', text: 'Quay open\nThe quay was opened.' },
        { path: 'elsewhere/3.txt', text: 'Mole stands\nThe mole stands.' },
      ]);
      const listing = harness.must(await bridge.listCorpus(grant.token));
      const seen: number[][] = [];
      const check = await harness.checkChanges(bridge, session.lists.documents.getSnapshot(), listing, {
        signal: new AbortController().signal,
        onProgress: (done, total) => seen.push([done, total]),
      });
      const carrier = { coder_id: annotation.coder_id, ask: harness.askCarrier };
      const taken = harness.must(await harness.takeVersions(bridge, session, check.changed, carrier));
      const label = session.undo.getSnapshot()?.state.getSnapshot().undo?.label;
      const later = session.lists.documents
        .getSnapshot()
        .filter(({ version_of }) => version_of !== undefined)
        .map(({ path, title, values }) => [path, title, values[attribute_id] ?? null]);
      const [laterId = ''] = taken.document_ids;
      const kept = await session.store.database.plain.structure.get(laterId);
      const corrected = kept?.blocks
        .filter(({ source }) => source === 'hand')
        .map(({ kind, in_scope, start: from, end }) => [kind, in_scope, second.slice(from, end)]);
      await session.undo.getSnapshot()?.undo();
      const back = session.lists.documents.getSnapshot().length;
      const snapshot = harness.must(await session.snapshot());
      return {
        changed: check.changed.map(({ earlier: { path } }) => path),
        missing: check.missing,
        last: seen.at(-1),
        taken: [taken.document_ids.length, taken.moved, taken.left],
        corrected,
        ...{ label, later, back, on: snapshot.annotations.map(({ document_id }) => document_id === earlier) },
      };
    },
    [before, after] as const,
  );
  expect(result).toEqual({
    changed: ['wire/1.txt', 'wire/2.txt'],
    missing: ['wire/3.txt'],
    last: [2, 2],
    taken: [2, 1, 0],
    label: { kind: 'document.versions', count: 2 },
    // What a person said stays, without its place in the other text.
    later: [
      ['wire/1.txt', 'Our lamp', { value: 'Norda', state: 'edited' }],
      ['wire/2.txt', 'Quay open', null],
    ],
    corrected: [['caption', false, 'The lamp was lit at dusk by its pilots.']],
    back: 3,
    on: [true],
  });
});
