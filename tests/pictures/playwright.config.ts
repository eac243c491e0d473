import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';

/** The pictures of README and docs: never part of the tests. Take them anew with `npm run pictures`. */
export default defineConfig({
  testDir: import.meta.dirname,
  testMatch: /\.pictures\.ts$/,
  outputDir: resolve(import.meta.dirname, '../../test-results/pictures'),
  workers: 1,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['line']],
});
