import { expect, test } from './harness-page';

test('undo and redo restore exactly what was, across a reload', async ({ harnessPage: page }) => {
  const result = await page.evaluate(async () => {
    let opened = await harness.open();
    const log: unknown[] = [];
    const [document_id = '', second = ''] = await harness.importFiles(opened, harness.files(2));
    const states: string[] = [];
    const remember = async (): Promise<string> => JSON.stringify(await harness.contents(opened));
    const annotation = harness.annotation(document_id, 40, ['code-1']);
    const [coding] = annotation.codings;
    const [other] = harness.annotation(document_id, 0, ['code-2']).codings;
    if (coding === undefined || other === undefined) throw new Error('They were given codes');
    const ofAnnotation = { document_id, annotation_id: annotation.id };
    const steps: Parameters<typeof opened.session.committer.commit>[0][] = [
      [{ kind: 'annotation.added', data: { annotation } }],
      [{ kind: 'coding.added', data: { ...ofAnnotation, coding: other } }],
      [
        {
          kind: 'coding.set',
          data: { ...ofAnnotation, coding_id: other.id, fields: { stance: 'denies' } },
          before: { fields: {} },
        },
      ],
      [
        {
          kind: 'coding.removed',
          data: { ...ofAnnotation, coding_id: coding.id },
          before: { coding, index: 0 },
        },
      ],
      harness.annotations(second, 20),
    ];
    states.push(await remember());
    for (const drafts of steps) {
      harness.must(await opened.session.committer.commit(drafts));
      states.push(await remember());
    }
    const undo = async (which: 'undo' | 'redo'): Promise<unknown> => {
      const own = opened.session.undo.getSnapshot();
      if (own === null) throw new Error('There is a coder');
      const done = harness.must(await own[which]());
      return done === null ? null : [done.label.kind, done.label.count, done.place?.start ?? null];
    };
    const at = async (): Promise<number> => states.indexOf(await remember());
    for (let step = 0; step < 2; step += 1) log.push([await undo('undo'), await at()]);
    opened = await harness.reopen(opened);
    for (let step = 0; step < 3; step += 1) log.push([await undo('undo'), await at()]);
    opened = await harness.reopen(opened);
    for (let step = 0; step < 6; step += 1) log.push([await undo('redo'), await at()]);
    // Pressed twice at once, the second waits for the first.
    await Promise.all([undo('undo'), undo('undo')]);
    log.push(await at());
    // Something new ends what could be done again.
    await opened.session.committer.commit(harness.annotations(second, 1));
    log.push(await undo('redo'));
    // The import is a step too.
    await undo('undo');
    for (let step = 0; step < 3; step += 1) await undo('undo');
    log.push(await undo('undo'), opened.session.lists.documents.getSnapshot().length, await undo('undo'));
    return log;
  });
  expect(result).toEqual([
    [['annotation.added', 20, 190], 4],
    [['coding.removed', 1, 40], 3],
    [['coding.set', 1, 40], 2],
    [['coding.added', 1, 40], 1],
    [['annotation.added', 1, 40], 0],
    [['annotation.added', 1, 40], 1],
    [['coding.added', 1, 40], 2],
    [['coding.set', 1, 40], 3],
    [['coding.removed', 1, 40], 4],
    [['annotation.added', 20, 190], 5],
    [null, 5],
    3,
    null,
    ['document.added', 2, null],
    0,
    null,
  ]);
});

test('a coder takes back only what is their own', async ({ harnessPage: page }) => {
  const result = await page.evaluate(async () => {
    const opened = await harness.open();
    const { session } = opened;
    const [document_id = ''] = await harness.importFiles(opened, harness.files(1));
    const created_at = '2026-02-01T10:00:00.000Z';
    const other = { id: '44444444-4444-4444-8444-444444444444', name: 'Ben', created_at };
    harness.must(await session.nameCoder(other));
    const nothing = session.undo.getSnapshot()?.state.getSnapshot().undo;
    await session.committer.commit(harness.annotations(document_id, 1));
    const own = session.undo.getSnapshot();
    await own?.begin();
    const ready = own?.state.getSnapshot().undo?.label.kind;
    await own?.undo();
    const after = harness.must((await own?.undo()) ?? { ok: false, error: 'no coder' });
    return { nothing, ready, after, coders: session.lists.coders.getSnapshot().map(({ name }) => name) };
  });
  expect(result).toEqual({ nothing: null, ready: 'annotation.added', after: null, coders: ['Ada', 'Ben'] });
});
