import { promises } from 'node:fs';
import { basename } from 'node:path';
import { type FileOperations, systemFiles } from './files';
import { logState } from './leveldb-tail';
import { systemCode } from './outcome';

/** A file of a store whose last record is torn. */
export interface TornFile {
  readonly path: string;
  /** End of the last complete record, in bytes. */
  readonly end: number;
}

export interface Inspection {
  readonly torn: readonly TornFile[];
  /** Names of the files that are missing or hold something other than was written. */
  readonly damaged: readonly string[];
}

/** Larger files are no logs of LevelDB, which begins a new one at 4 MB, and are let be. */
const largestLog = 64 * 1024 * 1024;

/**
 * Looks at every LevelDB below an IndexedDB folder that no session has open. Folders that are none are passed over,
 * so that another engine's store is never touched. Throws when a file cannot be read.
 */
export async function inspectStore(indexedDb: string): Promise<Inspection> {
  const torn: TornFile[] = [];
  const damaged: string[] = [];
  for (const entry of await promises.readdir(indexedDb, { withFileTypes: true })) {
    if (!entry.isDirectory() || !entry.name.endsWith('.leveldb')) continue;
    const folder = `${indexedDb}/${entry.name}`;
    const names = await promises.readdir(folder);
    if (!names.some(isOwnFile)) continue;
    const pointed = await pointedManifest(folder);
    if (pointed === null || !names.includes(pointed)) damaged.push(pointed ?? 'CURRENT');
    for (const name of names.filter(isLog)) {
      const path = `${folder}/${name}`;
      const { size } = await promises.stat(path);
      if (size > largestLog) continue;
      const state = logState(await promises.readFile(path));
      if (state.kind === 'torn') torn.push({ path, end: state.end });
      if (state.kind === 'damaged') damaged.push(name);
    }
  }
  return { torn, damaged };
}

/** Cuts torn files to their last complete record; durable when it answers. */
export async function cutTails(
  torn: readonly TornFile[],
  files: FileOperations = systemFiles,
): Promise<void> {
  for (const { path, end } of torn) {
    const file = await files.open(path, 'r+');
    try {
      await file.truncate(end);
      await file.sync();
    } finally {
      await file.close();
    }
  }
}

const isLog = (name: string): boolean => /^(?:\d{6,}\.log|MANIFEST-\d{6,})$/.test(name);
const isOwnFile = (name: string): boolean => isLog(name) || /^(?:CURRENT|\d{6,}\.(?:ldb|sst))$/.test(name);

/** The manifest that CURRENT names, or null where it names none. */
async function pointedManifest(folder: string): Promise<string | null> {
  try {
    const words = await promises.readFile(`${folder}/CURRENT`, 'latin1');
    return /^(MANIFEST-\d{6,})\n$/.exec(words)?.[1] ?? null;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Names a file for a person: the last part of its path. */
export const namesOf = (torn: readonly TornFile[]): string =>
  torn.map(({ path }) => basename(path)).join(', ');
