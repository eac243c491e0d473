import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder, readJson, say } from './project.mjs';
import { lastLines, runNpm } from './run-command.mjs';

/**
 * Whether what is installed is what the lock file asks for. npm leaves its own account of what it
 * installed in node_modules, as the last thing it writes, so neither an interrupted install nor one made
 * by hand can be mistaken.
 * @param {Record<string, unknown> | null} wanted     package-lock.json
 * @param {Record<string, unknown> | null} installed  node_modules/.package-lock.json
 * @returns {boolean}
 */
export function packagesMatch(wanted, installed) {
  const wantedPackages = wanted?.['packages'];
  const installedPackages = installed?.['packages'];
  if (!isTable(wantedPackages) || !isTable(installedPackages)) return false;
  for (const [path, entry] of Object.entries(wantedPackages)) {
    if (path === '') continue;
    const found = installedPackages[path];
    if (found === undefined && entry.optional === true) continue;
    if (found?.['version'] !== entry.version || found?.integrity !== entry.integrity) return false;
  }
  return Object.keys(installedPackages).every((path) => path in wantedPackages);
}

/**
 * Installs the packages when they are absent or not those of the lock file.
 * @returns {Promise<{ ok: true } | { ok: false, problem: string }>}
 */
export async function ensurePackages() {
  const lock = readJson(join(projectFolder, 'package-lock.json'));
  if (lock === null) {
    return {
      ok: false,
      problem:
        'package-lock.json is missing or damaged. Restore it from the repository, then run this again.',
    };
  }
  const modules = join(projectFolder, 'node_modules');
  if (packagesMatch(lock, readJson(join(modules, '.package-lock.json')))) return { ok: true };
  say(
    existsSync(modules)
      ? 'Updating the packages to those of the lock file (npm ci)'
      : 'Installing the packages (npm ci)',
  );
  const result = await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  if (result.ok) return { ok: true };
  return {
    ok: false,
    problem: [
      'The packages could not be installed with "npm ci":',
      lastLines(result.output) || result.reason,
      'Check the network and the free space on the disk, then run "npm run setup" again.',
    ].join('\n'),
  };
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, { version?: string, integrity?: string, optional?: boolean }>}
 */
function isTable(value) {
  return value !== null && typeof value === 'object';
}
