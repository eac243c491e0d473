import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Bridge } from '@preload/contract';
import { launchWorkbench, runWorkbench, type Workbench } from '../support/launch';

declare global {
  interface Window {
    readonly framewright: Bridge;
  }
}

let folder: string;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'framewright-start-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

const startupOf = (workbench: Workbench) => workbench.window.evaluate(() => window.framewright.startup());

/** Does something with a running program, and closes it whatever comes. */
async function withWorkbench<T>(
  options: Parameters<typeof launchWorkbench>[0],
  work: (workbench: Workbench) => Promise<T>,
): Promise<T> {
  const workbench = await launchWorkbench(options);
  try {
    return await work(workbench);
  } finally {
    await workbench.close();
  }
}

const journalOf = (userData: string): string => {
  const [project = ''] = readdirSync(join(userData, 'projects'));
  return join(userData, 'projects', project, 'journal', '000001.fwj');
};

for (const [switches, sentence] of [
  [['--corpsu=x'], 'Framewright does not know "--corpsu=x". Nothing was done.'],
  [['stray'], 'Framewright does not know "stray". Nothing was done.'],
  [['--corpus'], '--corpus needs a value, as in --corpus=VALUE. Nothing was done.'],
] as const) {
  test(`${switches.join(' ')} ends with 2 and a line`, async () => {
    const userData = join(folder, 'profile');
    const { code, stdout, stderr } = await runWorkbench(switches, { userData });
    expect({ code, stdout, stderr: stderr.trim() }).toEqual({ code: 2, stdout: '', stderr: sentence });
    // Electron has made the folder by then; nothing of ours may be in it.
    expect(readdirSync(userData)).not.toContain('projects');
  });
}

test('a data folder that cannot be made is told, with what to do', async () => {
  writeFileSync(join(folder, 'file'), '');
  const userData = join(folder, 'file', 'profile');
  for (const switches of [[], ['--quit']]) {
    const { code, stderr } = await runWorkbench(switches, { userData });
    expect(code).toBe(1);
    expect(stderr.trim()).toBe(
      `Framewright cannot use its data folder ${userData}: a part of the path is a file. Choose a folder you can write to with --user-data-dir=FOLDER, or change the rights of this one.`,
    );
  }
});

test('a second start with the same data folder is never silent', () =>
  withWorkbench({ userData: folder }, async () => {
    const quit = await runWorkbench(['--quit'], { userData: folder });
    expect(quit.code).toBe(1);
    expect(quit.stderr).toContain(`already open with the data folder ${folder}`);
    const plain = await runWorkbench([], { userData: folder });
    expect(plain.code).toBe(0);
    expect(plain.stderr).toContain('its window was brought to the front');
    const asked = await runWorkbench(['--corpus=x'], { userData: folder });
    expect(asked.code).toBe(0);
    expect(asked.stderr).toContain('does what the command line asks for');
  }));

test('a lock that somebody else left behind stops no start', async () => {
  test.skip(process.platform !== 'linux', 'other systems keep no such lock');
  // Another computer's, as on a shared disk; one of a process that is gone; one of a process that is another program's now.
  for (const [n, holder] of [
    'elsewhere-4242',
    `${hostname()}-4194304`,
    `${hostname()}-${process.pid}`,
  ].entries()) {
    const userData = join(folder, `profile-${n}`);
    mkdirSync(userData);
    symlinkSync(holder, join(userData, 'SingletonLock'));
    const { code, stdout, stderr } = await runWorkbench(['--quit', '--coder=Ana'], { userData });
    expect([holder, code, stderr.trim()]).toEqual([holder, 0, '']);
    expect(JSON.parse(stdout) as unknown).toMatchObject({ project: 'My project' });
  }
});

test('what the command line names reaches the window: project, coder, tasks in their order', async () => {
  mkdirSync(join(folder, 'corpus'));
  writeFileSync(join(folder, 'one.txt'), 'text');
  const switches = [
    `--export=${folder}/out/`,
    `--export=${folder}/out.jsonl`,
    '--exact',
    `--import=${folder}/x.json`,
    `--corpus=${folder}/missing`,
    '--corpus',
    `${folder}/one.txt`,
    '--project=Test ü',
    '--coder=Ana',
  ];
  const userData = join(folder, 'profile');
  const first = await withWorkbench({ userData, switches }, async (workbench) => {
    const startup = await startupOf(workbench);
    expect(startup).toMatchObject({
      project: { name: 'Test ü' },
      coder: { name: 'Ana' },
      quit: false,
      tasks: [
        { kind: 'corpus', grant: { name: 'missing', kind: 'folder' } },
        { kind: 'corpus', grant: { name: 'one.txt', kind: 'files' } },
        { kind: 'import', file: { name: 'x.json', kind: 'file' } },
        {
          kind: 'export',
          target: { name: 'out', kind: 'save' },
          format: 'tables',
          words: { exact: [] },
        },
        {
          kind: 'export',
          target: { name: 'out.jsonl', kind: 'save' },
          format: 'jsonl',
          words: { exact: [] },
        },
      ],
    });
    const [missing, one] = startup.tasks;
    if (missing?.kind !== 'corpus' || one?.kind !== 'corpus') throw new Error('unreachable');
    const listed = await workbench.window.evaluate(
      (tokens) => Promise.all(tokens.map((token) => window.framewright.listCorpus(token))),
      [missing.grant.token, one.grant.token],
    );
    expect(listed).toMatchObject([
      { ok: false, error: { code: 'not-found', file: 'missing' } },
      { ok: true, value: { files: [{ path: 'one.txt', size: 4 }], skipped: [] } },
    ]);
    return startup;
  });
  const again = await withWorkbench({ userData }, startupOf);
  expect(again.project).toEqual(first.project);
  expect(again.coder).toEqual(first.coder);
  expect(again.device_id).toBe(first.device_id);
  expect(again.tasks).toEqual([]);
});

test('a torn last line is mended and told; damage before it is refused and left alone', async () => {
  const userData = join(folder, 'profile');
  await withWorkbench({ userData, switches: ['--coder=Ana'] }, async ({ window: page }) => {
    for (const id of ['a', 'b', 'c']) {
      const answer = await page.evaluate(
        (given) => window.framewright.appendCommit(JSON.stringify([{ id: given }])),
        id,
      );
      expect(answer.ok).toBe(true);
    }
  });
  appendFileSync(journalOf(userData), '0123abcd torn');
  const { notices } = await withWorkbench({ userData }, startupOf);
  expect(notices).toMatchObject([{ code: 'journal-mended', file: '000001.fwj' }]);

  const damaged = readFileSync(journalOf(userData));
  damaged[100] = (damaged[100] ?? 0) ^ 1;
  writeFileSync(journalOf(userData), damaged);
  const { code, stderr, stdout } = await runWorkbench(['--quit'], { userData });
  expect(code).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toContain('The project cannot be opened: its journal is damaged (line 1, checksum)');
  expect(readFileSync(journalOf(userData)).equals(damaged)).toBe(true);
});

test('the window is opened again, once, after its page has crashed, and says so', () =>
  withWorkbench({ switches: [`--corpus=${folder}`] }, async ({ app }) => {
    await app.evaluate(({ BrowserWindow }) => {
      for (const each of BrowserWindow.getAllWindows()) each.webContents.forcefullyCrashRenderer();
    });
    // Asked through main, since the driver has lost a page that crashed.
    const told = () =>
      app.evaluate(async ({ BrowserWindow }) => {
        const [contents] = BrowserWindow.getAllWindows().map((each) => each.webContents);
        if (contents === undefined || contents.isLoading() || contents.isCrashed()) return null;
        // A page that crashes while it is asked never answers.
        const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), 1000));
        const answer: Promise<unknown> = contents.executeJavaScript('window.framewright.startup()');
        return Promise.race([answer, late]);
      });
    await expect
      .poll(told, { timeout: 40_000 })
      .toMatchObject({ tasks: [], notices: [{ code: 'window-reloaded' }] });
  }));

test('work without a window that crashes ends with 1 and a line', async () => {
  const corpus = join(folder, 'corpus');
  mkdirSync(corpus);
  for (let n = 0; n < 3000; n += 1) writeFileSync(join(corpus, `${n}.txt`), `Text ${n}.\n`);
  const switches = ['--quit', '--coder=Ana', `--corpus=${corpus}`];
  await withWorkbench({ switches }, async ({ app, output }) => {
    const child = app.process();
    const gone = new Promise<number | null>((resolve) => child.once('exit', resolve));
    const visible = await app.evaluate(({ BrowserWindow }) => {
      const windows = BrowserWindow.getAllWindows();
      setTimeout(() => {
        for (const each of windows) each.webContents.forcefullyCrashRenderer();
      }, 50);
      return windows.some((each) => each.isVisible());
    });
    expect(visible).toBe(false);
    expect(await gone).toBe(1);
    expect(output.stderr).toContain('The work was not finished: the hidden window ended unexpectedly (');
  });
});

test('the end of work without a window is one line of JSON, and a code that tells of problems', async () => {
  const good = await runWorkbench(['--quit', '--coder=Ana'], { userData: join(folder, 'a') });
  expect(good.code).toBe(0);
  expect(good.stdout.trim().split('\n')).toHaveLength(1);
  expect(() => JSON.parse(good.stdout) as unknown).not.toThrow();
  expect(good.stderr.trim()).toBe('');
  const bad = await runWorkbench(['--quit', '--coder=Ana', `--corpus=${folder}/missing`], {
    userData: join(folder, 'b'),
  });
  expect(bad.code).toBe(1);
  expect(bad.stdout.trim().split('\n')).toHaveLength(1);
  expect(bad.stderr).toContain('missing');
});

test('files are chosen, read and saved by dialogs that can be replaced', () =>
  withWorkbench({}, async ({ app, window: page }) => {
    const chosen = join(folder, 'project.json');
    const target = join(folder, 'out.csv');
    writeFileSync(chosen, '\ufeff{"ä": 1}');
    await app.evaluate(
      ({ dialog }, [open, save]) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [open ?? ''] });
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: save ?? '' });
      },
      [chosen, target],
    );
    const read = await page.evaluate(async () => {
      const grant = await window.framewright.chooseImport();
      return { grant, outcome: await window.framewright.readImport(grant?.token ?? '') };
    });
    expect(read).toMatchObject({
      grant: { name: 'project.json', kind: 'file' },
      outcome: { ok: true, value: { name: 'project.json', text: '{"ä": 1}' } },
    });
    const saved = await page.evaluate(async () => {
      const grant = await window.framewright.chooseSave('my: project.csv', 'file');
      return window.framewright.save(grant?.token ?? '', [{ name: '', content: 'a,b\n' }]);
    });
    expect(saved).toEqual({ ok: true, value: { path: target, bytes: 4 } });
    expect(readFileSync(target, 'utf8')).toBe('a,b\n');
    await app.evaluate(({ dialog }) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: true, filePaths: [] });
    });
    expect(await page.evaluate(() => window.framewright.chooseCorpus('files'))).toBeNull();
  }));
