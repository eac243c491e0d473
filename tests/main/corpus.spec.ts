import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { listFiles, listFolder, listPlaces } from '@main/corpus';
import { largestFile, readGranted } from '@main/read-granted';
import { expect, test } from '@playwright/test';
import { oddNames } from '../support/odd-names';
import { errorOf, inFolder, successOf } from './journal-fixture';
import { asOrdinaryUser } from './ordinary-user';

const put = (path: string, content = 'text'): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
};
const unix = process.platform !== 'win32';

test('lists the texts of a folder in natural order, folder by folder', () =>
  inFolder(async (root) => {
    const paths = [
      'a2.txt',
      'a10.TXT',
      'b.md',
      'B2.html',
      'é.htm',
      'f/1.text',
      'f/2.markdown',
      'f 2/x.xhtml',
      'f10/x.txt',
    ];
    for (const path of [...paths].reverse()) put(`${root}/${path}`);
    const { files, skipped } = successOf(await listFolder(root));
    expect(files.map((file) => file.path)).toEqual([
      'a2.txt',
      'a10.TXT',
      'b.md',
      'B2.html',
      'é.htm',
      'f/1.text',
      'f/2.markdown',
      'f 2/x.xhtml',
      'f10/x.txt',
    ]);
    expect(files[0]?.size).toBe(4);
    expect(skipped).toEqual([]);
  }));

test('names like one another but for the form of their letters stay two documents', () =>
  inFolder(async (root) => {
    put(`${root}/\u00e9.txt`);
    put(`${root}/e\u0301.txt`);
    expect(successOf(await listFolder(root)).files.length).toBe(process.platform === 'darwin' ? 1 : 2);
  }));

test('passes over everything else, each with its reason', () =>
  inFolder(async (root) => {
    test.skip(!unix, 'Windows makes no links or pipes');
    put(`${root}/good.txt`);
    put(`${root}/paper.png`);
    put(`${root}/noending`);
    put(`${root}/empty.txt`, '');
    put(`${root}/.draft.txt`);
    put(`${root}/.git/config.txt`);
    put(`${root}/.DS_Store`);
    put(`${root}/._good.txt`);
    put(`${root}/sub/Thumbs.db`);
    put(`${root}/large.txt`);
    truncateSync(`${root}/large.txt`, largestFile + 1);
    symlinkSync('good.txt', `${root}/link.txt`);
    symlinkSync('.', `${root}/loop`);
    symlinkSync('/etc', `${root}/outside`);
    symlinkSync('nowhere', `${root}/broken.txt`);
    execFileSync('mkfifo', [`${root}/pipe.txt`]);
    const { files, skipped } = successOf(await listFolder(root));
    expect(files.map((file) => file.path)).toEqual(['good.txt']);
    const link = { code: 'not-a-file', detail: 'link' };
    expect([...skipped].sort((a, b) => ((a.file ?? '') < (b.file ?? '') ? -1 : 1))).toEqual([
      { code: 'unknown-kind', file: '.draft.txt', detail: 'hidden' },
      { code: 'unknown-kind', file: '.git', detail: 'hidden' },
      { ...link, file: 'broken.txt' },
      { code: 'empty-file', file: 'empty.txt' },
      { code: 'too-large', file: 'large.txt', detail: 'too-large-file' },
      { ...link, file: 'link.txt' },
      { ...link, file: 'loop' },
      { code: 'unknown-kind', file: 'noending' },
      { ...link, file: 'outside' },
      { code: 'unknown-kind', file: 'paper.png', detail: 'png' },
      { code: 'not-a-file', file: 'pipe.txt' },
    ]);
  }));

test('what may not be read is listed, and the rest goes on', () =>
  inFolder(async (root) => {
    put(`${root}/good.txt`);
    put(`${root}/closed.txt`);
    put(`${root}/closed/x.txt`);
    chmodSync(root, 0o755);
    chmodSync(`${root}/closed.txt`, 0o000);
    chmodSync(`${root}/closed`, 0o000);
    await asOrdinaryUser(async () => {
      const { files, skipped } = successOf(await listFolder(root));
      expect(files.map((file) => file.path)).toEqual(['good.txt']);
      expect(skipped.map(({ code, file }) => `${file ?? ''}: ${code}`).sort()).toEqual([
        'closed.txt: no-permission',
        'closed: no-permission',
      ]);
    });
    chmodSync(`${root}/closed`, 0o700);
  }));

test('tells an empty folder, one without anything readable, a missing one and a file from each other', () =>
  inFolder(async (root) => {
    mkdirSync(`${root}/empty/also empty`, { recursive: true });
    mkdirSync(`${root}/bare`);
    put(`${root}/bare/.DS_Store`);
    put(`${root}/odd/a.png`);
    put(`${root}/odd/b.txt`, '');
    const codeOf = async (path: string) => errorOf(await listFolder(`${root}/${path}`));
    expect(await codeOf('bare')).toEqual({ code: 'empty-folder', file: 'bare' });
    expect(await codeOf('empty')).toEqual({ code: 'empty-folder', file: 'empty' });
    expect(await codeOf('odd')).toEqual({
      code: 'nothing-readable',
      file: 'odd',
      detail: 'unknown-kind, empty-file',
    });
    expect(await codeOf('missing')).toEqual({ code: 'not-found', file: 'missing', detail: 'ENOENT' });
    expect(await codeOf('odd/a.png')).toEqual({ code: 'not-a-file', file: 'a.png', detail: 'ENOTDIR' });
  }));

test('lists files chosen one by one, hidden ones and links included', () =>
  inFolder(async (root) => {
    test.skip(!unix, 'Windows makes no links');
    put(`${root}/b.txt`);
    put(`${root}/.a.txt`);
    put(`${root}/c.png`);
    mkdirSync(`${root}/d.txt`);
    symlinkSync('b.txt', `${root}/link.txt`);
    const chosen = ['link.txt', 'c.png', 'd.txt', '.a.txt', 'gone.txt'].map((name) => `${root}/${name}`);
    const { files, skipped } = successOf(await listFiles(chosen));
    expect(files.map((file) => file.path)).toEqual(['.a.txt', 'link.txt']);
    expect(skipped.map(({ code, file }) => `${file ?? ''}: ${code}`)).toEqual([
      'c.png: unknown-kind',
      'd.txt: is-a-folder',
      'gone.txt: not-found',
    ]);
    expect(errorOf(await listFiles([`${root}/c.png`]))).toMatchObject({
      code: 'unknown-kind',
      file: 'c.png',
    });
  }));

test('5,000 files and a deep folder are listed whole', () =>
  inFolder(async (root) => {
    const deep = 'd/'.repeat(200);
    put(`${root}/${deep}x.txt`);
    for (let n = 0; n < 5000; n += 1) put(`${root}/${n % 7}/${n}.txt`);
    expect(successOf(await listFolder(root)).files).toHaveLength(5001);
  }));

test('reads inside the grant only', () =>
  inFolder(async (root) => {
    test.skip(!unix, 'Windows makes no links or pipes');
    put(`${root}/corpus/a.txt`, 'inside');
    put(`${root}/corpus-secret/a.txt`, 'outside');
    const file = (name: string) => ({ path: `${root}/corpus/${name}`, name, root: `${root}/corpus` });
    expect(successOf(await readGranted(file('a.txt'), 100)).toString()).toBe('inside');
    expect(errorOf(await readGranted(file('a.txt'), 5))).toEqual({ code: 'too-large', file: 'a.txt' });
    // Changed between listing and reading.
    rmSync(`${root}/corpus/a.txt`);
    expect(errorOf(await readGranted(file('a.txt'), 100)).code).toBe('not-found');
    symlinkSync(`${root}/corpus-secret/a.txt`, `${root}/corpus/a.txt`);
    expect(errorOf(await readGranted(file('a.txt'), 100)).code).toBe('grant-expired');
    symlinkSync('../corpus-secret', `${root}/corpus/sub`);
    expect(errorOf(await readGranted(file('sub/a.txt'), 100)).code).toBe('grant-expired');
    expect(errorOf(await readGranted(file('../corpus-secret/a.txt'), 100)).code).toBe('grant-expired');
    execFileSync('mkfifo', [`${root}/corpus/pipe.txt`]);
    expect(errorOf(await readGranted(file('pipe.txt'), 100)).code).toBe('not-a-file');
  }));

test('links that lead to each other and to the folder itself end the listing nowhere', () =>
  inFolder(async (root) => {
    test.skip(!unix, 'Windows makes no links');
    put(`${root}/in/a.txt`);
    symlinkSync('two', `${root}/in/one`);
    symlinkSync('one', `${root}/in/two`);
    symlinkSync('..', `${root}/in/up`);
    symlinkSync('self.txt', `${root}/in/self.txt`);
    const { files, skipped } = successOf(await listFolder(root));
    expect(files.map((file) => file.path)).toEqual(['in/a.txt']);
    expect(skipped.map(({ code, file }) => `${file ?? ''}: ${code}`).sort()).toEqual([
      'in/one: not-a-file',
      'in/self.txt: not-a-file',
      'in/two: not-a-file',
      'in/up: not-a-file',
    ]);
    expect(errorOf(await listPlaces([`${root}/in/one`]))).toMatchObject({ file: 'one' });
  }));

test('sockets and devices are passed over, and never opened', () =>
  inFolder(async (root) => {
    test.skip(!unix, 'Windows has no such files');
    put(`${root}/good.txt`);
    const server = createServer();
    await new Promise<void>((resolve) => {
      server.listen(`${root}/talk.txt`, resolve);
    });
    try {
      const { files, skipped } = successOf(await listFolder(root));
      expect(files.map((file) => file.path)).toEqual(['good.txt']);
      expect(skipped).toEqual([{ code: 'not-a-file', file: 'talk.txt' }]);
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
    expect(errorOf(await listFiles(['/dev/zero']))).toEqual({ code: 'not-a-file', file: 'zero' });
    const device = { path: '/dev/zero', name: 'zero', root: null };
    expect(errorOf(await readGranted(device, 100))).toEqual({ code: 'not-a-file', file: 'zero' });
  }));

test('odd names are listed and read as they are', () =>
  inFolder(async (root) => {
    test.skip(!unix, 'Windows refuses most of these names');
    for (const [n, name] of oddNames.entries()) put(`${root}/${name}`, `text ${n}`);
    const { files, skipped } = successOf(await listFolder(root));
    expect(skipped).toEqual([]);
    expect(files.map(({ path }) => path).sort()).toEqual([...oddNames].sort());
    for (const { absolute, path } of files) {
      const read = successOf(await readGranted({ path: absolute, name: path, root }, 100));
      expect(read.toString()).toBe(`text ${oddNames.indexOf(path)}`);
    }
  }));

test('a name that is no UTF-8 is told as such', () =>
  inFolder(async (root) => {
    test.skip(process.platform !== 'linux', 'other systems keep names as text');
    put(`${root}/good.txt`);
    writeFileSync(
      Buffer.concat([Buffer.from(`${root}/caf`), Buffer.from([0xe9]), Buffer.from('.txt')]),
      'text',
    );
    const { files, skipped } = successOf(await listFolder(root));
    expect(files.map(({ path }) => path)).toEqual(['good.txt']);
    expect(skipped).toEqual([{ code: 'not-found', file: 'caf\uFFFD.txt', detail: 'name' }]);
  }));

test('of what was dropped together every file says which folder it is from', () =>
  inFolder(async (root) => {
    put(`${root}/anv/2031/1.txt`);
    put(`${root}/anv/scan.png`);
    put(`${root}/nora/1.txt`);
    put(`${root}/loose.txt`);
    put(`${root}/notes.png`);
    mkdirSync(`${root}/empty`);
    const dropped = ['loose.txt', 'nora', 'anv', 'empty', 'notes.png', 'gone.txt'];
    const { files, skipped } = successOf(await listPlaces(dropped.map((name) => `${root}/${name}`)));
    expect(files.map(({ path, root: own }) => [path, own])).toEqual([
      ['anv/2031/1.txt', `${root}/anv`],
      ['loose.txt', null],
      ['nora/1.txt', `${root}/nora`],
    ]);
    expect(skipped.map(({ code, file }) => `${file ?? ''}: ${code}`)).toEqual([
      'anv/scan.png: unknown-kind',
      'empty: empty-folder',
      'notes.png: unknown-kind',
      'gone.txt: not-found',
    ]);
  }));

test('one folder dropped alone is listed as if it had been chosen', () =>
  inFolder(async (root) => {
    put(`${root}/anv/2031/1.txt`);
    const chosen = successOf(await listFolder(`${root}/anv`));
    expect(successOf(await listPlaces([`${root}/anv`]))).toEqual(chosen);
    expect(chosen.files.map(({ path }) => path)).toEqual(['2031/1.txt']);
    expect(errorOf(await listPlaces([`${root}/gone`]))).toMatchObject({ code: 'not-found', file: 'gone' });
    expect(errorOf(await listPlaces([`${root}/anv/2031/1.png`]))).toMatchObject({ code: 'not-found' });
  }));

test('a file that grew beyond the limit or vanished since it was listed is told', () =>
  inFolder(async (root) => {
    put(`${root}/a.txt`);
    put(`${root}/b.txt`);
    const { files } = successOf(await listFolder(root));
    truncateSync(`${root}/a.txt`, largestFile + 1);
    rmSync(`${root}/b.txt`);
    const read = files.map(({ absolute: path, path: name }) =>
      readGranted({ path, name, root }, largestFile),
    );
    expect((await Promise.all(read)).map((outcome) => errorOf(outcome))).toEqual([
      { code: 'too-large', file: 'a.txt', detail: 'too-large-file' },
      { code: 'not-found', file: 'b.txt', detail: 'ENOENT' },
    ]);
  }));
