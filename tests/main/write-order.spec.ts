import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { listBackups, restoreBackup } from '@main/backups';
import type { FileOperations } from '@main/files';
import type { Journal } from '@main/journal';
import { openJournal } from '@main/open-journal';
import { createProject, listProjects, type OpenProject } from '@main/projects';
import { save } from '@main/save';
import { createSnapshots } from '@main/snapshots';
import { createTexts } from '@main/texts';
import { expect, test } from '@playwright/test';
import { drill, recordDrill, trials } from '../support/trials';
import { commitNumber, idsIn, idsOf, inFolder, successOf } from './journal-fixture';
import { type Leaving, leavings, replayedDisk, type Traced, tracedFiles } from './traced-files';

/*
 * A session in main, from the first start to a restored backup. Its file operations are replayed up to each of them,
 * and the power is cut there in each way that POSIX allows: what was acknowledged until then must be there.
 */

const texts = ['A first report.\n', 'Второй отчёт.\n', 'Third 🚢\n'];
const commits = Array.from({ length: 9 }, (_, n) => commitNumber(n));
const when = new Date(Date.UTC(2031, 2, 21, 9));
const out = { kind: 'file', path: '' } as const;
const written = ['first table', 'second table, which is longer'] as const;

interface Session {
  readonly project: OpenProject;
  readonly hashes: readonly string[];
  readonly trace: readonly Traced[];
}

const snapshotsOf = (project: OpenProject, journal: Journal, files?: FileOperations) =>
  createSnapshots({
    ...{ folder: project.folder, projectId: project.id, app: 'framewright 1' },
    chainAt: (seq) => journal.chainAt(seq),
    ...(files === undefined ? {} : { files }),
  });

const journalIn = (project: OpenProject, files?: FileOperations) =>
  openJournal({
    ...{ folder: `${project.folder}/journal`, projectId: project.id },
    ...(files === undefined ? {} : { files }),
  });

async function work(root: string, hasLinks: boolean): Promise<Session> {
  const { files, trace } = tracedFiles(root, hasLinks);
  const tell = (what: string): void => {
    trace.push({ kind: 'told', what });
  };
  const project = successOf(await createProject(root, 'Harbour', when, files));
  let journal = successOf(await journalIn(project, files));
  tell('project');
  const append = async (from: number, to: number): Promise<void> => {
    for (const commit of commits.slice(from, to)) {
      successOf(await journal.append(commit));
      tell('commit');
    }
  };
  const backUp = async (rows: number): Promise<void> => {
    const snapshots = snapshotsOf(project, journal, files);
    const head = { ...journal.head, last_change: 'x', counts: { memo: rows } };
    successOf(await snapshots.write({ kind: 'begin', head }));
    const records = Array.from({ length: rows }, (_, n) => ({ id: `${n}` }));
    successOf(await snapshots.write({ kind: 'part', lines: `${JSON.stringify(['memo', records])}\n` }));
    successOf(await snapshots.write({ kind: 'end' }));
    tell(`snapshot ${journal.head.seq}`);
  };
  const store = createTexts(project.folder, files);
  const hashes = successOf(await store.storeTexts(texts));
  successOf(await store.storeRaw([Buffer.from(texts[0] ?? '')]));
  tell('texts');
  await append(0, 3);
  await backUp(3);
  await append(3, 5);
  for (const content of written) {
    successOf(await save({ ...out, path: `${root}/out.csv` }, [{ name: '', content }], files));
    tell(`saved ${content}`);
  }
  // A line that was begun and never acknowledged, as a crash leaves it, and the next start.
  await journal.close();
  const torn = await files.open(`${project.folder}/journal/000001.fwj`, 'a');
  await torn.write(Buffer.from('0f3a91cc 77'), 0, 11);
  await torn.close();
  journal = successOf(await journalIn(project, files));
  await append(5, 8);
  await backUp(5);
  const [newest] = successOf(await listBackups(project));
  successOf(
    await restoreBackup({ userData: root, project, journal, files }, newest?.name ?? '', 'Again', when),
  );
  tell('restored');
  await append(8, 9);
  await journal.close();
  return { project, hashes, trace };
}

/** Looks at what a power cut left; throws where something that was told is not there or does not open. */
async function look(root: string, { project, hashes }: Session, told: readonly string[]): Promise<void> {
  const { projects } = successOf(await listProjects(root));
  const names = projects.map(({ name }) => name);
  assert.ok(!told.includes('project') || names.includes('Harbour'), 'the project is there');
  assert.ok(!told.includes('restored') || names.includes('Again'), 'the restored one is there');
  for (const each of projects) {
    const journal = successOf(await journalIn(each));
    const ids = await idsIn(journal);
    await journal.close();
    const isFirst = each.id === project.id;
    const asked = idsOf(isFirst ? commits : commits.slice(0, 8));
    assert.deepEqual(ids, asked.slice(0, ids.length), 'commits in their order');
    const count = isFirst ? told.filter((what) => what === 'commit').length : 8;
    assert.ok(ids.length >= idsOf(commits.slice(0, count)).length, 'acknowledged commits');
    if (!isFirst || told.includes('texts')) {
      const found = await createTexts(each.folder).readTexts(hashes);
      assert.deepEqual(
        found.map(({ text }) => text),
        texts,
      );
    }
    if (!isFirst) continue;
    const again = successOf(await journalIn(each));
    const { part, passed_over } = successOf(await snapshotsOf(each, again).read(0));
    await again.close();
    const last = told.findLast((what) => what.startsWith('snapshot '));
    assert.ok((part?.head.seq ?? 0) >= Number(last?.slice(9) ?? 0), 'the newest snapshot');
    assert.deepEqual(passed_over, []);
  }
  const saved = existsSync(`${root}/out.csv`) ? readFileSync(`${root}/out.csv`, 'utf8') : null;
  const last = told.findLast((what) => what.startsWith('saved '))?.slice(6) ?? null;
  assert.ok(saved === null ? last === null : written.some((each) => each === saved), 'an export is whole');
  assert.ok(last !== written[1] || saved === last, 'the last export');
}

/** Those tried in each run of the tests come first. */
const ways = (Object.keys(leavings) as Leaving[]).slice(0, trials(3, 5));

test(
  drill('the power cut after each file operation, in each way, leaves what was acknowledged'),
  async () => {
    test.setTimeout(600_000);
    const wrong: string[] = [];
    let cuts = 0;
    for (const hasLinks of [true, false])
      await inFolder(async (root) => {
        const session = await work(root, hasLinks);
        const disk = replayedDisk();
        const told: string[] = [];
        for (const [number, step] of session.trace.entries()) {
          disk.replay(step);
          if (step.kind === 'told') told.push(step.what);
          for (const leaving of ways) {
            const left = `${root}-left`;
            disk.leave(left, leaving);
            try {
              const below = { ...session.project, folder: session.project.folder.replace(root, left) };
              await look(left, { ...session, project: below }, told);
            } catch (error) {
              const at = `${number} (${JSON.stringify(step).slice(0, 120)})`;
              wrong.push(
                `${hasLinks ? 'with' : 'without'} links, after ${at}, ${leaving} left: ${error instanceof Error ? error.message : String(error)}`,
              );
            }
            rmSync(left, { recursive: true });
            cuts += 1;
          }
        }
        expect(readdirSync(root)).toContain('out.csv');
      });
    recordDrill({
      trials: cuts,
      lost: wrong.length,
      worst: wrong[0] ?? `every operation on a disk with links and without, ${ways.length} ways each`,
    });
    expect(wrong.slice(0, 20)).toEqual([]);
    expect(cuts).toBeGreaterThan(200 * ways.length);
  },
);
