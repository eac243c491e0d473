import { onDisplay } from './on-display.mjs';
import { runPlaywright } from './run-playwright.mjs';

/** Takes the pictures of README and docs anew from the sample project, as the built program shows it. */
process.exitCode = await onDisplay((environment) =>
  runPlaywright(['--config', 'tests/pictures/playwright.config.ts'], environment),
);
