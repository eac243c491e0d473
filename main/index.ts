import { join } from 'node:path';
import { app, dialog } from 'electron';
import type { Desk } from './desk';
import { findDevServer } from './dev-server';
import { tell } from './finish';
import { lockCommandLine, lockEverything } from './lockdown';
import { readBundle, registerScheme } from './protocol';
import { handedData, handedSwitches, holderElsewhere, isUnattended, markUnattended } from './second-start';
import { say, sayReason } from './strings';
import { parseSwitches, type Switches } from './switches';
import { prepareUserData } from './user-data';
import { openWorkbench } from './workbench';

/** Fixed for ever, like the names of files: derived from neither the product's name nor its version. */
const userDataName = 'Framewright';

/** Starts the program; answers the exit code when that is already the end of it. */
function start(): number | null {
  const switches = readCommandLine();
  if (switches === null) return 2;
  if (!hasDisplay()) {
    tell(say('display.missing', { command: 'npm start' }));
    return 1;
  }
  const userData = switches.userData ?? join(app.getPath('appData'), userDataName);
  if (!takeUserData(userData, switches.quit)) return 1;
  if (!app.requestSingleInstanceLock(handedData(switches))) return leaveToFirst(userData, switches);
  if (switches.quit) process.once('exit', markUnattended(userData));
  // What other starts hand over while this one is still under way waits for its window.
  let arrive: (desk: Desk | null) => void = () => undefined;
  const opened = new Promise<Desk | null>((resolve) => {
    arrive = resolve;
  });
  app.on('second-instance', (_, __, ___, data) => {
    const handed = handedSwitches(data);
    void opened.then((desk) => (handed === null ? desk?.focus() : desk?.hand(handed)));
  });
  app.on('window-all-closed', () => app.quit());

  const devServer = findDevServer(app.isPackaged);
  registerScheme();
  lockCommandLine(devServer !== null);
  // The window and its workers give memory back when they are at rest.
  app.commandLine.appendSwitch('js-flags', '--expose-gc');
  lockEverything(devServer);
  const bundle = readBundle(join(import.meta.dirname, '../renderer'));
  void app
    .whenReady()
    .then(async () => arrive(await openWorkbench({ userData, switches, bundle, devServer })));
  return null;
}

/** The switches, or null after saying what is wrong with them. */
function readCommandLine(): Switches | null {
  // npm changes to the program's folder; what a person types refers to where they typed it.
  const typedIn = process.env['npm_lifecycle_event'] === 'start' ? process.env['INIT_CWD'] : undefined;
  const parsed = parseSwitches({
    words: process.argv.slice(1),
    folder: typedIn ?? process.cwd(),
    packaged: app.isPackaged,
    root: process.getuid?.() === 0,
    appFolder: app.getAppPath(),
  });
  if (parsed.ok) return parsed.value;
  tell(say(`switch.${parsed.error.kind}`, { text: parsed.error.text }));
  return null;
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  const { DISPLAY = '', WAYLAND_DISPLAY = '' } = process.env;
  return DISPLAY !== '' || WAYLAND_DISPLAY !== '' || app.commandLine.hasSwitch('headless');
}

/** Makes the data folder ready and the program's own; says what to do where that fails. */
function takeUserData(folder: string, quit: boolean): boolean {
  const prepared = prepareUserData(folder);
  if (prepared.ok) {
    app.setPath('userData', folder);
    return true;
  }
  const sentence = say('profile.unusable', { folder, reason: sayReason(prepared.error) });
  tell(sentence);
  // On Linux nothing can be shown before the program is ready, which it cannot get without this folder.
  if (!quit && process.platform !== 'linux') dialog.showErrorBox(say('profile.title'), sentence);
  return false;
}

/** Another process has this data folder open and has just been told what is asked for. Answers the exit code. */
function leaveToFirst(userData: string, switches: Switches): number {
  const { quit, project, coder, corpora, imports, exports } = switches;
  const elsewhere = holderElsewhere(userData);
  if (elsewhere !== null) {
    tell(say('instance.elsewhere', { folder: userData, ...elsewhere }));
    return 1;
  }
  const asked = project !== null || coder !== null || corpora.length + imports.length + exports.length > 0;
  if (isUnattended(userData)) tell(say('instance.unattended', { folder: userData }));
  else if (quit) tell(say('instance.quit', { folder: userData }));
  else if (!asked) tell(say('instance.focused'));
  else if (handedSwitches(handedData(switches)) === null) tell(say('instance.too-long'));
  else {
    tell(say('instance.handed'));
    return 0;
  }
  return quit || asked || isUnattended(userData) ? 1 : 0;
}

const code = start();
if (code !== null) app.exit(code);
