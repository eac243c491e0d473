import type { Outcome, Problem, ViewSettings } from '@preload/contract';
import { app, dialog, nativeTheme, screen } from 'electron';
import { createBridge } from './bridge';
import { askBeforeClosing } from './closing';
import { endWhenStuck, reopenOnce } from './crash';
import { createDesk, type Desk, type Place, type PlaceRequest } from './desk';
import type { DevServer } from './dev-server';
import { tell } from './finish';
import { createGrants } from './grants';
import { serveCalls } from './ipc';
import { openKeeping } from './keeping';
import { showMenu } from './menu';
import { openJournal } from './open-journal';
import { fail, succeed } from './outcome';
import { createParserPool } from './parser-pool';
import { sweepRemoved } from './project-removal';
import { coderNamed, type DeviceStore, formatProblem, openDevice, openProject } from './projects';
import { type Bundle, serveBundle } from './protocol';
import { createReserve, keepReserve, type Reserve, reserveSize } from './reserve';
import { openSettings, type SettingsStore } from './settings';
import { createSources } from './sources';
import { describeStartup, tasksOf } from './startup';
import { say, sayReason } from './strings';
import type { Switches } from './switches';
import { createTexts } from './texts';
import { createWindow, loadPage, painted, projectSession } from './window';
import { fitWindow, readWindowState, rememberWindow } from './window-state';

interface Opening {
  readonly userData: string;
  readonly switches: Switches;
  readonly bundle: Bundle;
  readonly devServer: DevServer | null;
}

/** What the data folder holds beside projects. */
interface Kept {
  readonly device: DeviceStore;
  readonly settings: SettingsStore;
  readonly reserve: Reserve;
}

/** Opens the project that the command line names, or the last one, and its window; null when it cannot. */
export async function openWorkbench(opening: Opening): Promise<Desk | null> {
  const { userData, switches } = opening;
  const now = new Date();
  const opened = await openDevice(userData);
  if (!opened.ok) return endStart(opened.error, userData, switches.quit);
  const { store: device, notices } = opened.value;
  const { store: settings, broken } = await openSettings(userData, now);
  const reset: readonly Problem[] = broken === null ? [] : [{ code: 'settings-reset', file: broken }];
  const unswept = await sweepRemoved(userData);
  const project = await openProject(userData, switches.project, device.device().last_project, now);
  if (!project.ok) return endStart(project.error, userData, switches.quit);
  // Only a convenience: that it cannot be remembered is no reason not to work.
  if (switches.coder !== null) await device.setCoder(coderNamed(device.device(), switches.coder, now));
  const reserve = createReserve({
    userData,
    released: () => desk.tell({ code: 'reserve-released', detail: String(reserveSize / 2 ** 20) }),
  });
  const desk: Desk = createDesk({
    ...{ userData, device, settings, switches },
    openPlace: (request) => openPlace(opening, { device, settings, reserve }, desk, request),
  });
  const shown = await desk.show({
    ...{ project: project.value, switches, first: [] },
    notices: [...notices, ...reset, ...unswept],
  });
  if (!shown.ok) return endStart(shown.error, project.value.folder, switches.quit);
  // Work without a window is over before it would be of use.
  if (!switches.quit) keepReserve(reserve);
  return desk;
}

/** Opens a project and its window, without another that may be open; answers once it can be seen. */
async function openPlace(
  { userData, bundle, devServer, switches: { quit } }: Opening,
  { device, settings, reserve }: Kept,
  desk: Desk,
  { project: found, switches, first, notices: given }: PlaceRequest,
): Promise<Outcome<Place>> {
  let project = found;
  const { id, name, folder } = project;
  const newer = formatProblem(project);
  if (newer !== null) return fail(newer);
  const journal = await openJournal({ folder: `${folder}/journal`, projectId: id });
  if (!journal.ok) return journal;
  const keeping = await openKeeping(userData, project, journal.value);
  if (!keeping.ok) {
    await journal.value.close();
    return keeping;
  }
  const { store, calls } = keeping.value;

  // Before the window is made: its ground is the theme's.
  const seen = device.device().coders[0]?.id ?? '';
  showTheme(settings.of(id).coders[seen]?.theme ?? 'system');

  const windowFile = `${userData}/window.json`;
  const session = projectSession(id);
  serveBundle(session, bundle, devServer);
  const window = createWindow({
    session,
    title: say('window.title', { project: name }),
    visible: !quit,
    place: fitWindow(quit ? null : readWindowState(windowFile), freeAreas()),
  });
  if (!quit) rememberWindow(window, windowFile);
  const contents = window.webContents;
  const grants = createGrants();
  const pool = createParserPool((parserSession) => serveBundle(parserSession, bundle, devServer));
  window.once('closed', () => pool.close());
  let left = false;

  let tasks = [...first, ...tasksOf(switches, grants)];
  let notices: readonly Problem[] = [...given, ...journal.value.notices, ...store.notices];
  const startup = () =>
    describeStartup({
      ...{ project, journal: journal.value, store, device, quit, tasks, notices },
      settings: settings.of(id),
    });
  const showUndo = (titles: Parameters<typeof showMenu>[0]): void => {
    // A window that is being left has no say any more.
    if (window.isDestroyed() || left) return;
    showMenu(titles, (command) => contents.send('framewright:menu', command), app.isPackaged);
  };
  showUndo({ undo: null, redo: null });
  const here: Place = {
    ...{ window, journal: journal.value, grants },
    project: () => project,
    rename: (renamed) => {
      project = renamed;
      window.setTitle(say('window.title', { project: renamed.name }));
    },
    setTasks: (next) => {
      tasks = [...next];
      notices = [];
    },
    leave: () => {
      left = true;
    },
  };
  const texts = createTexts(folder);
  serveCalls(
    contents,
    createBridge({
      ...{ window, grants, device, reserve, journal: journal.value, texts, pool, startup, showUndo },
      sources: createSources(folder),
      projects: desk.callsOf(here),
      keeping: calls,
      saves: {
        keep: (key, saved) => settings.keepSave(id, key, saved),
        all: () => settings.savesOf(id),
      },
      keepSettings: (kept) => {
        if (!left) showTheme(kept.view.theme);
        return settings.keep(id, kept);
      },
    }),
  );

  askBeforeClosing(window);
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
  else await Promise.all([quit ? null : painted(window), loadPage(window, 'index').catch(() => undefined)]);
  return succeed(here);
}

/** Frame, menus and the page's ground follow the theme; high contrast comes in light and dark as the system has it. */
function showTheme(theme: ViewSettings['theme']): void {
  nativeTheme.themeSource = theme === 'contrast' ? 'system' : theme;
}

/** What of each display is free, the main one first. */
function freeAreas() {
  const main = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id);
  return [main, ...others].map(({ workArea }) => workArea);
}

/** Says why the project cannot be opened, and ends. */
async function endStart(problem: Problem, folder: string, quit: boolean): Promise<null> {
  const { code, file = folder, detail = '' } = problem;
  const sentence =
    code === 'low-disk'
      ? say('start.low-disk', { folder: file, free: detail })
      : code === 'project-newer'
        ? say('start.newer', { project: file })
        : say('start.failed', { reason: sayReason(problem), file, folder });
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
  return null;
}

function endLoad(reason: string, quit: boolean): void {
  tell(say(quit ? 'quit.load' : 'window.load', { reason }));
  if (!quit) dialog.showErrorBox(say('start.title'), say('window.load', { reason }));
  app.exit(1);
}
