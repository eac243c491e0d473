import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { projectFolder } from './project.mjs';

/** How many characters of a command's output are kept for the sentence that explains its failure. */
const keptOutput = 200_000;

/**
 * @typedef {object} CommandResult
 * @property {boolean} ok        it ran and ended with 0
 * @property {number | null} code  exit code, null when it could not start or a signal ended it
 * @property {string} output     the end of stdout and stderr, in the order they came
 * @property {string} reason     empty when ok, else why not, in words
 */

/**
 * Runs a command to its end. Never throws: a command that cannot start is a result like any other.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutSeconds?: number, show?: boolean }} [options]
 *   `show` relays the command's output to stderr while it runs
 * @returns {Promise<CommandResult>}
 */
export function runCommand(command, args, options = {}) {
  return new Promise((resolve) => {
    let output = '';
    let reason = '';
    const child = spawn(command, args, {
      cwd: options.cwd ?? projectFolder,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const timer = setTimeout(
      () => {
        reason = `it was still running after ${options.timeoutSeconds} seconds`;
        child.kill('SIGKILL');
      },
      (options.timeoutSeconds ?? 3600) * 1000,
    );
    const keep = (/** @type {Buffer} */ chunk) => {
      output = (output + chunk.toString('utf8')).slice(-keptOutput);
      if (options.show) process.stderr.write(chunk);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    // Nothing that was started here may go on when this process is stopped half-way.
    const endChild = () => child.kill('SIGKILL');
    process.once('exit', endChild);
    child.on('error', (error) => {
      clearTimeout(timer);
      process.off('exit', endChild);
      resolve({ ok: false, code: null, output, reason: `it could not be started (${error.message})` });
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      process.off('exit', endChild);
      if (code !== 0 && reason === '')
        reason = signal ? `signal ${signal} ended it` : `it ended with ${code}`;
      resolve({ ok: code === 0, code, output, reason });
    });
  });
}

/**
 * Runs npm, the same one that runs this script where there is one: on Windows `npm` itself is a batch
 * file that cannot be spawned without a shell.
 * @param {readonly string[]} args
 * @param {{ cwd?: string, timeoutSeconds?: number, show?: boolean }} [options]
 * @returns {Promise<CommandResult>}
 */
export function runNpm(args, options) {
  const beside = join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js');
  const script = [process.env['npm_execpath'], beside].find(
    (path) => path?.endsWith('npm-cli.js') && isFile(path),
  );
  if (script) return runCommand(process.execPath, [script, ...args], options);
  return runCommand('npm', args, options);
}

/**
 * Finds a program in the PATH.
 * @param {string} name
 * @returns {string | null} its absolute path
 */
export function findProgram(name) {
  // Some tools live in the folders for the superuser, which an ordinary user's PATH often leaves out.
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/sbin'];
  for (const folder of folders.filter((entry) => entry !== '')) {
    const path = join(folder, name);
    if (isFile(path, constants.X_OK)) return path;
  }
  return null;
}

/**
 * @param {string} path
 * @param {number} [mode]
 * @returns {boolean}
 */
function isFile(path, mode = constants.R_OK) {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
}

/** A line of a stack trace, as Node prints it, also behind npm's mark. */
const stackLine = /^(?:npm error)?\s+at \S/;

/**
 * The last lines of some output, for a sentence about a failure: without colours, empty lines and
 * stack traces.
 * @param {string} output
 * @param {number} [count]
 * @returns {string}
 */
export function lastLines(output, count = 12) {
  const lines = stripVTControlCharacters(output)
    .split('\n')
    .filter((line) => line.trim() !== '' && !stackLine.test(line));
  return lines.slice(-count).join('\n');
}
