import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentSecurityPolicy } from '@main/content-security-policy';
import { expect, test } from '@playwright/test';
import { projectFolder } from '../../scripts/project.mjs';
import { launchWorkbench, type Workbench } from '../support/launch';
import type {} from './contract-calls';

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
