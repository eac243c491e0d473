import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the folder that holds package.json. */
export const projectFolder = dirname(dirname(fileURLToPath(import.meta.url)));

/** Absolute path of the folder for what set-up prepares; git ignores it. */
export const cacheFolder = join(projectFolder, '.cache');

/**
 * Says one plain line to the person at the terminal. It goes to stderr, because stdout belongs to the
 * program: `npm start -- --quit` prints its result there as JSON.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Reads a JSON file; null when it is absent or not JSON, so that a damaged stamp counts as no stamp.
 * @param {string} path
 * @returns {Record<string, unknown> | null}
 */
export function readJson(path) {
  try {
    const value = JSON.parse(readFileSync(path, 'utf8'));
    return value !== null && typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}

/**
 * Writes a file by way of a neighbour and a rename, so that no reader ever sees half of it.
 * @param {string} path
 * @param {string} text
 */
export function writeAtomically(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  const neighbour = `${path}.${process.pid}.part`;
  writeFileSync(neighbour, text);
  renameSync(neighbour, path);
}

/**
 * The words of a thrown value, without its stack.
 * @param {unknown} thrown
 * @returns {string}
 */
export function wordsOf(thrown) {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
