import { join } from 'node:path';
import { findElectron } from './electron-runtime.mjs';
import { projectFolder, say } from './project.mjs';
import { runWithDisplay } from './run-electron.mjs';
import { forgetBuild } from './setup-build.mjs';

const runtime = findElectron();
if (runtime) {
  // The development server writes its own main and preload over the built ones.
  forgetBuild();
  const tool = join(projectFolder, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  process.exitCode = await runWithDisplay((switches) => ({
    command: process.execPath,
    args: [tool, 'dev', '--', ...switches, ...process.argv.slice(2)],
    env: { ELECTRON_EXEC_PATH: runtime.path },
  }));
} else {
  say('Electron is not installed here yet. Run "npm run setup" first.');
  process.exitCode = 1;
}
