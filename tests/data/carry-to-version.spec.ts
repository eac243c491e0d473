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
        blocks: [{ start: 0, end: text.length, kind: 'body' as const, in_scope: true }],
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
      const lines = bridge.journal.lines().length;
      const done = await harness.carryToVersion(
        bridge,
        session,
        { earlier, later },
        marked[0]?.coder_id ?? '',
        ({ before, after, targets }) =>
          Promise.resolve(
            targets.map(harness.passageCarrier(before, after, harness.sharedRuns(before, after))),
          ),
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
      const versions = session.lists.documents.getSnapshot().map(({ version_of }) => version_of === earlier);
      return { rows: report.rows, done, carried, commits, label, back, kept, versions };
    },
    [before, after] as const,
  );
  expect(result).toMatchObject({
    rows: [{ path: 'wire/1.txt', outcome: 'imported', isVersion: true }],
    done: { ok: true, value: { moved: 1, left: 1 } },
    commits: 1,
    label: { kind: 'annotation.carried', count: 1 },
    kept: 2,
    versions: [false, true],
  });
  expect(result.carried.toSorted()).toEqual([
    ['earlier', 'Nobody saw the ferry'],
    ['later', 'lit at dusk'],
  ]);
  expect(result.back.map(([where]) => where)).toEqual(['earlier', 'earlier']);
});
