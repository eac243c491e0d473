import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drillLine } from './drill-line.mjs';
import { onDisplay } from './on-display.mjs';
import { say } from './project.mjs';
import { runPlaywright } from './run-playwright.mjs';

/**
 * Runs every drill at full length, or those whose name holds the given words, and prints a line for each: what,
 * trials, lost, worst. Ends with 1 when a drill failed or none ran.
 */
const folder = mkdtempSync(join(tmpdir(), 'framewright-drill-'));
const figures = join(folder, 'figures.jsonl');
const words = process.argv.slice(2).join(' ');
const grep = words === '' ? 'drill: ' : `drill: .*${words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}`;
const code = await onDisplay((environment) =>
  runPlaywright(['--grep', grep, '--workers=1', '--timeout=3600000'], {
    ...environment,
    FRAMEWRIGHT_DRILL: '1',
    FRAMEWRIGHT_DRILL_FIGURES: figures,
  }),
);
const lines = existsSync(figures) ? readFileSync(figures, 'utf8').trim().split('\n') : [];
rmSync(folder, { recursive: true, force: true });
for (const line of lines) console.log(drillLine(JSON.parse(line)));
if (lines.length === 0) say('No drill ran.');
process.exitCode = code === 0 && lines.length > 0 ? 0 : 1;
