import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { type ElectronRuntime, findElectron } from '../../scripts/electron-runtime.mjs';
import { isHarmlessNoise } from '../../scripts/noise.mjs';
import { projectFolder } from '../../scripts/project.mjs';
import { isLinuxRoot } from '../../scripts/run-electron.mjs';
import { hasDisplay } from '../../scripts/setup-libraries.mjs';
import { ownDisplay } from './own-display';

/** The Electron in use; skips the running test, with the reason, where there is none or nothing to show it on. */
export function requireElectron(): ElectronRuntime {
  const electron = findElectron();
  test.skip(electron === null, 'Electron is not installed (npm run setup)');
  test.skip(!hasDisplay(), 'there is no display, and Xvfb is not installed');
  if (electron === null) throw new Error('Electron is not installed. Run "npm run setup".');
  return electron;
}

/** Switches for Chromium on this machine: no graphics card is assumed, and root cannot use the sandbox. */
export function machineArguments({ sandboxed }: { sandboxed: boolean }): string[] {
  return ['--disable-gpu', ...(isLinuxRoot && !sandboxed ? ['--no-sandbox'] : [])];
}

/** The environment of this process, without what would change how Electron starts. */
export function testEnvironment(): Record<string, string> {
  const leftOut = new Set(['ELECTRON_RUN_AS_NODE', 'NODE_OPTIONS', 'ELECTRON_RENDERER_URL']);
  const entries = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined || leftOut.has(name) ? [] : [[name, value] as const],
  );
  return { ...Object.fromEntries(entries), ...ownDisplay() };
}

/** A given profile folder, which is kept, or a new one that `remove` takes away. */
export function profileFolder(given: string | undefined): { path: string; remove: () => void } {
  if (given !== undefined) return { path: given, remove: () => undefined };
  const path = mkdtempSync(join(tmpdir(), 'framewright-profile-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) };
}

/**
 * Ends a process that leads its own group, with all its children, and waits until it is gone. Both
 * Playwright and `runWorkbench` start the program that way, so nobody else is in that group.
 */
export async function endGroup(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  if (process.platform === 'win32') child.kill('SIGKILL');
  else process.kill(-child.pid, 'SIGKILL');
  await gone;
}

export interface RunResult {
  /** Exit code; null when a signal or the time limit ended it. */
  readonly code: number | null;
  readonly stdout: string;
  /** Without Chromium's own remarks about a missing D-Bus or graphics card. */
  readonly stderr: string;
}

export interface RunOptions {
  readonly userData?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** After this many milliseconds the program is ended and `code` is null; 60,000 unless given. */
  readonly timeout?: number;
  /** A script that is loaded into the main process before the program. */
  readonly layer?: string;
}

/** Runs the program without a driver until it ends by itself: for switches with `--quit`. */
export async function runWorkbench(
  switches: readonly string[],
  options: RunOptions = {},
): Promise<RunResult> {
  const electron = requireElectron();
  const profile = profileFolder(options.userData);
  const child = spawn(
    electron.path,
    [
      ...(options.layer === undefined ? [] : ['-r', options.layer]),
      projectFolder,
      `--user-data-dir=${profile.path}`,
      ...machineArguments({ sandboxed: false }),
      ...switches,
    ],
    {
      cwd: projectFolder,
      env: { ...testEnvironment(), ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    },
  );
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString('utf8')));
  const timer = setTimeout(() => void endGroup(child), options.timeout ?? 60_000);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  clearTimeout(timer);
  profile.remove();
  const lines = stderr.split('\n').filter((line) => !isHarmlessNoise(line));
  return { code, stdout, stderr: lines.join('\n') };
}
