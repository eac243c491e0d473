import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';

/** The bench: never part of the tests, one program at a time. Run it with `npm run bench`. */
export default defineConfig({
  testDir: import.meta.dirname,
  testMatch: /\.bench\.ts$/,
  outputDir: resolve(import.meta.dirname, '../../test-results/bench'),
  retries: 0,
  workers: 1,
  timeout: 1_800_000,
  reporter: [['line']],
});
