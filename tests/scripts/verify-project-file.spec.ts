import { openJournal } from '@main/open-journal';
import { expect, test } from '@playwright/test';
import { packProject } from '@renderer/workers/pack-project';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { verifyProjectFile } from '../../scripts/verify-project-file.mjs';
import { inFolder, projectId, successOf } from '../main/journal-fixture';
import { stampOfTest } from '../support/exchange-project';

/** The journal that main writes for some commits: its lines' JSON, and its chain at the end. */
async function journalOf(
  commits: number,
): Promise<{ readonly lines: readonly string[]; readonly chain: string }> {
  return inFolder(async (folder) => {
    const journal = successOf(await openJournal({ folder, projectId }));
    for (let n = 0; n < commits; n += 1) {
      const changes = Array.from({ length: 1 + (n % 3) }, (_, at) => ({
        ...{ id: `${n}-${at}`, project_id: projectId, kind: 'memo.set', data: { text: `ä☂ ${n}` } },
      }));
      successOf(await journal.append(changes));
    }
    const lines = successOf(await journal.read(1, journal.head.seq));
    const { chain } = journal.head;
    await journal.close();
    return { lines, chain };
  });
}

async function packed(journal: readonly string[]): Promise<Uint8Array> {
  const originals = [{ sha256: 'a'.repeat(64), bytes: new Uint8Array([0, 1, 2, 255]) }];
  const done = await packProject({
    kind: 'project',
    ...stampOfTest,
    project: '{"ä":"😀"}',
    journal,
    originals,
  });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return done.value;
}

test('a project file is what was written, and its journal has the fingerprint that main knows', async () => {
  const { lines, chain } = await journalOf(7);
  expect(verifyProjectFile(await packed(lines))).toEqual({ ok: true, entries: 4, changes: 13, chain });
  expect(verifyProjectFile(await packed([]))).toEqual({ ok: true, entries: 3, changes: 0, chain: null });
});

test('every byte counts: any one that is changed is found, and so is one more or less', async () => {
  const { lines } = await journalOf(4);
  const file = await packed(lines);
  const unseen: number[] = [];
  for (let at = 0; at < file.length; at += 1) {
    for (const bit of [1, 0x80]) {
      const bent = Uint8Array.from(file);
      bent[at] = (bent[at] ?? 0) ^ bit;
      if (verifyProjectFile(bent).ok) unseen.push(at);
    }
  }
  expect(file.length).toBeGreaterThan(900);
  expect(unseen).toEqual([]);
  for (const other of [
    file.subarray(1),
    file.subarray(0, -1),
    Uint8Array.from([...file, 0]),
    new Uint8Array(),
  ]) {
    expect(verifyProjectFile(other).ok).toBe(false);
  }
});

const manifest = { format: 'framewright-project', version: 1, kind: 'project', entries: {} };
const entry = { sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', bytes: 0 };
const moment = new Date(1980, 0, 1);

const forged: readonly (readonly [name: string, files: Record<string, string>, place: string])[] = [
  ['no manifest', { 'project.json': '{}' }, 'manifest.json'],
  ['another format', { 'manifest.json': '{"format":"zip"}' }, 'manifest.json'],
  ['an entry that is not listed', { 'manifest.json': JSON.stringify(manifest), x: '' }, 'x'],
  [
    'an entry that is not there',
    { 'manifest.json': JSON.stringify({ ...manifest, entries: { x: entry } }) },
    'x',
  ],
];

for (const [name, files, place] of forged) {
  test(`named: ${name}`, () => {
    const entries: Zippable = {};
    for (const [key, text] of Object.entries(files)) entries[key] = [strToU8(text), { mtime: moment }];
    expect(verifyProjectFile(zipSync(entries))).toMatchObject({ ok: false, place });
  });
}

test('a commit that was taken out, or said twice, is named by its line', async () => {
  const { lines } = await journalOf(6);
  for (const [other, line] of [
    [lines.toSpliced(2, 1), 3],
    [lines.toSpliced(2, 0, lines[1] ?? ''), 3],
    [['{}', ...lines], 1],
  ] as const) {
    expect(verifyProjectFile(await packed(other))).toMatchObject({
      ok: false,
      place: `journal.jsonl, line ${line}`,
    });
  }
});
