import { mkdirSync, readdirSync, readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { listBackups, restoreBackup } from '@main/backups';
import { checkKept } from '@main/check-kept';
import { type FileOperations, systemFiles } from '@main/files';
import type { Journal } from '@main/journal';
import { openJournal } from '@main/open-journal';
import { createProject, listProjects, type OpenProject } from '@main/projects';
import { createSnapshots } from '@main/snapshots';
import { createTexts } from '@main/texts';
import { expect, test } from '@playwright/test';
import { atEachOperation, faults, faultyFiles } from './faulty-files';
import { errorOf, inFolder, seeded, successOf } from './journal-fixture';

const texts = ['A first report.\n', 'Второй отчёт.\n', 'Third 🚢\n'];
const when = new Date(Date.UTC(2031, 2, 21, 9));
const later = new Date(Date.UTC(2031, 2, 22, 9));

interface Kept {
  readonly userData: string;
  readonly project: OpenProject;
  readonly journal: Journal;
  readonly hashes: readonly string[];
  /** Of the backups, the newest first: after ten changes, and after four. */
  readonly backups: readonly string[];
}

/** A project with texts, files, and two backups, of which the older holds less. */
async function withProject(work: (kept: Kept) => Promise<void>): Promise<void> {
  await inFolder(async (userData) => {
    const project = successOf(await createProject(userData, 'Harbour', when));
    const journal = successOf(
      await openJournal({ folder: `${project.folder}/journal`, projectId: project.id }),
    );
    const store = createTexts(project.folder);
    const hashes = successOf(await store.storeTexts(texts));
    successOf(await store.storeRaw([Buffer.from('raw bytes'), Buffer.from(texts[0] ?? '')]));
    let clock = Date.UTC(2031, 2, 21, 10);
    const snapshots = createSnapshots({
      ...{ folder: project.folder, projectId: project.id, app: 'framewright 1' },
      chainAt: (seq) => journal.chainAt(seq),
      now: () => {
        clock += 3_600_000;
        return new Date(clock);
      },
    });
    const commit = async (count: number): Promise<void> => {
      const changes = Array.from({ length: count }, (_, n) => ({
        ...{ id: `${clock}-${n}`, project_id: project.id, kind: 'memo.set' },
        data: { note: `of fw:project/${project.id} – ä☂𝄞` },
      }));
      successOf(await journal.append(changes));
    };
    const backUp = async (rows: number): Promise<void> => {
      const { seq, chain } = journal.head;
      const head = { seq, chain, last_change: 'x', counts: { memo: rows } };
      successOf(await snapshots.write({ kind: 'begin', head }));
      const records = Array.from({ length: rows }, (_, n) => ({ id: `${n}` }));
      successOf(await snapshots.write({ kind: 'part', lines: `${JSON.stringify(['memo', records])}\n` }));
      successOf(await snapshots.write({ kind: 'end' }));
    };
    try {
      await commit(1);
      await commit(3);
      await backUp(3);
      await commit(6);
      await backUp(9);
      await commit(2);
      const backups = successOf(await listBackups(project)).map(({ name }) => name);
      await work({ userData, project, journal, hashes, backups });
    } finally {
      await journal.close();
    }
  });
}

async function allOf(journal: Journal): Promise<readonly string[]> {
  const lines: string[] = [];
  for (let from = 1; from <= journal.head.seq; ) {
    const read = successOf(await journal.read(from, journal.head.seq));
    lines.push(...read);
    from += read.reduce((sum, json) => sum + (JSON.parse(json) as readonly unknown[]).length, 0);
  }
  return lines;
}

test('backups are listed the newest first, with what they hold', () =>
  withProject(async ({ project }) => {
    const listed = successOf(await listBackups(project));
    expect(listed.map(({ seq, counts, app }) => [seq, counts, app])).toEqual([
      [10, { memo: 9 }, 'framewright 1'],
      [4, { memo: 3 }, 'framewright 1'],
    ]);
    expect(listed.every(({ bytes, created_at }) => bytes > 100 && created_at.startsWith('2031-03-21'))).toBe(
      true,
    );
    expect(successOf(await listBackups({ ...project, folder: `${project.folder}/no` }))).toEqual([]);
  }));

for (const [at, seq] of [
  [0, 10],
  [1, 4],
] as const) {
  test(`a project made of the backup after ${seq} changes holds them, all texts and files, and has its own journal`, () =>
    withProject(async ({ userData, project, journal, hashes, backups }) => {
      const before = await allOf(journal);
      const restored = successOf(
        await restoreBackup({ userData, project, journal }, backups[at] ?? '', 'Harbour again', later),
      );
      expect([restored.name, restored.id === project.id]).toEqual(['Harbour again', false]);
      const listed = successOf(await listProjects(userData)).projects;
      expect(listed.map(({ name }) => name)).toEqual(['Harbour', 'Harbour again']);
      const own = successOf(
        await openJournal({ folder: `${restored.folder}/journal`, projectId: restored.id }),
      );
      expect([own.notices, own.head.seq]).toEqual([[], seq]);
      const lines = await allOf(own);
      expect(lines).toEqual(
        before.slice(0, lines.length).map((json) => json.replaceAll(project.id, restored.id)),
      );
      expect(lines.join('')).not.toContain(project.id);
      const stored = await createTexts(restored.folder).readTexts(hashes);
      expect(stored.map(({ text }) => text)).toEqual(texts);
      const checked = successOf(await checkKept(restored, own, hashes));
      expect([checked.journal.kind, checked.texts, checked.files]).toEqual([
        'sound',
        { sound: 3, damaged: [] },
        { sound: 2, damaged: [] },
      ]);
      // What is done in one of them is not done in the other.
      successOf(await own.append([{ id: 'more' }]));
      await own.close();
      expect(await allOf(journal)).toEqual(before);
    }));
}

const unusable: readonly (readonly [name: string, spoil: (kept: Kept) => string, code: string])[] = [
  ['no name of a backup', () => '../project.json', 'invalid-request'],
  ['one that is not there', () => '20310321T110000000Z-5.fws', 'not-found'],
  [
    'one with a byte changed',
    ({ project, backups }) => {
      const path = `${project.folder}/snapshots/${backups[0] ?? ''}`;
      const bytes = readFileSync(path);
      bytes.writeUInt8(bytes.readUInt8(bytes.length - 9) ^ 1, bytes.length - 9);
      writeFileSync(path, bytes);
      return backups[0] ?? '';
    },
    'snapshot-damaged',
  ],
];

for (const [name, spoil, code] of unusable) {
  test(`refused: ${name}; no project is made`, () =>
    withProject(async (kept) => {
      const { userData, project, journal } = kept;
      const chosen = spoil(kept);
      expect(errorOf(await restoreBackup({ userData, project, journal }, chosen, 'No', when)).code).toBe(
        code,
      );
      expect(successOf(await listProjects(userData)).projects.map((each) => each.name)).toEqual(['Harbour']);
      expect(readdirSync(`${userData}/projects`)).toEqual([project.id]);
    }));
}

for (const fault of faults) {
  test(`whatever fails on the way with ${fault}, the project stays as it was and no half one is listed`, async () => {
    const tried = await atEachOperation(async (first) => {
      const faulty = faultyFiles(first, 1, fault);
      await withProject(async ({ userData, project, journal, backups }) => {
        const before = readFileSync(`${project.folder}/journal/000001.fwj`);
        const place = { userData, project, journal, files: faulty.files };
        const restored = await restoreBackup(place, backups[0] ?? '', 'Again', later);
        const { projects } = successOf(await listProjects(userData));
        expect(projects.map(({ name }) => name)).toEqual(restored.ok ? ['Harbour', 'Again'] : ['Harbour']);
        expect(readFileSync(`${project.folder}/journal/000001.fwj`).equals(before)).toBe(true);
        // Once the cause is gone, the same backup is restored.
        if (!restored.ok) successOf(await restoreBackup(place, backups[0] ?? '', 'Once more', later));
        // What was made is whole, also where a link could not be made and bytes were copied instead.
        const made = projects[1];
        if (made === undefined) return;
        const own = successOf(await openJournal({ folder: `${made.folder}/journal`, projectId: made.id }));
        expect([own.head.seq, own.notices]).toEqual([10, []]);
        await own.close();
      });
      return first <= faulty.count();
    });
    expect(tried).toBeGreaterThan(20);
  });
}

test('a disk without links gets copies', () =>
  withProject(async ({ userData, project, journal, backups, hashes }) => {
    const link = (): Promise<void> => Promise.reject(Object.assign(new Error('no'), { code: 'EPERM' }));
    const files: FileOperations = { ...systemFiles, link };
    const restored = successOf(
      await restoreBackup({ userData, project, journal, files }, backups[0] ?? '', 'Again', when),
    );
    const [hash = ''] = hashes;
    const path = `/texts/${hash.slice(0, 2)}/${hash}`;
    expect(statSync(`${restored.folder}${path}`).ino).not.toBe(statSync(`${project.folder}${path}`).ino);
    expect((await createTexts(restored.folder).readTexts([hash]))[0]?.text).toBe(texts[0]);
  }));

test('every byte of all that is kept is looked at: one bit anywhere is found in its part', () =>
  withProject(async ({ project, journal, hashes }) => {
    const sound = successOf(await checkKept(project, journal, hashes));
    expect(sound).toEqual({
      journal: { kind: 'sound', changes: 12, lines: 5, chain: journal.head.chain },
      backups: { sound: 2, damaged: [] },
      texts: { sound: 3, damaged: [] },
      files: { sound: 2, damaged: [] },
    });
    const parts = { journal: 'journal', snapshots: 'backups', texts: 'texts', raw: 'files' } as const;
    const random = seeded(7);
    let flips = 0;
    for (const [folder, part] of Object.entries(parts)) {
      const below = `${project.folder}/${folder}`;
      const names = readdirSync(below, { recursive: true, withFileTypes: true });
      for (const file of names.filter((each) => each.isFile())) {
        const path = `${file.parentPath}/${file.name}`;
        const bytes = readFileSync(path);
        // A text and a file of the same bytes are one file with two names.
        const isShared = statSync(path).nlink > 1;
        for (let n = 0; n < 12; n += 1) {
          const at = random(bytes.length);
          const bent = Buffer.from(bytes);
          bent.writeUInt8(bent.readUInt8(at) ^ (1 << random(8)), at);
          writeFileSync(path, bent);
          const found = successOf(await checkKept(project, journal, hashes));
          const wrong = (['journal', 'backups', 'texts', 'files'] as const).filter((each) =>
            each === 'journal' ? found.journal.kind === 'damaged' : found[each].damaged.length > 0,
          );
          // A journal that is damaged before a backup's place leaves that backup without one.
          expect([file.name, at, wrong]).toEqual([file.name, at, expect.arrayContaining([part])]);
          if (part !== 'journal' && !isShared) expect(wrong).toEqual([part]);
          writeFileSync(path, bytes);
          flips += 1;
        }
      }
    }
    expect(flips).toBeGreaterThan(90);
    expect(successOf(await checkKept(project, journal, hashes))).toEqual(sound);
  }));

test('a text that is not there, and a journal that ends too early, are named', () =>
  withProject(async ({ project, journal, hashes }) => {
    const [hash = ''] = hashes;
    unlinkSync(`${project.folder}/texts/${hash.slice(0, 2)}/${hash}`);
    const path = `${project.folder}/journal/000001.fwj`;
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.subarray(0, bytes.lastIndexOf(10, bytes.length - 2) + 1));
    const found = successOf(await checkKept(project, journal, hashes));
    expect(found.texts).toEqual({ sound: 2, damaged: [hash] });
    expect(found.journal).toEqual({ kind: 'damaged', line: 5, why: 'end' });
    writeFileSync(path, bytes);
    mkdirSync(`${project.folder}/texts/zz`);
    writeFileSync(`${project.folder}/texts/zz/.framewright-left.tmp`, 'left by a crash');
    expect(successOf(await checkKept(project, journal, hashes)).texts.damaged).toEqual([hash]);
  }));
