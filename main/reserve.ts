import { randomFillSync } from 'node:crypto';
import { promises } from 'node:fs';
import type { Outcome } from '@preload/contract';
import {
  discard,
  type FileOperations,
  privateFile,
  syncFolder,
  systemFiles,
  temporaryName,
  writeTemporary,
} from './files';
import { freeSpace, leastFree } from './free-space';
import { ignoreSystem } from './snapshot-folder';

/** Bytes that are kept for when the disk is full: the last changes, and an export of a large project. */
export const reserveSize = 32 * 1024 * 1024;
/** Bytes that must be free for the reserve to be made: it must never be what makes the disk full. */
export const roomForReserve = 4 * leastFree;
/** Bytes without which nothing is committed: the engine's own store goes to pieces where it runs into a full disk. */
export const leastForChange = 8 * 1024 * 1024;
/** Milliseconds after a window came up, and between further tries to make it. */
const firstMade = 30_000;
const madeAgain = 60_000;

/** A file that takes up room only to give it up when there is no other. */
export interface Reserve {
  /** Makes it where it is missing and the disk has room. */
  make(): Promise<void>;
  /** Whether there is room for a change, in the journal and in the store; gives the reserve up where that makes it. */
  hasRoom(): Promise<boolean>;
  /** Does something, and once more with the reserve given up where the disk was full. */
  lend<T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>>;
}

interface Place {
  readonly userData: string;
  /** Told when it was given up. */
  readonly released: () => void;
  readonly files?: FileOperations;
  readonly free?: () => Promise<number | null>;
}

export function createReserve(place: Place): Reserve {
  const { userData, released, files = systemFiles } = place;
  const free = place.free ?? (() => freeSpace(userData));
  const path = `${userData}/reserve`;
  let making: Promise<void> | null = null;

  const release = async (): Promise<boolean> => {
    await making;
    try {
      await files.unlink(path);
    } catch (error) {
      ignoreSystem(error);
      return false;
    }
    await syncFolder(files, userData).catch(ignoreSystem);
    released();
    return true;
  };

  const make = async (): Promise<void> => {
    const room = await free();
    if (room === null || room < roomForReserve) return;
    if ((await promises.stat(path).catch(ignoreSystem))?.size === reserveSize) return;
    const temporary = temporaryName(path);
    try {
      // Bytes that no file system makes smaller.
      await writeTemporary(files, temporary, randomFillSync(Buffer.alloc(reserveSize)), privateFile);
      await files.rename(temporary, path);
      await syncFolder(files, userData);
    } catch (error) {
      // Work goes on without it, and it is tried again.
      ignoreSystem(error);
      await discard(files, temporary);
    }
  };

  return {
    make: () => {
      making ??= make().finally(() => {
        making = null;
      });
      return making;
    },
    hasRoom: async () => {
      const room = await free();
      if (room === null || room >= leastForChange) return true;
      // Whatever room giving it up makes, others may have taken by the time it is looked at again.
      return release();
    },
    lend: async (work) => {
      const done = await work();
      if (done.ok || done.error.code !== 'disk-full') return done;
      // Another disk than that of the reserve is not helped by it.
      const room = await free();
      if (room === null || room >= leastFree || !(await release())) return done;
      return work();
    },
  };
}

/** Makes it once a window has come up and is done with that, and again when it was given up and there is room. */
export function keepReserve(reserve: Reserve): void {
  setTimeout(() => void reserve.make(), firstMade).unref();
  setInterval(() => void reserve.make(), madeAgain).unref();
}
