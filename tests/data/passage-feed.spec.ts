import { expect, test } from './harness-page';

test('an index that is fed while commits go on holds what the store holds', async ({ harnessPage: page }) => {
  const seen = await page.evaluate(async () => {
    const opened = await harness.open();
    const { session } = opened;
    const documents = await harness.importFiles(opened, harness.files(120));
    const [first = '', second = ''] = documents;
    await session.committer.commit(documents.flatMap((id) => harness.annotations(id, 6)));
    // Not waited for: it is on its way to the store while the feed begins.
    const before = session.committer.commit(harness.annotations(first, 300));
    const { index, feed } = harness.feedIndex(opened);
    const bare = harness.feedIndex(opened, false);
    const meanwhile = session.committer.commit(harness.annotations(second, 40));
    const filled = await feed.filled;
    await bare.feed.filled;
    const after = session.committer.commit(harness.annotations(first, 3));
    await Promise.all([before, meanwhile, after]);
    const [undone] = [await session.undo.getSnapshot()?.undo()];
    const same = JSON.stringify(harness.answersOf(index));
    const fresh = JSON.stringify(harness.answersOf(await harness.freshIndex(opened)));
    feed.close();
    bare.feed.close();
    await session.committer.commit(harness.annotations(second, 5));
    const sizes = [index.size(), bare.index.size()];
    const facts = bare.index.documents().flatMap((document) => document.facts);
    const words = facts.map(({ quote, prefix, suffix }) => quote + prefix + suffix).join('');
    return { filled: filled.ok, undone: undone?.ok, sizes, words, same: same === fresh };
  });
  const size = 120 * 6 + 340;
  // Whoever holds the texts is given the places alone, read or committed meanwhile.
  expect(seen).toEqual({ filled: true, undone: true, sizes: [size, size], words: '', same: true });
});

test('annotations are read by id, each once, with what was written about them', async ({
  harnessPage: page,
}) => {
  const seen = await page.evaluate(async () => {
    const opened = await harness.open();
    const { session } = opened;
    const documents = await harness.importFiles(opened, harness.files(3));
    const drafts = documents.flatMap((id) => harness.annotations(id, 300));
    await session.committer.commit(drafts);
    const all = drafts.flatMap((draft) => (draft.kind === 'annotation.added' ? [draft.data.annotation] : []));
    const wanted = [all[7], all[650], all[299]].flatMap((one) => one ?? []);
    const [about] = wanted;
    const memo = (id: string, kind: 'annotation' | 'coding') => ({
      ...{ id: crypto.randomUUID(), coder_id: about?.coder_id ?? '', markdown: kind, text: kind },
      target: { kind, id, document_id: about?.document_id ?? '' },
      ...{ created_at: '2026-02-01T10:00:00.000Z', modified_at: '2026-02-01T10:00:00.000Z' },
    });
    const memos = [
      memo(about?.id ?? '', 'annotation'),
      memo(about?.codings[0]?.id ?? '', 'coding'),
      memo(all[8]?.id ?? '', 'annotation'),
    ];
    await session.committer.commit(
      memos.map((value) => ({ kind: 'memo.set', data: { id: value.id, value }, before: null })),
    );
    const gone = { id: crypto.randomUUID(), document_id: documents[0] ?? '' };
    const keys = [...wanted, ...wanted, gone].map(({ id, document_id }) => ({ id, document_id }));
    const read = await harness.readAnnotations(session.store, keys);
    return {
      same: JSON.stringify(read.annotations) === JSON.stringify(wanted),
      memos: read.memos.map(({ text }) => text).sort(),
    };
  });
  expect(seen).toEqual({ same: true, memos: ['annotation', 'coding'] });
});
