import { app, type Session, type WebContents } from 'electron';
import type { DevServer } from './dev-server';
import { origin } from './protocol';

/** Chromium's own background traffic, off. Together with the spelling checker below no packet leaves. */
const switches = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['no-pings'],
  ['disable-breakpad'],
  // A page that makes a peer would have the machine join a multicast group, which tells the network of it.
  ['disable-features', 'WebRtcHideLocalIpsWithMdns'],
] as const;

/** To be called before the program is ready. */
export function lockCommandLine(developing: boolean): void {
  for (const [name, value] of switches) {
    // Hot reload needs the name "localhost".
    if (developing && name === 'host-resolver-rules') continue;
    app.commandLine.appendSwitch(name, value);
  }
}

/** Locks every session and every page from its birth, whoever makes it. To be called before the program is ready. */
export function lockEverything(devServer: DevServer | null): void {
  app.on('session-created', (session) => lockSession(session, devServer));
  app.on('web-contents-created', (_, contents) => lockContents(contents));
}

function lockSession(session: Session, devServer: DevServer | null): void {
  // Denying this one too would make IndexedDB evictable; the others have no use here.
  const allowed = (permission: string, asking: string): boolean =>
    permission === 'persistent-storage' && (asking === origin || asking === `${origin}/`);
  session.setPermissionRequestHandler((_, permission, answer, details) =>
    answer(details.isMainFrame && allowed(permission, originOf(details.requestingUrl))),
  );
  session.setPermissionCheckHandler((_, permission, asking) => allowed(permission, asking));
  session.setDevicePermissionHandler(() => false);
  // Without a handler every request to capture the screen is refused.
  session.setDisplayMediaRequestHandler(null);

  // Electron asks Google for a dictionary even where checking is off, unless there is no language to check.
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerDictionaryDownloadURL('app://none/');
  session.setSpellCheckerEnabled(false);

  session.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: !(isLocal(url) || devServer?.owns(url) === true) }),
  );
  session.on('will-download', (event) => event.preventDefault());
}

function lockContents(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

function isLocal(url: string): boolean {
  return /^(?:app|blob):/.test(url) || (!app.isPackaged && url.startsWith('devtools:'));
}

/** Node does not know the scheme as one with an origin, so it is read by hand. */
function originOf(url: string): string {
  return /^[a-z]+:\/\/[^/]*/.exec(url)?.[0] ?? '';
}
