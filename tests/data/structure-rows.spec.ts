import { expect, test } from './harness-page';

test('structures stand in the store as rows of numbers, and are read as structures; those of an older store too', async ({
  harnessPage: page,
}) => {
  const seen = await page.evaluate(async () => {
    const opened = await harness.open();
    const { session } = opened;
    const [first = '', second = ''] = await harness.importFiles(opened, harness.files(2));
    const { structure } = session.store.database.plain;
    const whole = await structure.get(first);
    const other = await structure.get(second);
    /** As the engine holds it, past the program. */
    const table = (mode: IDBTransactionMode): IDBObjectStore =>
      session.store.database.backendDB().transaction('structures', mode).objectStore('structures');
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('A request failed'));
      });
    const row: unknown = await settled(table('readonly').get(first));
    await settled(table('readwrite').put(whole));
    return {
      keys: Object.keys(Object(row) as object).sort(),
      blocks: whole?.blocks.length,
      kinds: whole?.blocks.map(({ kind }) => kind),
      sentences: whole?.sentences.length,
      old: JSON.stringify(await structure.get(first)) === JSON.stringify(whole),
      many:
        JSON.stringify(await structure.bulkGet([second, 'none', first])) ===
        JSON.stringify([other, undefined, whole]),
      all:
        JSON.stringify((await structure.toArray()).find((one) => one.document_id === second)) ===
        JSON.stringify(other),
      ids: (await structure.toCollection().primaryKeys()).length,
    };
  });
  expect(seen).toMatchObject({
    keys: ['block_ids', 'block_rows', 'document_id', 'segmenter', 'sentence_rows'],
    ...{ old: true, many: true, all: true, ids: 2 },
  });
  expect(seen.blocks).toBeGreaterThan(1);
  expect(seen.kinds).toContain('body');
  expect(seen.sentences).toBeGreaterThan(0);
});
