import { promises } from 'node:fs';
import { systemCode } from './outcome';

/**
 * Bytes that must be free where the data folder lies before the working store is opened: a LevelDB that is opened on a
 * full disk is empty once there is room again.
 */
export const leastFree = 64 * 1024 * 1024;

type StatFs = (path: string) => Promise<{ readonly bavail: number; readonly bsize: number }>;

/** Bytes free for this user where `folder` lies; null where the system does not tell. */
export async function freeSpace(folder: string, statfs: StatFs = promises.statfs): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return null;
  }
}
