import { runTests } from './run-tests.mjs';

// The tier that needs neither a browser nor a display.
const playwrightArgs = ['--project=node', ...process.argv.slice(2)];
process.exitCode = await runTests({ playwrightArgs, withDisplay: false });
