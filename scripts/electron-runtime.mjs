import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, projectFolder, readJson } from './project.mjs';

/** Folder of the runtime that stands in where the official download is impossible. */
export const fallbackFolder = join(cacheFolder, 'electron-fallback');

/** File in that folder that is written last and says what was prepared. */
export const fallbackStamp = join(fallbackFolder, 'prepared.json');

/** Version of Electron inside the stand-in. */
export const fallbackVersion = '33.2.1';

/**
 * @typedef {object} ElectronRuntime
 * @property {string} path      absolute path of the executable
 * @property {string} version   for example 45.4.1
 * @property {'official' | 'fallback'} source
 */

/**
 * The version of Electron that package.json pins, null before the packages are installed.
 * @returns {string | null}
 */
export function pinnedVersion() {
  const version = readJson(join(projectFolder, 'node_modules', 'electron', 'package.json'))?.['version'];
  return typeof version === 'string' ? version : null;
}

/**
 * Finds the Electron in use: the official one where it is there, else the stand-in, else none.
 * @returns {ElectronRuntime | null}
 */
export function findElectron() {
  return findOfficial() ?? findFallback();
}

/**
 * The official runtime, complete and of the pinned version. `path.txt` is the last file that Electron's
 * installer writes, so its presence means that the rest is whole.
 * @returns {ElectronRuntime | null}
 */
export function findOfficial() {
  const folder = join(projectFolder, 'node_modules', 'electron');
  const version = pinnedVersion();
  const relative = readText(join(folder, 'path.txt'));
  if (version === null || relative === null) return null;
  const distribution = process.env['ELECTRON_OVERRIDE_DIST_PATH'] || join(folder, 'dist');
  if (readText(join(distribution, 'version'))?.replace(/^v/, '') !== version) return null;
  const path = join(distribution, relative);
  return existsSync(path) ? { path, version, source: 'official' } : null;
}

/**
 * The stand-in runtime, when it was prepared to its end.
 * @returns {ElectronRuntime | null}
 */
export function findFallback() {
  const version = readJson(fallbackStamp)?.['version'];
  const path = join(fallbackFolder, 'electron');
  if (version !== fallbackVersion || !isExecutable(path)) return null;
  return { path, version, source: 'fallback' };
}

/**
 * @param {string} path
 * @returns {string | null}
 */
function readText(path) {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return null;
  }
}

/**
 * @param {string} path
 * @returns {boolean}
 */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
