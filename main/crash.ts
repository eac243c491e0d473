import { app, type BrowserWindow, dialog, type WebContents } from 'electron';
import { tell } from './finish';
import { say } from './strings';

/** Minutes without an end after which work without a window is given up. */
const longestWork = 10;

/** Opens a crashed page again, once; `reopening` is told first. A second crash ends the program with a sentence. */
export function reopenOnce(contents: WebContents, reopening: (reason: string) => void): void {
  let crashes = 0;
  contents.on('render-process-gone', (_, { reason }) => {
    crashes += 1;
    if (crashes === 1) {
      reopening(reason);
      contents.reload();
    } else {
      void endWithSentence(reason);
    }
  });
}

async function endWithSentence(reason: string): Promise<void> {
  const sentence = say('window.crashed', { reason });
  tell(sentence);
  const title = say('window.crashed-title');
  await dialog.showMessageBox({ type: 'error', title, message: title, detail: sentence });
  app.exit(1);
}

/** Ends work without a window that crashes or hangs: nobody is there to see it. */
export function endWhenStuck(window: BrowserWindow): void {
  const giveUp = (line: string): void => {
    tell(line);
    app.exit(1);
  };
  window.webContents.on('render-process-gone', (_, { reason }) => giveUp(say('quit.crashed', { reason })));
  setTimeout(() => giveUp(say('quit.hung', { minutes: String(longestWork) })), longestWork * 60_000);
}
