import { randomUUID } from 'node:crypto';
import { promises } from 'node:fs';
import { dirname, relative } from 'node:path';
import type { Backup, Outcome } from '@preload/contract';
import { copyFile, discard, type FileOperations, syncFolder, systemFiles } from './files';
import { filesBelow } from './files-below';
import type { Journal } from './journal';
import { copyJournal } from './journal-copy';
import { mapLimited } from './map-limited';
import { fail, problemOf, succeed, systemCode } from './outcome';
import { type OpenProject, writeProject } from './projects';
import { decodeSnapshot } from './snapshot-file';
import { ignoreSystem, isUpgradeSnapshot, readSnapshotHeader, snapshotNames } from './snapshot-folder';
import { snapshotName } from './snapshot-name';

/** Files that are linked or copied at once. */
const atOnce = 16;

interface Place {
  readonly userData: string;
  readonly project: OpenProject;
  readonly journal: Pick<Journal, 'read' | 'chainAt'>;
  readonly files?: FileOperations;
}

/** The snapshots of a project that can be told apart and chosen among, the newest first. */
export async function listBackups({ folder, id }: OpenProject): Promise<Outcome<readonly Backup[]>> {
  const snapshots = `${folder}/snapshots`;
  try {
    const found: Backup[] = [];
    for (const name of await snapshotNames(snapshots)) {
      const path = `${snapshots}/${name}`;
      const header = await readSnapshotHeader(path).catch(ignoreSystem);
      if (header?.project_id !== id) continue;
      const { created_at, app, head } = header;
      const { size } = await promises.stat(path);
      const { seq, counts } = head;
      found.push({ name, created_at, app, seq, counts, bytes: size, is_upgrade: isUpgradeSnapshot(name) });
    }
    return succeed(found.toReversed());
  } catch (error) {
    return fail(problemOf(error, snapshots));
  }
}

/**
 * Makes a new project of all that was there when a snapshot was taken: the journal up to there, which alone gives the
 * state, and all texts and files. The snapshot is verified first, and that it lies on the journal. Until the last step
 * there is no project: what a crash leaves is in no list.
 */
export async function restoreBackup(
  { userData, project, journal, files = systemFiles }: Place,
  chosen: string,
  name: string,
  now: Date,
): Promise<Outcome<OpenProject>> {
  if (!snapshotName.test(chosen)) return fail({ code: 'invalid-request', detail: 'backup' });
  const id = randomUUID();
  const folder = `${userData}/projects/${id}`;
  try {
    const snapshot = await decodeSnapshot(await promises.readFile(`${project.folder}/snapshots/${chosen}`));
    if (snapshot?.header.project_id !== project.id) return fail({ code: 'snapshot-damaged', file: chosen });
    const { seq, chain } = snapshot.header.head;
    if ((await journal.chainAt(seq)) !== chain) {
      return fail({ code: 'snapshot-damaged', file: chosen, detail: 'journal' });
    }
    await files.mkdir(`${folder}/journal`);
    for (const part of ['texts', 'raw']) {
      await files.mkdir(`${folder}/${part}`);
      await nameAgain(files, `${project.folder}/${part}`, `${folder}/${part}`);
    }
    const copied = await copyJournal({
      ...{ journal, fromProject: project.id, toProject: id, seq, files },
      folder: `${folder}/journal`,
    });
    if (!copied.ok) {
      await removeUnfinished(folder);
      return copied;
    }
    const written = await writeProject(
      userData,
      { id, name, created_at: now.toISOString(), format: project.format, folder },
      files,
    );
    if (!written.ok) await removeUnfinished(folder);
    return written;
  } catch (error) {
    await removeUnfinished(folder);
    return fail(problemOf(error, folder));
  }
}

/** Gives every file below a folder a second name below another, or copies it where the disk knows no links. */
async function nameAgain(files: FileOperations, from: string, to: string): Promise<void> {
  const found = await filesBelow(from);
  const places = found.map(({ path }) => ({ path, place: `${to}/${relative(from, path)}` }));
  const folders = [...new Set(places.map(({ place }) => dirname(place)))];
  for (const each of folders) await files.mkdir(each);
  await mapLimited(places, atOnce, async ({ path, place }) => {
    await files.link(path, place).catch(async (error: unknown) => {
      if (systemCode(error) === null) throw error;
      await copyFile(files, path, place);
    });
  });
  for (const each of [...folders, to]) await syncFolder(files, each);
}

/** Takes back what was begun; what cannot be removed is in no list either. */
async function removeUnfinished(folder: string): Promise<void> {
  await discard(systemFiles, `${folder}/project.json`);
  await promises.rm(folder, { recursive: true, force: true }).catch(() => undefined);
}
