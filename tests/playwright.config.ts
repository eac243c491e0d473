import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';
import { testWorkers } from '../scripts/test-workers.mjs';
import { chromiumPath } from './support/chromium';
import { hasOwnDisplays } from './support/own-display';

const at = (path: string): string => resolve(import.meta.dirname, path);

/**
 * The specs of one folder below tests/. A pattern like `main/**` would also match a checkout that itself
 * lies in a folder named main.
 */
const specsOf = (...folders: string[]): RegExp =>
  new RegExp(`[\\\\/]tests[\\\\/](?:${folders.join('|')})[\\\\/](?!.*[\\\\/]tests[\\\\/]).*\\.spec\\.tsx?$`);

/** The tiers, by what they need: nothing, a browser, a display. */
export default defineConfig({
  testDir: at('.'),
  outputDir: at('../test-results'),
  forbidOnly: Boolean(process.env['CI']),
  // Where a window and a clock of its own take part, a second try tells a race from a fault; the run names each.
  retries: 0,
  workers: testWorkers,
  // Far beyond what anything takes: they end what hangs, and decide nothing on a machine that is busy.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], [at('support/final-line-reporter.ts')], [at('support/drill-reporter.ts')]],
  use: {
    headless: true,
    viewport: { width: 1440, height: 900 },
    // Without the tool the tests skip themselves (support/page-test.ts); the path then names nothing.
    launchOptions: existsSync(chromiumPath) ? { executablePath: chromiumPath } : {},
  },
  projects: [
    // On one display one window at a time: two would take the keyboard's focus from each other.
    // First, because it is the longest row; the rest fills the other workers.
    { name: 'electron', testMatch: specsOf('electron'), workers: hasOwnDisplays ? 2 : 1, retries: 1 },
    // All the rest, so that no spec is left out only because its folder is new.
    {
      name: 'node',
      testMatch: /\.spec\.tsx?$/,
      testIgnore: specsOf('page', 'data', 'electron'),
      fullyParallel: true,
    },
    { name: 'page', testMatch: specsOf('page'), fullyParallel: true, retries: 1 },
    { name: 'data', testMatch: specsOf('data'), retries: 1 },
  ],
});
