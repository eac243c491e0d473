import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { say } from './project.mjs';
import { verifyProjectFile } from './verify-project-file.mjs';

/**
 * `npm run verify -- FILE.framewright`: reads a project file from its first byte to its last, and says whether it is
 * what was written; the first place that is not is named. Ends with 0, 1 when something is wrong, 2 without a file.
 */
const [path] = process.argv.slice(2);
if (path === undefined) {
  say('Name a project file: npm run verify -- FILE.framewright');
  process.exitCode = 2;
} else {
  try {
    const verified = verifyProjectFile(readFileSync(path));
    if (verified.ok) {
      const { entries, changes, chain } = verified;
      say(`${basename(path)} is what was written: ${entries} entries, ${changes} changes in its journal.`);
      if (chain !== null) say(`Fingerprint of the journal: ${chain}`);
    } else {
      say(`${basename(path)} is not what was written. ${verified.place}: ${verified.why}`);
      process.exitCode = 1;
    }
  } catch (error) {
    say(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 2;
  }
}
