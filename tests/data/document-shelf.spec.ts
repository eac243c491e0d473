import { expect, test } from './harness-page';

test('a document fetched ahead is there at once, kept up with commits, and few are kept', async ({
  harnessPage: page,
}) => {
  const result = await page.evaluate(async () => {
    const opened = await harness.open();
    const ids = await harness.importFiles(opened, harness.files(12));
    const { shelf, committer, lists } = opened.session;
    const hashOf = (id: string): string =>
      lists.documents.getSnapshot().find((document) => document.id === id)?.text_sha256 ?? '';
    const [first = '', second = '', ...others] = ids;
    const taken = shelf.take(first);
    await taken.ready;
    await shelf.prefetch(second, hashOf(second));
    harness.must(await committer.commit(harness.annotations(second, 2)));
    const ahead = shelf.take(second).getSnapshot();
    const text = shelf.text(hashOf(second));
    for (const id of others) await shelf.prefetch(id, hashOf(id));
    // Pushed off the shelf by the others: another object, read anew. The one taken last stayed.
    return {
      state: ahead.state,
      annotations: ahead.annotations.length,
      text: text?.slice(0, 5),
      again: shelf.take(second).getSnapshot() === ahead,
      first: shelf.take(first) === taken,
      loading: shelf.take(first).getSnapshot().state,
    };
  });
  expect(result).toEqual({
    ...{ state: 'open', annotations: 2, text: 'Envoy', again: true, first: false, loading: 'loading' },
  });
});

test('a missing text is asked for again, and a document that could not be read is read again', async ({
  harnessPage: page,
}) => {
  const result = await page.evaluate(async () => {
    const opened = await harness.open();
    const [id = ''] = await harness.importFiles(opened, harness.files(1));
    const { bridge, session } = opened;
    const hash = session.lists.documents.getSnapshot()[0]?.text_sha256 ?? '';
    const text = bridge.texts.get(hash) ?? '';
    bridge.texts.delete(hash);
    const missing = await session.shelf.readText(hash);
    bridge.texts.set(hash, text);
    const there = await session.shelf.readText(hash);
    harness.breakReads('pages');
    const broken = session.shelf.take(id);
    await broken.ready;
    const failed = broken.getSnapshot().state;
    harness.mendReads();
    const mended = session.shelf.take(id);
    await mended.ready;
    return { missing, there: there === text, failed, mended: mended.getSnapshot().state };
  });
  expect(result).toEqual({ missing: null, there: true, failed: 'failed', mended: 'open' });
});
