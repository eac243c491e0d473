import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { leastFree } from '@main/free-space';
import { fail, succeed } from '@main/outcome';
import { createReserve, leastForChange, type Reserve, reserveSize, roomForReserve } from '@main/reserve';
import { expect, test } from '@playwright/test';
import type { Outcome } from '@preload/contract';
import { atEachOperation, faultyFiles } from './faulty-files';
import { inFolder } from './journal-fixture';

interface Disk {
  readonly reserve: Reserve;
  /** Bytes free. */
  room: number | null;
  released: number;
  readonly isKept: () => boolean;
}

function diskIn(userData: string): Disk {
  const disk: Disk = {
    ...{ room: roomForReserve, released: 0 },
    isKept: () => existsSync(`${userData}/reserve`),
    reserve: createReserve({
      userData,
      released: () => {
        disk.released += 1;
      },
      free: () => Promise.resolve(disk.room),
    }),
  };
  return disk;
}

const full = fail({ code: 'disk-full' });

test('it is made where there is room, given up where the disk is full, and made again', () =>
  inFolder(async (userData) => {
    const disk = diskIn(userData);
    for (const room of [null, roomForReserve - 1]) {
      disk.room = room;
      await disk.reserve.make();
      expect(disk.isKept()).toBe(false);
    }
    disk.room = roomForReserve;
    await Promise.all([disk.reserve.make(), disk.reserve.make()]);
    expect(readdirSync(userData)).toEqual(['reserve']);
    const { size, blocks, mode } = statSync(`${userData}/reserve`);
    expect([size, mode & 0o777]).toEqual([reserveSize, 0o600]);
    expect(blocks * 512).toBeGreaterThanOrEqual(reserveSize);

    // What succeeds, and what fails for another reason or on another disk, leaves it.
    const answers: readonly (readonly [Outcome<number>, number | null])[] = [
      [succeed(1), 0],
      [fail({ code: 'io' }), 0],
      [full, leastFree],
      [full, null],
    ];
    for (const [answer, room] of answers) {
      disk.room = room;
      expect(await disk.reserve.lend(() => Promise.resolve(answer))).toBe(answer);
      expect([disk.isKept(), disk.released]).toEqual([true, 0]);
    }
    disk.room = 0;
    const done = await disk.reserve.lend(() => Promise.resolve(disk.isKept() ? full : succeed('saved')));
    expect([done, disk.isKept(), disk.released]).toEqual([succeed('saved'), false, 1]);
    expect(await disk.reserve.lend(() => Promise.resolve(full))).toBe(full);
    expect(disk.released).toBe(1);

    disk.room = roomForReserve;
    await disk.reserve.make();
    expect(disk.isKept()).toBe(true);
  }));

test('it is given up before anything fails; without it nothing is committed on a disk that is almost full', () =>
  inFolder(async (userData) => {
    const disk = diskIn(userData);
    await disk.reserve.make();
    for (const room of [roomForReserve, leastForChange, null]) {
      disk.room = room;
      expect([await disk.reserve.hasRoom(), disk.isKept()]).toEqual([true, true]);
    }
    disk.room = leastForChange - 1;
    expect([await disk.reserve.hasRoom(), disk.isKept(), disk.released]).toEqual([true, false, 1]);
    expect([await disk.reserve.hasRoom(), disk.released]).toEqual([false, 1]);
    disk.room = leastForChange;
    expect(await disk.reserve.hasRoom()).toBe(true);
  }));

test('one that was begun and not finished is made whole', () =>
  inFolder(async (userData) => {
    writeFileSync(`${userData}/reserve`, 'begun');
    await diskIn(userData).reserve.make();
    expect(statSync(`${userData}/reserve`).size).toBe(reserveSize);
  }));

test('where it cannot be made, nothing is left of it', async () => {
  const tried = await atEachOperation((first) =>
    inFolder(async (userData) => {
      const { files, count } = faultyFiles(first, 1, 'ENOSPC');
      const free = () => Promise.resolve(roomForReserve);
      await createReserve({ userData, released: () => undefined, files, free }).make();
      expect(readdirSync(userData).filter((name) => name !== 'reserve')).toEqual([]);
      return count() >= first;
    }),
  );
  expect(tried).toBeGreaterThan(3);
});
