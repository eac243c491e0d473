// Runs inside Electron, as the application of the stand-in runtime (scripts/setup-fallback.mjs copies it
// there). A packaged runtime has no default application, so this gives `electron FOLDER` its meaning.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const options = process.argv.slice(1);

if (options.includes('--version') || options.includes('-v')) {
  process.stdout.write(`v${process.versions.electron}\n`);
  process.exit(0);
}

// Programs tell a development run by this, as with the official runtime.
Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });

// Modules to load first: a test driver holds the application back with one.
const flag = options.findIndex((option) => option === '-r' || option === '--require');
const file = flag < 0 ? undefined : options[flag + 1];
if (file !== undefined) createRequire(import.meta.url)(resolve(file));

// Not simply the first argument without a dash: `--corpus FOLDER` may stand before it.
const folder = options.find((option) => !option.startsWith('-') && existsSync(join(option, 'package.json')));
if (folder === undefined) {
  process.stderr.write('Electron was given no folder with a package.json to run.\n');
  process.exit(1);
}

const root = resolve(folder);
const { name, productName, version, main } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
// Electron's own default application calls these two as well; its public types leave them out.
const application =
  /** @type {import('electron').App & Record<'setAppPath' | 'setVersion', (value: string) => void>} */ (app);
application.setAppPath(root);
application.setName(productName ?? name ?? 'electron');
application.setVersion(version ?? '0.0.0');

try {
  // Awaited at the top level, so that the program's own code runs before `ready`.
  await import(pathToFileURL(join(root, main ?? 'index.js')).href);
} catch (error) {
  process.stderr.write(`The program could not be loaded: ${error instanceof Error ? error.stack : error}\n`);
  process.exit(1);
}
