import { promises } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { Outcome, Saved, SaveFile } from '@preload/contract';
import {
  discard,
  type FileOperations,
  syncFolder,
  systemFiles,
  temporaryName,
  writeTemporary,
} from './files';
import { makeFolder } from './make-folder';
import { fail, problemOf, succeed } from './outcome';

export interface SaveTarget {
  readonly kind: 'file' | 'folder';
  readonly path: string;
}

/** A saved file is for passing on: the mode of a new one is what the person's umask leaves of this. */
const sharedFile = 0o666;

interface Step {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly mode: number;
}

/**
 * Writes each file whole or not at all. All are written beside their places before the first takes its name, so
 * that a full disk leaves what was there untouched.
 */
export async function save(
  target: SaveTarget,
  contents: readonly SaveFile[],
  files: FileOperations = systemFiles,
): Promise<Outcome<Saved>> {
  const name = basename(target.path);
  if (!contents.every((content) => fits(target, content.name)))
    return fail({ code: 'invalid-request', file: name });
  const written: { readonly temporary: string; readonly path: string }[] = [];
  try {
    if (target.kind === 'folder') await makeFolder(target.path, 0o777);
    const steps = await Promise.all(contents.map((content) => stepOf(target, content)));
    for (const { path, bytes, mode } of steps) {
      const temporary = temporaryName(path);
      await writeTemporary(files, temporary, bytes, mode);
      written.push({ temporary, path });
    }
    for (const { temporary, path } of written) await files.rename(temporary, path);
    for (const folder of new Set(steps.map((step) => dirname(step.path)))) await syncFolder(files, folder);
    const bytes = steps.reduce((sum, step) => sum + step.bytes.length, 0);
    return succeed({ path: target.path, bytes });
  } catch (error) {
    for (const { temporary } of written) await discard(files, temporary);
    const problem = problemOf(error, name);
    // What is not there is the folder: the file is only about to be made.
    return fail(problem.code === 'not-found' ? { ...problem, code: 'no-folder' } : problem);
  }
}

/** Gathers what writing one file needs. A link is followed, so that it goes on pointing where it pointed. */
async function stepOf(target: SaveTarget, { name, content }: SaveFile): Promise<Step> {
  const chosen = target.kind === 'folder' ? resolve(target.path, name) : target.path;
  const path = await promises.realpath(chosen).catch(() => chosen);
  const existing = await promises.stat(path).catch(() => null);
  if (existing?.isDirectory() === true) throw Object.assign(new Error('is a folder'), { code: 'EISDIR' });
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  return { path, bytes, mode: existing === null ? sharedFile : existing.mode & 0o777 };
}

/** One file goes to the chosen place; in a folder each has a plain name of its own. */
function fits(target: SaveTarget, name: string): boolean {
  if (target.kind === 'file') return name === '';
  return name !== '' && !name.startsWith('.') && !/[/\\:\0]/.test(name);
}
