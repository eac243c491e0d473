import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { fallbackVersion } from '../../scripts/electron-runtime.mjs';
import { projectFolder, readJson } from '../../scripts/project.mjs';

/** Of Electron's list in docs/security.md: its number, and the tests that show it. */
interface Rule {
  readonly number: number;
  readonly tests: readonly (readonly [file: string, title: string])[];
}

function readRules(): readonly Rule[] {
  const page = readFileSync(join(projectFolder, 'docs/security.md'), 'utf8');
  const [, list = ''] = page.split(/^## Electron's list.*$/m);
  return [...list.matchAll(/^\| (\d+) \|(.*)\|$/gm)].map(([, number, row = '']) => ({
    number: Number(number),
    tests: [...row.matchAll(/`(tests\/[^`]+\.spec\.ts)`: “([^”]+)”/g)].map(
      ([, file = '', title = '']) => [file, title] as const,
    ),
  }));
}

function holdsTest(file: string, title: string): boolean {
  const path = join(projectFolder, file);
  if (!existsSync(path)) return false;
  const source = readFileSync(path, 'utf8').replaceAll(/\(\s+/g, '(');
  return [`test('${title}',`, `test(drill('${title}'),`].some((beginning) => source.includes(beginning));
}

test('each rule of Electron’s list names tests that are there', () => {
  const rules = readRules();
  expect(rules.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
  expect(rules.filter(({ tests }) => tests.length === 0)).toEqual([]);
  const absent = rules.flatMap(({ tests }) => tests.filter(([file, title]) => !holdsTest(file, title)));
  expect(absent).toEqual([]);
  // One that is not there would be noticed.
  expect(holdsTest('tests/scripts/security-rules.spec.ts', 'no such test')).toBe(false);
});

test('the engine is one version, that of the types and of the lock file, and never the stand-in', () => {
  const read = (path: string): Readonly<Record<string, unknown>> => readJson(join(projectFolder, path)) ?? {};
  const { electron } = read('package.json')['devDependencies'] as Readonly<Record<string, string>>;
  expect(electron).toMatch(/^\d+\.\d+\.\d+$/);
  expect(read('node_modules/electron/package.json')['version']).toBe(electron);
  const locked = read('package-lock.json')['packages'] as Readonly<
    Record<string, { readonly version?: string }>
  >;
  expect(locked['node_modules/electron']?.version).toBe(electron);
  expect(Number.parseInt(electron ?? '', 10)).toBeGreaterThan(Number.parseInt(fallbackVersion, 10));
});
