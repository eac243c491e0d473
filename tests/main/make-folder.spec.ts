import { existsSync, statSync, writeFileSync } from 'node:fs';
import { makeFolder, makeFolderNow } from '@main/make-folder';
import { prepareUserData } from '@main/user-data';
import { expect, test } from '@playwright/test';
import { errorOf, inFolder } from './journal-fixture';

const ways = [
  ['at leisure', makeFolder],
  ['at once', (path: string, mode: number) => Promise.resolve().then(() => makeFolderNow(path, mode))],
] as const;

for (const [name, make] of ways) {
  test(`${name}: makes what is missing above too, and says when all was there`, () =>
    inFolder(async (folder) => {
      const path = `${folder}/a/b/c`;
      expect(await make(path, 0o700)).toBe(true);
      expect(statSync(path).mode & 0o777).toBe(0o700);
      expect(await make(path, 0o700)).toBe(false);
    }));

  test(`${name}: a file in the way is an error`, () =>
    inFolder(async (folder) => {
      writeFileSync(`${folder}/file`, '');
      await expect(make(`${folder}/file/below`, 0o700)).rejects.toThrow(/ENOTDIR/);
      await expect(make(`${folder}/file`, 0o700)).rejects.toThrow(/EEXIST/);
    }));

  test(`${name}: a file system that refuses with "not found" ends, too`, async () => {
    test.skip(!existsSync('/proc/self'), 'no /proc here');
    await expect(make('/proc/framewright/below', 0o700)).rejects.toThrow(/ENOENT/);
  });
}

test('a profile below /proc is refused with a reason', () => {
  test.skip(!existsSync('/proc/self'), 'no /proc here');
  expect(errorOf(prepareUserData('/proc/framewright')).code).toBe('not-found');
});
