import { promises } from 'node:fs';
import type { Outcome, Problem, ProjectMeasure } from '@preload/contract';
import { filesBelow } from './files-below';
import { fail, problemOf, succeed, systemCode } from './outcome';
import type { OpenProject } from './projects';

/** What a project's folder is called from the moment it is deleted until nothing is left of it. */
const removedName = /^deleted-([0-9a-f-]{36})$/;

/** Where Electron keeps what a window of the project stored. */
export function partitionFolder(userData: string, id: string): string {
  return `${userData}/Partitions/p-${id}`;
}

/**
 * Removes all of a project that no window shows. From the first step on it is in no list any more, and what a crash or
 * a held file leaves goes at the next start: its folder's new name says so. Nothing is written by its session any
 * more, but the session cannot be ended, so what it still keeps open goes then, too.
 */
export async function removeProject(userData: string, { id, folder }: OpenProject): Promise<Outcome<null>> {
  const removed = `${userData}/projects/deleted-${id}`;
  try {
    await promises.rename(folder, removed);
    for (const name of await promises.readdir(removed)) await removeAll(`${removed}/${name}`);
    await removeAll(partitionFolder(userData, id));
    return succeed(null);
  } catch (error) {
    return fail(problemOf(error, folder));
  }
}

/** Finishes what deleting left behind. To be called before any session is opened. */
export async function sweepRemoved(userData: string): Promise<readonly Problem[]> {
  const projects = `${userData}/projects`;
  const problems: Problem[] = [];
  for (const name of await namesIn(projects)) {
    const id = removedName.exec(name)?.[1];
    if (id === undefined) continue;
    try {
      await removeAll(partitionFolder(userData, id));
      await removeAll(`${projects}/${name}`);
    } catch (error) {
      problems.push(problemOf(error, `${projects}/${name}`));
    }
  }
  return problems;
}

/** Counts what a project keeps on the disk, outside the working store. */
export async function measureProject({ folder }: OpenProject): Promise<Outcome<ProjectMeasure>> {
  try {
    const [texts, files, backups, all] = await Promise.all([
      filesBelow(`${folder}/texts`).catch(nothingThere),
      filesBelow(`${folder}/raw`).catch(nothingThere),
      namesIn(`${folder}/snapshots`),
      filesBelow(folder).catch(nothingThere),
    ]);
    const sizes = await Promise.all(
      all.map(async ({ path }) => (await promises.stat(path).catch(() => null))?.size ?? 0),
    );
    return succeed({
      texts: texts.length,
      files: files.length,
      backups: backups.filter((name) => !name.startsWith('.')).length,
      bytes: sizes.reduce((sum, size) => sum + size, 0),
    });
  } catch (error) {
    return fail(problemOf(error, folder));
  }
}

function namesIn(folder: string): Promise<readonly string[]> {
  return promises.readdir(folder).catch(nothingThere);
}

function nothingThere(error: unknown): [] {
  if (systemCode(error) === 'ENOENT') return [];
  throw error;
}

function removeAll(path: string): Promise<void> {
  return promises.rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
