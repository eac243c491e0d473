import { join } from 'node:path';
import { projectFolder } from './project.mjs';
import { runCommand } from './run-command.mjs';

const modules = join(projectFolder, 'node_modules');

/** Each counts as one test. */
const checks = [
  { name: 'format (biome)', script: '@biomejs/biome/bin/biome', args: ['ci', '--colors=off', '.'] },
  { name: 'lint (eslint)', script: 'eslint/bin/eslint.js', args: ['--max-warnings=0', '.'] },
  { name: 'types (tsc)', script: 'typescript/bin/tsc', args: ['-b', '--pretty', 'false'] },
];

/**
 * Runs format, lint and type check side by side and prints a line for each, with what it found where it
 * failed.
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runStaticChecks() {
  const results = await Promise.all(
    checks.map(async ({ name, script, args }) => {
      const result = await runCommand(process.execPath, [join(modules, script), ...args]);
      return { name, ok: result.ok, text: result.output.trim() || result.reason };
    }),
  );
  for (const { name, ok, text } of results) {
    console.log(ok ? `passed  ${name}` : `failed  ${name}\n${text}\n`);
  }
  const passed = results.filter(({ ok }) => ok).length;
  return { passed, failed: results.length - passed };
}
