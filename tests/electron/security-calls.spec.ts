import { expect, test } from '@playwright/test';
import type { MenuCommand } from '@preload/contract';
import { launchWorkbench, type Workbench } from '../support/launch';
import { calls } from './contract-calls';

let workbench: Workbench;
test.beforeAll(async () => {
  workbench = await launchWorkbench();
});
test.afterAll(() => workbench.close());

test('the page has the calls of the contract and nothing of Node or Electron', async () => {
  const found = await workbench.window.evaluate(() => ({
    calls: Object.keys(window.framewright).sort(),
    kinds: [...new Set(Object.values(window.framewright).map((each) => typeof each))],
    frozen: Object.isFrozen(window.framewright),
    foreign: [
      'require',
      'module',
      'exports',
      'process',
      'Buffer',
      'global',
      'electron',
      'ipcRenderer',
      'parser',
    ].filter((name) => name in window),
    origin: location.origin,
    secure: isSecureContext,
  }));
  expect(found).toEqual({
    calls: Object.keys(calls).sort(),
    kinds: ['function'],
    frozen: true,
    foreign: [],
    origin: 'app://bundle',
    secure: true,
  });
});

test('forged calls are refused', async () => {
  const token = 'A'.repeat(24);
  const forged: readonly (readonly [keyof typeof calls, ...unknown[]])[] = [
    ['setCoder', { id: 'x', name: 'A', created_at: '' }],
    ['setCoder', { id: '7d3f5d0e-4f0a-4d0e-9a44-2f6f2c1f0a11', name: ' ', created_at: '' }],
    ['setCoder', { id: '7d3f5d0e-4f0a-4d0e-9a44-2f6f2c1f0a11', name: 'A', created_at: '', more: 1 }],
    ['setCoder', null],
    ['quarantineStore', '../x'],
    ['writeSnapshot', { kind: 'begin', head: { seq: 1 } }],
    ['readSnapshot', -1],
    ['restoreBackup', '../../device.json', 'A'],
    ['restoreBackup', '20260101T000000000Z-1.fws', ' '],
    ['checkKept', ['../device.json']],
    ['checkKept'],
    ['renameProject', ' '],
    ['deleteProject', '../projects'],
    ['openProject', { kind: 'known', id: '../x' }],
    ['keepSettings', { coder_id: 'x' }],
    ['freezeAgain', { raw_sha256: '0'.repeat(64), path: 7 }],
    ['deleteProject', 5],
    ['listCorpus', '/etc'],
    ['listCorpus', { token }],
    ['listCorpus', token],
    ['freezeFile', '/etc/passwd', {}],
    ['readTable', '/etc/passwd'],
    ['freezeAgain', { raw_sha256: '../../device.json', path: 'a.txt', encoding: 'utf-8' }],
    ['freezeAgain', { raw_sha256: '0'.repeat(64), path: 'a.txt', encoding: 'no such' }],
    ['readImport', token],
    ['readImport', 7],
    ['storeTexts', 'text'],
    ['storeTexts', [1]],
    ['storeTexts', ['lone \ud800 surrogate']],
    ['storeTexts', Array.from({ length: 1001 }, () => '')],
    ['holdCommit', {}],
    ['holdCommit', ',{"id":"a"}'],
    ['appendCommit', ',{"id":"a"}]'],
    ['appendCommit', {}],
    ['appendCommit', [{ id: 'a' }]],
    ['appendCommit', '[{"id":"a"}'],
    ['appendCommit', '[]'],
    ['appendCommit', '["text"]'],
    ['appendCommit', '[[]]'],
    ['appendCommit', '[null]'],
    ['readCommits', -1, 5],
    ['readCommits', 1.5, 5],
    ['readCommits', '1', 5],
    ['save', token, [{ name: '', content: 'x' }]],
    ['save', token, []],
    ['save', token, [{ name: '', content: 7 }]],
    ['save', '/tmp/x', [{ name: '', content: 'x' }]],
  ];
  const head = async () => (await workbench.window.evaluate(() => window.framewright.startup())).journal;
  // What a new project begins with is written first.
  await expect.poll(async () => (await head()).seq).toBeGreaterThan(0);
  const before = await head();
  const answers = await workbench.window.evaluate(
    (given) =>
      Promise.all(
        given.map(([name, ...values]) => {
          // As a page would that knows nothing of the types.
          const loose: Readonly<Record<string, unknown>> = { ...window.framewright };
          const call = loose[name] as (...values: readonly unknown[]) => unknown;
          return call(...values);
        }),
      ),
    forged,
  );
  for (const [place, answer] of answers.entries()) {
    expect(['invalid-request', 'grant-expired'], JSON.stringify(forged[place])).toContain(
      (answer as { readonly error?: { readonly code?: string } }).error?.code,
    );
  }
  const rejecting = await workbench.window.evaluate(async (hash) => {
    const none: readonly string[] = JSON.parse('"none"') as readonly string[];
    const attempts: readonly (() => Promise<unknown>)[] = [
      () => window.framewright.readTexts(['../../etc/passwd']),
      () => window.framewright.readTexts([hash.toUpperCase()]),
      () => window.framewright.freezeFiles(['../../etc/passwd']),
      () => window.framewright.hashFiles(['../../etc/passwd']),
      () => window.framewright.freezeFiles(Array.from({ length: 257 }, () => 'A'.repeat(24))),
      () => window.framewright.chooseCorpus('anything' as 'folder'),
      () => window.framewright.chooseSave('x'.repeat(2000), 'file'),
      () => window.framewright.finish({ summary: null, problems: none }),
    ];
    const results = await Promise.allSettled(attempts.map((attempt) => attempt()));
    return results.map((result) => (result.status === 'rejected' ? String(result.reason) : 'answered'));
  }, 'a'.repeat(64));
  for (const words of rejecting) {
    expect(words).toMatch(
      /^Error: Error invoking remote method 'framewright:\w+': Error: \w+: invalid request$/,
    );
  }
  expect(await head()).toEqual(before);
});

test('a page cannot name a place of its own by what it says was dropped', async () => {
  const answers = await workbench.window.evaluate(async (token) => {
    const made = new File(['secret'], '/etc/passwd');
    const likeOne = { name: '/etc/passwd', size: 1, path: '/etc/passwd' };
    const transfer = new DataTransfer();
    transfer.items.add(made);
    const chosen = [...transfer.files];
    return {
      granted: await Promise.all([
        window.framewright.grantDropped([made]),
        window.framewright.grantDropped([likeOne]),
        window.framewright.grantDropped(chosen),
        window.framewright.grantDropped([]),
      ]),
      frozen: await window.framewright.freezeFiles([token]),
    };
  }, 'A'.repeat(24));
  expect(answers).toEqual({
    granted: [null, null, null, null],
    frozen: [{ ok: false, error: { code: 'grant-expired' } }],
  });
});

test('another window, even one with Node on the same session and page, is not answered', async () => {
  const answers = await workbench.app.evaluate(async ({ BrowserWindow }, names) => {
    const [own] = BrowserWindow.getAllWindows();
    if (own === undefined) return [];
    const intruder = new BrowserWindow({
      show: false,
      webPreferences: {
        session: own.webContents.session,
        sandbox: false,
        nodeIntegration: true,
        contextIsolation: false,
      },
    });
    await intruder.loadURL('app://bundle/parser.html');
    const tried = (await intruder.webContents.executeJavaScript(
      `Promise.all(${JSON.stringify(names)}.map((name) =>
        require('electron').ipcRenderer.invoke('framewright:' + name).then(() => 'answered', (error) => error.message)))`,
    )) as readonly string[];
    intruder.destroy();
    return tried;
  }, Object.keys(calls));
  expect(answers).toHaveLength(Object.keys(calls).length);
  for (const answer of answers) expect(answer).toContain('No handler registered');
});

test('the menu reaches the window, and shows what can be undone', async () => {
  await workbench.window.evaluate(() => {
    const heard: MenuCommand[] = [];
    Object.assign(window, { heard, unheard: window.framewright.onMenu((command) => heard.push(command)) });
    window.framewright.setUndo('"Legitimacy" & more', null);
  });
  const labels = () =>
    workbench.app.evaluate(({ Menu }) =>
      ['undo', 'redo'].map((id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.label),
    );
  await expect.poll(labels).toEqual(['Undo "Legitimacy" && more', 'Redo']);
  const click = (id: string) =>
    workbench.app.evaluate(({ Menu }, name) => {
      Menu.getApplicationMenu()?.getMenuItemById(name)?.click();
    }, id);
  await click('undo');
  await click('keys');
  const heard = () =>
    workbench.window.evaluate(() => (window as Window & { heard?: readonly string[] }).heard);
  await expect.poll(heard).toEqual(['undo', 'keys']);
  await workbench.window.evaluate(() => (window as Window & { unheard?: () => void }).unheard?.());
  await click('find');
  await workbench.window.evaluate(() => window.framewright.startup());
  expect(await heard()).toEqual(['undo', 'keys']);
});
