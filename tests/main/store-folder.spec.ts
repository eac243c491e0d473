import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { freeSpace, leastFree } from '@main/free-space';
import { outdated } from '@main/kept-stores';
import { closeStore, isNewer, prepareStore, type StoreFolder } from '@main/store-folder';
import { expect, test } from '@playwright/test';
import type { Outcome, StoreAccount } from '@preload/contract';
import { errorOf, inFolder, successOf } from './journal-fixture';

/** One complete record of five bytes, as LevelDB wrote it. */
const record = Buffer.from('0bb9575805000168656c6c6f', 'hex');

const account: StoreAccount = {
  applied_seq: 3,
  chain: '0'.repeat(64),
  epoch: '7d3f5d0e-4f0a-4d0e-9a44-2f6f2c1f0a11',
  counts: { annotation: 2 },
};

const storeIn = (folder: string): string => `${folder}/IndexedDB/app_bundle_0.indexeddb.leveldb`;

/** A folder that looks like a store of LevelDB: one record in the manifest, two in the log. */
function makeStore(folder: string): void {
  mkdirSync(storeIn(folder), { recursive: true });
  writeFileSync(`${storeIn(folder)}/CURRENT`, 'MANIFEST-000001\n');
  writeFileSync(`${storeIn(folder)}/MANIFEST-000001`, record);
  writeFileSync(`${storeIn(folder)}/000003.log`, Buffer.concat([record, record]));
}

let clock = Date.UTC(2026, 0, 5);

function prepare(folder: string, chromium = '130.0.1.2'): Promise<Outcome<StoreFolder>> {
  return prepareStore({
    ...{ indexedDb: `${folder}/IndexedDB`, folder: `${folder}/project`, chromium, app: '1.0.0' },
    now: () => {
      clock += 1_000;
      return new Date(clock);
    },
  });
}

const kept = (folder: string, kind: 'set-aside' | 'copies'): readonly string[] => {
  const path = `${folder}/project/store/${kind}`;
  return existsSync(path) ? readdirSync(path).map((name) => name.replace(/^\d{8}T\d{9}Z-/, '')) : [];
};

interface Case {
  readonly name: string;
  readonly injure: (folder: string) => void;
  readonly notices: readonly object[];
  readonly aside?: readonly string[];
  readonly copies?: readonly string[];
  readonly chromium?: string;
  /** The session before ended in good order. */
  readonly clean?: boolean;
}

const at = (folder: string, name: string): string => `${storeIn(folder)}/${name}`;

const cases: readonly Case[] = [
  { name: 'sound', injure: () => undefined, notices: [] },
  {
    name: 'after an unclean end',
    injure: () => undefined,
    notices: [],
    clean: false,
    copies: ['unclean-end'],
  },
  {
    name: 'with a torn log',
    injure: (folder) => truncateSync(at(folder, '000003.log'), 15),
    notices: [{ code: 'store-mended', detail: '000003.log' }],
    copies: ['torn'],
  },
  {
    name: 'with a torn manifest',
    injure: (folder) =>
      writeFileSync(at(folder, 'MANIFEST-000001'), Buffer.concat([record, record.subarray(0, 9)])),
    notices: [{ code: 'store-mended', detail: 'MANIFEST-000001' }],
    copies: ['torn'],
  },
  {
    name: 'with a record changed before another',
    injure: (folder) =>
      writeFileSync(at(folder, '000003.log'), Buffer.concat([Buffer.from(record).fill(1, 8, 9), record])),
    notices: [{ code: 'store-damaged', detail: '000003.log' }],
    aside: ['damaged'],
  },
  {
    name: 'without CURRENT',
    injure: (folder) => truncateSync(at(folder, 'CURRENT'), 0),
    notices: [{ code: 'store-damaged', detail: 'CURRENT' }],
    aside: ['damaged'],
  },
  {
    name: 'of a newer engine',
    injure: () => undefined,
    chromium: '129.9.9.9',
    notices: [{ code: 'store-newer', detail: '130.0.1.2' }],
    aside: ['newer-engine'],
  },
  { name: 'of an older engine', injure: () => undefined, chromium: '156.0.0.0', notices: [] },
  {
    name: 'marked to be set aside',
    injure: (folder) => writeFileSync(`${folder}/project/store/set-aside-next`, 'counts'),
    notices: [],
    aside: ['counts'],
  },
  {
    name: 'that is not of LevelDB',
    injure: (folder) => {
      for (const name of readdirSync(storeIn(folder))) {
        writeFileSync(at(folder, `other-${name}`), 'x');
        truncateSync(at(folder, name), 0);
      }
      mkdirSync(`${folder}/IndexedDB/sqlite`);
      writeFileSync(`${folder}/IndexedDB/sqlite/000001.log`, 'no log of LevelDB');
    },
    // What is LevelDB is still looked at; the other folder is not.
    notices: [{ code: 'store-damaged', detail: 'CURRENT' }],
    aside: ['damaged'],
  },
];

for (const { name, injure, notices, aside = [], copies = [], chromium, clean = true } of cases) {
  test(`a store ${name} is made safe to open`, () =>
    inFolder(async (folder) => {
      makeStore(folder);
      successOf(await prepare(folder));
      if (clean) closeStore(`${folder}/project`);
      injure(folder);
      const store = successOf(await prepare(folder, chromium));
      expect(store.notices).toEqual(notices);
      expect(kept(folder, 'set-aside')).toEqual(aside);
      expect(kept(folder, 'copies')).toEqual(copies);
      expect(existsSync(`${folder}/IndexedDB`)).toBe(aside.length === 0);
      closeStore(`${folder}/project`);
      expect(successOf(await prepare(folder, chromium)).notices).toEqual([]);
      expect(existsSync(`${folder}/project/store/set-aside-next`)).toBe(false);
      if (copies[0] === 'torn') expect(statSync(at(folder, 'MANIFEST-000001')).size).toBe(record.length);
    }));
}

test('what is noted is there at the next start, and only then do older stores go', () =>
  inFolder(async (folder) => {
    for (let n = 0; n < 5; n += 1) {
      makeStore(folder);
      truncateSync(at(folder, 'CURRENT'), 0);
      successOf(await prepare(folder));
    }
    const store = successOf(await prepare(folder));
    expect(store.account()).toBeNull();
    expect(kept(folder, 'set-aside')).toHaveLength(5);
    store.note({ ...account, applied_seq: 1 });
    store.note(account);
    await expect.poll(() => kept(folder, 'set-aside')).toHaveLength(3);
    await expect
      .poll(() => readFileSync(`${folder}/project/store/account.json`, 'utf8'))
      .toContain('"applied_seq":3');
    expect(successOf(await prepare(folder)).account()).toEqual(account);
    writeFileSync(`${folder}/project/store/account.json`, '{"applied_seq":');
    expect(successOf(await prepare(folder)).account()).toBeNull();
  }));

test('a store that is open is copied before the engine removes it; what cannot be done now is done next time', () =>
  inFolder(async (folder) => {
    const none = successOf(await prepare(folder));
    expect(await none.setAside('missing', () => Promise.reject(new Error('not asked')))).toMatchObject({
      ok: true,
    });
    makeStore(folder);
    const store = successOf(await prepare(folder));
    const held = Object.assign(new Error('held'), { code: 'EBUSY' });
    expect(errorOf(await store.setAside('counts', () => Promise.reject(held))).code).toBe('store-kept');
    expect(existsSync(`${folder}/IndexedDB`)).toBe(true);
    const next = successOf(await prepare(folder));
    expect(existsSync(`${folder}/IndexedDB`)).toBe(false);
    makeStore(folder);
    next.note(account);
    successOf(await next.setAside('lost', () => Promise.resolve()));
    expect(kept(folder, 'set-aside')).toEqual(['counts', 'counts', 'lost']);
    expect(existsSync(`${folder}/project/store/set-aside-next`)).toBe(false);
  }));

test('only names that begin with a time go, the oldest first', () => {
  const name = (day: number): string => `2026010${day}T000000000Z-x`;
  expect(outdated([name(3), name(1), 'mine', name(4), name(2)])).toEqual([name(1)]);
  expect(outdated([name(3)])).toEqual([]);
  expect(isNewer('130.0.0.0', '130.9.0.0')).toBe(false);
});

test('free space is blocks times their size, and unknown where the system does not tell', async () => {
  const refused = Object.assign(new Error('no'), { code: 'ENOSYS' });
  expect(await freeSpace('x', () => Promise.resolve({ bavail: 2, bsize: 4096 }))).toBe(8192);
  expect(await freeSpace('x', () => Promise.reject(refused))).toBeNull();
  expect(await freeSpace('.')).toBeGreaterThan(0);
  expect(leastFree).toBe(67_108_864);
});

test('an update is told of before it is noted, so that a crash in between tells of it again', () =>
  inFolder(async (folder) => {
    const place = { indexedDb: `${folder}/IndexedDB`, folder: `${folder}/project`, chromium: '130.0.1.2' };
    const noted = (): unknown => JSON.parse(readFileSync(`${folder}/project/store/engine.json`, 'utf8'));
    const seen: unknown[] = [];
    const beforeUpdate = (): Promise<void> => {
      seen.push(noted());
      return seen.length === 1
        ? Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }))
        : Promise.resolve();
    };
    successOf(await prepareStore({ ...place, app: '1.0.0', beforeUpdate }));
    expect(seen).toEqual([]);
    expect(errorOf(await prepareStore({ ...place, app: '1.1.0', beforeUpdate })).code).toBe('disk-full');
    for (let start = 0; start < 2; start += 1) {
      successOf(await prepareStore({ ...place, app: '1.1.0', beforeUpdate }));
    }
    const before = { chromium: '130.0.1.2', app: '1.0.0' };
    expect([seen, noted()]).toEqual([[before, before], { ...before, app: '1.1.0' }]);
  }));
