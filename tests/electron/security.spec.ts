import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentSecurityPolicy } from '@main/content-security-policy';
import { expect, test } from '@playwright/test';
import type { Bridge, MenuCommand } from '@preload/contract';
import { projectFolder } from '../../scripts/project.mjs';
import { launchWorkbench, type Workbench } from '../support/launch';

declare global {
  interface Window {
    readonly framewright: Bridge;
  }
}

/** Every call of the contract; the type makes this list whole. */
const calls = {
  startup: true,
  setCoder: true,
  keepSettings: true,
  chooseCorpus: true,
  chooseImport: true,
  storeOriginals: true,
  keepSave: true,
  keptSaves: true,
  chooseSave: true,
  listCorpus: true,
  listSources: true,
  hashFiles: true,
  grantDropped: true,
  freezeFiles: true,
  freezeFile: true,
  readTable: true,
  freezeAgain: true,
  readImport: true,
  storeTexts: true,
  readTexts: true,
  readOriginals: true,
  appendCommit: true,
  holdCommit: true,
  readCommits: true,
  save: true,
  finish: true,
  listProjects: true,
  openProject: true,
  renameProject: true,
  measureProject: true,
  deleteProject: true,
  listBackups: true,
  restoreBackup: true,
  checkKept: true,
  takeHandover: true,
  onHandover: true,
  quarantineStore: true,
  noteStore: true,
  writeSnapshot: true,
  readSnapshot: true,
  setUndo: true,
  onMenu: true,
  onClosing: true,
} as const satisfies Record<keyof Bridge, true>;

let workbench: Workbench;
test.beforeAll(async () => {
  workbench = await launchWorkbench();
});
test.afterAll(() => workbench.close());

test('the window is sandboxed, isolated, without Node, and of its project alone', async () => {
  const preferences = await workbench.app.evaluate(({ BrowserWindow, session }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined) return null;
    const contents = window.webContents;
    // Not in the types of Electron's public interface, but there for exactly this question.
    const asked = contents as typeof contents & { getLastWebPreferences(): Record<string, unknown> };
    return {
      ...asked.getLastWebPreferences(),
      ownSession: contents.session !== session.defaultSession,
      persistent: contents.session.isPersistent(),
      storagePath: contents.session.getStoragePath(),
      spellchecker: contents.session.isSpellCheckerEnabled(),
      languages: contents.session.getSpellCheckerLanguages(),
      webRtc: contents.getWebRTCIPHandlingPolicy(),
    };
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    safeDialogs: true,
    ownSession: true,
    persistent: true,
    spellchecker: false,
    languages: [],
    webRtc: 'disable_non_proxied_udp',
  });
  // Told only where they are on.
  for (const name of ['nodeIntegrationInWorker', 'navigateOnDragDrop', 'spellcheck', 'enableBlinkFeatures']) {
    expect(preferences?.[name as keyof typeof preferences] ?? false, name).toBeFalsy();
  }
  const { project } = await workbench.window.evaluate(() => window.framewright.startup());
  expect(preferences?.storagePath).toBe(join(workbench.userData, 'Partitions', `p-${project.id}`));
});

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

for (const name of ['index', 'parser']) {
  test(`the built preload "${name}" loads nothing but Electron`, () => {
    const built = readFileSync(join(projectFolder, 'out/preload', `${name}.cjs`), 'utf8');
    const loads = [...built.matchAll(/\b(?:require|import)\s*\(([^)]*)\)/g)].map(([, what]) => what);
    expect(loads.length).toBeGreaterThan(0);
    expect([...new Set(loads)]).toEqual(['"electron"']);
  });
}

test('every answer carries the policy and its companions', async () => {
  const answers = await workbench.window.evaluate(() =>
    Promise.all(
      ['/index.html', '/parser.html', '/nothing.html'].map(async (path) => {
        const { status, headers } = await fetch(path);
        return { status, headers: Object.fromEntries(headers) };
      }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 404]);
  for (const { headers } of answers) {
    expect(headers).toMatchObject({
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
    });
  }
});

const refusals: readonly (readonly [url: string, method?: string])[] = [
  ['app://bundle/'],
  ['app://bundle/assets/'],
  ['app://bundle/../main/index.js'],
  ['app://bundle/%2e%2e/main/index.js'],
  ['app://bundle/%2E%2E%2Fmain/index.js'],
  ['app://bundle/..%5cmain%5cindex.js'],
  ['app://bundle/..\\main\\index.js'],
  ['app://bundle/index.html%00.png'],
  ['app://bundle//index.html'],
  ['app://bundle/INDEX.html'],
  ['app://bundle/C:/Windows/win.ini'],
  ['app://bundle//etc/passwd'],
  ['app://other/index.html'],
  ['app://bundle.example/index.html'],
  ['app://user:word@bundle/index.html'],
  ['app://bundle/index.html', 'POST'],
  ['app://bundle/index.html', 'PUT'],
  ['app://bundle/index.html', 'HEAD'],
];

test('the protocol serves what was built and nothing else', async () => {
  const statuses = await workbench.app.evaluate(async ({ BrowserWindow }, asked) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined) return [];
    const { session } = window.webContents;
    return Promise.all(
      asked.map(([url, method = 'GET']) =>
        session.fetch(url, { method }).then(
          ({ status }) => status,
          () => 'no answer',
        ),
      ),
    );
  }, refusals);
  expect(statuses).toHaveLength(refusals.length);
  for (const [place, status] of statuses.entries()) {
    const accepted = typeof status !== 'number' || (status >= 400 && status < 500);
    expect(accepted, `${refusals[place]?.join(' ') ?? ''}: ${status}`).toBe(true);
  }
  expect(statuses.filter((status) => typeof status === 'number').length).toBeGreaterThan(10);
});

test('no request leaves, from the page or from main', async () => {
  // The last one is no traffic: main may read files.
  const targets = [
    'https://example.org/',
    'http://127.0.0.1:9/',
    'ws://127.0.0.1:9/',
    'file:///etc/hostname',
  ];
  const fromPage = await workbench.window.evaluate(
    (urls) =>
      Promise.all(
        urls.map((url) =>
          fetch(url).then(
            () => `${url} answered`,
            () => 'refused',
          ),
        ),
      ),
    targets,
  );
  expect(fromPage).toEqual(targets.map(() => 'refused'));
  const fromMain = await workbench.app.evaluate(
    async ({ BrowserWindow, net, session }, urls) => {
      const windows = BrowserWindow.getAllWindows().map((window) => window.webContents.session);
      const attempts = [session.defaultSession, ...windows].flatMap((each) =>
        urls.map((url) => each.fetch(url)),
      );
      const results = await Promise.allSettled([...attempts, net.fetch('https://example.org/')]);
      return results.map(({ status }) => status);
    },
    targets.slice(0, 3),
  );
  expect([...new Set(fromMain)]).toEqual(['rejected']);
});

test('pictures from data and blobs are still shown', async () => {
  const sizes = await workbench.window.evaluate(async () => {
    const canvas = document.createElement('canvas');
    canvas.width = 3;
    canvas.height = 2;
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
    const urls = [canvas.toDataURL(), URL.createObjectURL(blob ?? new Blob())];
    return Promise.all(
      urls.map(async (url) => {
        const image = new Image();
        image.src = url;
        await image.decode();
        return [image.naturalWidth, image.naturalHeight];
      }),
    );
  });
  expect(sizes).toEqual([
    [3, 2],
    [3, 2],
  ]);
});

test('the page cannot be navigated, nor open another', async () => {
  const { window: page } = workbench;
  const before = page.url();
  const targets = [
    'https://example.org/',
    'app://bundle/parser.html',
    'file:///etc/passwd',
    'data:text/html,x',
  ];
  for (const target of targets) {
    const opened = await page.evaluate((url) => window.open(url) === null, target);
    expect(opened, target).toBe(true);
    await page.evaluate((url) => {
      location.href = url;
    }, target);
    await page.evaluate((url) => {
      const link = document.createElement('a');
      link.href = url;
      link.target = '_blank';
      link.click();
      link.target = '';
      link.click();
    }, target);
    await page.waitForTimeout(50);
    expect(page.url()).toBe(before);
  }
  const windows = await workbench.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  expect(windows).toBe(1);
  expect(await page.evaluate(() => typeof window.framewright.startup)).toBe('function');
});

test('frames get nothing, and there is no webview', async () => {
  const found = await workbench.window.evaluate(() => {
    const view = document.createElement('webview');
    view.setAttribute('allowpopups', '');
    view.setAttribute('nodeintegration', '');
    view.setAttribute('src', 'app://bundle/parser.html');
    document.body.append(view);
    const isView = 'getWebContentsId' in view || 'loadURL' in view;
    view.remove();
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const names = frame.contentWindow === null ? [] : ['framewright', 'parser', 'require', 'process'];
    const there = names.filter((name) => name in (frame.contentWindow ?? {}));
    frame.remove();
    return { names: names.length, there, isView };
  });
  expect(found).toEqual({ names: 4, there: [], isView: false });
});

test('a page that could have a webview cannot attach one', async () => {
  const found = await workbench.app.evaluate(async ({ BrowserWindow, webContents }) => {
    const [own] = BrowserWindow.getAllWindows();
    if (own === undefined) return null;
    const able = new BrowserWindow({
      show: false,
      webPreferences: { session: own.webContents.session, webviewTag: true },
    });
    const refused = new Promise<boolean>((resolve) =>
      able.webContents.once('will-attach-webview', (event) => resolve(event.defaultPrevented)),
    );
    await able.loadURL('app://bundle/parser.html');
    await able.webContents.executeJavaScript(
      `const view = document.createElement('webview'); view.src = location.href; document.body.append(view); null`,
    );
    const isRefused = await refused;
    // What is attached is there at once.
    const views = webContents.getAllWebContents().filter((each) => each.getType() === 'webview').length;
    able.destroy();
    return { isRefused, views };
  });
  expect(found).toEqual({ isRefused: true, views: 0 });
});

test('only lasting storage is permitted', async () => {
  const found = await workbench.window.evaluate(async () => {
    const refused = (work: Promise<unknown>) =>
      work.then(
        () => 'granted',
        () => 'refused',
      );
    return {
      persist: await navigator.storage.persist(),
      persisted: await navigator.storage.persisted(),
      geolocation: await refused(
        new Promise((resolve, reject) =>
          navigator.geolocation.getCurrentPosition(resolve, reject, { timeout: 2000 }),
        ),
      ),
      camera: await refused(navigator.mediaDevices.getUserMedia({ video: true })),
      screen: await refused(navigator.mediaDevices.getDisplayMedia({ video: true })),
      clipboard: await refused(navigator.clipboard.readText()),
      notifications: await Notification.requestPermission(),
    };
  });
  expect(found).toEqual({
    persist: true,
    persisted: true,
    geolocation: 'refused',
    camera: 'refused',
    screen: 'refused',
    clipboard: 'refused',
    notifications: 'denied',
  });
});

test('nothing is downloaded', async () => {
  await workbench.app.evaluate(({ BrowserWindow }) => {
    const seen: boolean[] = [];
    Object.assign(globalThis, { downloadsRefused: seen });
    for (const window of BrowserWindow.getAllWindows()) {
      window.webContents.session.on('will-download', (event) => seen.push(event.defaultPrevented));
    }
  });
  await workbench.window.evaluate(() => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['secret']));
    link.download = 'secret.txt';
    link.click();
  });
  await expect
    .poll(() =>
      workbench.app.evaluate(() => (globalThis as { downloadsRefused?: boolean[] }).downloadsRefused),
    )
    .toEqual([true]);
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

test('as an ordinary user the page runs in the real sandbox', async () => {
  test.skip(process.platform !== 'linux', 'only Linux tells of it in /proc');
  const sandboxed = await launchWorkbench({ chromiumSandbox: true });
  try {
    await sandboxed.window.evaluate(() => window.framewright.startup());
    const pids = await sandboxed.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((each) => each.webContents.getOSProcessId()),
    );
    expect(pids.length).toBeGreaterThan(0);
    for (const pid of pids) expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\s*2$/m);
  } finally {
    await sandboxed.close();
  }
});
