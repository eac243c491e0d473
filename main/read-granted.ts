import { constants, promises } from 'node:fs';
import { sep } from 'node:path';
import type { Outcome } from '@preload/contract';
import { fail, problemOf, succeed } from './outcome';

/** Bytes. */
export const largestFile = 64 * 1024 * 1024;

/** For reading, without waiting for a writer should the name stand for a pipe by now. */
export const readingNow = constants.O_RDONLY | (process.platform === 'win32' ? 0 : constants.O_NONBLOCK);

/**
 * Reads a listed file whole. `root` is the folder it was listed in: should the path lead out of it by now, the
 * grant no longer covers it. At most `limit` bytes. `realRoot` answers where a folder really is.
 */
export async function readGranted(
  file: { readonly path: string; readonly name: string; readonly root: string | null },
  limit: number,
  realRoot: (root: string) => Promise<string> = (root) => promises.realpath(root),
): Promise<Outcome<Buffer>> {
  try {
    const real = await promises.realpath(file.path);
    if (file.root !== null) {
      const root = await realRoot(file.root);
      if (!real.startsWith(root.endsWith(sep) ? root : root + sep))
        return fail({ code: 'grant-expired', file: file.name });
    }
    const handle = await promises.open(real, readingNow);
    try {
      const found = await handle.stat();
      if (found.isDirectory()) return fail({ code: 'is-a-folder', file: file.name });
      if (!found.isFile()) return fail({ code: 'not-a-file', file: file.name });
      if (found.size > limit) {
        const detail = limit === largestFile ? { detail: 'too-large-file' } : {};
        return fail({ code: 'too-large', file: file.name, ...detail });
      }
      return succeed(await readAll(handle, found.size));
    } finally {
      await handle.close();
    }
  } catch (error) {
    return fail(problemOf(error, file.name));
  }
}

/** A file's bytes, which nearly always come in one reading. */
async function readAll(handle: promises.FileHandle, size: number): Promise<Buffer> {
  // Of its own memory, never of the pool that buffers share: the bytes go to a parser.
  const bytes = Buffer.allocUnsafeSlow(size);
  const { bytesRead } = await handle.read(bytes, 0, size, 0);
  // One that shrank meanwhile, one that comes in pieces, and one that says of itself that it holds nothing.
  return bytesRead === size && size > 0 ? bytes : handle.readFile();
}
