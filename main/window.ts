import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, type Session, session, type WebPreferences } from 'electron';
import { origin } from './protocol';

/** What holds for every page of ours. */
const locked = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  spellcheck: false,
} as const satisfies WebPreferences;

/** Behind the page until it paints, so that opening does not flash. */
const background = { light: '#ffffff', dark: '#1b1c1e' } as const;

/**
 * The session of a project. Each has a partition of its own, since all databases of one partition share one store:
 * damage and deletion end at the project. Its name is part of the data format.
 */
export function projectSession(projectId: string): Session {
  return session.fromPartition(`persist:p-${projectId}`);
}

interface WindowPlan {
  readonly session: Session;
  readonly title: string;
  /** False for work without a window: nothing is shown, and nothing is slowed down for being hidden. */
  readonly visible: boolean;
}

/** Makes the window, without a page; it shows itself when its first page has been painted. */
export function createWindow(plan: WindowPlan): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    width: 1440,
    height: 900,
    minWidth: 720,
    minHeight: 480,
    title: plan.title,
    backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
    webPreferences: {
      ...locked,
      session: plan.session,
      preload: preloadPath('index'),
      devTools: !app.isPackaged,
      backgroundThrottling: plan.visible,
    },
  });
  if (plan.visible) window.once('ready-to-show', () => window.show());
  return window;
}

/** A hidden window that parses what comes from outside: nothing of a project is within its reach. */
export function createParserWindow(parserSession: Session): BrowserWindow {
  return new BrowserWindow({
    show: false,
    width: 400,
    height: 300,
    webPreferences: {
      ...locked,
      session: parserSession,
      preload: preloadPath('parser'),
      devTools: false,
      backgroundThrottling: false,
    },
  });
}

/** Whether it is the window a person works in. */
export function isWorkbench(window: BrowserWindow): boolean {
  return window.webContents.getURL().startsWith(`${origin}/index.html`);
}

/** Loads one of the bundle's pages. Rejects when it cannot be served. */
export function loadPage(window: BrowserWindow, page: 'index' | 'parser'): Promise<void> {
  return window.loadURL(`${origin}/${page}.html`);
}

function preloadPath(name: 'index' | 'parser'): string {
  return join(import.meta.dirname, `../preload/${name}.cjs`);
}
