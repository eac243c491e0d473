import assert from 'node:assert/strict';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { save } from '@main/save';
import { expect, test } from '@playwright/test';
import { atEachOperation, faults, faultyFiles } from './faulty-files';
import { errorOf, inFolder, successOf } from './journal-fixture';
import { asOrdinaryUser } from './ordinary-user';

test('writes a file whole, over the one that was there, and leaves nothing beside it', () =>
  inFolder(async (folder) => {
    const target = { kind: 'file', path: `${folder}/out ü.csv` } as const;
    writeFileSync(target.path, 'a much longer old file', { mode: 0o640 });
    expect(successOf(await save(target, [{ name: '', content: 'né' }]))).toEqual({
      path: target.path,
      bytes: 3,
    });
    expect(readFileSync(target.path, 'utf8')).toBe('né');
    expect(statSync(target.path).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder)).toEqual(['out ü.csv']);
  }));

test('writes several files into a folder, which it makes', () =>
  inFolder(async (folder) => {
    const target = { kind: 'folder', path: `${folder}/new/tables` } as const;
    const contents = [
      { name: 'a.csv', content: 'a' },
      { name: 'b.bin', content: new Uint8Array([0, 255]) },
    ];
    expect(successOf(await save(target, contents)).bytes).toBe(3);
    expect(readdirSync(target.path)).toEqual(['a.csv', 'b.bin']);
    expect([...readFileSync(`${target.path}/b.bin`)]).toEqual([0, 255]);
  }));

test('follows a link, which goes on pointing there', () =>
  inFolder(async (folder) => {
    mkdirSync(`${folder}/real`);
    writeFileSync(`${folder}/real/file`, 'old');
    symlinkSync(`${folder}/real/file`, `${folder}/link`);
    successOf(await save({ kind: 'file', path: `${folder}/link` }, [{ name: '', content: 'new' }]));
    expect(readFileSync(`${folder}/real/file`, 'utf8')).toBe('new');
    expect(readdirSync(`${folder}/real`)).toEqual(['file']);
  }));

for (const name of ['', '.', '..', '../x', 'a/b', 'a\\b', '/etc/x', 'C:x', 'nul\0', '.hidden']) {
  test(`refuses ${JSON.stringify(name)} as a name in a folder`, () =>
    inFolder(async (folder) => {
      const target = { kind: 'folder', path: `${folder}/in` } as const;
      expect(errorOf(await save(target, [{ name, content: 'x' }])).code).toBe('invalid-request');
      expect(readdirSync(folder)).toEqual([]);
    }));
}

test('refuses a name below a chosen file', () =>
  inFolder(async (folder) => {
    const answer = await save({ kind: 'file', path: `${folder}/a` }, [{ name: 'b', content: 'x' }]);
    expect(errorOf(answer).code).toBe('invalid-request');
  }));

test('tells why it cannot: missing folder, a folder in the place, no permission', () =>
  inFolder(async (folder) => {
    const content = [{ name: '', content: 'x' }];
    const at = (path: string) => save({ kind: 'file', path: `${folder}/${path}` }, content);
    expect(errorOf(await at('missing/file'))).toEqual({ code: 'no-folder', detail: 'ENOENT', file: 'file' });
    mkdirSync(`${folder}/taken`);
    expect(errorOf(await at('taken'))).toMatchObject({ code: 'is-a-folder', file: 'taken' });
    mkdirSync(`${folder}/closed`, { mode: 0o755 });
    if (process.getuid?.() === 0) chownSync(`${folder}/closed`, 0, 0);
    chmodSync(`${folder}/closed`, 0o555);
    chmodSync(folder, 0o755);
    await asOrdinaryUser(async () => {
      expect(errorOf(await at('closed/file'))).toMatchObject({ code: 'no-permission', file: 'file' });
    });
  }));

for (const kind of ['file', 'folder'] as const) {
  for (const fault of faults) {
    test(`${fault} at any operation of saving to a ${kind} leaves the old file or the whole new one`, async () => {
      const operations = await atEachOperation((first) =>
        inFolder(async (folder) => {
          const { files, count } = faultyFiles(first, 1, fault);
          const names = kind === 'file' ? [''] : ['a', 'b', 'c'];
          const path = kind === 'file' ? `${folder}/a` : folder;
          const places = kind === 'file' ? ['a'] : names;
          for (const name of places) writeFileSync(`${folder}/${name}`, 'old');
          const contents = names.map((name) => ({ name, content: 'x'.repeat(100_000) }));
          const answer = await save({ kind, path }, contents, files);
          const reached = count() >= first;
          assert.equal(answer.ok, !reached, `operation ${first}`);
          assert.deepEqual(readdirSync(folder).sort(), places, `operation ${first}`);
          for (const name of places) {
            const found = readFileSync(`${folder}/${name}`, 'utf8');
            assert.ok(found === 'old' || found === contents[0]?.content, `operation ${first}`);
          }
          if (answer.ok) return reached;
          assert.equal(answer.error.detail, fault);
          // Once the cause is gone, the same export goes through.
          successOf(await save({ kind, path }, contents, files));
          for (const name of places) assert.equal(statSync(`${folder}/${name}`).size, 100_000);
          return reached;
        }),
      );
      expect(operations).toBeGreaterThan(5);
    });
  }
}
