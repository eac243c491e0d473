// Node's assert rather than the runner's expect, which records a step each: these run a hundred thousand times.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FileOperations, systemFiles } from '@main/files';
import type { Journal } from '@main/journal';
import { openJournal } from '@main/open-journal';
import type { Commit, Outcome, Problem } from '@preload/contract';

export const projectId = '7d3f5d0e-4f0a-4d0e-9a44-2f6f2c1f0a11';

/** Runs in a folder of its own, which is removed afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'framewright-main-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function open(folder: string, files: FileOperations = systemFiles): Promise<Outcome<Journal>> {
  return openJournal({ folder, projectId, files });
}

/** The value of an outcome that must be a success. */
export function successOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) assert.fail(`Expected success: ${JSON.stringify(outcome.error)}`);
  return outcome.value;
}

/** The problem of an outcome that must be a failure. */
export function errorOf(outcome: Outcome<unknown>): Problem {
  if (outcome.ok) assert.fail('Expected a failure');
  return outcome.error;
}

export const journalFile = (folder: string): string => `${folder}/000001.fwj`;

/** Commit `n` of a made-up project: one to three changes, some with signs of several bytes. */
export function commitNumber(n: number): Commit {
  return Array.from({ length: 1 + (n % 3) }, (_, place) => ({
    id: `c${n}.${place}`,
    note: 'ä☂𝄞'.slice(0, n % 5),
  }));
}

/** What one reading answers. */
export async function commitsIn(journal: Journal, from: number, to: number): Promise<readonly Commit[]> {
  const lines = successOf(await journal.read(from, to));
  return lines.map((json) => JSON.parse(json) as Commit); // each a line's array of changes
}

/** The ids in a journal, as it reads back from the first change to the last. */
export async function idsIn(journal: Journal): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let next = 1; next <= journal.head.seq; ) {
    const commits = await commitsIn(journal, next, journal.head.seq);
    const changes = commits.flat();
    assert.ok(changes.length > 0);
    for (const change of changes) {
      if (typeof change !== 'object' || change === null || Array.isArray(change))
        throw new Error('no change');
      const { seq, id } = change as { readonly seq: number; readonly id: string };
      if (seq < next) continue;
      assert.equal(seq, next);
      ids.push(id);
      next += 1;
    }
  }
  return ids;
}

export const idsOf = (commits: readonly Commit[]): readonly string[] =>
  commits.flat().map((change) => (change as { readonly id: string }).id);

/** Writes a journal of `count` commits; answers its bytes and the ends of its lines, the header's first. */
export async function writeJournal(
  folder: string,
  count: number,
): Promise<{ bytes: Buffer; ends: number[] }> {
  const journal = successOf(await open(folder));
  for (let n = 0; n < count; n += 1) successOf(await journal.append(commitNumber(n)));
  await journal.close();
  const bytes = readFileSync(journalFile(folder));
  const ends = [...bytes.entries()].flatMap(([place, byte]) => (byte === 10 ? [place + 1] : []));
  assert.equal(ends.length, count + 1);
  return { bytes, ends };
}

/** A reproducible source of numbers from 0 up to `below` (mulberry32). */
export function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
