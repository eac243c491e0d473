import { type FileOperations, type OpenFile, systemFiles } from '@main/files';

/** What a system answers where it cannot or may not do what it is asked. */
export const faults = ['EIO', 'ENOSPC', 'EROFS', 'EACCES'] as const;
export type Fault = (typeof faults)[number];

export interface FaultyFiles {
  readonly files: FileOperations;
  /** Operations asked for so far. */
  readonly count: () => number;
}

/**
 * File operations of which the one numbered `first` (from 1) fails, and `length - 1` after it. A write that fails
 * has written half of its bytes, and a failed sync leaves open what has reached the disk.
 */
export function faultyFiles(first: number, length: number, fault: Fault): FaultyFiles {
  let count = 0;
  const failing = (): boolean => {
    count += 1;
    return count >= first && count < first + length;
  };
  const failure = (): Error => Object.assign(new Error(`${fault}: injected`), { code: fault });
  const guard = async <T>(work: () => Promise<T>): Promise<T> => {
    if (failing()) throw failure();
    return work();
  };
  const wrap = (file: OpenFile): OpenFile => ({
    write: async (bytes, offset, size) => {
      if (!failing()) return file.write(bytes, offset, size);
      await file.write(bytes, offset, size >> 1);
      throw failure();
    },
    read: (bytes, offset, size, position) => guard(() => file.read(bytes, offset, size, position)),
    datasync: () => guard(() => file.datasync()),
    sync: () => guard(() => file.sync()),
    truncate: (size) => guard(() => file.truncate(size)),
    stat: () => guard(() => file.stat()),
    // A handle that cannot be closed would only leak in the test.
    close: () => file.close(),
  });
  const files: FileOperations = {
    open: (path, flags, mode) => guard(async () => wrap(await systemFiles.open(path, flags, mode))),
    rename: (from, to) => guard(() => systemFiles.rename(from, to)),
    link: (from, to) => guard(() => systemFiles.link(from, to)),
    unlink: (path) => guard(() => systemFiles.unlink(path)),
    mkdir: (path) => guard(() => systemFiles.mkdir(path)),
  };
  return { files, count: () => count };
}

/**
 * Tries `trial` with a fault at the first operation, the second and so on, until none is as late as that, which it
 * answers with false. Answers how many operations were tried.
 */
export async function atEachOperation(trial: (first: number) => Promise<boolean>): Promise<number> {
  let first = 1;
  while (await trial(first)) first += 1;
  return first - 1;
}
