import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, readJson, say, writeAtomically } from './project.mjs';
import { findProgram, lastLines, runCommand } from './run-command.mjs';

const isRoot = process.getuid?.() === 0;
const testToolsStamp = join(cacheFolder, 'test-tools-tried.json');
const testToolsRetryMilliseconds = 24 * 60 * 60 * 1000;

/** Packages that bring what Electron links to, and those that got another name with 64-bit time. */
const libraryPackages = ['libnss3', 'libgbm1', 'libxss1', 'libxtst6', 'libdrm2', 'libnotify4'];
const renamedPackages = ['libgtk-3-0', 'libasound2', 'libatk-bridge2.0-0', 'libcups2'];
const displayPackages = ['xvfb'];

/**
 * The libraries that `ldd` could not find.
 * @param {string} output  what ldd printed
 * @returns {string[]}
 */
export function missingLibraries(output) {
  return [...output.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '');
}

/**
 * Names of the packages for this release. Debian from 13 and Ubuntu from 24.04 give some of them a new
 * ending.
 * @param {ReadonlySet<string>} known  the names that apt knows
 * @returns {string[]}
 */
export function namesFor(known) {
  const renamed = renamedPackages.map((name) => (known.has(`${name}t64`) ? `${name}t64` : name));
  return [...renamed, ...libraryPackages];
}

/** Whether a window can be shown as things are. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/**
 * Sees to it that the libraries of the system that Electron needs are there, and a virtual display where
 * there is no real one.
 * @param {string} executable
 * @param {{ forTests: boolean }} options  tests can do without a display: their tier is skipped then
 * @returns {Promise<{ ok: true } | { ok: false, problem: string }>}
 */
export async function ensureLibraries(executable, { forTests }) {
  if (process.platform !== 'linux') return { ok: true };
  const libraries = await librariesMissing(executable);
  const display = !hasDisplay() && findProgram('Xvfb') === null;
  if (libraries.length === 0 && !display) return { ok: true };
  const lacking = [...libraries, ...(display ? ['a display (Xvfb)'] : [])].join(', ');
  const apt = findProgram('apt-get');
  if (apt === null) {
    return {
      ok: false,
      problem: `This system lacks ${lacking}. Install GTK 3, NSS, ALSA, GBM and Xvfb with its package manager, then run this again.`,
    };
  }
  if (isRoot) await runCommand(apt, ['update', '-qq'], { timeoutSeconds: 600 });
  const names = [
    ...(libraries.length > 0 ? namesFor(await knownToApt()) : []),
    ...(display ? displayPackages : []),
  ];
  if (!isRoot) {
    const problem = `This system lacks ${lacking}. Run this, then start again:\n  sudo apt-get update && sudo apt-get install -y ${names.join(' ')}`;
    if (forTests && libraries.length === 0) {
      say(`${problem}\nUntil then the tests that need a window are skipped.`);
      return { ok: true };
    }
    return { ok: false, problem };
  }
  say(`Installing what the system lacks for Electron: ${names.join(' ')}`);
  const installed = await aptInstall(apt, names);
  const stillMissing = await librariesMissing(executable);
  if (installed.ok && stillMissing.length === 0) return { ok: true };
  return {
    ok: false,
    problem: `apt-get could not install ${names.join(' ')}:\n${lastLines(installed.output)}\nStill missing: ${stillMissing.join(', ') || lacking}.`,
  };
}

/**
 * Tools without which a tier of the tests is skipped. Tried once a day, as root on Debian alone; that
 * they are absent is no failure.
 * @returns {Promise<void>}
 */
export async function offerTestTools() {
  const apt = findProgram('apt-get');
  if (process.platform !== 'linux' || !isRoot || apt === null) return;
  const wanted = [
    ...(findProgram('xmllint') === null ? ['libxml2-utils'] : []),
    ...(findProgram('strace') === null ? ['strace'] : []),
    ...(findProgram('ip') === null ? ['iproute2'] : []),
    // Debian's alone: Ubuntu's browser of that name is a snap, which cannot be driven as root.
    ...(findProgram('chromium-headless-shell') === null && /^ID=debian$/m.test(releaseNotes())
      ? ['chromium-headless-shell']
      : []),
  ];
  const tried = readJson(testToolsStamp);
  const age = typeof tried?.['at'] === 'number' ? Date.now() - tried['at'] : Number.POSITIVE_INFINITY;
  if (wanted.length === 0 || (age >= 0 && age < testToolsRetryMilliseconds)) return;
  say(`Installing tools for the tests: ${wanted.join(' ')}`);
  await runCommand(apt, ['update', '-qq'], { timeoutSeconds: 600 });
  const installed = await aptInstall(apt, wanted);
  if (installed.ok) return;
  writeAtomically(testToolsStamp, `${JSON.stringify({ at: Date.now() })}\n`);
  say(
    `They could not be installed (${lastLines(installed.output, 1) || installed.reason}); the tests that need them are skipped.`,
  );
}

/**
 * What the loader of the system cannot find for Electron. GTK is asked for on its own: newer versions
 * of Electron open it at run time, where ldd cannot see it.
 * @param {string} executable
 * @returns {Promise<string[]>}
 */
async function librariesMissing(executable) {
  const [linked, cache] = await Promise.all([
    runCommand('ldd', [executable], { timeoutSeconds: 60 }),
    runCommand(findProgram('ldconfig') ?? 'ldconfig', ['-p'], { timeoutSeconds: 60 }),
  ]);
  const missing = new Set(missingLibraries(linked.output));
  if (cache.ok && cache.output.includes('.so') && !cache.output.includes('libgtk-3.so.0'))
    missing.add('libgtk-3.so.0');
  return [...missing];
}

/** @returns {Promise<Set<string>>} the new names among those that apt can install */
async function knownToApt() {
  const names = renamedPackages.map((name) => `${name}t64`);
  const found = await runCommand('apt-cache', ['show', '--no-all-versions', ...names], {
    timeoutSeconds: 60,
  });
  return new Set([...found.output.matchAll(/^Package: (\S+)$/gm)].map((match) => match[1] ?? ''));
}

/**
 * @param {string} apt
 * @param {readonly string[]} names
 */
function aptInstall(apt, names) {
  return runCommand(
    apt,
    ['install', '-y', '-qq', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300', ...names],
    { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, timeoutSeconds: 1800 },
  );
}

/** @returns {string} */
function releaseNotes() {
  try {
    return readFileSync('/etc/os-release', 'utf8');
  } catch {
    return '';
  }
}
