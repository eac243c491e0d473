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

test('annotations that could not be looked up are looked up when they are asked for again', async ({
  harnessPage: page,
}) => {
  const seen = await page.evaluate(async () => {
    const opened = await harness.open();
    const { lists, committer } = opened.session;
    const [document = ''] = await harness.importFiles(opened, harness.files(1));
    const drafts = harness.annotations(document, 3);
    await committer.commit(drafts);
    const [one, other] = drafts.flatMap((draft) =>
      draft.kind === 'annotation.added' ? [draft.data.annotation.id] : [],
    );
    const ids = [one ?? '', other ?? ''];
    const own = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'getAll') ?? {};
    IDBObjectStore.prototype.getAll = () => {
      throw new DOMException('No', 'UnknownError');
    };
    // The second waits for the same reading.
    const [first, second] = await Promise.allSettled([
      lists.annotations.find(ids.slice(0, 1)),
      lists.annotations.find(ids),
    ]);
    Object.defineProperty(IDBObjectStore.prototype, 'getAll', own);
    const found = await lists.annotations.find([...ids, 'nobody']);
    return {
      first: first.status,
      second: second.status,
      found: ids.map((id) => found.get(id)?.id === id),
      size: found.size,
    };
  });
  expect(seen).toEqual({ first: 'rejected', second: 'rejected', found: [true, true], size: 2 });
});
