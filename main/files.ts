import { promises } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { makeFolder } from './make-folder';
import { systemCode } from './outcome';

/** An open file, as far as durable writing needs one. Node's FileHandle is one. */
export interface OpenFile {
  write(bytes: Uint8Array, offset: number, length: number): Promise<{ readonly bytesWritten: number }>;
  read(
    bytes: Uint8Array,
    offset: number,
    length: number,
    position: number,
  ): Promise<{ readonly bytesRead: number }>;
  datasync(): Promise<void>;
  sync(): Promise<void>;
  truncate(length: number): Promise<void>;
  stat(): Promise<{ readonly size: number }>;
  close(): Promise<void>;
}

/** The file operations that durability rests on, as a value, so that each of them can be made to fail. */
export interface FileOperations {
  open(path: string, flags: string | number, mode?: number): Promise<OpenFile>;
  rename(from: string, to: string): Promise<void>;
  /** Gives a file a second name. */
  link(from: string, to: string): Promise<void>;
  unlink(path: string): Promise<void>;
  mkdir(path: string): Promise<void>;
}

export const privateFile = 0o600;
export const privateFolder = 0o700;

/** Windows refuses a rename for as long as a virus scanner or an indexer holds the file: tried again for a second. */
async function renamePatiently(from: string, to: string): Promise<void> {
  for (let wait = 20; ; wait *= 2) {
    try {
      await promises.rename(from, to);
      return;
    } catch (error) {
      const held =
        process.platform === 'win32' && ['EPERM', 'EACCES', 'EBUSY'].includes(systemCode(error) ?? '');
      if (!held || wait > 640) throw error;
      await setTimeout(wait);
    }
  }
}

export const systemFiles: FileOperations = {
  open: (path, flags, mode) => promises.open(path, flags, mode),
  rename: renamePatiently,
  link: (from, to) => promises.link(from, to),
  unlink: (path) => promises.unlink(path),
  mkdir: async (path) => {
    await makeFolder(path, privateFolder);
  },
};

/** Writes all of `bytes`; a short write goes on with the rest, so that its cause shows as an error. */
export async function writeAll(file: OpenFile, bytes: Uint8Array): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    const { bytesWritten } = await file.write(bytes, written, bytes.length - written);
    written += bytesWritten;
  }
}

/** Makes the names in a folder durable. Windows cannot open a folder, and its file system orders renames itself. */
export async function syncFolder(files: FileOperations, folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await files.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Writes a new file durably under a name that nobody looks for yet. Removes it again when that fails. */
export async function writeTemporary(
  files: FileOperations,
  path: string,
  bytes: Uint8Array,
  mode: number,
): Promise<void> {
  const handle = await files.open(path, 'wx', mode);
  try {
    try {
      await writeAll(handle, bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    await discard(files, path);
    throw error;
  }
}

/** Bytes of a file that are copied at a time. */
const pieceOfCopy = 1024 * 1024;

/** Copies a file to a name that is not taken, in pieces; durable when it returns. */
export async function copyFile(files: FileOperations, from: string, to: string): Promise<void> {
  const source = await files.open(from, 'r');
  try {
    const target = await files.open(to, 'wx', privateFile);
    try {
      const piece = new Uint8Array(pieceOfCopy);
      for (let at = 0; ; ) {
        const { bytesRead } = await source.read(piece, 0, piece.length, at);
        if (bytesRead === 0) break;
        await writeAll(target, piece.subarray(0, bytesRead));
        at += bytesRead;
      }
      await target.sync();
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

/** Removes a file where it can; for what is already lost. */
export async function discard(files: FileOperations, path: string): Promise<void> {
  await files.unlink(path).catch(() => undefined);
}

let temporaries = 0;

/** A name beside `path` that is not taken. Hidden, so that listings pass over what a crash leaves behind. */
export function temporaryName(path: string): string {
  temporaries += 1;
  const folder = dirname(path);
  return `${folder}/.framewright-${process.pid.toString(36)}-${Date.now().toString(36)}-${temporaries}.tmp`;
}

/** Puts `bytes` at `path` whole or not at all; durable when it returns. */
export async function replaceFile(
  files: FileOperations,
  path: string,
  bytes: Uint8Array,
  mode = privateFile,
): Promise<void> {
  const temporary = temporaryName(path);
  await writeTemporary(files, temporary, bytes, mode);
  try {
    await files.rename(temporary, path);
  } catch (error) {
    await discard(files, temporary);
    throw error;
  }
  await syncFolder(files, dirname(path));
}
