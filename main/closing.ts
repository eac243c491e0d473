import type { BrowserWindow } from 'electron';

/** Milliseconds that a page gets to finish before its window closes. All that was saved is safe without it. */
const patience = 3_000;

/**
 * Lets the page finish before its window closes: note what the store holds, take a snapshot. A page that does not
 * listen, has crashed or takes too long is not waited for.
 */
export function askBeforeClosing(window: BrowserWindow): void {
  const contents = window.webContents;
  let state: 'deaf' | 'listening' | 'asked' | 'ready' = 'deaf';
  const go = (): void => {
    if (state !== 'asked') return;
    state = 'ready';
    if (!window.isDestroyed()) window.close();
  };
  contents.ipc.on('framewright:listening', () => {
    if (state === 'deaf') state = 'listening';
  });
  contents.ipc.on('framewright:closed', go);
  contents.on('render-process-gone', () => {
    if (state === 'asked') go();
    else state = 'deaf';
  });
  window.on('close', (event) => {
    if (state === 'deaf' || state === 'ready') return;
    event.preventDefault();
    if (state === 'asked') return;
    state = 'asked';
    contents.send('framewright:closing');
    setTimeout(go, patience);
  });
}
