import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { systemFiles } from '@main/files';
import { createTexts, type Texts } from '@main/texts';
import { expect, test } from '@playwright/test';
import { atEachOperation, faults, faultyFiles } from './faulty-files';
import { errorOf, inFolder, successOf } from './journal-fixture';
import { asOrdinaryUser } from './ordinary-user';

const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const pathOf = (folder: string, hash: string): string => `${folder}/texts/${hash.slice(0, 2)}/${hash}`;
const same = 'The source is the text, to the byte.\n';
const bytes = Buffer.from(same);
const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);

test('stores texts by their hash and reads them back, in order', () =>
  inFolder(async (folder) => {
    const texts = createTexts(folder);
    const given = ['', 'plain', 'Ünïcödé ☂ 𝄞 e\u0301', 'line\nline\u2028\ufeff'];
    const hashes = successOf(await texts.storeTexts(given));
    expect(hashes).toEqual(given.map(hashOf));
    const order = [...hashes].reverse();
    expect(await texts.readTexts(order)).toEqual(order.map((sha256, n) => ({ sha256, text: given[3 - n] })));
    expect(statSync(pathOf(folder, hashes[1] ?? '')).mode & 0o077).toBe(0);
  }));

test('keeps raw bytes as they are', () =>
  inFolder(async (folder) => {
    const bytes = Uint8Array.from({ length: 256 }, (_, n) => 255 - n);
    const hash = successOf(await createTexts(folder).storeRaw([bytes]))[0] ?? '';
    expect(readFileSync(`${folder}/raw/${hash.slice(0, 2)}/${hash}`).equals(bytes)).toBe(true);
  }));

for (const [name, store] of [
  [
    'one after the other',
    async (texts: Texts) => [await texts.storeRaw([bytes]), await texts.storeTexts([same])],
  ],
  ['together', (texts: Texts) => Promise.all([texts.storeTexts([same]), texts.storeRaw([bytes])])],
] as const) {
  test(`a source and its text with the same bytes, stored ${name}, lie on the disk once`, () =>
    inFolder(async (folder) => {
      const outcomes = await store(createTexts(folder));
      expect(outcomes.map(successOf)).toEqual([[hashOf(same)], [hashOf(same)]]);
      const [text, raw] = [
        pathOf(folder, hashOf(same)),
        pathOf(folder, hashOf(same)).replace('/texts/', '/raw/'),
      ];
      expect(statSync(raw).ino).toBe(statSync(text).ino);
      expect(filesBelow(folder)).toEqual([hashOf(same), hashOf(same)]);
    }));
}

test('a text is written anew where its source with the same bytes is harmed, or no link can be made', () =>
  inFolder(async (folder) => {
    const raw = pathOf(folder, hashOf(same)).replace('/texts/', '/raw/');
    successOf(await createTexts(folder).storeRaw([bytes]));
    appendFileSync(raw, '!');
    const [hash = ''] = successOf(await createTexts(folder).storeTexts([same]));
    expect(await createTexts(folder).readTexts([hash])).toEqual([{ sha256: hash, text: same }]);
    rmSync(pathOf(folder, hash));
    successOf(await createTexts(folder).storeRaw([bytes]));
    const link = (): Promise<void> => Promise.reject(Object.assign(new Error('no links'), { code: 'EPERM' }));
    successOf(await createTexts(folder, { ...systemFiles, link }).storeTexts([same]));
    expect(statSync(raw).ino).not.toBe(statSync(pathOf(folder, hash)).ino);
  }));

test('stores the same text once, also when it comes many times at once', () =>
  inFolder(async (folder) => {
    const texts = createTexts(folder);
    await Promise.all(
      Array.from({ length: 30 }, async () => successOf(await texts.storeTexts(['same', 'same']))),
    );
    expect(filesBelow(folder)).toEqual([hashOf('same')]);
  }));

for (const [name, harm] of [
  ['changed', (path: string) => appendFileSync(path, '!')],
  ['cut', (path: string) => writeFileSync(path, 'te')],
  ['gone', (path: string) => rmSync(path)],
] as const) {
  test(`answers null for a text whose file is ${name}, and mends it when it is stored again`, () =>
    inFolder(async (folder) => {
      const texts = createTexts(folder);
      const [hash = ''] = successOf(await texts.storeTexts(['text']));
      harm(pathOf(folder, hash));
      expect(await texts.readTexts([hash])).toEqual([{ sha256: hash, text: null }]);
      successOf(await texts.storeTexts(['text']));
      expect(await texts.readTexts([hash])).toEqual([{ sha256: hash, text: 'text' }]);
    }));
}

for (const fault of faults) {
  test(`${fault} at any operation leaves no half text, and storing again succeeds`, async () => {
    const given = Array.from({ length: 6 }, (_, n) => `text ${n}`);
    const operations = await atEachOperation((first) =>
      inFolder(async (folder) => {
        const { files, count } = faultyFiles(first, 1, fault);
        const texts = createTexts(folder, files);
        const stored = await texts.storeTexts(given);
        const reached = count() >= first;
        if (reached) assert.equal(errorOf(stored).detail, fault, `operation ${first}`);
        for (const { sha256, text } of await texts.readTexts(given.map(hashOf))) {
          assert.ok(text === null || hashOf(text) === sha256);
        }
        const hashes = successOf(await texts.storeTexts(given));
        assert.deepEqual(
          (await texts.readTexts(hashes)).map(({ text }) => text),
          given,
        );
        return reached;
      }),
    );
    expect(operations).toBeGreaterThan(30);
  });
}

test('a text that may not be read is as good as missing; one that may not be written is told', () =>
  inFolder(async (folder) => {
    const texts = createTexts(folder);
    const [hash = ''] = successOf(await texts.storeTexts(['text']));
    chmodSync(folder, 0o500);
    await asOrdinaryUser(async () => {
      expect(await texts.readTexts([hash])).toEqual([{ sha256: hash, text: null }]);
      expect(errorOf(await texts.storeTexts(['text']))).toMatchObject({ code: 'no-permission' });
    });
    chmodSync(folder, 0o700);
  }));
