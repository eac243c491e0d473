import { expect, test } from './harness-page';

test('an open document follows its own changes and no others, in text order', async ({
  harnessPage: page,
}) => {
  const result = await page.evaluate(async () => {
    const opened = await harness.open();
    const { session } = opened;
    const [document_id = '', other = ''] = await harness.importFiles(opened, harness.files(2));
    const document = session.openDocument(document_id);
    const loading = document.getSnapshot().state;
    // Committed while it loads: neither lost nor doubled.
    const early = session.committer.commit(harness.annotations(document_id, 2));
    await Promise.all([document.ready, early]);
    let told = 0;
    const unsubscribe = document.subscribe(() => {
      told += 1;
    });
    const starts = (): readonly (number | null)[] =>
      document
        .getSnapshot()
        .annotations.map(({ target }) => (target.kind === 'passage' ? target.start : null));
    const first = starts();
    await session.committer.commit(harness.annotations(other, 3));
    const afterOther = told;
    const late = harness.annotation(document_id, 5, []);
    await session.committer.commit([{ kind: 'annotation.added', data: { annotation: late } }]);
    const snapshot = document.getSnapshot();
    const stable = snapshot === document.getSnapshot();
    const second = starts();
    unsubscribe();
    document.close();
    await session.committer.commit(harness.annotations(document_id, 1));
    return { loading, first, afterOther, second, told, stable, closed: starts().length };
  });
  expect(result).toEqual({
    ...{ loading: 'loading', first: [0, 10], afterOther: 0, second: [0, 5, 10] },
    ...{ told: 1, stable: true, closed: 3 },
  });
});

test('memos of a target are found, followed and given back', async ({ harnessPage: page }) => {
  const result = await page.evaluate(async () => {
    const opened = await harness.open();
    const { session } = opened;
    const [document_id = ''] = await harness.importFiles(opened, harness.files(1));
    const at = '2026-02-01T10:00:00.000Z';
    const set = (id: string, text: string | null, target: { kind: 'document' | 'code'; id: string }) =>
      session.committer.commit([
        {
          kind: 'memo.set',
          data: {
            id,
            value:
              text === null
                ? null
                : { id, target, coder_id: 'c', markdown: text, text, created_at: at, modified_at: at },
          },
          before: null,
        },
      ]);
    const target = { kind: 'document' as const, id: document_id };
    await set('one', 'first', target);
    const memos = session.lists.memosOf(target);
    const settled = new Promise<void>((found) => memos.subscribe(() => found()));
    await settled;
    await set('two', 'second', target);
    await set('three', 'elsewhere', { kind: 'code', id: 'code-1' });
    await set('one', null, target);
    const texts = memos.getSnapshot()?.map(({ text }) => text);
    const document = session.openDocument(document_id);
    await document.ready;
    memos.close();
    return { texts, inDocument: document.getSnapshot().memos.map(({ text }) => text) };
  });
  expect(result).toEqual({ texts: ['second'], inDocument: ['second'] });
});

test('a document of many pages is read some at a time, so that the window draws between them', async ({
  harnessPage: page,
}) => {
  const read = await page.evaluate(async () => {
    const opened = await harness.open();
    const [document_id = ''] = await harness.importFiles(opened, harness.files(1, 200));
    await opened.session.committer.commit(harness.annotations(document_id, 3_000));
    const answers: number[] = [];
    // A method of IDBObjectStore, called as it was.
    const getAll = Reflect.get(IDBObjectStore.prototype, 'getAll') as (
      ...given: unknown[]
    ) => IDBRequest<unknown[]>;
    Object.defineProperty(IDBObjectStore.prototype, 'getAll', {
      value: function (this: IDBObjectStore, ...given: unknown[]) {
        const request = getAll.apply(this, given);
        if (this.name === 'pages')
          request.addEventListener('success', () => answers.push(request.result.length));
        return request;
      },
    });
    const document = opened.session.openDocument(document_id);
    await document.ready;
    return { answers, annotations: document.getSnapshot().annotations.length };
  });
  expect(read).toEqual({ answers: [8, 4], annotations: 3_000 });
});
