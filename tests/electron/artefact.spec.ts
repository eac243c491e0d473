import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import { assemble } from '../../scripts/assemble.mjs';
import { packAsar } from '../../scripts/pack-asar.mjs';
import { projectFolder } from '../../scripts/project.mjs';
import { machineArguments, requireElectron, testEnvironment } from '../support/workbench-process';

let folder = '';
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'framewright-artefact-'));
});
test.afterAll(() => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const corpus = join(import.meta.dirname, '../fixtures/wire');

function run(executable: string, switches: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const own = [`--user-data-dir=${join(folder, 'profile')}`, ...machineArguments({ sandboxed: false })];
  const { status, stdout, stderr } = spawnSync(executable, [...own, ...switches], {
    cwd: folder,
    env: { ...testEnvironment(), ...env },
    encoding: 'utf8',
    timeout: 120_000,
  });
  return { status, stdout, stderr };
}

/** How every fuse stands that the program says something about. */
async function fusesOf(executable: string): Promise<Readonly<Record<string, boolean>>> {
  const wire = await getCurrentFuseWire(executable);
  const told = {
    runAsNode: FuseV1Options.RunAsNode,
    nodeOptions: FuseV1Options.EnableNodeOptionsEnvironmentVariable,
    inspect: FuseV1Options.EnableNodeCliInspectArguments,
    fileRights: FuseV1Options.GrantFileProtocolExtraPrivileges,
    ownSnapshot: FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
    onlyArchive: FuseV1Options.OnlyLoadAppFromAsar,
    cookiesEncrypted: FuseV1Options.EnableCookieEncryption,
  };
  return Object.fromEntries(
    Object.entries(told).map(([name, fuse]) => [name, wire[fuse] === FuseState.ENABLE]),
  );
}

const shut = {
  ...{ runAsNode: false, nodeOptions: false, inspect: false, fileRights: false, ownSnapshot: false },
  ...{ onlyArchive: true, cookiesEncrypted: true },
};

/** Ways to have the engine run a script with the program's rights. */
const asNode = [
  {
    name: 'as Node',
    switches: (script: string) => [script],
    env: () => ({ ELECTRON_RUN_AS_NODE: '1', ELECTRON_DISABLE_SANDBOX: '1' }),
  },
  {
    name: 'by NODE_OPTIONS',
    switches: (_: string, app: readonly string[]) => [
      ...[...app, '--quit', `--user-data-dir=${join(folder, 'as-node')}`],
      ...machineArguments({ sandboxed: false }),
    ],
    env: (script: string) => ({ NODE_OPTIONS: `--require ${script}` }),
  },
] as const;

/** Whether an engine ran the script that it was given in one of these ways. */
function ranBy(way: (typeof asNode)[number], executable: string, app: readonly string[]): boolean {
  const trace = join(folder, 'ran');
  const script = join(folder, 'script.cjs');
  rmSync(trace, { force: true });
  writeFileSync(script, `require('fs').writeFileSync(${JSON.stringify(trace)}, '')`);
  const env = { ...testEnvironment(), ...way.env(script) };
  spawnSync(executable, way.switches(script, app), { cwd: folder, env, timeout: 120_000 });
  return existsSync(trace);
}

/** Runs in main before the program: asks its window for developer tools, by the call and by their keys, and tells. */
const toolsProbe = `
import { app, BrowserWindow, Menu } from 'electron';
const keys = [['F12'], ['I', 'control', 'shift'], ['I', 'meta', 'alt'], ['J', 'control', 'shift']];
app.once('browser-window-created', (_, window) => window.webContents.once('did-finish-load', async () => {
  const { webContents } = window;
  const press = () => keys.forEach(([keyCode, ...modifiers]) => {
    for (const type of ['keyDown', 'keyUp']) webContents.sendInputEvent({ type, keyCode, modifiers });
  });
  window.focus();
  press();
  webContents.openDevTools();
  // What is refused is told by nothing: it is looked for a while.
  for (let tries = 0; tries < 20 && !webContents.isDevToolsOpened(); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
  const told = { packaged: app.isPackaged, open: webContents.isDevToolsOpened() };
  const roles = (menu) => menu.items.flatMap((item) => [item.role, ...(item.submenu ? roles(item.submenu) : [])]);
  console.log('TOOLS ' + JSON.stringify({ ...told, inMenu: roles(Menu.getApplicationMenu()).includes('toggledevtools') }));
  app.exit(0);
}));
await import('./out/main/index.js');
`;

/** What became of developer tools in an artefact: its archive is packed again with the probe before the program. */
function askForTools(executable: string): unknown {
  const about = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as Record<
    string,
    unknown
  >;
  const archive = packAsar(projectFolder, ['out/main', 'out/preload', 'out/renderer'], {
    'package.json': JSON.stringify({ ...about, main: 'probe.mjs' }),
    'probe.mjs': toolsProbe,
  });
  writeFileSync(join(dirname(executable), 'resources/app.asar'), archive);
  const { stdout, stderr } = run(executable, []);
  const told = /^TOOLS (.*)$/m.exec(stdout)?.[1];
  if (told === undefined) throw new Error(`The probe told nothing: ${stdout}${stderr}`);
  return JSON.parse(told);
}

test('the release artefact: every fuse is shut, it starts and works, and cannot be opened from outside', async () => {
  requireElectron();
  const { executable } = await assemble('release', join(folder, 'release'));
  expect(await fusesOf(executable)).toEqual(shut);
  expect(readdirSync(join(folder, 'release/resources'))).toEqual(['app.asar']);

  const table = join(folder, 'out.csv');
  const work = [`--corpus=${corpus}`, `--export=${table}`, '--coder=Mara Kolt', '--quit'];
  const worked = run(executable, work);
  expect(worked.status, worked.stderr).toBe(0);
  expect(JSON.parse(worked.stdout)).toMatchObject({ tasks: [{ imported: 10 }, { documents: 10 }] });
  expect(readFileSync(table, 'utf8')).toContain('annotation_id');

  // The others by name: tests/main/switches.spec.ts.
  for (const refused of ['--remote-debugging-port=0', '--inspect=0']) {
    const ended = run(executable, [refused, '--quit']);
    const name = refused.replace(/=.*$/, '');
    expect(ended.status, refused).toBe(2);
    expect(ended.stderr, refused).toContain(`Framewright does not run with ${name}`);
    expect(ended.stderr, refused).not.toContain('Debugger listening');
  }
  for (const way of asNode) {
    // An engine whose fuses are whole runs it: what is tried here does work.
    expect([way.name, ranBy(way, requireElectron().path, [projectFolder])]).toEqual([way.name, true]);
    expect([way.name, ranBy(way, executable, [])]).toEqual([way.name, false]);
  }
  // In the test artefact, which is no packaged one, the same call does open them.
  expect(askForTools(executable)).toEqual({ packaged: true, open: false, inMenu: false });
});

test('the test artefact differs by one fuse, and lets itself be inspected', async () => {
  requireElectron();
  const { executable } = await assemble('test', join(folder, 'test'));
  expect(await fusesOf(executable)).toEqual({ ...shut, inspect: true });
  const inspected = run(executable, ['--inspect=0', '--quit']);
  expect(inspected.stderr).toContain('Debugger listening');
  expect(inspected.status).toBe(0);
  expect(askForTools(executable)).toMatchObject({ packaged: false, open: true });
});

test('no window of the built program has developer tools once it is packaged', () => {
  const built = readFileSync(join(projectFolder, 'out/main/index.js'), 'utf8');
  const windows = built.match(/new BrowserWindow\(/g) ?? [];
  expect(windows.length).toBeGreaterThan(1);
  expect(built.match(/\bdevTools: (?:!app\.isPackaged|false)\b/g)).toHaveLength(windows.length);
});
