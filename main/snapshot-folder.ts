import { promises } from 'node:fs';
import { systemCode } from './outcome';
import { type SnapshotHeader, snapshotHeader } from './snapshot-file';
import { snapshotName } from './snapshot-name';

/** Names of the snapshots in a folder, oldest first. */
export async function snapshotNames(folder: string): Promise<readonly string[]> {
  const names = await promises.readdir(folder).catch(ignoreSystem);
  return (names ?? []).filter((name) => snapshotName.test(name)).toSorted();
}

/** The header of a snapshot's file, where its checksum holds; rejects where the system refuses. */
export async function readSnapshotHeader(path: string): Promise<SnapshotHeader | null> {
  const file = await promises.open(path, 'r');
  try {
    const bytes = Buffer.alloc(64 * 1024);
    const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
    return snapshotHeader(bytes.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

/** When it was made, by its name, in milliseconds since 1970. */
export function snapshotTime(name: string): number {
  const [, digits = ''] = snapshotName.exec(name) ?? [];
  return Date.parse(
    digits.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z$/, '$1-$2-$3T$4:$5:$6.$7Z'),
  );
}

export const isUpgradeSnapshot = (name: string): boolean => name.endsWith('-upgrade.fws');

/** null where the system refuses; anything else is a bug. */
export function ignoreSystem(error: unknown): null {
  if (systemCode(error) === null) throw error;
  return null;
}
