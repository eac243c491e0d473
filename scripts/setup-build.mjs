import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder, readJson, say, writeAtomically } from './project.mjs';
import { lastLines, runCommand } from './run-command.mjs';

/** What the built program is made from. */
const sources = [
  'main',
  'preload',
  'renderer',
  'resources',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];

/** What a whole build leaves behind. */
const products = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html'];

const stampFile = join(projectFolder, 'out', 'build-stamp.json');

/**
 * A hash over names and contents, so that neither a fresh checkout nor a touched file asks for a build.
 * @param {string} root
 * @param {readonly string[]} entries  files and folders below it
 * @returns {string}
 */
export function hashOf(root, entries) {
  const hash = createHash('sha256');
  const visit = (/** @type {string} */ relative) => {
    const path = join(root, relative);
    const status = statSync(path, { throwIfNoEntry: false });
    if (status?.isDirectory()) {
      for (const name of readdirSync(path).sort()) visit(`${relative}/${name}`);
    } else if (status?.isFile()) {
      const bytes = readFileSync(path);
      // The length keeps the end of one file apart from the name of the next.
      hash.update(`${relative}\0${bytes.length}\0`).update(bytes);
    }
  };
  for (const entry of entries) visit(entry);
  return hash.digest('hex');
}

/**
 * Builds the program when its sources changed since the last build.
 * @returns {Promise<{ ok: true } | { ok: false, problem: string }>}
 */
export async function ensureBuild() {
  const hash = hashOf(projectFolder, sources);
  const whole = products.every((product) => existsSync(join(projectFolder, product)));
  if (whole && readJson(stampFile)?.['hash'] === hash) return { ok: true };
  say('Building the program');
  forgetBuild();
  const script = join(projectFolder, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const result = await runCommand(process.execPath, [script, 'build', '--logLevel', 'warn']);
  if (!result.ok) {
    return {
      ok: false,
      problem: `The program could not be built (${result.reason}):\n${lastLines(result.output, 30)}`,
    };
  }
  writeAtomically(stampFile, `${JSON.stringify({ hash })}\n`);
  return { ok: true };
}

/** After this the next set-up builds again: the development mode leaves its own files in out/. */
export function forgetBuild() {
  rmSync(stampFile, { force: true });
}
