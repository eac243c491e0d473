/* Loaded into the main process before the program (electron -r): it finds four cores, on however few it runs. */
const os = require('node:os');
const { syncBuiltinESMExports } = require('node:module');

os.availableParallelism = () => 4;
syncBuiltinESMExports();

// Playwright's own, where it drives the program: Electron loads only one script.
if (process.env.FRAMEWRIGHT_LOADER !== undefined) require(process.env.FRAMEWRIGHT_LOADER);
