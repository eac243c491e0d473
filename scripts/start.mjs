import { findElectron } from './electron-runtime.mjs';
import { projectFolder, say } from './project.mjs';
import { runWithDisplay } from './run-electron.mjs';

const runtime = findElectron();
if (runtime) {
  const given = process.argv.slice(2);
  process.exitCode = await runWithDisplay((switches) => ({
    command: runtime.path,
    args: [projectFolder, ...switches.filter((name) => !given.includes(name)), ...given],
  }));
} else {
  say('Electron is not installed here yet. Run "npm run setup" first, or simply "npm start".');
  process.exitCode = 1;
}
