import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { createInterface } from 'node:readline';
import { startDisplay } from './display.mjs';
import { isHarmlessNoise } from './noise.mjs';
import { projectFolder, say } from './project.mjs';
import { hasDisplay } from './setup-libraries.mjs';

/** Signals closer together than this count as one. */
const insistMilliseconds = 2000;

const sandboxFailure = /SUID sandbox helper binary|No usable sandbox/;

/**
 * Switches that this machine needs besides those that the person gave.
 * @param {{ root: boolean, virtualDisplay: boolean }} machine
 * @returns {string[]}
 */
export function machineSwitches({ root, virtualDisplay }) {
  // Chromium refuses to run its sandbox as the superuser; a virtual display has no graphics card.
  return [...(root ? ['--no-sandbox'] : []), ...(virtualDisplay ? ['--disable-gpu'] : [])];
}

/** Whether this process runs as the superuser of a Linux system. */
export const isLinuxRoot = process.platform === 'linux' && process.getuid?.() === 0;

/**
 * Runs a program that opens windows, on a virtual display where there is no real one, and relays its
 * output and the signals that end it.
 * @param {(switches: string[]) => { command: string, args: string[], env?: NodeJS.ProcessEnv }} plan
 *   gets the switches that this machine needs
 * @returns {Promise<number>} its exit code; 128 and the signal's number when a signal ended it
 */
export async function runWithDisplay(plan) {
  const virtualDisplay = !hasDisplay();
  let display;
  if (virtualDisplay) {
    const started = await startDisplay({ endWithLastProgram: true });
    if (!started.ok) {
      say(started.problem);
      return 1;
    }
    display = started.display;
  }
  const { command, args, env } = plan(machineSwitches({ root: isLinuxRoot, virtualDisplay }));
  const code = await relay(command, args, { ...process.env, ...display?.environment, ...env });
  display?.stop();
  return code;
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>}
 */
function relay(command, args, env) {
  return new Promise((resolve) => {
    // In the group of this process, so that whoever ends the group ends everything.
    const child = spawn(command, args, { cwd: projectFolder, env, stdio: ['inherit', 'inherit', 'pipe'] });
    let sandboxFailed = false;
    createInterface({ input: child.stderr }).on('line', (line) => {
      if (sandboxFailure.test(line)) sandboxFailed = true;
      if (!isHarmlessNoise(line)) say(line);
    });
    // The terminal sends Ctrl+C to the program as well, and npm passes signals on once more. Chromium takes
    // the second signal of a kind as an order to stop at once, so it is told by the other kind, and once.
    let told = Number.NEGATIVE_INFINITY;
    const pass = (/** @type {NodeJS.Signals} */ signal) => {
      if (Date.now() - told < insistMilliseconds) return;
      told = Date.now();
      child.kill(signal === 'SIGINT' ? 'SIGTERM' : 'SIGINT');
    };
    process.on('SIGINT', pass);
    process.on('SIGTERM', pass);
    child.on('error', (error) => {
      say(`${command} could not be started: ${error.message}. Run "npm run setup" and try again.`);
      resolve(1);
    });
    child.on('close', (code, signal) => {
      process.off('SIGINT', pass);
      process.off('SIGTERM', pass);
      if (sandboxFailed) say(explainSandbox(command));
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}

/**
 * @param {string} command
 * @returns {string}
 */
function explainSandbox(command) {
  const helper = command.replace(/[^/]+$/, 'chrome-sandbox');
  return [
    'This system does not let an ordinary program build a sandbox, and Framewright does not run without one.',
    'Give the sandbox helper the rights it needs, then start again:',
    `  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`,
  ].join('\n');
}
