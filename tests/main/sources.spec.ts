import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createSources, hashFiles, type Place } from '@main/sources';
import { expect, test } from '@playwright/test';
import { inFolder } from './journal-fixture';

test('the places that texts came from are remembered, and listed as they are now', () =>
  inFolder(async (root) => {
    mkdirSync(`${root}/wire`);
    mkdirSync(`${root}/project`);
    writeFileSync(`${root}/wire/1.txt`, 'one');
    writeFileSync(`${root}/alone.txt`, 'alone');
    const sources = createSources(`${root}/project`);
    expect(await sources.list()).toEqual({ files: [], skipped: [] });
    const places: readonly Place[] = [
      { kind: 'corpus-folder', path: `${root}/wire` },
      { kind: 'corpus-files', paths: [`${root}/alone.txt`, `${root}/wire/1.txt`] },
      { kind: 'corpus-folder', path: `${root}/wire` },
    ];
    for (const place of places) await sources.remember(place);
    writeFileSync(`${root}/wire/2.txt`, 'two');
    const paths = async () => (await createSources(`${root}/project`).list()).files.map(({ path }) => path);
    expect(await paths()).toEqual(['1.txt', '2.txt', 'alone.txt']);
    rmSync(`${root}/wire`, { recursive: true });
    const { files, skipped } = await createSources(`${root}/project`).list();
    expect(files.map(({ path }) => path)).toEqual(['alone.txt']);
    expect(skipped.map(({ code, file }) => [code, file])).toEqual([
      ['not-found', 'wire'],
      ['not-found', '1.txt'],
    ]);
    writeFileSync(`${root}/project/sources.json`, 'no JSON');
    expect(await sources.list()).toEqual({ files: [], skipped: [] });
    await sources.remember({ kind: 'corpus-files', paths: [`${root}/alone.txt`] });
    expect(JSON.parse(readFileSync(`${root}/project/sources.json`, 'utf8'))).toEqual({
      version: 1,
      places: [{ kind: 'corpus-files', paths: [`${root}/alone.txt`] }],
    });
  }));

test('files are hashed only within what was granted', () =>
  inFolder(async (root) => {
    writeFileSync(`${root}/1.txt`, 'abc');
    const file = (path: string) => ({ kind: 'corpus-file' as const, path, name: '1.txt', root: null });
    const hashed = await hashFiles([file(`${root}/1.txt`), null, file(`${root}/2.txt`)]);
    expect(hashed).toMatchObject([
      { ok: true, value: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad' },
      { ok: false, error: { code: 'grant-expired' } },
      { ok: false, error: { code: 'not-found', file: '1.txt' } },
    ]);
  }));
