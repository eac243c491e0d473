import { cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { findElectron } from './electron-runtime.mjs';
import { packAsar } from './pack-asar.mjs';
import { projectFolder, readJson } from './project.mjs';

/** @typedef {'test' | 'release'} Artefact */

/** Where the artefacts lie; git ignores it, and so does the build. */
export const artefactFolder = join(projectFolder, 'out', 'artefacts');

/**
 * The program as it is given away: the runtime at hand with the built program in it as one archive. `release` has
 * every fuse shut; `test` is the same, but lets itself be inspected.
 * @param {Artefact} kind
 * @param {string} [folder]  where it goes; what is there is replaced
 * @returns {Promise<{ executable: string }>}
 */
export async function assemble(kind, folder = join(artefactFolder, kind)) {
  const electron = findElectron();
  if (electron === null) throw new Error('Electron is not installed. Run "npm run setup".');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true });
  cpSync(dirname(electron.path), folder, { recursive: true, dereference: true });
  rmSync(join(folder, 'resources'), { recursive: true, force: true });
  rmSync(join(folder, 'prepared.json'), { force: true });
  mkdirSync(join(folder, 'resources'));
  const isTest = kind === 'test';
  // A program by any other name than Electron's is a packaged one, which refuses to be driven.
  const called = isTest ? 'electron' : 'framewright';
  const executable = join(folder, process.platform === 'win32' ? `${called}.exe` : called);
  renameSync(join(folder, basename(electron.path)), executable);
  const { name, productName, version, main, type } = readJson(join(projectFolder, 'package.json')) ?? {};
  const about = { name, productName, version, main, type };
  const parts = ['main', 'preload', 'renderer'].map((part) => join('out', part));
  const archive = packAsar(projectFolder, parts, { 'package.json': `${JSON.stringify(about)}\n` });
  writeFileSync(join(folder, 'resources', 'app.asar'), archive);
  await flipFuses(executable, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: false,
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableCookieEncryption]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: isTest,
    // Linux has none; elsewhere it needs a hash in the package around this, which an installer's maker writes.
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: false,
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  });
  return { executable };
}
