import { findElectron } from './electron-runtime.mjs';
import { say, wordsOf } from './project.mjs';
import { ensureBuild } from './setup-build.mjs';
import { ensureElectron } from './setup-electron.mjs';
import { ensureLibraries, offerTestTools } from './setup-libraries.mjs';
import { withSetupLock } from './setup-lock.mjs';
import { ensurePackages } from './setup-packages.mjs';

/**
 * Brings the checkout to where the program can start: packages, Electron, libraries, build. Each step
 * looks first and does nothing when nothing is missing.
 * @param {readonly string[]} options  `--test` for what only the tests need, `--retry-download`
 * @returns {Promise<number>} the exit code
 */
export async function setUp(options) {
  const forTests = options.includes('--test');
  const steps = [
    ensurePackages,
    () => ensureElectron({ retryDownload: options.includes('--retry-download') }),
    () => ensureLibraries(findElectron()?.path ?? '', { forTests }),
    ensureBuild,
  ];
  try {
    return await withSetupLock(async () => {
      for (const step of steps) {
        const result = await step();
        if (result.ok) continue;
        say(result.problem);
        return 1;
      }
      if (forTests) await offerTestTools();
      return 0;
    });
  } catch (error) {
    say(
      `The set-up stopped: ${wordsOf(error)}. Run "npm run setup" again; if it stops again, delete the folder .cache first.`,
    );
    return 1;
  }
}
