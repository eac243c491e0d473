import { findElectron } from './electron-runtime.mjs';
import { say } from './project.mjs';

const runtime = findElectron();
if (runtime) {
  console.log(runtime.path);
} else {
  say('No Electron is installed here yet. Run "npm run setup" first.');
  process.exitCode = 1;
}
