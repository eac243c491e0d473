import { runTests } from './run-tests.mjs';

process.exitCode = await runTests({ playwrightArgs: process.argv.slice(2), withDisplay: true });
