import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findElectron } from './electron-runtime.mjs';
import { onDisplays } from './on-display.mjs';
import { projectFolder, readJson, say } from './project.mjs';
import { runPlaywright } from './run-playwright.mjs';
import { runStaticChecks } from './static-checks.mjs';
import { testWorkers } from './test-workers.mjs';

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/**
 * The line that closes a run, and whether the run went well: nothing failed and something passed.
 * @param {readonly Partial<Counts>[]} parts
 * @returns {{ line: string, good: boolean }}
 */
export function closingLine(parts) {
  const sum = (/** @type {keyof Counts} */ key) => parts.reduce((total, part) => total + (part[key] ?? 0), 0);
  const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')];
  const line = `${passed} passed, ${failed} failed, ${skipped} skipped`;
  return { line, good: failed === 0 && passed > 0 };
}

/**
 * Runs the static checks and then Playwright, and closes with the counts of both.
 * @param {{ playwrightArgs: readonly string[], withDisplay: boolean }} options
 * @returns {Promise<number>} the exit code
 */
export async function runTests({ playwrightArgs, withDisplay }) {
  if (!existsSync(join(projectFolder, 'node_modules', '@playwright', 'test'))) {
    say('The packages are not installed here yet. Run "npm run setup" first.');
    return 1;
  }
  const checks = await runStaticChecks();
  const electron = findElectron();
  if (withDisplay)
    console.log(electron ? `Electron ${electron.version} (${electron.source})` : 'Electron: none');
  const tests = withDisplay
    ? await onDisplays(testWorkers, (environment) => countTests(playwrightArgs, environment))
    : await countTests(playwrightArgs, {});
  for (const [reason, count] of Object.entries(tests.reasons)) console.log(`skipped ${count}: ${reason}`);
  for (const title of tests.again) console.log(`passed only when tried again, a race to be found: ${title}`);
  const { line, good } = closingLine([checks, tests]);
  console.log(line);
  return good ? 0 : 1;
}

/**
 * Runs Playwright and reads the counts that its reporter wrote.
 * @param {readonly string[]} args
 * @param {Record<string, string>} environment
 * @returns {Promise<Counts & { reasons: Record<string, number>, again: readonly string[] }>}
 */
async function countTests(args, environment) {
  const folder = mkdtempSync(join(tmpdir(), 'framewright-tests-'));
  const countsFile = join(folder, 'counts.json');
  const code = await runPlaywright(args, { ...environment, FRAMEWRIGHT_TEST_COUNTS: countsFile });
  const counts = readJson(countsFile);
  rmSync(folder, { recursive: true, force: true });
  const number = (/** @type {unknown} */ value) => (typeof value === 'number' ? value : 0);
  const failed = number(counts?.['failed']);
  return {
    passed: number(counts?.['passed']),
    // A runner that fell over before it could count has failed as well.
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: number(counts?.['skipped']),
    reasons: /** @type {Record<string, number>} */ (counts?.['reasons'] ?? {}),
    again: /** @type {readonly string[]} */ (counts?.['again'] ?? []),
  };
}
