import { expect, test } from './harness-page';

test('a corpus that is fed while texts come and go holds what the store holds', async ({
  harnessPage: page,
}) => {
  const seen = await page.evaluate(async () => {
    const opened = await harness.open();
    const { session } = opened;
    const { committer, lists } = session;
    await harness.importFiles(opened, harness.files(230));
    const { corpus, feed } = harness.feedTexts(opened);
    // Not waited for: texts come while those that are there are being given.
    const more = harness.importFiles(opened, harness.files(260).slice(230));
    const [first] = lists.documents.getSnapshot();
    const title = committer.commit([
      {
        kind: 'document.set',
        data: { id: first?.id ?? '', fields: { title: 'Renamed' } },
        before: { fields: {} },
      },
    ]);
    const filled = await feed.filled;
    await Promise.all([more, title]);
    await feed.settled();
    const all = harness.textsOf(corpus);
    // The second import goes and comes back.
    const undo = session.undo.getSnapshot();
    await undo?.undo();
    await undo?.undo();
    await feed.settled();
    const fewer = harness.textsOf(corpus);
    await undo?.redo();
    await undo?.redo();
    await feed.settled();
    const again = harness.textsOf(corpus);
    const fresh = harness.feedTexts(opened);
    await fresh.feed.filled;
    const same = JSON.stringify(harness.textsOf(fresh.corpus)) === JSON.stringify(again);
    // The attribute that says a language comes with the first value of it.
    const made = () =>
      ({ id: crypto.randomUUID() as string, key: 'language', name: 'Language', type: 'text' }) as const;
    let attribute = made();
    const said = async (value: string): Promise<string | undefined> => {
      const data = { document_id: first?.id ?? '', attribute_id: attribute.id };
      const set = { ...data, value: { value, state: 'edited' } as const };
      await committer.commit([
        ...(lists.attributes.getSnapshot().some(({ id }) => id === attribute.id)
          ? []
          : [{ kind: 'attribute.added', data: { attribute } } as const]),
        { kind: 'attribute.value-set', data: set, before: null },
      ]);
      await feed.settled();
      return corpus.find(first?.id ?? '')?.document.language;
    };
    const languages = [await said('Russian'), await said('uk'), await said('unknown to all')];
    const later = harness.feedTexts(opened);
    await said('Ukrainian');
    await later.feed.filled;
    languages.push(later.corpus.find(first?.id ?? '')?.document.language);
    // It is taken away, and another comes in its place.
    await committer.commit([
      { kind: 'attribute.removed', data: { id: attribute.id }, before: { attribute } },
    ]);
    attribute = made();
    languages.push(await said('Serbian'));
    feed.close();
    return {
      languages,
      filled,
      counts: [all.length, fewer.length, again.length],
      withoutText: all.filter((one) => (JSON.parse(one) as unknown[])[1] === null).length,
      ...{ renamed: all.filter((one) => one.includes('Renamed')).length, same },
      unchanged: JSON.stringify(all) === JSON.stringify(again),
    };
  });
  expect(seen).toEqual({
    languages: ['ru', 'uk', undefined, 'uk', 'sr'],
    filled: { ok: true, value: { missing: [] } },
    counts: [260, 230, 260],
    ...{ withoutText: 0, renamed: 1, same: true, unchanged: true },
  });
});
