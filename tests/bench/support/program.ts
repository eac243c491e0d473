/** Starts the built program, or an empty window of the same engine, as a person or a driver would. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { projectFolder } from '../../../scripts/project.mjs';
import {
  endGroup,
  machineArguments,
  profileFolder,
  requireElectron,
  testEnvironment,
} from '../../support/workbench-process';

/** As in support/launch.ts: always passed by hand, since Playwright does so only where it found Electron itself. */
const loader = join(
  dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')),
  'lib/server/electron/loader.js',
);
const usableProbe = join(import.meta.dirname, 'usable-probe.cjs');

/** The copy of the built program that scripts/bench.mjs made, so that a build meanwhile changes no figure. */
export const programFolder = process.env['FRAMEWRIGHT_BENCH_PROGRAM'] ?? projectFolder;
export const emptyWindowFolder = join(import.meta.dirname, '../empty-window');

export interface Driven {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly close: () => Promise<void>;
}

export interface DriveOptions {
  /** Folder with the application's package.json; the program's own when absent. */
  readonly folder?: string;
  /** A new one, removed afterwards, when absent. */
  readonly userData?: string;
  readonly switches?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts it under Playwright, with its window. */
export async function drive(options: DriveOptions = {}): Promise<Driven> {
  const electron = requireElectron();
  const profile = profileFolder(options.userData);
  const app = await _electron.launch({
    executablePath: electron.path,
    args: [
      ...['-r', loader, options.folder ?? programFolder, `--user-data-dir=${profile.path}`],
      ...machineArguments({ sandboxed: false }),
      ...(options.switches ?? []),
    ],
    cwd: projectFolder,
    env: { ...testEnvironment(), ...options.env },
    timeout: 60_000,
  });
  const child = app.process();
  child.stdout?.resume();
  child.stderr?.resume();
  const close = async (): Promise<void> => {
    const timer = setTimeout(() => void endGroup(child), 15_000);
    await app.close().finally(() => clearTimeout(timer));
    profile.remove();
  };
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    const page = app.windows().find((each) => /^(?!about:)(?!.*\/parser\.html).+/.test(each.url()));
    if (page !== undefined) return { app, page, close };
    await pause(5);
  }
  await endGroup(child);
  throw new Error('No window within 60 seconds');
}

export interface Started {
  readonly child: ChildProcess;
  /** Milliseconds from the start of the process until its window was shown and held something painted. */
  readonly usable: Promise<number>;
  readonly end: () => Promise<void>;
}

/** Starts it without a driver. `selector`: what must be there for the window to be of use. */
export function start(folder: string, userData: string, selector: string): Started {
  const electron = requireElectron();
  const begun = Date.now();
  const child = spawn(
    electron.path,
    [
      ...['-r', usableProbe, folder, `--user-data-dir=${userData}`],
      ...machineArguments({ sandboxed: false }),
    ],
    {
      cwd: projectFolder,
      env: { ...testEnvironment(), BENCH_USABLE: selector },
      stdio: ['ignore', 'pipe', 'ignore'],
      detached: process.platform !== 'win32',
    },
  );
  const usable = new Promise<number>((resolve, reject) => {
    let output = '';
    const timer = setTimeout(() => reject(new Error('Nothing usable within 120 seconds')), 120_000);
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
      const found = /BENCH_USABLE ([\d.]+)\n/.exec(output);
      if (found === null) return;
      clearTimeout(timer);
      resolve(Number(found[1]) - begun);
    });
    child.once('error', reject);
  });
  return { child, usable, end: () => endCleanly(child) };
}

/** As the system ends a program at the end of a session: the next start finds nothing to mend. */
async function endCleanly(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await Promise.race([gone, pause(10_000)]);
  await endGroup(child);
}

export interface Ran {
  /** Milliseconds from start to end of the process. */
  readonly took: number;
  readonly stdout: string;
}

/** Runs the program with --quit to its end. Rejects when it says that something went wrong. */
export async function runToEnd(userData: string, switches: readonly string[]): Promise<Ran> {
  const electron = requireElectron();
  const begun = performance.now();
  const child = spawn(
    electron.path,
    [
      ...[programFolder, `--user-data-dir=${userData}`, ...machineArguments({ sandboxed: false })],
      ...switches,
      '--quit',
    ],
    {
      cwd: projectFolder,
      env: testEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    },
  );
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString('utf8')));
  const timer = setTimeout(() => void endGroup(child), 300_000);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  clearTimeout(timer);
  if (code !== 0) throw new Error(`The program ended with ${code}: ${stderr.slice(-2_000)}`);
  return { took: performance.now() - begun, stdout };
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
