import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram } from './run-command.mjs';

const startSeconds = 20;

/** What to tell a person whose machine has no display. */
export const noDisplay = [
  'There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), and no Xvfb to stand in for one.',
  'Start this from a desktop session, connect with "ssh -X", or install Xvfb:',
  '  sudo apt-get install -y xvfb',
].join('\n');

/**
 * Content of an X authority file with one cookie for every display. Without it any user of the machine
 * could look at the windows.
 * @param {Buffer} cookie  16 random bytes
 * @returns {Buffer}
 */
export function authorityFile(cookie) {
  const anyFamily = Buffer.from([0xff, 0xff]);
  const fields = [Buffer.alloc(0), Buffer.alloc(0), Buffer.from('MIT-MAGIC-COOKIE-1'), cookie];
  const counted = fields.flatMap((field) => [Buffer.from([field.length >> 8, field.length & 0xff]), field]);
  return Buffer.concat([anyFamily, ...counted]);
}

/**
 * @typedef {object} VirtualDisplay
 * @property {{ DISPLAY: string, XAUTHORITY: string }} environment  for the programs to show there
 * @property {() => void} stop  ends the display; may be called again
 */

/**
 * Starts a virtual display on a number that is free, 1440 by 900 pixels.
 * @param {{ endWithLastProgram: boolean }} options  whether it ends by itself when the last window
 *   program leaves, even where its starter was killed
 * @returns {Promise<{ ok: true, display: VirtualDisplay } | { ok: false, problem: string }>}
 */
export async function startDisplay({ endWithLastProgram }) {
  const program = findProgram('Xvfb');
  if (program === null) return { ok: false, problem: noDisplay };
  const folder = mkdtempSync(join(tmpdir(), 'framewright-display-'));
  const authority = join(folder, 'authority');
  writeFileSync(authority, authorityFile(randomBytes(16)), { mode: 0o600 });
  const server = spawn(
    program,
    [
      ...['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp', '-auth', authority],
      ...(endWithLastProgram ? ['-terminate'] : []),
    ],
    // In a group of its own: Ctrl+C in the terminal must reach the program first, not take its display away.
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'], detached: true },
  );
  const stop = () => {
    process.off('exit', stop);
    server.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  };
  process.on('exit', stop);
  const number = await displayNumber(server);
  if (number === null) {
    stop();
    return {
      ok: false,
      problem: `Xvfb (${program}) was started but offered no display within ${startSeconds} seconds.`,
    };
  }
  server.unref();
  return { ok: true, display: { environment: { DISPLAY: `:${number}`, XAUTHORITY: authority }, stop } };
}

/**
 * The number that the server writes to its fourth channel once it takes connections.
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<string | null>}
 */
function displayNumber(server) {
  return new Promise((resolve) => {
    const channel = /** @type {import('node:net').Socket} */ (server.stdio[3]);
    let text = '';
    const finish = (/** @type {string | null} */ number) => {
      clearTimeout(timer);
      channel.destroy();
      resolve(number);
    };
    const timer = setTimeout(() => finish(null), startSeconds * 1000);
    channel.on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) finish(text.trim());
    });
    server.once('error', () => finish(null));
    server.once('exit', () => finish(null));
  });
}
