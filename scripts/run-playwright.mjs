import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from './project.mjs';

/**
 * Runs the tests of this project with Playwright, its output going to this terminal.
 * @param {readonly string[]} args
 * @param {Record<string, string>} environment  added to the environment of this process
 * @returns {Promise<number>} the exit code
 */
export function runPlaywright(args, environment) {
  const tool = join(projectFolder, 'node_modules', '@playwright', 'test', 'cli.js');
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [tool, 'test', '--config', 'tests/playwright.config.ts', ...args], {
      cwd: projectFolder,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    // The terminal sends Ctrl+C to both; staying alive until the runner has ended leaves nothing behind.
    process.on('SIGINT', () => {});
    // Playwright ends what it started on this signal alone.
    process.on('SIGTERM', () => child.kill('SIGINT'));
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}
