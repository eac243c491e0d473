import { stamp } from '@core/change/stamp';
import type { ChangeDraft } from '@core/model/change';
import { expect, test } from '@playwright/test';
import { noHistory, readHistory } from '@renderer/data/read-history';
import { makeCode, makeProject } from '../core/make-records';
import { createFakeBridge, type FakeBridge } from '../support/fake-bridge';

const time = '2031-01-01T00:00:00.000Z';

async function append(bridge: FakeBridge, drafts: readonly ChangeDraft[]): Promise<void> {
  const changes = stamp(drafts, {
    ...{ project_id: 'project', device_id: 'device', app: 'test', tz: 'UTC' },
    ...{ now: time, origin: 'hand', coder_id: 'coder', newId: () => crypto.randomUUID() },
  });
  await bridge.appendCommit(JSON.stringify(changes));
}

const added = (id: string): ChangeDraft => ({ kind: 'code.added', data: { code: makeCode({ id }) } });
const project: ChangeDraft = { kind: 'project.added', data: { project: makeProject() } };

test('only what was asked for is kept, in order, over several slices; then it is read on from there', async () => {
  const bridge = createFakeBridge({ journalAtOnce: 400 });
  await append(bridge, [project]);
  for (const id of ['a', 'b', 'c', 'd']) await append(bridge, [added(id), added(`${id}2`)]);
  const asked: number[] = [];
  const counted = {
    ...bridge,
    readCommits: (from: number, to: number) => {
      asked.push(from);
      return bridge.readCommits(from, to);
    },
  };
  const isCode = ({ kind }: { readonly kind: string }): boolean => kind === 'code.added';
  const first = await readHistory(counted, noHistory, 9, isCode);
  if (!first.ok) throw new Error(first.error.code);
  expect(first.value.changes.map(({ seq }) => seq)).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
  expect(asked.length).toBeGreaterThan(2);

  await append(bridge, [added('e')]);
  asked.length = 0;
  const second = await readHistory(counted, first.value, 10, isCode);
  expect(asked).toEqual([10]);
  expect(second).toMatchObject({ ok: true, value: { seq: 10, changes: { length: 9 } } });
  expect(await readHistory(counted, first.value, 9, isCode)).toMatchObject({ value: { seq: 9 } });
});

test('a journal with a gap is told of', async () => {
  const bridge = createFakeBridge();
  await append(bridge, [project, added('a')]);
  expect(await readHistory(bridge, noHistory, 3, () => true)).toMatchObject({
    ok: false,
    error: { code: 'journal-damaged' },
  });
});
