import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '@playwright/test';

/** A disk of its own in memory, which can be filled to the last byte. */
export interface SmallDisk {
  readonly folder: string;
  free(): number;
  fill(): void;
  /** Gives back what `fill` took. */
  empty(): void;
  remove(): void;
}

/** Mounts a tmpfs at a new folder; skips the running test, with the reason, where that is not allowed. */
export function smallDisk(folder: string, mebibytes: number): SmallDisk {
  mkdirSync(folder);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', folder]);
  test.skip(mounted.status !== 0, 'a small disk cannot be mounted here (mount -t tmpfs needs root)');
  const fillers: string[] = [];
  return {
    folder,
    free: () => {
      const { bavail, bsize } = statfsSync(folder);
      return bavail * bsize;
    },
    fill: () => {
      const path = join(folder, `filler-${fillers.length}`);
      fillers.push(path);
      const file = openSync(path, 'w');
      try {
        for (let size = 1 << 20; size >= 1 << 12; ) {
          try {
            if (writeSync(file, Buffer.alloc(size)) < size) size >>= 1;
          } catch {
            size >>= 1;
          }
        }
      } finally {
        closeSync(file);
      }
    },
    empty: () => {
      for (const path of fillers.splice(0)) rmSync(path);
    },
    remove: () => {
      spawnSync('umount', ['-l', folder]);
    },
  };
}
