import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, type Session, session, type WebPreferences } from 'electron';
import { origin } from './protocol';
import type { WindowPlace } from './window-state';

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
  const opened = session.fromPartition(`persist:p-${projectId}`);
  sessions.set(projectId, opened);
  return opened;
}

/** Those of this run: asking Electron for another one would make its folder. */
const sessions = new Map<string, Session>();

/** Empties what windows of the project stored. A session stays as long as the program. */
export async function forgetSession(projectId: string): Promise<void> {
  const opened = sessions.get(projectId);
  if (opened === undefined) return;
  await opened.clearStorageData();
  await opened.clearCache();
  await opened.clearCodeCaches({});
}

interface WindowPlan {
  readonly session: Session;
  readonly title: string;
  /** False for work without a window: nothing is shown, and nothing is slowed down for being hidden. */
  readonly visible: boolean;
  readonly place: WindowPlace;
}

/** Makes the window, without a page; it shows itself when its first page has been painted. */
export function createWindow(plan: WindowPlan): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    width: plan.place.width,
    height: plan.place.height,
    ...plan.place.at,
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
  // The page's own title would take the place of the project's name.
  window.on('page-title-updated', (event) => event.preventDefault());
  if (plan.visible) window.once('ready-to-show', () => showFirst(window, plan.place));
  return window;
}

function showFirst(window: BrowserWindow, { maximized }: WindowPlace): void {
  if (maximized) window.maximize();
  window.show();
}

/** Resolves when the window has been painted, or will not be. */
export function painted(window: BrowserWindow): Promise<void> {
  return new Promise((resolve) => {
    window.once('ready-to-show', resolve);
    window.once('closed', resolve);
    window.webContents.once('did-fail-load', () => resolve());
  });
}

/** Milliseconds in which a page may end by itself. */
const leave = 6000;

/** Closes a window that another has taken the place of; by force where its page does not answer. */
export async function leaveWindow(window: BrowserWindow): Promise<void> {
  if (window.isDestroyed()) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(() => window.destroy(), leave);
    window.once('closed', () => {
      clearTimeout(timer);
      resolve();
    });
    window.close();
  });
}

export function focusWindow(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
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

/** Loads one of the bundle's pages. Rejects when it cannot be served. */
export function loadPage(window: BrowserWindow, page: 'index' | 'parser'): Promise<void> {
  return window.loadURL(`${origin}/${page}.html`);
}

function preloadPath(name: 'index' | 'parser'): string {
  return join(import.meta.dirname, `../preload/${name}.cjs`);
}
