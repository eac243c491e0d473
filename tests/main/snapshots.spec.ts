import assert from 'node:assert/strict';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { FileOperations } from '@main/files';
import { decodeSnapshot } from '@main/snapshot-file';
import { createSnapshots, type Snapshots } from '@main/snapshots';
import { expect, test } from '@playwright/test';
import type { SnapshotHead } from '@preload/contract';
import { atEachOperation, faults, faultyFiles } from './faulty-files';
import { errorOf, inFolder, projectId, seeded, successOf } from './journal-fixture';

const chain = (seq: number): string => seq.toString(16).padStart(64, '0');

const lines = (rows: number, table = 'annotation'): string =>
  Array.from(
    { length: rows },
    (_, n) => `${JSON.stringify([table, [{ id: `${table}-${n}`, text: 'ä☂𝄞' }]])}\n`,
  ).join('');

const headOf = (seq: number, rows: number): SnapshotHead => ({
  ...{ seq, chain: chain(seq), last_change: `change-${seq}`, counts: { annotation: rows, code: 1 } },
});

interface Opened {
  readonly snapshots: Snapshots;
  readonly names: () => readonly string[];
}

let clock = Date.UTC(2026, 0, 5, 8);

function openIn(folder: string, files?: FileOperations, app = 'framewright 1'): Opened {
  const snapshots = createSnapshots({
    ...{ folder, projectId, app, chainAt: (seq) => Promise.resolve(seq <= 100 ? chain(seq) : null) },
    now: () => {
      clock += 3_600_000;
      return new Date(clock);
    },
    ...(files === undefined ? {} : { files }),
  });
  const names = (): readonly string[] => {
    try {
      return readdirSync(`${folder}/snapshots`).toSorted();
    } catch {
      return [];
    }
  };
  return { snapshots, names };
}

async function take(snapshots: Snapshots, seq: number, rows: number) {
  for (const step of [
    { kind: 'begin', head: headOf(seq, rows) },
    { kind: 'part', lines: lines(1, 'code') },
    { kind: 'part', lines: lines(rows) },
  ] as const) {
    successOf(await snapshots.write(step));
  }
  return snapshots.write({ kind: 'end' });
}

async function readAll(snapshots: Snapshots) {
  let text = '';
  for (let part = 0; ; part += 1) {
    const read = successOf(await snapshots.read(part));
    if (part === 0 && read.part === null) return { seq: 0, text, passed: read.passed_over };
    if (read.part === null) throw new Error('A part is missing');
    text += read.part.lines;
    if (read.part.is_last) return { seq: read.part.head.seq, text };
  }
}

test('what is written is read back whole, in parts', () =>
  inFolder(async (folder) => {
    const { snapshots, names } = openIn(folder);
    expect(await readAll(snapshots)).toEqual({ seq: 0, text: '', passed: [] });
    successOf(await take(snapshots, 7, 50_000));
    expect(names()).toHaveLength(1);
    expect(await readAll(snapshots)).toEqual({ seq: 7, text: lines(1, 'code') + lines(50_000) });
    successOf(await take(snapshots, 9, 3));
    expect((await readAll(openIn(folder).snapshots)).seq).toBe(9);
  }));

test('counts that are wrong, or a place that is not on the journal, are refused and leave nothing', () =>
  inFolder(async (folder) => {
    const { snapshots, names } = openIn(folder);
    expect(errorOf(await snapshots.write({ kind: 'end' })).code).toBe('invalid-request');
    successOf(await snapshots.write({ kind: 'begin', head: headOf(7, 3) }));
    successOf(await snapshots.write({ kind: 'part', lines: lines(2) }));
    expect(errorOf(await snapshots.write({ kind: 'end' })).code).toBe('io');
    expect(errorOf(await take(snapshots, 101, 3)).code).toBe('invalid-request');
    successOf(await snapshots.write({ kind: 'begin', head: headOf(7, 3) }));
    successOf(await snapshots.write({ kind: 'drop' }));
    expect(errorOf(await snapshots.write({ kind: 'end' })).code).toBe('invalid-request');
    expect(names()).toEqual([]);
  }));

test('one that is damaged, of another version or not on the journal is passed over', () =>
  inFolder(async (folder) => {
    const { snapshots, names } = openIn(folder);
    successOf(await take(snapshots, 5, 4));
    successOf(await take(snapshots, 6, 4));
    const newest = names().at(-1) ?? '';
    const bytes = readFileSync(`${folder}/snapshots/${newest}`);
    writeFileSync(`${folder}/snapshots/${newest}`, bytes.subarray(0, bytes.length - 3));
    const read = successOf(await snapshots.read(0));
    expect(read.passed_over).toEqual([{ code: 'snapshot-damaged', file: newest }]);
    expect(read.part?.head.seq).toBe(5);
    const shorter = createSnapshots({
      folder,
      projectId,
      app: 'framewright 1',
      chainAt: () => Promise.resolve(null),
    });
    expect(successOf(await shorter.read(0)).part).toBeNull();
    expect((await readAll(openIn(folder, undefined, 'framewright 2').snapshots)).seq).toBe(0);
  }));

test('a snapshot with any bit flipped or cut anywhere is none', () =>
  inFolder(async (folder) => {
    const { snapshots, names } = openIn(folder);
    successOf(await take(snapshots, 5, 20));
    const bytes = readFileSync(`${folder}/snapshots/${names()[0] ?? ''}`);
    const original = await decodeSnapshot(bytes);
    assert.ok(original !== null);
    const random = seeded(11);
    let refused = 0;
    for (let trial = 0; trial < 2_000; trial += 1) {
      const flipped = Buffer.from(bytes);
      const place = random(bytes.length);
      flipped[place] = (flipped[place] ?? 0) ^ (1 << random(8));
      const read = await decodeSnapshot(flipped);
      if (read === null) refused += 1;
      // A few bits of gzip's own header mean nothing; what is read is then what was written.
      else assert.deepEqual(read, original, `byte ${place}`);
    }
    for (let cut = 0; cut < bytes.length; cut += 1) {
      assert.equal(await decodeSnapshot(bytes.subarray(0, cut)), null, `cut at ${cut}`);
    }
    expect(refused).toBeGreaterThan(1_900);
  }));

for (const fault of faults) {
  test(`${fault} at each operation leaves the earlier snapshot, and no unfinished one that counts`, async () => {
    const operations = await atEachOperation((first) =>
      inFolder(async (folder) => {
        successOf(await take(openIn(folder).snapshots, 5, 4));
        const { files, count } = faultyFiles(first, 1, fault);
        const outcome = await take(openIn(folder, files).snapshots, 6, 4);
        const reached = count() >= first;
        const { seq } = await readAll(openIn(folder).snapshots);
        assert.ok(outcome.ok ? seq === 6 : seq === 5 || seq === 6, `operation ${first}`);
        successOf(await take(openIn(folder).snapshots, 7, 4));
        assert.equal((await readAll(openIn(folder).snapshots)).seq, 7);
        return reached;
      }),
    );
    expect(operations).toBeGreaterThan(8);
  });
}

test('before an upgrade the newest is kept for good', () =>
  inFolder(async (folder) => {
    const { snapshots, names } = openIn(folder);
    await snapshots.keepForUpgrade();
    successOf(await take(snapshots, 5, 4));
    await snapshots.keepForUpgrade();
    await snapshots.keepForUpgrade();
    expect(names()).toEqual([expect.stringMatching(/-5-upgrade\.fws$/)]);
    for (let seq = 6; seq < 80; seq += 1) successOf(await take(snapshots, seq, 4));
    expect(names()[0]).toMatch(/-5-upgrade\.fws$/);
    expect(names().length).toBeLessThan(40);
    renameSync(`${folder}/snapshots/${names()[0] ?? ''}`, `${folder}/snapshots/other`);
    expect((await readAll(snapshots)).seq).toBe(79);
  }));
