import { mkdirSync, promises, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { systemCode } from './outcome';

/**
 * Makes a folder and those above it that are missing; answers whether it was made. Not by the system library's own
 * recursion: where a file system refuses with "not found" (as /proc does) that goes round for ever. Others may be
 * making the same folders at the same time.
 */
export async function makeFolder(path: string, mode: number): Promise<boolean> {
  try {
    return await makeOne(path, mode);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT' || dirname(path) === path) throw error;
  }
  await makeFolder(dirname(path), mode);
  return makeOne(path, mode);
}

async function makeOne(path: string, mode: number): Promise<boolean> {
  try {
    await promises.mkdir(path, { mode });
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST' && (await promises.stat(path)).isDirectory()) return false;
    throw error;
  }
}

/** The same before the program is ready, when nothing may wait. */
export function makeFolderNow(path: string, mode: number): boolean {
  try {
    return makeOneNow(path, mode);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT' || dirname(path) === path) throw error;
  }
  makeFolderNow(dirname(path), mode);
  return makeOneNow(path, mode);
}

function makeOneNow(path: string, mode: number): boolean {
  try {
    mkdirSync(path, { mode });
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST' && statSync(path).isDirectory()) return false;
    throw error;
  }
}
