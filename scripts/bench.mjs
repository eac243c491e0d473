import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { benchTable } from './bench-table.mjs';
import { findElectron } from './electron-runtime.mjs';
import { onDisplay } from './on-display.mjs';
import { projectFolder, say, writeAtomically } from './project.mjs';

/**
 * Measures the built program and prints the table: `npm run bench`, `npm run bench -- --only=open,scroll --quick`.
 * No figure decides the exit code, only errors do.
 */

const rows = [
  'open',
  'next',
  'keys',
  'scroll',
  'passages',
  'search',
  'copies',
  'switches',
  'store',
  'import',
  'start',
  'memory',
  'export',
];

/** @type {Set<string>} */
const flags = new Set(process.argv.slice(2));
const only = [...flags]
  .find((flag) => flag.startsWith('--only='))
  ?.slice('--only='.length)
  .split(',');
const unknown = [
  ...[...flags].filter((flag) => flag !== '--quick' && !flag.startsWith('--only=')),
  ...(only ?? []).filter((row) => !rows.includes(row)),
];
const electron = findElectron();

if (unknown.length > 0) {
  say(`Not known: ${unknown.join(', ')}. There are --quick and --only= with any of ${rows.join(', ')}.`);
  process.exitCode = 2;
} else if (electron === null || !existsSync(join(projectFolder, 'out/main/index.js'))) {
  say('Electron or the built program is missing. Run "npm run setup" first.');
  process.exitCode = 1;
} else {
  process.exitCode = await bench(only ?? rows, flags.has('--quick'), electron);
}

/**
 * @param {readonly string[]} wanted
 * @param {boolean} quick
 * @param {import('./electron-runtime.mjs').ElectronRuntime} engine
 * @returns {Promise<number>} the exit code
 */
async function bench(wanted, quick, engine) {
  const folder = mkdtempSync(join(tmpdir(), 'framewright-bench-'));
  const figuresFile = join(folder, 'figures.jsonl');
  const program = join(folder, 'program');
  for (const part of ['package.json', 'out/main', 'out/preload', 'out/renderer'])
    cpSync(join(projectFolder, part), join(program, part), { recursive: true });
  let isVirtual = false;
  const begun = Date.now();
  const code = await onDisplay((environment) => {
    isVirtual = 'DISPLAY' in environment;
    return runRows(wanted, {
      ...process.env,
      ...environment,
      // What is made during the run goes with the folder, even after a crash.
      TMPDIR: folder,
      FRAMEWRIGHT_BENCH_PROGRAM: program,
      FRAMEWRIGHT_BENCH_FIGURES: figuresFile,
      FRAMEWRIGHT_BENCH_QUICK: quick ? '1' : '0',
    });
  });
  const figures = existsSync(figuresFile)
    ? readFileSync(figuresFile, 'utf8')
        .trim()
        .split('\n')
        .map((line) => /** @type {import('./bench-table.mjs').Figure} */ (JSON.parse(line)))
    : [];
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  const seconds = Math.round((Date.now() - begun) / 1000);
  const machine = {
    ...{
      electron: engine.version,
      source: engine.source,
      display: isVirtual ? 'Xvfb, software painting' : 'real',
    },
    ...{ cores: cpus().length, cpu: cpus()[0]?.model ?? '', gigabytes: Math.round(totalmem() / 2 ** 30) },
  };
  figures.sort((one, other) => rows.indexOf(one.row) - rows.indexOf(other.row));
  console.log(benchTable(figures));
  console.log(
    `Electron ${engine.version} (${engine.source}), ${machine.cores} cores, display: ${machine.display}; ${seconds} s${quick ? '; quick: a tenth of the sizes, so bars mean nothing' : ''}`,
  );
  const results = join(projectFolder, 'bench/results.json');
  const at = new Date().toISOString();
  writeAtomically(results, `${JSON.stringify({ at, quick, seconds, machine, figures }, null, 2)}\n`);
  say(`Written to ${results}`);
  return code;
}

/**
 * @param {readonly string[]} wanted
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} the exit code
 */
function runRows(wanted, env) {
  const tool = join(projectFolder, 'node_modules', '@playwright', 'test', 'cli.js');
  const files = wanted.map((row) => `/${row}(-[a-z]+)?\\.bench\\.ts$`);
  return new Promise((resolve) => {
    const args = [tool, 'test', '--config', 'tests/bench/playwright.config.ts', ...files];
    const child = spawn(process.execPath, args, {
      cwd: projectFolder,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    // The terminal sends Ctrl+C to both; staying alive until the runner has ended leaves nothing behind.
    process.on('SIGINT', () => {});
    process.on('SIGTERM', () => child.kill('SIGINT'));
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}
