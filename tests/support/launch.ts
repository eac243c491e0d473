import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { projectFolder } from '../../scripts/project.mjs';
import { ordinaryUser } from './ordinary-user';
import {
  endGroup,
  machineArguments,
  profileFolder,
  requireElectron,
  testEnvironment,
} from './workbench-process';

/**
 * Playwright holds the program back while it attaches only where it found Electron itself. Given an
 * executable it does not, and one launch in ten hangs, so its own loader is always passed by hand.
 */
const loader = join(
  dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')),
  'lib/server/electron/loader.js',
);

/** A program of one window, which shows the page that PLAIN_WINDOW_URL names. */
export const plainWindow = join(import.meta.dirname, 'plain-window');

export { type RunOptions, type RunResult, runWorkbench } from './workbench-process';

const windowMilliseconds = 90_000;
const closeMilliseconds = 60_000;

export interface LaunchOptions {
  /** Profile folder; without one a new folder is made, and removed by `close`. */
  readonly userData?: string;
  /** Switches of the program, for example `--project=Test`. */
  readonly switches?: readonly string[];
  /** Added to the environment of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** Runs with the real sandbox, as an ordinary user where this process is root. */
  readonly chromiumSandbox?: boolean;
  /** A script that is loaded into the main process before the program; it loads FRAMEWRIGHT_LOADER, Electron only one. */
  readonly layer?: string;
}

export interface Workbench {
  readonly app: ElectronApplication;
  /** The workbench's window, never the hidden one that parses documents. */
  readonly window: Page;
  readonly userData: string;
  /** What the program has written so far. */
  readonly output: { stdout: string; stderr: string };
  /** Closes the program as a person would; ends it by force when it has not gone after a minute. */
  readonly close: () => Promise<void>;
  /** Ends the program and all its children at once with SIGKILL, as a power cut would. Keeps the profile. */
  readonly killGroup: () => Promise<void>;
}

/** Starts the program under Playwright. Skips the running test, by name, where Electron or a display is missing. */
export async function launchWorkbench(options: LaunchOptions = {}): Promise<Workbench> {
  const electron = requireElectron();
  const profile = profileFolder(options.userData);
  const sandboxed = options.chromiumSandbox === true;
  const user = sandboxed ? ordinaryUser(electron.path, profile.path) : undefined;
  const removeFolders = (): void => {
    user?.remove();
    profile.remove();
  };
  const app = await _electron
    .launch({
      executablePath: user?.executable ?? electron.path,
      args: [
        ...['-r', options.layer ?? loader, projectFolder, `--user-data-dir=${profile.path}`],
        ...machineArguments({ sandboxed }),
        ...(options.switches ?? []),
      ],
      cwd: projectFolder,
      env: { ...testEnvironment(), ...user?.env, ...options.env, FRAMEWRIGHT_LOADER: loader },
      chromiumSandbox: sandboxed,
    })
    .catch((error: unknown) => {
      removeFolders();
      throw error;
    });
  const child = app.process();
  const output = { stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk: Buffer) => (output.stdout += chunk.toString('utf8')));
  child.stderr?.on('data', (chunk: Buffer) => (output.stderr += chunk.toString('utf8')));
  const killGroup = () => endGroup(child);
  const close = async (): Promise<void> => {
    const timer = setTimeout(() => void killGroup(), closeMilliseconds);
    await app.close().finally(() => clearTimeout(timer));
    removeFolders();
  };
  try {
    const window = await workbenchWindow(app);
    return { app, window, userData: profile.path, output, close, killGroup };
  } catch (error) {
    await killGroup();
    removeFolders();
    const words = error instanceof Error ? error.message : String(error);
    throw new Error(`${words}\nThe program wrote:\n${output.stdout}${output.stderr}`, { cause: error });
  }
}

export interface PlainWindow {
  readonly window: Page;
  readonly close: () => Promise<void>;
}

/** The engine without the product: one window with nothing forbidden, on the given page. For what is compared. */
export async function launchPlainWindow(url: string): Promise<PlainWindow> {
  const electron = requireElectron();
  const profile = profileFolder(undefined);
  const app = await _electron.launch({
    executablePath: electron.path,
    args: [
      ...['-r', loader, plainWindow, `--user-data-dir=${profile.path}`],
      ...machineArguments({ sandboxed: false }),
    ],
    env: { ...testEnvironment(), PLAIN_WINDOW_URL: url },
  });
  const close = async (): Promise<void> => {
    const timer = setTimeout(() => void endGroup(app.process()), closeMilliseconds);
    await app.close().finally(() => clearTimeout(timer));
    profile.remove();
  };
  return { window: await app.firstWindow(), close };
}

/** Waits until a window shows the workbench's page. */
async function workbenchWindow(app: ElectronApplication): Promise<Page> {
  const deadline = Date.now() + windowMilliseconds;
  while (Date.now() < deadline) {
    const window = app.windows().find((page) => /^(?!about:)(?!.*\/parser\.html).+/.test(page.url()));
    if (window !== undefined) return window;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const urls = app.windows().map((page) => page.url() || 'none');
  throw new Error(
    `No workbench window within ${windowMilliseconds / 1000} seconds; windows: ${urls.join(', ') || 'none'}`,
  );
}
