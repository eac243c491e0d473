import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { encodeLine, noChain } from '@main/journal-line';
import { expect, test } from '@playwright/test';
import { folderHash } from '../support/folder-hash';
import { comparableExport, firstDifference, journalOf, keptProjects } from '../support/kept-project';
import { runWorkbench } from '../support/launch';
import { drill, recordDrill } from '../support/trials';

/*
 * Profiles as versions of the program left them: `<version>/profile`, without what the browser engine keeps, and
 * `<version>/state.json`, the JSON export that version made of it. One is added when a version is released.
 */
const kept = resolve(import.meta.dirname, '../fixtures/profiles');

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'framewright-upgrades-'));
});
test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** Runs without a window on a copy of a stored profile; answers the export, where there is one, and what was said. */
async function open(profile: string) {
  const out = join(folder, 'out.json');
  rmSync(out, { force: true });
  const run = await runWorkbench([`--export=${out}`, '--quit'], { userData: profile });
  const state = existsSync(out) ? comparableExport(readFileSync(out, 'utf8')) : '';
  return { ...run, state };
}

function copyOf(version: string): string {
  const profile = join(folder, 'profile');
  cpSync(join(kept, version, 'profile'), profile, { recursive: true });
  // Git keeps no empty folders.
  for (const { folder: project } of keptProjects(profile))
    mkdirSync(join(project, 'raw'), { recursive: true });
  return profile;
}

const versions = readdirSync(kept);

test(drill('a profile of every version opens with the state it had'), async () => {
  const wrong: string[] = [];
  for (const version of versions) {
    const { code, stderr, state } = await open(copyOf(version));
    const due = comparableExport(readFileSync(join(kept, version, 'state.json'), 'utf8'));
    if (code !== 0) wrong.push(`${version}: ${stderr}`);
    else if (state !== due) wrong.push(`${version}: ${firstDifference(state, due)}`);
    rmSync(join(folder, 'profile'), { recursive: true, maxRetries: 5 });
  }
  recordDrill({ trials: versions.length, lost: wrong.length, worst: wrong[0] ?? versions.join(', ') });
  expect(wrong).toEqual([]);
  expect(versions.length).toBeGreaterThan(0);
});

test('what a later version or a later engine left is not opened by this one', async () => {
  const profile = copyOf(versions.at(-1) ?? '');
  const before = await open(profile);
  expect([before.code, before.state === '']).toEqual([0, false]);
  const [project] = keptProjects(profile);
  const own = project?.folder ?? '';
  const change = (path: string, content: string | Buffer) => {
    const was = readFileSync(path);
    writeFileSync(path, content);
    return () => writeFileSync(path, was);
  };
  const description = join(own, 'project.json');
  const journal = journalOf(own);
  const header = { format: 'framewright-journal', version: 2 };
  const later = [
    () => change(description, readFileSync(description, 'utf8').replace('"format": 1', '"format": 2')),
    () =>
      change(
        journal,
        Buffer.concat([encodeLine(noChain, JSON.stringify(header)).bytes, readFileSync(journal)]),
      ),
  ];
  for (const make of later) {
    const restore = make();
    const hash = ['projects', 'Partitions'].map((part) => folderHash(join(profile, part)));
    const { code, stderr, state } = await open(profile);
    expect([code, state]).toEqual([1, '']);
    expect(stderr).toContain('was last used with a later version of Framewright');
    expect(['projects', 'Partitions'].map((part) => folderHash(join(profile, part)))).toEqual(hash);
    restore();
  }
  const engine = join(own, 'store', 'engine.json');
  writeFileSync(engine, readFileSync(engine, 'utf8').replace(/"chromium":"\d+/, '"chromium":"999'));
  const older = await open(profile);
  expect([older.code, older.state === before.state]).toEqual([0, true]);
  expect(older.stdout).toContain('newer version of this program’s engine');
  expect(readdirSync(join(own, 'store', 'set-aside'))).toHaveLength(1);
});
