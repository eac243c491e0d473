import { promises } from 'node:fs';
import { basename } from 'node:path';
import { type FileOperations, privateFolder, syncFolder, systemFiles } from './files';
import { makeFolder } from './make-folder';
import { systemCode } from './outcome';

/** Stores kept of each kind; the newest. */
export const storesKept = 3;

/** Which stores to remove, of names that begin with a time. */
export function outdated(names: readonly string[], kept = storesKept): readonly string[] {
  return names
    .filter((name) => /^\d{8}T\d{9}Z/.test(name))
    .toSorted()
    .slice(0, -kept);
}

/** `20261121T225300123Z-missing`: sorts by time, and stands on any file system. */
export function keptName(now: Date, why: string): string {
  return `${now.toISOString().replaceAll(/[-:.]/g, '')}-${why}`;
}

/** Moves a store that nothing has open to `parent`. Answers false where there is none. */
export async function moveStore(
  indexedDb: string,
  parent: string,
  name: string,
  files: FileOperations = systemFiles,
): Promise<boolean> {
  if (!(await isThere(indexedDb))) return false;
  await files.mkdir(parent);
  await files.rename(indexedDb, `${parent}/${name}`);
  await syncFolder(files, parent);
  return true;
}

/** Copies a store to `parent`; a copy that could not be completed has no name and is removed again. */
export async function copyStore(indexedDb: string, parent: string, name: string): Promise<boolean> {
  if (!(await isThere(indexedDb))) return false;
  const begun = `${parent}/.framewright-copy-${name}`;
  try {
    await copyTree(indexedDb, begun);
    await promises.rename(begun, `${parent}/${name}`);
    return true;
  } catch (error) {
    await promises.rm(begun, { recursive: true, force: true });
    throw error;
  }
}

/** Removes all but the newest, and what a crash left of a copy. Not being able to is no reason to stop. */
export async function pruneStores(parent: string): Promise<void> {
  try {
    const names = await promises.readdir(parent);
    const unfinished = names.filter((name) => name.startsWith('.framewright-copy-'));
    for (const name of [...outdated(names), ...unfinished]) {
      await promises.rm(`${parent}/${basename(name)}`, { recursive: true, force: true });
    }
  } catch (error) {
    if (systemCode(error) === null) throw error;
  }
}

export async function isThere(path: string): Promise<boolean> {
  try {
    await promises.stat(path);
    return true;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw error;
  }
}

async function copyTree(from: string, to: string): Promise<void> {
  await makeFolder(to, privateFolder);
  for (const entry of await promises.readdir(from, { withFileTypes: true })) {
    const [source, target] = [`${from}/${entry.name}`, `${to}/${entry.name}`];
    if (entry.isDirectory()) await copyTree(source, target);
    else if (entry.isFile()) await promises.copyFile(source, target);
  }
}
