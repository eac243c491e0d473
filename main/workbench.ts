import type { Problem } from '@preload/contract';
import { app, dialog } from 'electron';
import { createBridge } from './bridge';
import { endWhenStuck, reopenOnce } from './crash';
import type { DevServer } from './dev-server';
import { tell } from './finish';
import { createGrants } from './grants';
import { serveCalls } from './ipc';
import { openJournal } from './journal';
import { showMenu } from './menu';
import { createParserPool } from './parser-pool';
import { coderNamed, openDevice, openProject } from './projects';
import { type Bundle, serveBundle } from './protocol';
import { describeStartup, tasksOf } from './startup';
import { say, sayReason } from './strings';
import type { Switches } from './switches';
import { createTexts } from './texts';
import { createWindow, loadPage, projectSession } from './window';

interface Opening {
  readonly userData: string;
  readonly switches: Switches;
  readonly bundle: Bundle;
  readonly devServer: DevServer | null;
}

/** Opens the project that the command line names, or the last one, and its window. */
export async function openWorkbench({ userData, switches, bundle, devServer }: Opening): Promise<void> {
  const now = new Date();
  const opened = await openDevice(userData);
  if (!opened.ok) return endStart(opened.error, userData, switches.quit);
  const { store: device, notices: deviceNotices } = opened.value;
  const project = await openProject(userData, switches.project, device.device().last_project, now);
  if (!project.ok) return endStart(project.error, userData, switches.quit);
  const { id, name, folder } = project.value;
  const journal = await openJournal({ folder: `${folder}/journal`, projectId: id });
  if (!journal.ok) return endStart(journal.error, folder, switches.quit);

  // Only conveniences: that they cannot be remembered is no reason not to work.
  await device.setLastProject(id);
  if (switches.coder !== null) await device.setCoder(coderNamed(device.device(), switches.coder, now));

  const session = projectSession(id);
  serveBundle(session, bundle, devServer);
  const window = createWindow({
    session,
    title: say('window.title', { project: name }),
    visible: !switches.quit,
  });
  const contents = window.webContents;
  const grants = createGrants();
  const pool = createParserPool((parserSession) => serveBundle(parserSession, bundle, devServer));
  window.once('closed', () => pool.close());

  let tasks = tasksOf(switches, grants);
  let notices: readonly Problem[] = [...deviceNotices, ...journal.value.notices];
  const startup = () =>
    describeStartup({ project: project.value, journal: journal.value, device, switches, tasks, notices });
  const showUndo = (titles: Parameters<typeof showMenu>[0]) =>
    showMenu(titles, (command) => contents.send('framewright:menu', command), app.isPackaged);
  showUndo({ undo: null, redo: null });
  const texts = createTexts(folder);
  serveCalls(
    contents,
    createBridge({ window, grants, device, journal: journal.value, texts, pool, startup, showUndo }),
  );

  const { quit } = switches;
  if (quit) {
    endWhenStuck(window);
  } else {
    reopenOnce(contents, (reason) => {
      // What the crash left half done is not begun again: the person decides.
      tasks = [];
      notices = [{ code: 'window-reloaded', detail: reason }];
    });
  }
  contents.on('did-fail-load', (_, __, description, ___, isMainFrame) => {
    if (isMainFrame) endLoad(description, quit);
  });
  if (devServer === null && !bundle.has('/index.html')) endLoad('index.html', quit);
  // A load that fails is told above; one that a crash cuts short is begun again.
  else await loadPage(window, 'index').catch(() => undefined);
}

/** Says why the project cannot be opened, and ends. */
async function endStart(problem: Problem, folder: string, quit: boolean): Promise<void> {
  const sentence = say('start.failed', { reason: sayReason(problem), file: problem.file ?? folder, folder });
  tell(sentence);
  if (!quit) {
    await dialog.showMessageBox({
      type: 'error',
      title: say('start.title'),
      message: say('start.title'),
      detail: sentence,
      buttons: [say('start.quit')],
    });
  }
  app.exit(1);
}

function endLoad(reason: string, quit: boolean): void {
  tell(say(quit ? 'quit.load' : 'window.load', { reason }));
  if (!quit) dialog.showErrorBox(say('start.title'), say('window.load', { reason }));
  app.exit(1);
}
