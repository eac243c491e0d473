import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { hashOf } from '../../scripts/setup-build.mjs';
import { failedLately } from '../../scripts/setup-electron.mjs';
import { missingLibraries, namesFor } from '../../scripts/setup-libraries.mjs';
import { packagesMatch } from '../../scripts/setup-packages.mjs';

const hour = 60 * 60 * 1000;

test.describe('the official download is tried again', () => {
  const stamp = { version: '45.4.1', at: 1000 * hour };
  test('not within a day of a failure', () => {
    expect(failedLately(stamp, '45.4.1', 1023 * hour)).toBe(true);
  });
  test('after a day, for another version, without a stamp, and when the clock was set back', () => {
    expect(failedLately(stamp, '45.4.1', 1025 * hour)).toBe(false);
    expect(failedLately(stamp, '46.0.0', 1001 * hour)).toBe(false);
    expect(failedLately(null, '45.4.1', 1001 * hour)).toBe(false);
    expect(failedLately({ version: '45.4.1' }, '45.4.1', 1001 * hour)).toBe(false);
    expect(failedLately(stamp, '45.4.1', 900 * hour)).toBe(false);
  });
});

test.describe('the packages are those of the lock file', () => {
  const wanted = {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/a': { version: '1.0.0', integrity: 'x' },
      'node_modules/for-another-system': { version: '1.0.0', integrity: 'y', optional: true },
    },
  };
  const a = { version: '1.0.0', integrity: 'x' };
  test('when each one is there, packages for other systems aside', () => {
    expect(packagesMatch(wanted, { packages: { 'node_modules/a': a } })).toBe(true);
  });
  test('not when one is absent, another version, other bytes or one too many', () => {
    expect(packagesMatch(wanted, { packages: {} })).toBe(false);
    expect(packagesMatch(wanted, { packages: { 'node_modules/a': { ...a, version: '1.0.1' } } })).toBe(false);
    expect(packagesMatch(wanted, { packages: { 'node_modules/a': { ...a, integrity: 'z' } } })).toBe(false);
    expect(packagesMatch(wanted, { packages: { 'node_modules/a': a, 'node_modules/b': a } })).toBe(false);
  });
  test('not when the account of the installation is absent', () => {
    expect(packagesMatch(wanted, null)).toBe(false);
    expect(packagesMatch(wanted, {})).toBe(false);
  });
});

test('missing libraries are read from the output of ldd', () => {
  const output = [
    '\tlinux-vdso.so.1 (0x00007ffd)',
    '\tlibgtk-3.so.0 => not found',
    '\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)',
    '\tlibasound.so.2 => not found',
  ].join('\n');
  expect(missingLibraries(output)).toEqual(['libgtk-3.so.0', 'libasound.so.2']);
  expect(missingLibraries('\tstatically linked')).toEqual([]);
});

test('packages take the ending t64 where apt knows it', () => {
  expect(namesFor(new Set())).toContain('libgtk-3-0');
  const names = namesFor(new Set(['libgtk-3-0t64', 'libasound2t64', 'libatk-bridge2.0-0t64', 'libcups2t64']));
  expect(names).toContain('libgtk-3-0t64');
  expect(names).toContain('libasound2t64');
  expect(names).toContain('libnss3');
  expect(names).not.toContain('libasound2');
});

test.describe('the hash of the sources', () => {
  let folder = '';
  test.beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'framewright-hash-'));
    mkdirSync(join(folder, 'main', 'deep'), { recursive: true });
    writeFileSync(join(folder, 'main', 'deep', 'a.ts'), 'one');
    writeFileSync(join(folder, 'package.json'), '{}');
  });
  test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const hash = () => hashOf(folder, ['main', 'package.json', 'absent']);

  test('stays when a file is only touched', () => {
    const before = hash();
    utimesSync(join(folder, 'main', 'deep', 'a.ts'), new Date(0), new Date(0));
    expect(hash()).toBe(before);
  });
  test('changes with a content, a name, a new file', () => {
    const seen = new Set([hash()]);
    writeFileSync(join(folder, 'main', 'deep', 'a.ts'), 'two');
    seen.add(hash());
    writeFileSync(join(folder, 'main', 'deep', 'b.ts'), '');
    seen.add(hash());
    rmSync(join(folder, 'main', 'deep', 'b.ts'));
    writeFileSync(join(folder, 'main', 'deep', 'c.ts'), '');
    seen.add(hash());
    expect(seen.size).toBe(4);
  });
});
