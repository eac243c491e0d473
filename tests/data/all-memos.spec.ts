import { expect, test } from './harness-page';

test('all memos are read when first asked for, with what they are on, and follow commits', async ({
  harnessPage: page,
}) => {
  const result = await page.evaluate(async () => {
    const opened = await harness.open();
    const { session } = opened;
    const [one = '', two = ''] = await harness.importFiles(opened, harness.files(2));
    const first = harness.annotation(one, 0, ['code-1']);
    const second = harness.annotation(two, 20, ['code-1']);
    const [coding] = first.codings;
    await session.committer.commit(
      [first, second].map((annotation) => ({ kind: 'annotation.added', data: { annotation } })),
    );
    const at = '2026-02-01T10:00:00.000Z';
    type Target = { kind: 'document' | 'code' | 'annotation' | 'coding'; id: string; document_id?: string };
    const set = (id: string, text: string | null, target: Target) =>
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
    const onCoding: Target = { kind: 'coding', id: coding?.id ?? '', document_id: one };
    await set('coding', 'why', onCoding);
    await set('document', 'whole', { kind: 'document', id: two });

    const { memos, memoMarks } = session.lists;
    const unread = memos.getSnapshot().state;
    const until = (ready: () => boolean): Promise<void> =>
      new Promise((resolve) => {
        const look = (): void => {
          if (ready()) resolve();
        };
        memos.subscribe(look);
        memoMarks.subscribe(look);
        look();
      });
    await until(() => memos.getSnapshot().state === 'read' && memoMarks.getSnapshot().size === 1);
    const shown = () => {
      const { memos: all, holders } = memos.getSnapshot();
      return {
        texts: all.map(({ text }) => text).sort(),
        quotes: [...holders].map(([id, { document_id }]) => [id === coding?.id, document_id === one]),
        marks: [...memoMarks.getSnapshot()].map((id) => (id === two ? 'two' : id)),
      };
    };
    const begun = shown();

    // Its annotation was written long before.
    await set('late', 'who', { kind: 'annotation', id: second.id, document_id: two });
    await until(() => memos.getSnapshot().holders.size === 2);
    const held = memos.getSnapshot().holders.get(second.id)?.document_id === two;
    const marksBefore = memoMarks.getSnapshot();
    await set('document', 'whole, and more', { kind: 'document', id: two });
    const sameMarks = marksBefore === memoMarks.getSnapshot();
    await set('code', 'a rule', { kind: 'code', id: 'code-1' });
    await set('document', null, { kind: 'document', id: two });
    await session.committer.commit([
      {
        kind: 'annotation.removed',
        data: { id: first.id, document_id: one },
        before: { annotation: first },
      },
    ]);
    const { holders, memos: last } = memos.getSnapshot();
    return {
      ...{ unread, begun, held, sameMarks },
      last: last.map(({ text }) => text).sort(),
      holders: [...holders.keys()].map((id) => id === second.id),
      marks: [...memoMarks.getSnapshot()],
    };
  });
  expect(result).toEqual({
    unread: 'reading',
    begun: { texts: ['whole', 'why'], quotes: [[true, true]], marks: ['two'] },
    held: true,
    sameMarks: true,
    last: ['a rule', 'who', 'why'],
    holders: [true],
    marks: ['code-1'],
  });
});

test('annotations are found by id and by words, and followed', async ({ harnessPage: page }) => {
  const result = await page.evaluate(async () => {
    const opened = await harness.open();
    const { session } = opened;
    const [one = '', two = ''] = await harness.importFiles(opened, harness.files(2));
    const [first, second] = [harness.annotation(one, 0, []), harness.annotation(two, 0, [])];
    await session.committer.commit(
      [first, second].map((annotation) => ({ kind: 'annotation.added', data: { annotation } })),
    );
    const { annotations } = session.lists;
    const looked = new Promise<void>((resolve) => {
      annotations.found.subscribe(() => resolve());
    });
    annotations.ask([second.id, 'nowhere']);
    annotations.ask([second.id]);
    await looked;
    const found = annotations.found.getSnapshot();
    const near = await annotations.search('ENVOY the', two, 8);
    const far = await annotations.search('envoy', null, 1);
    const none = await annotations.search('envoys', null, 8);
    const here = await annotations.search(' ', one, 8);
    await session.committer.commit([
      {
        kind: 'annotation.removed',
        data: { id: second.id, document_id: two },
        before: { annotation: second },
      },
    ]);
    return {
      found: [
        found.get(second.id)?.document_id === two,
        found.get('nowhere'),
        found.get(first.id) ?? 'unasked',
      ],
      near: near.map(({ document_id }) => (document_id === two ? 'two' : 'one')),
      ...{ far: far.length, none: none.length, here: here.map(({ id }) => id === first.id) },
      gone: annotations.found.getSnapshot().get(second.id),
    };
  });
  expect(result).toEqual({
    ...{ found: [true, null, 'unasked'], near: ['two', 'one'] },
    ...{ far: 1, none: 0, here: [true], gone: null },
  });
});
